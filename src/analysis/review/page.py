"""The reviewer's page: an executed notebook through nbconvert and the project's own template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from analysis.errors import FaultsError, Place
from analysis.review import messages, page_messages, preview_messages
from analysis.review.html import linked
from analysis.review.policy import policy

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup
    from nbconvert import TemplateExporter
    from nbformat import NotebookNode

    from analysis.errors import Fault

STYLE, SCRIPT = "trang.css", "bang.js"

_BARE_PICTURE = re.compile(r"<img\b(?![^>]*\balt=)", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)

_LOADS = re.compile(
    r"""<(?:script|img|link|iframe|source|audio|video|embed|object|use|image)\b[^>]*?
        \b(?:src|href|srcset|data|xlink:href)\s*=\s*["']?\s*((?:https?:)?//[^"'\s>]+)
      | url\(\s*["']?\s*((?:https?:)?//[^"')\s]+)
      | @import\s+["']?((?:https?:)?//[^"'\s;]+)""",
    re.IGNORECASE | re.VERBOSE,
)


def outside_addresses(html: str) -> tuple[str, ...]:
    """Return every address that a page would load something from, each once.

    Plain links are no loading: a reader follows them, the page does not.

    Examples
    --------
    >>> outside_addresses('<a href="https://a.vn">a</a><img src="https://b.vn/c.png">')
    ('https://b.vn/c.png',)
    """
    found = (next(part for part in match.groups() if part) for match in _LOADS.finditer(html))
    return tuple(dict.fromkeys(found))


def page(
    notebook: NotebookNode,
    *,
    title: str,
    subtitle: str,
    template: Path,
    preview: Markup | None = None,
    code: bool = False,
) -> str:
    """Return the page made from an executed notebook.

    Parameters
    ----------
    notebook
        The executed notebook; its part before the first ``##`` heading is left out.
    title, subtitle
        The page's only ``h1`` and the line below it.
    template
        The folder of the nbconvert template, with the page's style sheet and script.
    preview
        The document's preview (`preview_section`), shown as the last section if there is one.
    code
        Whether the code of each cell stands above what it gave out, for analysts.

    Raises
    ------
    FaultsError
        RV-01 for anything the page would load from outside, RV-02 for a picture without a
        description, RV-03 when the template is broken, RV-30 for a script that is not its own.
    """
    opening, cells = _parts(notebook)
    texts = [cell.source.removeprefix("## ").strip() for cell in cells if _is_heading(cell)]
    if preview is not None:
        texts.append(preview_messages.TITLE)
    shown = notebook.copy()
    shown.cells = cells
    about: dict[str, object] = {
        "title": title,
        "subtitle": subtitle,
        "sections": [{"id": f"muc-{n}", "text": text} for n, text in enumerate(texts, start=1)],
        "preview": preview,
        "code": code,
        "opening": [cell.source for cell in opening if cell.cell_type == "code"],
        "words": {"opening": page_messages.OPENING, "code": page_messages.CODE},
    }
    try:
        style, script = ((template / name).read_text("utf-8") for name in (STYLE, SCRIPT))
        about |= {"style": style, "script": script, "policy": policy(style=style, script=script)}
        html, _ = _exporter(template).from_notebook_node(shown, resources={"page": about})
    except (TemplateError, OSError, ValueError) as error:
        place = Place(file=template.name)
        raise FaultsError(messages.TEMPLATE_BROKEN.at(place, cause=error)) from error
    faults = _faults(html, script=script)
    if faults:
        raise FaultsError(*faults)
    return linked(html)


def _exporter(template: Path) -> TemplateExporter:
    """Return nbconvert's exporter for a template of our own.

    Its exporter for HTML would read the finished page into a tree and write it out again, which
    takes most of the time and respells drawings.
    """
    # Kernels import this room for its figures; only the page needs nbconvert, a second to load.
    from nbconvert import TemplateExporter  # noqa: PLC0415

    return TemplateExporter(
        template_name=template.name,
        extra_template_basedirs=[str(template.parent)],
        template_extension=".html.j2",
        file_extension=".html",
    )


def _faults(html: str, *, script: str) -> list[Fault]:
    """Return what a finished page must not have."""
    faults = [
        messages.PAGE_LOADS_OUTSIDE.at(address=address) for address in outside_addresses(html)
    ]
    if _BARE_PICTURE.search(html):
        faults.append(messages.FILLER_ALT_TEXT.at())
    if _SCRIPT.search(html.replace(f"<script>{script}</script>", "", 1)):
        faults.append(page_messages.SCRIPT_IN_PAGE.at())
    return faults


def _parts(notebook: NotebookNode) -> tuple[list[NotebookNode], list[NotebookNode]]:
    """Return the cells before the first section heading, and from it on."""
    cells = list(notebook.cells)
    first = next((n for n, cell in enumerate(cells) if _is_heading(cell)), len(cells))
    return cells[:first], cells[first:]


def _is_heading(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "markdown" and cell.source.startswith("## "))
