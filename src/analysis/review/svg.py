"""Drawings without style sheets: a page can then refuse every style that is not its own."""

from __future__ import annotations

import re

_SHEET = re.compile(r"\s*<style\b[^>]*>\s*\*\s*\{([^}]*)\}\s*</style>")
_STYLE = re.compile(r'\bstyle="([^"]*)"')


def without_styles(svg: str) -> str:
    """Return a drawing whose styles are attributes; what held for all elements is inherited.

    Examples
    --------
    >>> without_styles('<svg><style>*{stroke: red}</style><path style="fill: none"/></svg>')
    '<svg stroke="red"><path fill="none"/></svg>'
    """
    sheets = _SHEET.findall(svg)
    bare = _STYLE.sub(lambda match: _attributes(match[1]), _SHEET.sub("", svg))
    inherited = "".join(f" {_attributes(sheet)}" for sheet in sheets)
    return re.sub(r"<svg\b", f"<svg{inherited}", bare, count=1)


def _attributes(declarations: str) -> str:
    pairs = (part.partition(":") for part in declarations.split(";") if part.strip())
    return " ".join(f'{name.strip()}="{value.strip()}"' for name, _, value in pairs)
