"""A survey file as chunks of coded columns: only the columns asked for, never the whole file."""

from __future__ import annotations

import codecs
import csv
import io
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from openpyxl import load_workbook

from analysis.errors import FaultsError, Place
from analysis.scores import messages
from analysis.scores import survey_messages as texts
from analysis.scores.sheets import Limits, as_text
from analysis.scores.sheets.opening import TEXTS, checked_kind, checked_weight
from analysis.scores.sipas.columns import SAMPLE_ROWS, evidence, find_head, recognised
from analysis.scores.summaries import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import numpy.typing as npt

    from analysis.reference import IndexText
    from analysis.scores.sheets import Cell
    from analysis.scores.sipas.columns import Head

LIMITS = Limits(
    size=2_000_000_000,
    unpacked=400_000_000,
    besides=40_000_000,
    elements=12_000_000,
    formats=2_000_000,
    rows=5_000_000,
)
"""How large a survey may be: a file of respondents is larger than a table of results."""

_WORKED_ROW = np.uint64(2**64 - 1)
_CSV_ROWS = 200_000
_SHEET_ROWS = 20_000
_BLOCK = 1 << 22
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Cells:
    """One column of a chunk: its different texts, and which of them each row has (-1 for none)."""

    codes: npt.NDArray[np.intp]
    texts: list[str]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a file, `rows` being their numbers as a spreadsheet counts.

    `cells` are the columns by number; `forms` tell the form numbers apart (0 for none) without
    keeping them; `long` marks rows with more cells than the row of titles.
    """

    rows: npt.NDArray[np.int64]
    cells: dict[int, Cells]
    forms: npt.NDArray[np.uint64]
    long: npt.NDArray[np.bool_]

    def sound(self) -> Chunk:
        """Return the chunk without rows that are too long, empty or a form's worked row."""
        filled = self.forms != 0
        for column in self.cells.values():
            filled |= column.codes >= 0
        kept = np.flatnonzero(filled & ~self.long & (self.forms != _WORKED_ROW))
        cells = {n: Cells(column.codes[kept], column.texts) for n, column in self.cells.items()}
        return Chunk(self.rows[kept], cells, self.forms[kept], self.long[kept])


@dataclass(frozen=True, slots=True)
class Source:
    """An opened survey: how to read it, where its titles stand, how many sheets are left aside."""

    path: Path
    head: Head
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    other_sheets: int = 0

    def place(self, row: int | None = None, column: str = "") -> Place:
        """Return where a fault lies in this file."""
        return Place(file=self.path.name, sheet=self.sheet, row=row, column=column)


def open_source(
    path: Path, *, index: IndexText, limits: Limits = LIMITS, sure: bool = False
) -> Source:
    """Return a survey file with its head; if `sure` is asked, only one with answers below it.

    Raises
    ------
    FaultsError
        SC-20 to SC-26 for a file that cannot be opened, SC-70 for one that is no survey.
    """
    if checked_kind(path, limits=limits) in TEXTS:
        return _text_source(path, index=index, limits=limits, sure=sure)
    checked_weight(path, limits=limits)
    with _workbook(path) as book:
        for sheet in book.worksheets[: limits.sheets]:
            sheet.reset_dimensions()
            cells = sheet.iter_rows(max_row=SAMPLE_ROWS, max_col=limits.columns, values_only=True)
            head = _head([_trimmed(row) for row in cells], index=index, sure=sure)
            if head is not None:
                return Source(path, head, sheet.title, other_sheets=len(book.worksheets) - 1)
    raise FaultsError(texts.SURVEY_UNKNOWN.at(Place(file=path.name)))


def chunks_of(source: Source, *, limits: Limits = LIMITS) -> Iterator[Chunk]:
    """Return the rows under the head, in order.

    Raises
    ------
    FaultsError
        SC-22 for a file that breaks off, SC-23 for one with too many rows.
    """
    reader = _sheet_chunks if source.sheet else _text_chunks
    for chunk in reader(source):
        if len(chunk.rows) and chunk.rows[-1] > limits.rows + source.head.row:
            fault = messages.TOO_LARGE.at(source.place(), found=f"hơn {limits.rows} dòng")
            raise FaultsError(fault)
        yield chunk


def encoding_of(path: Path) -> str:
    """Return the encoding of a text file, read through once in blocks.

    Raises
    ------
    FaultsError
        SC-25 when it is none of UTF-8, UTF-16 (with its mark) and Windows Vietnamese.
    """
    with path.open("rb") as file:
        marked = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1258"):
            file.seek(0)
            decoder = codecs.getincrementaldecoder(encoding)()
            try:
                while block := file.read(_BLOCK):
                    decoder.decode(block)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
            return encoding
    raise FaultsError(messages.ENCODING_UNKNOWN.at(Place(file=path.name)))


def _head(rows: Sequence[Sequence[Cell]], *, index: IndexText, sure: bool) -> Head | None:
    if sure and not recognised(rows, index=index):
        return None
    return find_head(rows, index=index)


def _text_source(path: Path, *, index: IndexText, limits: Limits, sure: bool) -> Source:
    place = Place(file=path.name)
    encoding = encoding_of(path)
    with path.open(encoding=encoding, newline="") as file:
        sample = file.read(_BLOCK)
    if not sample.strip():
        raise FaultsError(messages.FILE_EMPTY.at(place))
    found = []
    for delimiter in _DELIMITERS:
        try:
            reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
            rows = list(islice(reader, SAMPLE_ROWS))
        except csv.Error:
            continue
        head = _head(rows, index=index, sure=sure)
        if head is not None and len(head.columns) <= limits.columns:
            found.append((evidence(head, rows), Source(path, head, "", encoding, delimiter)))
    # Options in one cell are divided by semicolons: the titles tell what divides the cells.
    if not found:
        raise FaultsError(texts.SURVEY_UNKNOWN.at(place))
    return max(found, key=lambda pair: pair[0])[1]


class _Headed(io.RawIOBase):
    """The rest of a text file under a row of column numbers, as UTF-8.

    The numbers run one beyond the titles: whatever stands there makes its row too long. Bytes are
    what pandas' C parser takes as they are; at most as many are given as it asks for.
    """

    def __init__(self, file: IO[str], numbers: str) -> None:
        self._file, self._numbers = file, numbers.encode()

    def readable(self) -> bool:
        """Return True: pandas asks."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the row of numbers first, then the file; a character has four bytes at most."""
        numbers, self._numbers = self._numbers, b""
        if numbers:
            return numbers
        return self._file.read(-1 if size is None or size < 0 else max(size // 4, 1)).encode()


def _text_chunks(source: Source) -> Iterator[Chunk]:
    beyond = str(len(source.head.columns) + 1)
    with source.path.open(encoding=source.encoding, newline="") as file:
        # The reader takes whole rows, also those with line ends in quotes, and nothing more.
        for _ in islice(csv.reader(file, delimiter=source.delimiter), source.head.row):
            pass
        first = source.head.row + 1
        try:
            for frame in _frames(source, file, beyond=beyond):
                long = frame.pop(beyond).notna().to_numpy()
                yield _chunk(source, first, frame, long)
                first += len(frame)
        except (pd.errors.ParserError, UnicodeError) as error:
            raise FaultsError(messages.WORKBOOK_BROKEN.at(source.place())) from error


def _frames(source: Source, file: IO[str], *, beyond: str) -> Iterator[pd.DataFrame]:
    """Return the columns that are read, by pandas' C parser.

    The answers' types are left to the parser, for whole numbers are read fastest; whatever names
    a group stays text, so that "01" is not taken for a number.
    """
    numbers = source.delimiter.join(map(str, range(1, int(beyond) + 1)))
    columns = source.head.read()
    wanted = {str(column.number) for column in columns} | {beyond}
    texts = {str(column.number): "str" for column in columns if column.role != "question"}
    with pd.read_csv(
        _Headed(file, f"{numbers}\n"),
        sep=source.delimiter,
        usecols=lambda name: name in wanted,
        dtype=texts | {beyond: "str"},
        chunksize=_CSV_ROWS,
        index_col=False,
        keep_default_na=False,
        na_values=[""],
        skip_blank_lines=False,
        low_memory=False,
    ) as frames:
        yield from frames


def _chunk(source: Source, first: int, frame: pd.DataFrame, long: npt.NDArray[np.bool_]) -> Chunk:
    forms = np.zeros(len(frame), dtype=np.uint64)
    cells = {}
    for column in source.head.read():
        values = frame[str(column.number)]
        if column.role == "form":
            forms = _told_apart(values)
        else:
            codes, found = pd.factorize(values)
            cells[column.number] = Cells(codes, [as_text(value) for value in found.tolist()])
    return Chunk(np.arange(first, first + len(frame)), cells, forms, long)


def _told_apart(values: pd.Series[Any]) -> npt.NDArray[np.uint64]:
    texts = values.fillna("").to_numpy(dtype=object)
    hashed = pd.util.hash_array(texts, categorize=False)
    hashed[texts == ""] = 0
    hashed[texts == EXAMPLE] = _WORKED_ROW
    return hashed


@contextmanager
def _workbook(path: Path) -> Iterator[Any]:
    """Open a workbook; openpyxl answers a broken file with any exception there is."""
    place = Place(file=path.name)
    book = None
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        yield book
    except FaultsError:
        raise
    except Exception as error:
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place)) from error
    finally:
        if book is not None:
            book.close()


def _trimmed(row: Sequence[Cell]) -> Sequence[Cell]:
    end = len(row)
    while end and row[end - 1] in (None, ""):
        end -= 1
    return row[:end]


def _sheet_chunks(source: Source) -> Iterator[Chunk]:
    first = source.head.row + 1
    width = len(source.head.columns)
    with _workbook(source.path) as book:
        sheet = book[source.sheet]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(min_row=first, max_col=width, values_only=True)
        while block := list(islice(rows, _SHEET_ROWS)):
            frame = _sheet_frame(source, block)
            yield _chunk(source, first, frame, np.zeros(len(frame), dtype=np.bool_))
            first += len(frame)


def _sheet_frame(source: Source, rows: Sequence[Sequence[Cell]]) -> pd.DataFrame:
    columns = {
        str(column.number): [as_text(row[column.number - 1]) or None for row in rows]
        for column in source.head.read()
    }
    return pd.DataFrame(columns, dtype="str")
