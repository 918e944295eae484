"""The reviewer's page: an executed notebook through nbconvert and the project's own template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from analysis.errors import FaultsError, Place
from analysis.review import messages, preview_messages
from analysis.review.html import linked

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup
    from nbformat import NotebookNode

# nbconvert's own words for a picture without a description.
_FILLER = "No description has been provided for this image"

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
) -> str:
    """Return the page made from an executed notebook.

    Parameters
    ----------
    notebook
        The executed notebook; its part before the first ``##`` heading is left out.
    title, subtitle
        The page's only ``h1`` and the line below it.
    template
        The folder of the nbconvert template.
    preview
        The document's preview (`preview_section`), shown as the last section if there is one.

    Raises
    ------
    FaultsError
        RV-01 for anything the page would load from outside, RV-02 for a picture without a
        description, RV-03 when the template is broken.
    """
    # Kernels import this room for its figures; none of them needs nbconvert, a second to load.
    from nbconvert import HTMLExporter  # noqa: PLC0415

    cells = _body(notebook)
    texts = [cell.source.removeprefix("## ").strip() for cell in _headings(cells)]
    if preview is not None:
        texts.append(preview_messages.TITLE)
    sections = [{"id": f"muc-{number}", "text": text} for number, text in enumerate(texts, start=1)]
    exporter = HTMLExporter(
        template_name=template.name,
        extra_template_basedirs=[str(template.parent)],
        require_js_url="",
        jquery_url="",
        mathjax_url="",
        mermaid_js_url="",
        mermaid_layout_elk_js_url="",
        jupyter_widgets_base_url="",
        widget_renderer_url="",
    )
    shown = notebook.copy()
    shown.cells = cells
    about = {"title": title, "subtitle": subtitle, "sections": sections, "preview": preview}
    try:
        html, _ = exporter.from_notebook_node(shown, resources={"page": about})
    except (TemplateError, OSError, ValueError) as error:
        place = Place(file=template.name)
        raise FaultsError(messages.TEMPLATE_BROKEN.at(place, cause=error)) from error
    faults = [
        messages.PAGE_LOADS_OUTSIDE.at(address=address) for address in outside_addresses(html)
    ]
    if _FILLER in html:
        faults.append(messages.FILLER_ALT_TEXT.at())
    if faults:
        raise FaultsError(*faults)
    return linked(str(html))


def _body(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the cells from the first section heading on."""
    cells = list(notebook.cells)
    first = next((n for n, cell in enumerate(cells) if cell in _headings(cells)), len(cells))
    return cells[first:]


def _headings(cells: list[NotebookNode]) -> list[NotebookNode]:
    return [
        cell for cell in cells if cell.cell_type == "markdown" and cell.source.startswith("## ")
    ]
