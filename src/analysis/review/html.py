"""Fragments of HTML: everything that comes from data is escaped, every table has a caption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup, escape

from analysis.review import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kind = Literal["text", "figure"]


@dataclass(frozen=True, slots=True)
class Html:
    """A fragment that a notebook shows and the page takes over as it is."""

    markup: Markup

    def _repr_html_(self) -> str:
        return str(self.markup)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its cells (text is escaped, `Markup` is not), an anchor and a class."""

    cells: Sequence[str | Markup]
    anchor: str = ""
    kind: str = ""


def table(
    caption: str,
    head: Sequence[str],
    rows: Iterable[Row],
    *,
    figures: frozenset[int] = frozenset(),
    wide: frozenset[int] = frozenset(),
    sortable: bool = True,
) -> Markup:
    """Return a table with a caption, column scopes and a row header in each row.

    Parameters
    ----------
    caption
        What the table shows.
    head
        Column titles; the first column names the row.
    rows
        The rows; without any, a sentence says so.
    figures
        Columns of figures, set right.
    wide
        Columns of running text, kept wide enough to read.
    sortable
        Whether the rows are of one kind, so that a reader may sort and filter them.
    """
    classes = dict.fromkeys(figures, "so") | dict.fromkeys(wide, "rong")
    body = Markup("").join(_row(row, classes) for row in rows)
    if not body:
        body = Markup('<tr><td colspan="{}">{}</td></tr>').format(len(head), messages.NO_ROWS)
    titles = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(_class(column, classes), title)
        for column, title in enumerate(head)
    )
    return Markup(
        '<div class="cuon" role="region" tabindex="0" aria-label="{}"><table{}>'
        "<caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(
        messages.TABLE_REGION.format(caption=caption),
        Markup(" data-xep" if sortable else ""),
        caption,
        titles,
        body,
    )


def _row(row: Row, classes: dict[int, str]) -> Markup:
    first, *rest = row.cells
    cells = Markup("").join(
        Markup("<td{}>{}</td>").format(_class(column, classes), cell)
        for column, cell in enumerate(rest, start=1)
    )
    anchor = Markup(' id="{}"').format(row.anchor) if row.anchor else ""
    kind = Markup(' class="{}"').format(row.kind) if row.kind else ""
    return Markup('<tr{}{}><th scope="row">{}</th>{}</tr>').format(anchor, kind, first, cells)


def _class(column: int, classes: dict[int, str]) -> Markup:
    return Markup(' class="{}"').format(classes[column]) if column in classes else Markup("")


def with_reason(text: str, reason: str | None) -> Markup:
    """Return a figure and, below it in small type, the reason why it is missing or marked."""
    if not reason:
        return escape(text)
    return Markup('{}<small class="ly-do">{}</small>').format(text, reason)


def paragraph(text: str | Markup) -> Markup:
    """Return a paragraph."""
    return Markup("<p>{}</p>").format(text)


def items(texts: Iterable[str | Markup]) -> Markup:
    """Return an unordered list."""
    return Markup("<ul>{}</ul>").format(
        Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    )


def address(source: str) -> Markup:
    """Return a source as text, its addresses as plain links."""
    parts = []
    for part in source.split(" ; "):
        if part.startswith(("http://", "https://")):
            parts.append(Markup('<a href="{}" rel="noreferrer">{}</a>').format(part, part))
        else:
            parts.append(escape(part))
    return Markup("; ").join(parts)


def anchor(slug: str, code: str) -> str:
    """Return the id of a ledger line, for links from elsewhere.

    Examples
    --------
    >>> anchor("papi", "1.1")
    'papi-1.1'
    """
    return f"{slug}-{code}"
