"""Our table writer: rows as escaped strings, put in the place of a slot after rendering.

Rows are written, not built cell by cell: python-docx needs 95 s for 800 rows, strings take none.
Formatting lives in the template's named styles.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from analysis.document.wordml import twips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.document.marks import Notes
    from analysis.document.wordml import Styles
    from analysis.plan.text import Align, Appendix, Cell, Row

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE_STYLE, HEADER_STYLE = "KH Table", "Table Header"
CELL_STYLES: dict[Align, str] = {
    "left": "Table Cell Left",
    "center": "Table Cell Center",
    "right": "Table Cell Right",
    "justify": "Table Cell Justify",
}
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


def table_xml(appendix: Appendix, *, styles: Styles, notes: Notes) -> str:
    """Return the table of an appendix as one ``w:tbl``.

    Parameters
    ----------
    appendix
        Its title and the table's summary become the alternative text.
    styles
        The template's styles; all of `STYLES` must be there.
    notes
        Collects the notes of cells.

    Returns
    -------
    str
        The element as text; the header row repeats on each page, no row splits over two pages.
    """
    table = appendix.table
    columns = widths([column.width_mm for column in table.columns])
    writer = _RowWriter(columns, [column.align for column in table.columns], styles, notes)
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
        *(writer.row(row) for row in table.rows),
        "</w:tbl>",
    ]
    return "".join(parts)


class _RowWriter:
    """Writes the rows of one table."""

    def __init__(
        self, columns: Sequence[int], aligns: Sequence[Align], styles: Styles, notes: Notes
    ) -> None:
        self._columns = columns
        self._aligns = aligns
        self._cell_styles = [styles.id_of(CELL_STYLES[align]) for align in aligns]
        self._header_style = styles.id_of(HEADER_STYLE)
        self._run_styles = {kind: styles.id_of(name) for kind, name in RUN_STYLES.items()}
        self._notes = notes

    def header(self, titles: Sequence[str]) -> str:
        cells = (
            _cell(width, _paragraph(self._header_style, title))
            for width, title in zip(self._columns, titles, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def row(self, row: Row) -> str:
        cells = "".join(self._cells(row))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cells(self, row: Row) -> Iterator[str]:
        run_style = self._run_styles.get(row.kind, "")
        last = self._title(row.cells) if row.kind == "group" else len(row.cells)
        for index, cell in enumerate(row.cells[: last + 1]):
            lines = self._notes.marked(cell.text, cell.note).split("\n")
            style = self._cell_styles[index]
            content = "".join(
                _paragraph(style, line, run_style=run_style, keep=row.kind != "data")
                for line in lines
            )
            span = len(row.cells) - index if index == last else 1
            yield _cell(sum(self._columns[index : index + span]), content, span=span)

    def _title(self, cells: Sequence[Cell]) -> int:
        """Return the index of a group's title if nothing stands right of it: it runs to the end.

        A figure is no title; it stays in its column.
        """
        filled = [index for index, cell in enumerate(cells) if cell.text or cell.note is not None]
        if filled and self._aligns[filled[-1]] in {"left", "justify"}:
            return filled[-1]
        return len(cells)


def _cell(width: int, content: str, *, span: int = 1) -> str:
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
    )


def _paragraph(style: str, text: str, *, run_style: str = "", keep: bool = False) -> str:
    next_row = "<w:keepNext/>" if keep else ""  # a group does not stand alone at a page's end
    run = f'<w:rPr><w:rStyle w:val="{run_style}"/></w:rPr>' if run_style else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_row}</w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )
