"""The letterhead: national name, motto, issuer, number, place and date, wherever they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.document.decree.pieces import Line, alike, upper_share
from analysis.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

IssuerClass = Literal["committee", "chairman", "single head", "other"]

NATIONAL, MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"
_LONG = 200  # no line of a letterhead is longer
PARTY = "Đảng Cộng sản Việt Nam"
_NUMBER = re.compile(r"^\W*s[oốôồổ]\b|/\s*[A-ZĐ]{2}|[/-]\s*kh\s*[-–]", re.IGNORECASE)
_DATE = re.compile(
    r"\bngay\b.*\bthang\b|\bthang\b.*\bnam\b|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
)
_COMMITTEE = re.compile(r"^(uy ban nhan dan|ubnd)\b")
_CHAIRMAN = re.compile(r"^chu tich\b")
_SINGLE_HEAD = re.compile(
    r"^(so|phong|chi cuc|cuc|trung tam|thanh tra|van phong|truong|benh vien|kho bac|bao hiem|"
    r"cong an|ban quan ly|ban dan toc|vien|bo|tong cuc)\b"
)
UNIT = re.compile(
    r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu|tp)\b\.?\s*(.*)$", re.I
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above the title; what is not found is None or empty.

    `lines` are all lines above the title; `unit` is the kind of unit that the issuer or the body
    above it governs (``tinh``, ``huyen``, ``xa`` …) and `unit_name` its name.
    """

    lines: tuple[Line, ...]
    national: Line | None
    motto: Line | None
    superior: tuple[Line, ...]
    issuer: tuple[Line, ...]
    number: Line | None
    date: Line | None
    issuer_class: IssuerClass
    unit: str = ""
    unit_name: str = ""


def read_letterhead(lines: Sequence[Line]) -> Letterhead:
    """Return the letterhead from the lines above the title.

    Fixed texts are found with accents, case and some letters wrong, so that a misspelt one is
    known for what it is.
    """
    inked = [line for line in lines if line.inked and not line.drawn and len(line.words) < _LONG]
    national = _first(inked, NATIONAL)
    motto = _first(inked, MOTTO, least=0.7)
    rest = [line for line in inked if line is not national and line is not motto]
    date = next((line for line in rest if _DATE.search(_folded(line.words))), None)
    rest = [line for line in rest if line is not date]
    numbers = [line for line in rest if _NUMBER.search(line.words)]
    number = next((line for line in numbers if not upper_share(line.words[:3]) > 0.9), None)
    number = number or next(iter(numbers), None)
    names = _names(rest, number)
    superior, issuer = _parted(names)
    unit = _unit(" ".join(line.words for line in superior or issuer)) or ("", "")
    return Letterhead(
        lines=tuple(lines),
        national=national,
        motto=motto,
        superior=superior,
        issuer=issuer,
        number=number,
        date=date,
        issuer_class=_class_of(issuer),
        unit=unit[0],
        unit_name=unit[1],
    )


def _folded(text: str) -> str:
    """Return a text without accents and case but with its signs."""
    return "".join(fold(part) if part.isalpha() else part for part in re.split(r"(\W+)", text))


def _first(lines: Sequence[Line], wanted: str, *, least: float = 0.8) -> Line | None:
    return next((line for line in lines if alike(line.words, wanted, least=least)), None)


def _names(rest: Sequence[Line], number: Line | None) -> tuple[Line, ...]:
    """Return the lines of names: those on the number's side above it, without boxed marks."""
    above = list(rest)
    if number is not None:
        side = number.side
        above = [line for line in rest[: rest.index(number)] if line.side in (side, "middle")]
        above = above or list(rest[: rest.index(number)])
    else:
        above = [line for line in above if line.side != "right"] or above
    return tuple(line for line in above if any(letter.isalpha() for letter in line.words))


def _parted(names: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the body above and the issuer: the issuer starts where a single-headed body does."""
    for at, line in enumerate(names):
        if at and _SINGLE_HEAD.match(fold(line.words)) and not _committee_goes_on(names[:at]):
            return names[:at], names[at:]
    light = [at for at, line in enumerate(names) if not all(r.look.bold for r in line.inked)]
    if light and light == list(range(len(light))) and len(light) < len(names):
        whole = fold(" ".join(line.words for line in names))
        if not _COMMITTEE.match(whole) or _COMMITTEE.match(fold(names[len(light)].words)):
            return names[: len(light)], names[len(light) :]
    return (), names


def _committee_goes_on(names: tuple[Line, ...]) -> bool:
    """Return whether the lines are a committee whose place is still to come."""
    whole = fold(" ".join(line.words for line in names))
    return whole in ("uy ban nhan dan", "ubnd")


def _class_of(issuer: tuple[Line, ...]) -> IssuerClass:
    name = fold(" ".join(line.words for line in issuer))
    if _COMMITTEE.match(name):
        return "committee"
    if _CHAIRMAN.match(name):
        return "chairman"
    return "single head" if _SINGLE_HEAD.match(name) else "other"


def _unit(text: str) -> tuple[str, str] | None:
    found = UNIT.search(text)
    return None if found is None else (fold(found.group(1)), found.group(2).strip())
