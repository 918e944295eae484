"""The template engine: opens a Word template, checks its tags, makes of each part what is run.

A plan is rendered in this process, not in one of its own that could be killed: nothing is rendered
before `inspected` has found the package small (`door`), every tag whole and one of a few
(`scanning`), and every loop, as written and as docxtpl will run it, one over the plan's own lists,
never nested over a second one (`tags`).
What is left to bound, long texts printed many times over, stops at `MOST_LETTERS`. A template that
is only tried, not used, is rendered apart all the same (`trial`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from analysis.document import messages as m
from analysis.document.door import DAMAGED, let_in
from analysis.document.package import in_one_font
from analysis.document.scanning import (
    MOST_TAGS,
    crossing_faults,
    hidden_faults,
    line_faults,
    lines_of,
    look_warnings,
    readable,
)
from analysis.document.tags import TagLinter
from analysis.document.wordml import PARAGRAPH, RUN, Styles
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from docx.opc.part import Part

    from analysis.document.scanning import Line

__all__ = ["DAMAGED", "Inspection", "TooLongError", "environment", "inspected"]

MOST_LETTERS = 10_000_000
"""How long the XML of a rendered part may be; that of a long plan has a tenth."""

_MAIN = "/word/document.xml"
_TAG = re.compile(r"\{[{%][^{}]*[%}]\}")
_ONE_LINE = str.maketrans("\t\n", "  ")
_UNDER_REVIEW = {
    m.TRACKED_CHANGES: ("w:ins", "w:del", "w:moveFrom", "w:moveTo"),
    m.COMMENTS: ("w:commentRangeStart", "w:commentReference"),
}


class TooLongError(Exception):
    """What a template prints is longer than any plan."""


class _Bounded(ImmutableSandboxedEnvironment):
    """The sandbox, whose output ends at `MOST_LETTERS`."""

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        kept, room = [], MOST_LETTERS
        for piece in pieces:
            room -= len(piece)
            if room < 0:
                raise TooLongError
            kept.append(piece)
        return "".join(kept)

    def getattr(self, obj: object, attribute: str) -> object:
        """Look into a dict at once; the sandbox would try the dict's own methods first."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment() -> ImmutableSandboxedEnvironment:
    """Return the only environment that templates are rendered in.

    It escapes always (else ``< 50% & tăng`` loses its signs without a word), refuses unknown names,
    keeps templates away from Python and knows no ``range``, no filters and no tests.
    """
    made = _Bounded(autoescape=True, undefined=StrictUndefined)
    for known in (made.globals, made.filters, made.tests):
        known.clear()
    return made


@dataclass(frozen=True, slots=True)
class Inspection:
    """A template that was read and not run.

    `sources` holds what docxtpl makes of each part, the very code that will be run; it is empty
    where there are `faults`. `warnings` tell what prints but breaks easily, `paths` what the tags
    ask for, as in ``body[].text``.
    """

    opened: DocxTemplate
    styles: Styles
    sources: Mapping[Part, str]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    paths: frozenset[str]


def inspected(template: Path) -> Inspection:
    """Read a template and return all that is wrong with its package and its tags.

    Parameters
    ----------
    template
        A .docx file of any origin.

    Raises
    ------
    FaultsError
        DO-01, DO-02, DO-40 when it is missing, damaged or too large: then it cannot be read.
    """
    file = template.name
    package = let_in(template)
    opened = DocxTemplate(BytesIO(package.data))
    try:
        opened.render_init()
        styles = Styles(opened.docx.styles.element)
        parts = list(_parts(opened))
        properties = list(_properties(opened, file))
    except (*DAMAGED, OpcError, AttributeError, TypeError) as error:
        raise FaultsError(
            *(package.faults or [m.TEMPLATE_NOT_WORD.at(Place(file=file))])
        ) from error
    lines = {p.name: lines_of(p.root, file=file, part=p.name, styles=styles) for p in parts}
    faults = [*package.faults, *_review_faults(opened, file), *properties]
    paths: set[str] = set()
    for read in parts:
        hidden = list(hidden_faults(read.root, file=file, name=read.name or m.BODY_PART))
        faults += (*hidden, *_tag_faults(lines[read.name], paths, file=file, partial=bool(hidden)))
    every = [line for found in lines.values() for line in found]
    if (count := sum(1 for line in every for _ in line.tags())) > MOST_TAGS:
        faults.append(m.TAGS_MANY.at(Place(file=file), count=count, most=MOST_TAGS))
    sources: dict[Part, str] = {}
    if not faults:
        try:
            sources = {read.part: _source(opened, read) for read in parts}
        except MemoryError:
            raise
        except Exception as error:  # docxtpl trips over tables and parts that Word does not write
            faults.append(m.RENDER_FAILED.at(Place(file=file), detail=type(error).__name__))
    names = {read.part: read.name for read in parts}
    for part, source in sources.items():
        faults += TagLinter(environment(), source, file=file, part=names[part]).lint()
    warnings = tuple(warning for line in every for warning in look_warnings(line))
    return Inspection(opened, styles, sources, tuple(faults), warnings, frozenset(paths))


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A part that docxtpl renders, its name in Vietnamese (empty for the text itself), its XML."""

    part: Part
    name: str
    root: etree._Element


def _parts(opened: DocxTemplate) -> Iterator[_Rendered]:
    """Yield every part that docxtpl renders.

    docxtpl goes by relations and content types, so parts are looked for in the same way: a header
    is one under any file name.
    """
    main = opened.docx.part
    if main.partname != _MAIN:
        raise ValueError(main.partname)
    # Read again without python-docx, whose elements answer for the text of all that is within them.
    yield _Rendered(main, "", etree.fromstring(main.blob))
    beside = {opened.docx.styles.element.tag, opened.docx.settings.element.tag}
    if beside != {qn("w:styles"), qn("w:settings")}:
        raise ValueError(beside)
    counts: dict[str, int] = {}
    kinds = {RELATIONSHIP_TYPE.HEADER: "header", RELATIONSHIP_TYPE.FOOTER: "footer"}
    linked = [
        (kinds[relation.reltype], relation.target_part)
        for relation in main.rels.values()
        if relation.reltype in kinds
    ]
    noted = [
        ("footnotes", part)
        for part in main.package.iter_parts()
        if part.content_type == CONTENT_TYPE.WML_FOOTNOTES
    ]
    for kind, part in (*linked, *noted):
        if part.partname.ext != "xml":
            raise ValueError(part.partname)  # the door has not looked into it
        counts[kind] = counts.get(kind, 0) + 1
        number = f" {counts[kind]}" if counts[kind] > 1 else ""
        yield _Rendered(part, f"{m.PARTS[kind]}{number}", etree.fromstring(part.blob))


def _properties(opened: DocxTemplate, file: str) -> Iterator[Fault]:
    """Yield a fault for tags among the file's properties, which docxtpl would run too."""
    for name, called in m.PROPERTY_NAMES.items():
        value = str(getattr(opened.docx.core_properties, name) or "")
        if "{{" in value or "{%" in value or "{#" in value:
            place = Place(file=file, detail=m.PROPERTY_PLACE.format(name=called))
            yield m.TAG_BROKEN.at(place, reason=m.REASON_PROPERTY)


def _review_faults(opened: DocxTemplate, file: str) -> Iterator[Fault]:
    root = opened.docx.element
    for what, tags in _UNDER_REVIEW.items():
        if next(root.iter(*map(qn, tags)), None) is not None:
            yield m.TEMPLATE_UNDER_REVIEW.at(Place(file=file), what=what)


def _tag_faults(lines: list[Line], paths: set[str], *, file: str, partial: bool) -> Iterator[Fault]:
    """Yield the faults of a part's tags and note in `paths` what they ask for.

    Where tags are told already and left out (`partial`), those that pair with them are not judged.
    """
    found = [fault for line in lines for fault in line_faults(line)]
    found += crossing_faults(lines)
    yield from found
    source = "\n".join(map(readable, lines))
    linter = TagLinter(environment(), source, file=file, places=[line.place for line in lines])
    for fault in linter.lint():
        if not ((found or partial) and fault.code == m.TAG_BROKEN.code):
            yield fault
    paths |= linter.paths


def _source(opened: DocxTemplate, part: _Rendered) -> str:
    """Return what docxtpl makes of a part, the very code that will be run.

    In a crafted file that is not what stands in the paragraphs: docxtpl goes by the letters of the
    XML, and takes words of a box or of another namespace into the tag around them. Remarks in the
    XML and what Word noted of its sessions go, so that every ``<w:p>`` and ``<w:r>`` opens alike.
    """
    root = part.root
    etree.strip_tags(root, etree.Comment, etree.PI)
    for element in root.iter(PARAGRAPH, RUN):
        element.attrib.clear()
    if not part.name:
        body = next(root.iterchildren(qn("w:body")))
        root.replace(body, opened.fix_tables(etree.tostring(body, encoding="unicode")))
    source = opened.patch_xml(in_one_font(root))
    # Tags stay on one line: docxtpl makes line breaks of what is left of them.
    return str(opened.resolve_listing(_TAG.sub(lambda tag: tag[0].translate(_ONE_LINE), source)))
