"""Text files, and tables of a known layout, made to fill the memory or the day."""

from __future__ import annotations

from functools import partial
from itertools import islice, product
from typing import TYPE_CHECKING, Protocol

from tests.builders import par
from tests.fuzz.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from analysis.reference import IndexName

_SIZE = 59_000_000
_ROWS = 9_900
_PAPI = "unit_code,unit," + ",".join(f"{a}.{b}" for a in range(1, 9) for b in (1, 2, 3)) + "\n"
_PAR = ",".join(par.TITLES.values()) + "\n"
_HANOI = "01,Hà Nội" + ",1" * 24 + "\n"


class Writer(Protocol):
    """Writes a file into a folder; a share below 1 makes it smaller."""

    def __call__(self, folder: Path, *, share: float) -> Path: ...


def _repeated(head: str | bytes, piece: bytes, size: int = _SIZE) -> Writer:
    """Return the writer of a head and a piece so often that it fills a size."""
    block = piece * max(1, min(size, 100_000) // len(piece))

    def write(folder: Path, *, share: float) -> Path:
        path = folder / "2023.csv"
        with path.open("wb") as file:
            file.write(head.encode() if isinstance(head, str) else head)
            for _ in range(max(1, int(size * share) // len(block))):
                file.write(block)
        return path

    return write


def _lines(head: str, lines: Sequence[str], encoding: str = "utf-8") -> Writer:
    def write(folder: Path, *, share: float) -> Path:
        path = folder / "2023.csv"
        text = head + "\n".join(lines[: max(9, int(len(lines) * share))])
        path.write_bytes(text.encode(encoding, "replace"))
        return path

    return write


def _codes() -> Iterator[str]:
    """Return codes of criteria, parents before children, as many as one likes."""
    tops = range(1, 9)
    for depth in range(1, 5):
        for path in product(tops, *[range(1, 20)] * (depth - 1)):
            yield ".".join(map(str, path))


def _criteria(points: str) -> list[str]:
    return [f"{code},Tiêu chí {code},,{points}" for code in islice(_codes(), _ROWS)]


def _far_titles() -> list[str]:
    """Return a sheet whose provinces stand far to the right of thousands of titles."""
    blank = "," * 40
    names = f"{blank}Hà Nội,Hà Giang,Cao Bằng"
    return [names, *(f"1.{n % 9}: Tham gia của người dân{blank}1,1,1" for n in range(9000))]


def _named() -> Iterator[tuple[str, IndexName, Writer]]:
    yield "a file of NUL", "PAPI", _repeated(_PAPI + _HANOI, b"\x00", 5_000_000)
    yield "NUL between letters", "PAPI", _repeated(_PAPI, _HANOI.encode("utf-16-le"), 300_000)
    yield "one line", "PAPI", _repeated("", b"x")
    yield "one line of a wide alphabet", "PAPI", _repeated(_PAPI, "😀".encode())
    yield "one line of commas", "PAPI", _repeated("", b",")
    yield "one line of small cells", "PAPI", _repeated(_PAPI, b"1,")
    yield "one line of commas, UTF-16", "PAPI", _repeated(b"\xff\xfe", b",\x00")
    yield "a quote that never ends", "PAPI", _repeated(_PAPI + '"', b"x\n")
    yield "quotes over lines", "PAPI", _repeated(_PAPI + '"', b'","\n')
    yield "quotes in quotes", "PAPI", _repeated(_PAPI + '"', b'""')
    yield "quotes that end nowhere", "PAPI", _lines(_PAPI, ['01,"Hà Nội,1', '"02,"x"y,"", "z'] * 99)
    yield "a hundred thousand columns", "PAPI", _lines("", ["1.1," * 100_000, "1," * 100_000])
    yield "columns up to the limit", "PAPI", _lines("", [",".join(["1.1"] * 599)] * _ROWS)
    yield "rows without anything", "PAPI", _repeated(_PAPI, b"\n")
    yield "rows of carriage returns", "PAPI", _repeated(_PAPI + _HANOI, b"1\r")
    yield (
        "mixed encodings",
        "PAPI",
        _repeated(_PAPI + _HANOI, "Hà N\xf4\u0323i,1\n".encode("cp1258"), 9000),
    )
    yield "half a character", "PAPI", _repeated(_PAPI, b"\xe1\xba", 3)
    yield "half a UTF-16", "PAPI", _repeated(b"\xff\xfe", b"\x00\xd8x", 30_000)
    yield "no character", "PAPI", _repeated(_PAPI, bytes(range(256)), 30_000)
    yield "only a mark", "PAPI", _repeated(b"\xef\xbb\xbf", b"\n", 3)
    yield "UTF-32", "PAPI", _lines(_PAPI, [_HANOI], "utf-32")
    unknown = [f"xx,Tỉnh {n} không ai biết ở đâu,1,1" for n in range(_ROWS)]
    yield "provinces nobody knows", "PAPI", _lines(_PAPI + _HANOI, unknown)
    yield "a province again and again", "PAPI", _repeated(_PAPI, _HANOI.encode(), 1_100_000)
    words = ["01,Hà Nội" + ",khá" * 24, *["02,Hà Giang" + ",x" * 24] * 9000]
    yield "words for scores", "PAPI", _lines(_PAPI, words)
    yield "titles far from provinces", "PAPI", _lines("", _far_titles())
    yield "titles by the hundred", "PAPI", _lines(_PAPI.strip() + ",1.1" * 560 + "\n", [_HANOI])
    yield "criteria by the thousand", "PAR INDEX", _lines(_PAR, _criteria("1,1,1,1,1"))
    yield "criteria without points", "PAR INDEX", _lines(_PAR, _criteria("1,,,,"))
    yield "criteria with words", "PAR INDEX", _lines(_PAR, _criteria("x,y,z,t,u"))
    twice = ["1,Tiêu chí,,1,1,1,1,1"] * _ROWS
    yield "a criterion again and again", "PAR INDEX", _lines(_PAR, twice)
    yield "criteria without codes", "PAR INDEX", _lines(_PAR, [",Tiêu chí,,5,1,1,9,1"] * _ROWS)
    yield "a Roman code that is long", "PAR INDEX", _lines(_PAR, ["X" * 99_999 + ",a,,1,1"] * 29)
    yield "heads by the dozen", "PAR INDEX", _lines(_PAR * 20, [",".join(["Điểm"] * 500)] * 9000)


def files(*, share: float) -> Iterator[Case]:
    """Return every text file, or a smaller one of each."""
    for name, index, write in _named():
        yield Case(f"text: {name}", index, partial(write, share=share))
