"""How letters and paragraphs are set in the end: own properties, styles, theme and defaults.

The order is that of ECMA-376, 17.7.2: direct properties, character style, paragraph style, table
style, defaults; properties that are on or off add up over styles (17.7.3).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from analysis.document.decree.model import Align, Layout, Look
from analysis.document.decree.names import DRAWING, path, switched_on, tag_of, value, w, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_ALIGN: dict[str, Align] = {
    "start": "left",
    "left": "left",
    "end": "right",
    "right": "right",
    "center": "center",
    "both": "both",
    "distribute": "both",
    "thaiDistribute": "both",
}
_FACTORY_FONT = "Times New Roman"


class Formatting:
    """The styles and the theme of a file, asked for the look of a run or paragraph.

    Parameters
    ----------
    styles
        The ``w:styles`` element, None if the file has none.
    theme
        The theme part, None if the file has none.
    """

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        found = [] if styles is None else list(styles.iter(w("style")))
        self._by_id = {value(style, "styleId"): style for style in found}
        self._root = styles
        self._default = {
            value(style, "type"): value(style, "styleId")
            for style in found
            if value(style, "default").lower() in ("1", "true", "on")
        }
        self._theme = theme
        self._chains: dict[str, tuple[etree._Element, ...]] = {}

    def style_of(self, paragraph: etree._Element) -> str:
        """Return the id of a paragraph's style, the default one when none is named."""
        named = value(paragraph.find(path("pPr", "pStyle")))
        return named if named in self._by_id else self._default.get("paragraph", "")

    def table_style(self, table: etree._Element) -> str:
        """Return the id of a table's style."""
        named = value(table.find(path("tblPr", "tblStyle")))
        return named if named in self._by_id else self._default.get("table", "")

    def chain(self, style: str) -> tuple[etree._Element, ...]:
        """Return a style and those it is based on, nearest first; a ring ends where it closes."""
        if style not in self._chains:
            found: list[etree._Element] = []
            seen: set[str] = set()
            name = style
            while name in self._by_id and name not in seen:
                seen.add(name)
                found.append(self._by_id[name])
                name = value(self._by_id[name].find(w("basedOn")))
            self._chains[style] = tuple(found)
        return self._chains[style]

    def look(self, own: etree._Element | None, *, paragraph: str, table: str) -> Look:
        """Return how the letters of a run are set.

        Parameters
        ----------
        own
            The run's ``w:rPr``.
        paragraph, table
            The ids of the styles of the paragraph and the table around it.
        """
        character = "" if own is None else value(own.find(w("rStyle")))
        groups = [
            [p for s in self.chain(style) if (p := s.find(w("rPr"))) is not None]
            for style in (character, paragraph, table)
        ]
        levels = [*([] if own is None else [own]), *(p for group in groups for p in group)]
        levels += self._run_defaults
        size = _nearest(levels, "sz")
        points = whole(size)
        underline = value(_nearest(levels, "u"))
        return Look(
            size=10.0 if points is None else points / 2,
            bold=self._toggled("b", own, groups),
            italic=self._toggled("i", own, groups),
            caps=self._toggled("caps", own, groups),
            underline="" if underline == "none" else underline,
            color=_color(_nearest(levels, "color")),
            highlight=_highlight(levels),
            raised=value(_nearest(levels, "vertAlign")) in ("superscript", "subscript"),
            hidden=self._toggled("vanish", own, groups),
            fonts=(self._font("ascii", levels), self._font("hAnsi", levels)),
        )

    def layout(
        self,
        own: etree._Element | None,
        *,
        paragraph: str,
        table: str,
        numbered: etree._Element | None = None,
    ) -> Layout:
        """Return how a paragraph is set; `numbered` are the properties of its automatic number."""
        levels = [] if own is None else [own]
        levels += [] if numbered is None else [numbered]
        for style in (paragraph, table):
            levels += [p for s in self.chain(style) if (p := s.find(w("pPr"))) is not None]
        levels += self._paragraph_defaults
        spacing = [e for level in levels if (e := level.find(w("spacing"))) is not None]
        indents = [e for level in levels if (e := level.find(w("ind"))) is not None]
        return Layout(
            align=_ALIGN.get(value(_nearest(levels, "jc")), "left"),
            left=_measure(indents, "left", "start"),
            right=_measure(indents, "right", "end"),
            first=_first_line(indents),
            before=_gap(spacing, "before"),
            after=_gap(spacing, "after"),
            line=_measure(spacing, "line") or 240,
            line_rule=next((r for e in spacing if (r := value(e, "lineRule"))), "auto"),
            keep_next=switched_on(_nearest(levels, "keepNext")),
            contextual=switched_on(_nearest(levels, "contextualSpacing")),
            page_break_before=switched_on(_nearest(levels, "pageBreakBefore")),
        )

    @cached_property
    def _run_defaults(self) -> list[etree._Element]:
        return self._defaults("rPrDefault", "rPr")

    @cached_property
    def _paragraph_defaults(self) -> list[etree._Element]:
        return self._defaults("pPrDefault", "pPr")

    def _defaults(self, *tags: str) -> list[etree._Element]:
        found = None if self._root is None else self._root.find(path("docDefaults", *tags))
        return [] if found is None else [found]

    def _toggled(
        self, tag: str, own: etree._Element | None, groups: list[list[etree._Element]]
    ) -> bool:
        direct = None if own is None else own.find(w(tag))
        if direct is not None:
            return switched_on(direct)
        if switched_on(_nearest(self._run_defaults, tag)):
            return True
        return sum(switched_on(_nearest(group, tag)) for group in groups) % 2 == 1

    def _font(self, slot: str, levels: Iterable[etree._Element]) -> str:
        for level in levels:
            fonts = level.find(w("rFonts"))
            if theme := value(fonts, f"{slot}Theme"):
                return self._faces.get(theme[:5], "") or value(fonts, slot) or theme
            if font := value(fonts, slot):
                return font
        return _FACTORY_FONT

    @cached_property
    def _faces(self) -> dict[str, str]:
        """The theme's Latin fonts, by the first letters of ``majorHAnsi`` and ``minorHAnsi``."""
        found = {}
        for kind in ("major", "minor"):
            step = f".//{{{DRAWING}}}{kind}Font/{{{DRAWING}}}latin"
            latin = None if self._theme is None else self._theme.find(step)
            found[kind] = "" if latin is None else str(latin.get("typeface", ""))
        return found


def _nearest(levels: Iterable[etree._Element], tag: str) -> etree._Element | None:
    return next((e for level in levels if (e := level.find(w(tag))) is not None), None)


def _color(element: etree._Element | None) -> str:
    if value(element, "themeColor") in ("text1", "dark1"):
        return "auto"
    return value(element).lower() or "auto"


def _highlight(levels: list[etree._Element]) -> str:
    marked = value(_nearest(levels, "highlight"))
    shade = _nearest(levels, "shd")
    fill = value(shade, "fill").lower()
    if marked and marked != "none":
        return marked
    return "" if fill in ("", "auto", "ffffff") else fill


def _measure(elements: list[etree._Element], *names: str) -> int:
    found = (n for e in elements for name in names if (n := whole(e, name)) is not None)
    return next(found, 0)


def _first_line(indents: list[etree._Element]) -> int:
    """Return the indent of the first line; below zero for a hanging one."""
    for element in indents:
        if (hanging := whole(element, "hanging")) is not None:
            return -hanging
        if (first := whole(element, "firstLine")) is not None:
            return first
    return 0


def _gap(spacing: list[etree._Element], side: str) -> int:
    """Return the space before or after; an automatic one is 14 points, as browsers have it."""
    for element in spacing:
        if value(element, f"{side}Autospacing").lower() in ("1", "true", "on"):
            return 280
        if (length := whole(element, side)) is not None:
            return length
    return 0


def borders(element: etree._Element | None) -> Iterator[tuple[str, str, int]]:
    """Yield the side, kind and size (eighths of a point) of each border that is drawn."""
    for border in () if element is None else element:
        kind = value(border)
        if kind not in ("", "nil", "none"):
            yield tag_of(border).rpartition("}")[2], kind, whole(border, "sz") or 0
