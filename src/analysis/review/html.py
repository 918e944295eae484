"""Fragments of HTML: everything that comes from data is escaped, every table has a caption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup, escape

from analysis.review import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FIGURE = re.compile(r'<data value="(?P<ref>[^"]*)">(?P<text>[^<]*)</data>')
_SOURCE_ID = re.compile(r'id="(nguon-[^"]*)"')

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


def with_reason(text: str | Markup, reason: str | None) -> Markup:
    """Return a figure and, below it in small type, the reason why it is missing or marked."""
    if not reason:
        return escape(text)
    return Markup('{}<small class="ly-do">{}</small>').format(text, reason)


def sourced(text: str, ref: str) -> Markup:
    """Return a figure with the name of its source; the page makes a link of it (`linked`)."""
    return Markup('<data value="{}">{}</data>').format(ref, text)


def source_anchor(ref: str) -> str:
    """Return the id of a figure's line among the sources.

    Examples
    --------
    >>> source_anchor("papi/20/2022/1.1/score")
    'nguon-papi-20-2022-1.1-score'
    """
    return f"nguon-{ref.replace('/', '-')}"


def linked(html: str) -> str:
    """Return a page in which every figure leads to the line of its source, as far as there is one.

    Examples
    --------
    >>> linked('<data value="a/b">5</data><tr id="nguon-a-b">')
    '<a class="nguon" href="#nguon-a-b">5</a><tr id="nguon-a-b">'
    """
    known = set(_SOURCE_ID.findall(html))

    def link(figure: re.Match[str]) -> str:
        name = source_anchor(figure["ref"])
        if name not in known:
            return figure["text"]
        return f'<a class="nguon" href="#{name}">{figure["text"]}</a>'

    return _FIGURE.sub(link, html)


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


def task_anchor(slug: str, task: str) -> str:
    """Return the id of a task's row.

    Examples
    --------
    >>> task_anchor("papi", "t-1")
    'papi-nhiem-vu-t-1'
    """
    return f"{slug}-nhiem-vu-{task}"


def target_anchor(slug: str, code: str) -> str:
    """Return the id of a criterion's row in the table of targets."""
    return f"{slug}-muc-tieu-{code}"


def fact_anchor(slug: str, code: str, fact: str) -> str:
    """Return the id of a published fact's row."""
    return f"{slug}-doi-chieu-{code}-{fact}"
