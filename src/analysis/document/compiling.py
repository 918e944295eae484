"""A template made ready once and filled many times.

What does not depend on the plan is done when a template is first met: it is inspected, docxtpl
turns its parts into the code of templates, those are compiled, and the other parts of the file are
set in one font. What was compiled of a few files is kept, by their content: a file that changed is
another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import file_digest
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from lxml import etree

from analysis.document import comments, footnotes, layout, letterhead, tables
from analysis.document import messages as m
from analysis.document.door import Limits
from analysis.document.engine import MOST_LETTERS, TooLongError, environment, inspected
from analysis.document.package import is_wordml, needs_symbols, parts_of
from analysis.document.wordml import Styles
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2 import Template

MAIN, STYLES_PART = "word/document.xml", "word/styles.xml"
STYLES = (
    *tables.STYLES,
    *comments.STYLES,
    *footnotes.STYLES,
    *layout.STYLES,
    *letterhead.STYLES,
)
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that is ready to be filled; nothing of it changes from then on.

    Parameters
    ----------
    file
        The template's name, for faults.
    parts
        The parts of the file by name.
    templates
        Those that have tags, to be rendered; the document itself is always among them.
    styles, smaller
        The styles as the template has them, and with the letterhead in the decree's smaller sizes.
    """

    file: str
    parts: Mapping[str, bytes]
    templates: Mapping[str, Template]
    styles: Styles
    smaller: Styles

    def filled(self, context: Mapping[str, object]) -> dict[str, str]:
        """Return the rendered parts by name.

        Parameters
        ----------
        context
            Strings, lists and dicts.

        Raises
        ------
        FaultsError
            What the template prints is longer than any plan, or cannot be rendered.
        """
        place = Place(file=self.file)
        try:
            return {name: template.render(context) for name, template in self.templates.items()}
        except TemplateError as error:
            reason = m.REASON_SYNTAX.format(detail=error.message)
            raise FaultsError(m.TAG_BROKEN.at(place, reason=reason)) from error
        except TooLongError as error:
            most = MOST_LETTERS // 1_000_000
            raise FaultsError(m.OUTPUT_LARGE.at(place, most=most)) from error


def compiled(template: Path) -> Compiled:
    """Return a template ready to be filled, as it was kept or made anew.

    Parameters
    ----------
    template
        A .docx file.

    Raises
    ------
    FaultsError
        It is missing or damaged, brings along what it may not, is still under review, has faulty
        tags, or lacks styles: all that can be told of it at once.
    """
    return _compiled(template, _digest(template))


def forget() -> None:
    """Forget all templates that were made ready."""
    _compiled.cache_clear()


def _digest(template: Path) -> bytes:
    """Return what tells one content from another; of no file that the door turns away unread."""
    try:
        if template.stat().st_size > Limits().size:
            return b""
        with template.open("rb") as file:
            return file_digest(file, "sha256").digest()
    except OSError:
        return b""


@lru_cache(maxsize=_KEPT)
def _compiled(template: Path, digest: bytes) -> Compiled:  # noqa: ARG001 - tells contents apart
    file = template.name
    inspection = inspected(template)
    if inspection.faults:
        raise FaultsError(*inspection.faults)
    place = Place(file=file)
    if missing := [name for name in STYLES if name not in inspection.styles]:
        raise FaultsError(*(m.STYLE_MISSING.at(place, name=name) for name in missing))
    document = inspection.opened.docx
    comments.make_room(document)
    footnotes.make_room(document)
    parts = parts_of(document)
    if any(needs_symbols(data) for name, data in parts.items() if is_wordml(name)):
        raise FaultsError(m.SYMBOL_FONT.at(place))
    made = environment()
    templates = {
        part.partname.lstrip("/"): made.from_string(source)
        for part, source in inspection.sources.items()
    }
    styles = Styles(etree.fromstring(parts[STYLES_PART]))
    return Compiled(file, parts, templates, styles, letterhead.smaller(styles))
