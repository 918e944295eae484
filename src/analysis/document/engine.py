"""The template engine: opens a Word template, checks its tags, fills it with plain data."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, is_zipfile

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from analysis.document import messages as m
from analysis.document.tags import TagLinter
from analysis.errors import Fault, FaultsError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docx.document import Document

DAMAGED = (
    BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,  # a part is encrypted
)
_UNDER_REVIEW = {
    m.TRACKED_CHANGES: ("w:ins", "w:del", "w:moveFrom", "w:moveTo"),
    m.COMMENTS: ("w:commentRangeStart", "w:commentReference"),
}


def environment() -> ImmutableSandboxedEnvironment:
    """Return the only environment that templates are rendered in.

    It escapes always (else ``< 50% & tăng`` loses its signs without a word), refuses unknown names
    and keeps templates away from Python.
    """
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


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
        The template is missing or damaged, is still under review, or has faulty tags: all of them
        at once.
    """
    opened = _opened(template)
    faults = [*_review_faults(opened, template.name), *_tag_faults(opened, template.name)]
    if faults:
        raise FaultsError(*faults)
    try:
        # docxtpl repairs broken XML in silence; a tag that cuts across the structure must be told.
        etree.fromstring(opened.build_xml(dict(context), environment()))
        opened.render(dict(context), environment())
    except etree.XMLSyntaxError as error:
        raise FaultsError(m.TAGS_CROSS.at(Place(file=template.name))) from error
    except TemplateError as error:
        reason = m.REASON_SYNTAX.format(detail=error.message)
        raise FaultsError(m.TAG_BROKEN.at(Place(file=template.name), reason=reason)) from error
    document: Document = opened.docx
    return document


def _opened(template: Path) -> DocxTemplate:
    place = Place(file=template.name)
    if not template.is_file():
        raise FaultsError(m.TEMPLATE_MISSING.at(place))
    if not is_zipfile(template):
        raise FaultsError(m.TEMPLATE_NOT_WORD.at(place))
    opened = DocxTemplate(template)
    try:
        _read_all(template)
        opened.render_init()
    except DAMAGED as error:
        raise FaultsError(m.TEMPLATE_NOT_WORD.at(place)) from error
    return opened


def _read_all(template: Path) -> None:
    """Read every part once, so that damage shows here and not half-way through."""
    with ZipFile(template) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(data)
                if name == "word/document.xml" and root.find(qn("w:body")) is None:
                    raise ValueError(name)


def _review_faults(opened: DocxTemplate, file: str) -> Iterator[Fault]:
    root = opened.docx.element
    for what, tags in _UNDER_REVIEW.items():
        if next(root.iter(*map(qn, tags)), None) is not None:
            yield m.TEMPLATE_UNDER_REVIEW.at(Place(file=file), what=what)


def _tag_faults(opened: DocxTemplate, file: str) -> Iterator[Fault]:
    reader = environment()
    for part, xml in _parts(opened):
        yield from TagLinter(reader, opened.patch_xml(xml), file=file, part=part).lint()


def _parts(opened: DocxTemplate) -> Iterator[tuple[str, str]]:
    """Yield every part that docxtpl renders: its name in Vietnamese, its XML."""
    yield "", opened.get_xml()
    for part in opened.docx.part.package.iter_parts():
        kind = re.sub(r"\d*\.xml$", "", part.partname.filename)
        if kind in m.PARTS:
            yield m.PARTS[kind], part.blob.decode("utf-8")
