"""Opening a file from outside: bounded in size, no code run, no link followed."""

from __future__ import annotations

import csv
import io
import warnings
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import defusedxml  # noqa: F401  (openpyxl parses with it when it is installed: no XML bombs)
from openpyxl import load_workbook

from analysis.errors import FaultsError, Place
from analysis.scores import messages
from analysis.scores.sheets.grid import Grid
from analysis.scores.sheets.package import parts_of, weighed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.scores.sheets.grid import Cell
    from analysis.scores.sheets.package import Weight

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
TEXTS = frozenset({".csv", ".tsv", ".txt"})

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be; a table of results is far below each of these.

    `unpacked` bounds the bytes a workbook unpacks to, `besides` those of any part that is not a
    sheet (texts, styles), so that a small file can fill neither the memory nor the day. `elements`
    bounds the XML elements, `formats` those that are no cells (texts, styles, merged cells), which
    take longest; `read` bounds the cells gone through, empty ones too, `cells` and `letters` those
    in use and the text in them, `texts` the bytes of a CSV file.
    """

    size: int = 60 * _MEGABYTE
    unpacked: int = 60 * _MEGABYTE
    besides: int = 20 * _MEGABYTE
    parts: int = 2_000
    rows: int = 10_000
    columns: int = 600
    sheets: int = 60
    elements: int = 600_000
    formats: int = 150_000
    read: int = 12_000_000
    cells: int = 400_000
    letters: int = 3_000_000
    texts: int = 20 * _MEGABYTE


def read_grids(path: Path, *, limits: Limits = Limits()) -> list[Grid]:
    """Return the sheets of a workbook, or the one sheet of a CSV file.

    Formulas count for the value that was saved with them; links to other files are not followed.

    Raises
    ------
    FaultsError
        SC-20 to SC-25: missing, of another kind, broken, too large, empty.
    """
    if checked_kind(path, limits=limits) in TEXTS:
        grids = [Grid(path.name, "", _Counter(path.name, limits).trimmed(_text_rows(path, limits)))]
    else:
        grids = list(_workbook_grids(path, limits))
    if not any(row for grid in grids for row in grid.rows):
        raise FaultsError(messages.FILE_EMPTY.at(Place(file=path.name)))
    return grids


def checked_kind(path: Path, *, limits: Limits) -> str:
    """Return a file's ending if the file may be opened at all.

    Raises
    ------
    FaultsError
        SC-20 missing, SC-21 of another kind, SC-22 broken, SC-23 too large.
    """
    place = Place(file=path.name)
    if not path.is_file():
        raise FaultsError(messages.NO_SUCH_FILE.at(place))
    kind = path.suffix.lower()
    if kind not in WORKBOOKS | TEXTS:
        raise FaultsError(messages.KIND_UNKNOWN.at(place, kind=kind or path.name))
    size = path.stat().st_size
    if size > limits.size:
        raise FaultsError(_too_large(place, f"{size / _MEGABYTE:.0f} MB"))
    if kind in WORKBOOKS:
        _check_package(path, place, limits)
    return kind


def _check_package(path: Path, place: Place, limits: Limits) -> None:
    parts = parts_of(path, place)
    unpacked = sum(part.file_size for part in parts)
    besides = max(
        (part.file_size for part in parts if "/worksheets/" not in part.filename), default=0
    )
    if unpacked > limits.unpacked or besides > limits.besides or len(parts) > limits.parts:
        raise FaultsError(_too_large(place, f"{unpacked / _MEGABYTE:.0f} MB khi bung"))


def _too_large(place: Place, found: str) -> Fault:
    return messages.TOO_LARGE.at(place, found=found)


def checked_weight(path: Path, *, limits: Limits) -> Weight:
    """Return what a workbook holds, read once in bounded pieces before anything opens it.

    Raises
    ------
    FaultsError
        SC-22 for a package that lies about its parts, SC-23 for one that is too large.
    """
    place = Place(file=path.name)
    weight = weighed(path, place, most=limits.elements)
    if weight.elements > limits.elements or weight.besides > limits.formats:
        raise FaultsError(_too_large(place, f"{weight.elements} phần tử"))
    if weight.sheets > limits.sheets:
        raise FaultsError(_too_large(place, f"{weight.sheets} trang tính"))
    return weight


def _workbook_grids(path: Path, limits: Limits) -> Iterator[Grid]:
    """Return the sheets; openpyxl answers a broken file with any exception there is."""
    place = Place(file=path.name)
    weight = checked_weight(path, limits=limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves aside is nothing we read
            values = dict(_sheets(path, limits, saved=True))
            formulas = dict(_sheets(path, limits, saved=False)) if weight.formulas else {}
    except FaultsError:
        raise
    except MemoryError as error:
        raise FaultsError(_too_large(place, "hết bộ nhớ")) from error
    except Exception as error:
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place)) from error
    for name, rows in values.items():
        yield Grid(path.name, name, rows, _uncomputed(rows, formulas.get(name, ())))


def _sheets(
    path: Path, limits: Limits, *, saved: bool
) -> Iterator[tuple[str, tuple[tuple[Cell, ...], ...]]]:
    book = load_workbook(path, read_only=True, data_only=saved, keep_links=False)
    counter = _Counter(path.name, limits)
    try:
        for sheet in book.worksheets:
            # The size a sheet states of itself is often wrong; rows are counted as they come.
            sheet.reset_dimensions()
            cells = sheet.iter_rows(
                max_row=limits.rows + 1, max_col=limits.columns, values_only=True
            )
            with closing(cells):
                rows = counter.trimmed(cells)
            if len(rows) > limits.rows:
                place = Place(file=path.name, sheet=sheet.title)
                raise FaultsError(_too_large(place, f"hơn {limits.rows} dòng"))
            yield sheet.title, rows
    finally:
        book.close()


@dataclass(slots=True)
class _Counter:
    """Takes the rows of a file's sheets, and refuses a file that holds too much in all."""

    file: str
    limits: Limits
    read: int = 0
    cells: int = 0
    letters: int = 0

    def trimmed(self, rows: Iterable[Sequence[Any]]) -> tuple[tuple[Cell, ...], ...]:
        """Return rows without their empty ends, and without the empty rows at the end."""
        kept: list[tuple[Cell, ...]] = []
        before: Sequence[Any] | None = None
        for row in rows:
            # Rows that a sheet leaves out come as one and the same empty row.
            kept.append(kept[-1] if row is before else self._taken(row))
            before = row
        while kept and not kept[-1]:
            kept.pop()
        return tuple(kept)

    def _taken(self, row: Sequence[Any]) -> tuple[Cell, ...]:
        end = len(row)
        while end and row[end - 1] in (None, ""):
            end -= 1
        self.read += len(row)
        self.cells += end
        self.letters += sum(len(cell) for cell in row[:end] if isinstance(cell, str))
        limits = self.limits
        if self.read > limits.read or self.cells > limits.cells or self.letters > limits.letters:
            found = f"hơn {self.cells} ô, {self.letters} chữ"
            raise FaultsError(_too_large(Place(file=self.file), found))
        return tuple(row[:end])


def _uncomputed(
    values: tuple[tuple[Cell, ...], ...], formulas: tuple[tuple[Cell, ...], ...]
) -> frozenset[tuple[int, int]]:
    """Return the cells with a formula but without a saved result."""
    found = set()
    for row, cells in enumerate(formulas, start=1):
        known = values[row - 1] if row <= len(values) else ()
        for column, cell in enumerate(cells, start=1):
            formula = (isinstance(cell, str) and cell.startswith("=")) or hasattr(cell, "ref")
            if formula and (column > len(known) or known[column - 1] is None):
                found.add((row, column))
    return frozenset(found)


def decoded(content: bytes, place: Place) -> str:
    """Return a text file's text: UTF-8 (with or without mark), UTF-16, or Windows Vietnamese.

    Raises
    ------
    FaultsError
        SC-25 when it is none of these.
    """
    encodings = (
        ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1258")
    )
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FaultsError(messages.ENCODING_UNKNOWN.at(place))


def delimiter_of(line: str) -> str:
    """Return the delimiter of a CSV header: the commonest of tab, semicolon and comma.

    Examples
    --------
    >>> delimiter_of("unit_code;unit;1,1")
    ';'
    """
    return max("\t;,", key=line.count)


def _text_rows(path: Path, limits: Limits) -> Iterator[tuple[Cell, ...]]:
    place = Place(file=path.name)
    size = path.stat().st_size
    if size > limits.texts:
        raise FaultsError(_too_large(place, f"{size / _MEGABYTE:.0f} MB"))
    text = decoded(path.read_bytes(), place)
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(first))
    try:
        for number, cells in enumerate(reader):
            if number >= limits.rows or len(cells) > limits.columns:
                raise FaultsError(_too_large(place, f"hơn {limits.rows} dòng hoặc quá nhiều cột"))
            yield tuple(cells)
    except csv.Error as error:
        raise FaultsError(messages.WORKBOOK_BROKEN.at(place)) from error
