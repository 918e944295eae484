"""The template engine: opens a Word template, checks its tags, fills it with plain data.

A plan is rendered in this process, not in one of its own that could be killed: nothing is rendered
before `inspected` has found the package small (`door`), every tag whole and one of a few
(`scanning`), and every loop, as written and as docxtpl will run it, one over the plan's own lists,
never nested over a second one (`tags`).
What is left to bound, long texts printed many times over, stops at `MOST_LETTERS`. A template that
is only tried, not used, is rendered apart all the same (`trial`).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from analysis.document import messages as m
from analysis.document.door import DAMAGED, let_in
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
from analysis.document.wordml import Styles
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from docx.document import Document

    from analysis.document.scanning import Line

__all__ = ["DAMAGED", "Inspection", "environment", "filled", "inspected"]

MOST_LETTERS = 10_000_000
"""How long the XML of a rendered part may be; that of a long plan has a tenth."""

_MAIN = "/word/document.xml"
_UNDER_REVIEW = {
    m.TRACKED_CHANGES: ("w:ins", "w:del", "w:moveFrom", "w:moveTo"),
    m.COMMENTS: ("w:commentRangeStart", "w:commentReference"),
}


class _TooLongError(Exception):
    """What a template prints is longer than any plan."""


class _Bounded(ImmutableSandboxedEnvironment):
    """The sandbox, whose output ends at `MOST_LETTERS`."""

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        kept, room = [], MOST_LETTERS
        for piece in pieces:
            room -= len(piece)
            if room < 0:
                raise _TooLongError
            kept.append(piece)
        return "".join(kept)


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

    `faults` are its errors and `warnings` what prints but breaks easily, `paths` what its tags ask
    for, as in ``body[].text``.
    """

    opened: DocxTemplate
    styles: Styles
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
    lines = {name: lines_of(root, file=file, part=name, styles=styles) for name, root in parts}
    faults = [*package.faults, *_review_faults(opened, file), *properties]
    paths: set[str] = set()
    for name, root in parts:
        hidden = list(hidden_faults(root, file=file, name=name or m.BODY_PART))
        faults += (*hidden, *_tag_faults(lines[name], paths, file=file, partial=bool(hidden)))
    every = [line for part in lines.values() for line in part]
    if (count := sum(1 for line in every for _ in line.tags())) > MOST_TAGS:
        faults.append(m.TAGS_MANY.at(Place(file=file), count=count, most=MOST_TAGS))
    if not faults:
        faults += (fault for part in parts for fault in _faults_as_run(opened, *part, file=file))
    warnings = tuple(warning for line in every for warning in look_warnings(line))
    return Inspection(opened, styles, tuple(faults), warnings, frozenset(paths))


def filled(template: Path, context: Mapping[str, object]) -> Document:
    """Return the template filled with `context`.

    Parameters
    ----------
    template
        A .docx file.
    context
        Strings, lists and dicts.

    Returns
    -------
    docx.document.Document
        The document, not yet saved; tables and section ends are still marks.

    Raises
    ------
    FaultsError
        The template is missing or damaged, brings along what it may not, is still under review, or
        has faulty tags: all of them at once. Or the document would be too long.
    """
    inspection = inspected(template)
    if inspection.faults:
        raise FaultsError(*inspection.faults)
    opened, place = inspection.opened, Place(file=template.name)
    try:
        # docxtpl repairs broken XML in silence; a tag that cuts across the structure must be told.
        etree.fromstring(opened.build_xml(dict(context), environment()))
        opened.render(dict(context), environment())
    except etree.XMLSyntaxError as error:
        raise FaultsError(m.TAGS_CROSS.at(place)) from error
    except TemplateError as error:
        reason = m.REASON_SYNTAX.format(detail=error.message)
        raise FaultsError(m.TAG_BROKEN.at(place, reason=reason)) from error
    except _TooLongError as error:
        most = MOST_LETTERS // 1_000_000
        raise FaultsError(m.OUTPUT_LARGE.at(place, most=most)) from error
    except MemoryError:
        raise
    except Exception as error:  # docxtpl trips over tables and parts that Word does not write
        raise FaultsError(m.RENDER_FAILED.at(place, detail=type(error).__name__)) from error
    document: Document = opened.docx
    return document


def _parts(opened: DocxTemplate) -> Iterator[tuple[str, etree._Element]]:
    """Yield every part that docxtpl renders, by its name in Vietnamese.

    docxtpl goes by relations and content types, so parts are looked for in the same way: a header
    is one under any file name.
    """
    main = opened.docx.part
    if main.partname != _MAIN:
        raise ValueError(main.partname)
    # Read again without python-docx, whose elements answer for the text of all that is within them.
    yield "", etree.fromstring(main.blob)
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
        yield f"{m.PARTS[kind]}{number}", etree.fromstring(part.blob)


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


def _faults_as_run(
    opened: DocxTemplate, part: str, root: etree._Element, *, file: str
) -> Iterator[Fault]:
    """Yield the faults of what docxtpl makes of a part, the very code that will be run.

    In a crafted file that is not what stands in the paragraphs: docxtpl goes by the letters of the
    XML, and takes words of a box or of another namespace into the tag around them.
    """
    source = opened.patch_xml(etree.tostring(root, encoding="unicode"))
    yield from TagLinter(environment(), source, file=file, part=part).lint()
