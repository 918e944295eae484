"""What can be said of a page's accessibility: rules of its text, and axe-core in a browser."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe
from lxml import html as lxml_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
GRAVE = ("serious", "critical")

# Rows built alike are judged alike: one of each build is left to axe, which takes its time. What
# is drawn is paths without text.
_THIN = """() => {
  document.querySelectorAll("svg").forEach((drawing) => drawing.replaceChildren());
  for (const table of document.querySelectorAll("table")) {
    const seen = new Set();
    for (const row of [...table.tBodies[0].rows]) {
      const inside = [...row.querySelectorAll("*")].map((node) => node.tagName + node.className);
      const build = row.className + inside.join();
      if (seen.has(build)) row.remove();
      seen.add(build);
    }
  }
}"""


def grave_violations(sheet: Page, *, widths: tuple[int, ...] = (1280, 360)) -> list[str]:
    """Return what axe-core finds serious or critical, at each width, in light and dark.

    The page is thinned out for it: do this last.
    """
    sheet.evaluate(_THIN)
    found = []
    for width in widths:
        sheet.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            sheet.emulate_media(color_scheme=scheme)
            rules = TAGS if scheme == "light" else CONTRAST
            options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
            found += [
                f"{width} {scheme}: {one['id']}, {len(one['nodes'])} × {one['nodes'][0]['html']}"
                for one in Axe().run(sheet, options=options).response["violations"]
                if one["impact"] in GRAVE
            ]
    return found


def faults_of(text: str) -> list[str]:
    """Return what a page's text breaks of the rules that need no browser."""
    root: Any = lxml_html.fromstring(text)
    return [*_headings(root), *_tables(root), *_pictures(root), *_anchors(root)]


def _headings(root: Any) -> Iterator[str]:
    if root.get("lang") != "vi":
        yield "the page does not say that it is Vietnamese"
    levels = [int(node.tag[1]) for node in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield "there is not one h1, first of all headings"
    for here, after in pairwise(levels):
        if after > here + 1:
            yield f"h{after} follows h{here}"


def _tables(root: Any) -> Iterator[str]:
    for table in root.iter("table"):
        caption = table.findtext("caption")
        if not caption:
            yield "a table has no caption"
        for cell in table.findall("thead/tr/th"):
            if cell.get("scope") != "col" or not cell.text_content().strip():
                yield f"{caption}: a column has no title or scope"
        for cell in table.findall("tbody/tr/th"):
            if cell.get("scope") != "row":
                yield f"{caption}: a row header has no scope"


def _pictures(root: Any) -> Iterator[str]:
    for drawing in root.iter("svg"):
        if drawing.get("role") != "img" or not _named(drawing):
            yield "a drawing has no role or no description"
    for picture in root.iter("img"):
        if picture.get("alt") is None:
            yield "a picture has no description"


def _named(drawing: Any) -> bool:
    label = drawing.get("aria-label") or drawing.findtext("title")
    return bool(label and label.strip())


def _anchors(root: Any) -> Iterator[str]:
    ids = [node.get("id") for node in root.iter() if node.get("id") is not None]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"the id {name} stands twice"
    known = set(ids)
    for node in root.iter():
        for name in ("href", "xlink:href", "{http://www.w3.org/1999/xlink}href"):
            target = node.get(name) or ""
            if target.startswith("#") and target[1:] not in known:
                yield f"{target} leads nowhere"
