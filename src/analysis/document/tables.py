"""Our table writer: rows as escaped strings, put in the place of a slot after rendering.

Rows are written, not built cell by cell: python-docx needs 95 s for 800 rows, strings take none.
Formatting lives in the template's named styles.

A row stays on one page unless it is taller than that: unless its longest cell takes more lines than
`LINES_OF_PAGE`. A merged cell counts in each of its rows: the text of a task over six rows may need
more room than the six rows, and must run on with them. Cells are set in the middle of their rows,
but from the top throughout a table that has merged cells or rows of more than `LONGEST_CENTRED`
lines: there a reader begins at the top, and some may lie on two pages.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, pairwise, zip_longest
from math import ceil
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from analysis.document.layout import bold_width
from analysis.document.pictures import drawing
from analysis.document.wordml import millimetres, twips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.marks import Notes
    from analysis.document.wordml import Styles
    from analysis.plan.text import Align, Appendix, Cell, Picture, Row

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE_STYLE, HEADER_STYLE = "KH Table", "Table Header"
CELL_STYLES: dict[Align, str] = {
    "left": "Table Cell Left",
    "center": "Table Cell Center",
    "right": "Table Cell Right",
    "justify": "Table Cell Justify",
}
LINES_OF_PAGE = {True: 26, False: 42}
"""How many lines a sheet (landscape or not) surely holds below title row and page number."""

LONGEST_CENTRED = 10
_CLOSING = "</w:t></w:r></w:p>"
PADDING = 85  # twips on each side of a cell's text, as "KH Table" sets it
RUN_STYLES = {"group": "Table Group", "total": "Table Total"}
STYLES = (TABLE_STYLE, HEADER_STYLE, *CELL_STYLES.values(), *RUN_STYLES.values())


def widths(millimetres: Sequence[float]) -> list[int]:
    """Return column widths in twips whose sum is the sum of the millimetres, rounded once.

    Examples
    --------
    >>> widths([12.0, 75.0, 160.0]), sum(widths([12.0, 75.0, 160.0])) == twips(247)
    ([680, 4252, 9071], True)
    """
    edges = [twips(edge) for edge in accumulate(millimetres, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def letters_of(width: int, points: float) -> float:
    """Return about how many letters a line holds.

    Parameters
    ----------
    width
        The room for a line in twips.
    points
        The letter size; letters of Times New Roman are on average half as wide as that.
    """
    return max(1.0, width / (points * 20 / 2))


def lines_of(text: str, letters: float) -> int:
    r"""Return about how many lines a cell's text takes.

    Parameters
    ----------
    text
        The text, its lines parted by line feeds.
    letters
        How many letters a line holds.

    Returns
    -------
    int
        At least one for each line of `text`.

    Examples
    --------
    >>> lines_of("Sở Tư pháp;\nỦy ban nhân dân cấp huyện, cấp xã", letters_of(twips(40), 12))
    3
    """
    if len(text) <= letters and "\n" not in text:  # most cells
        return 1
    return sum(max(1, ceil(len(line) / letters)) for line in text.split("\n"))


def broken_word(title: str, width: int, points: float) -> str:
    """Return the word of a column's title that does not fit its line; empty when all do.

    Parameters
    ----------
    title
        The title.
    width
        The column's width in twips.
    points
        The letter size of the title, which is bold.

    Returns
    -------
    str
        The first word, cut at spaces and hyphens, that would be broken in its middle.

    Examples
    --------
    >>> broken_word("Thời hạn (tháng/quý/năm)", twips(28), 12)
    '(tháng/quý/năm)'
    """
    room = millimetres(width - 2 * PADDING)
    words = title.replace("-", "- ").split()
    return next((word for word in words if bold_width(word, points) > room), "")


def table_xml(appendix: Appendix, *, styles: Styles, notes: Notes) -> str:
    """Return the table of an appendix as one ``w:tbl``.

    Parameters
    ----------
    appendix
        Its title and the table's summary become the alternative text.
    styles
        The template's styles; all of `STYLES` must be there.
    notes
        Collects the notes and footnotes of cells.

    Returns
    -------
    str
        The element as text; the header row repeats on each page, rows do not split.
    """
    table = appendix.table
    columns = widths([column.width_mm for column in table.columns])
    aligns = [column.align for column in table.columns]
    writer = _RowWriter(
        columns,
        aligns,
        styles,
        notes,
        keep_last=bool(appendix.notes),
        most_lines=LINES_OF_PAGE[appendix.landscape],
    )
    parts = [
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr>',
        f'<w:tblStyle w:val="{styles.id_of(TABLE_STYLE)}"/>',
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>',
        '<w:tblLayout w:type="fixed"/>',
        f"<w:tblCaption w:val={quoteattr(appendix.title)}/>",
        f"<w:tblDescription w:val={quoteattr(table.summary)}/></w:tblPr>",
        "<w:tblGrid>",
        *(f'<w:gridCol w:w="{width}"/>' for width in columns),
        "</w:tblGrid>",
        writer.header([column.title for column in table.columns]),
        *writer.rows(table.rows),
        "</w:tbl>",
    ]
    return "".join(parts)


class _RowWriter:
    """Writes the rows of one table."""

    def __init__(
        self,
        columns: Sequence[int],
        aligns: Sequence[Align],
        styles: Styles,
        notes: Notes,
        *,
        keep_last: bool,
        most_lines: int,
    ) -> None:
        self._keep_last = keep_last
        self._most_lines = most_lines
        self._columns = columns
        self._aligns = aligns
        self._cell_styles = [styles.id_of(CELL_STYLES[align]) for align in aligns]
        self._letters = [
            letters_of(width - 2 * PADDING, styles.points(style))
            for width, style in zip(columns, self._cell_styles, strict=True)
        ]
        self._header_style = styles.id_of(HEADER_STYLE)
        self._picture_style = styles.id_of(CELL_STYLES["center"])
        self._run_styles = {kind: styles.id_of(name) for kind, name in RUN_STYLES.items()}
        self._notes = notes

    def header(self, titles: Sequence[str]) -> str:
        middle = True
        cells = "".join(
            f"{_cell_opening(width, 1, '', middle)}{_paragraphs(title, self._header_style)}</w:tc>"
            for width, title in zip(self._columns, titles, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def rows(self, rows: Sequence[Row]) -> Iterator[str]:
        longest = list(self._longest_cells(rows))
        merged = any(cell.merged for row in rows for cell in row.cells)
        middle = not merged and max(longest, default=0) <= LONGEST_CENTRED
        for (row, lines), below in zip_longest(zip(rows, longest, strict=True), rows[1:]):
            look = "<w:trPr><w:cantSplit/></w:trPr>" if lines <= self._most_lines else ""
            yield f"<w:tr>{look}{''.join(self._cells(row, below, middle=middle))}</w:tr>"

    def _longest_cells(self, rows: Sequence[Row]) -> Iterator[int]:
        """Yield for each row the lines of its longest cell, those that it continues counted in."""
        lines = [0] * len(self._columns)
        for row in rows:
            for index, cell in enumerate(row.cells):
                if not cell.merged:
                    lines[index] = lines_of(cell.text, self._letters[index])
            yield max(lines)

    def _cells(self, row: Row, below: Row | None, *, middle: bool) -> Iterator[str]:
        run_style = self._run_styles.get(row.kind, "")
        keep = row.kind != "data" or ":" in [cell.text[-1:] for cell in row.cells]
        keep = keep or (below is None and self._keep_last)  # the notes are on its page
        last = self._title(row.cells) if row.kind == "group" else len(row.cells)
        continued = [False] * len(row.cells) if below is None else [c.merged for c in below.cells]
        for index, cell in enumerate(row.cells[: last + 1]):
            text = cell.text
            if cell.note is not None or cell.footnotes:
                text = self._notes.marked(text, cell.note, footnotes=cell.footnotes)
            span = len(row.cells) - index if index == last else 1
            width = self._columns[index] if span == 1 else sum(self._columns[index:])
            merge = "continue" if cell.merged else "restart" if continued[index] else ""
            opening = _cell_opening(width, span, merge, middle)
            if cell.picture is not None:
                opening += self._pictured(cell.picture)
            yield f"{opening}{_paragraphs(text, self._cell_styles[index], run_style, keep)}</w:tc>"

    def _pictured(self, picture: Picture) -> str:
        """Return the paragraph with a picture, on the page of the text below it."""
        number = self._notes.placed(picture)
        look = f'<w:pPr><w:pStyle w:val="{self._picture_style}"/><w:keepNext/></w:pPr>'
        return f"<w:p>{look}{drawing(picture, number)}</w:p>"

    def _title(self, cells: Sequence[Cell]) -> int:
        """Return the index of a group's title if nothing stands right of it: it runs to the end.

        A figure is no title; it stays in its column.
        """
        filled = [index for index, cell in enumerate(cells) if cell.text or cell.note is not None]
        if filled and self._aligns[filled[-1]] in {"left", "justify"}:
            return filled[-1]
        return len(cells)


def _paragraphs(text: str, style: str, run_style: str = "", keep: bool = False) -> str:  # noqa: FBT001, FBT002
    """Return a paragraph for each line of a text."""
    opening = _paragraph_opening(style, run_style, keep)
    special = "&" in text or "<" in text or ">" in text  # nearly none is
    words = escape(text) if special else text
    if "\n" in words:
        words = words.replace("\n", f"{_CLOSING}{opening}")
    return f"{opening}{words}{_CLOSING}"


# A table opens thousands of cells and paragraphs, but in a few ways only.


@lru_cache(maxsize=256)
def _cell_opening(width: int, span: int, merge: str, middle: bool) -> str:  # noqa: FBT001
    columns = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    rows = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    place = '<w:vAlign w:val="center"/>' if middle else ""  # without one, from the top
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{columns}{rows}{place}</w:tcPr>'


@lru_cache(maxsize=256)
def _paragraph_opening(style: str, run_style: str, keep: bool) -> str:  # noqa: FBT001
    next_row = "<w:keepNext/>" if keep else ""  # a lead does not stand alone at a page's end
    run = f'<w:rPr><w:rStyle w:val="{run_style}"/></w:rPr>' if run_style else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_row}</w:pPr><w:r>{run}<w:t>'
