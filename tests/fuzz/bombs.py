"""Workbooks made to fill the memory or the day, or to fetch something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.fuzz import rawzip
from tests.fuzz.case import Case
from tests.fuzz.rawzip import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from analysis.reference import IndexName

    Pieces = Sequence[tuple[bytes, int]]

_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml."
_PACKAGE = b"http://schemas.openxmlformats.org/package/2006/"
_TYPES = (
    b'<Types xmlns="' + _PACKAGE + b'content-types"><Default Extension="rels" ContentType="'
    b'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    b'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="' + _TYPE +
    b'sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="' + _TYPE +
    b'styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="' + _TYPE +
    b'sharedStrings+xml"/></Types>'
)  # fmt: skip
_HEAD, _END = b"<worksheet " + _MAIN + b"><sheetData>", b"</sheetData></worksheet>"
_ROW = b'<row><c t="inlineStr"><is><t>x</t></is></c></row>'
_SIX_HUNDRED = b"<row>" + b"<c><v>1</v></c>" * 600 + b"</row>"
_LAUGHS = b"<!DOCTYPE z [" + b'<!ENTITY a0 "haha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(12)
) + b"]>"  # fmt: skip
_QUADRATIC = b'<!DOCTYPE z [<!ENTITY a12 "' + b"x" * 100_000 + b'">]>'
_MANY = b"&a12;" * 5000


def _relation(number: int, kind: bytes, target: bytes, *, outside: bool = False) -> bytes:
    mode = b' TargetMode="External"' if outside else b""
    words = (number, _OFFICE, kind, target, mode)
    return b'<Relationship Id="rId%d" Type="%s/%s" Target="%s"%s/>' % words


def _relations(*relations: bytes) -> bytes:
    head = b'<Relationships xmlns="' + _PACKAGE + b'relationships">'
    return head + b"".join(relations) + b"</Relationships>"


def _package(sheets: Sequence[Pieces], *more: Part) -> list[Part]:
    """Return the parts of a workbook with these sheets; `more` come instead of parts or beside."""
    numbers = range(1, len(sheets) + 1)
    named = b"".join(b'<sheet name="S%d" sheetId="%d" r:id="rId%d"/>' % (n, n, n) for n in numbers)
    book = b'<workbook xmlns:r="%s" %s><sheets>%s</sheets></workbook>' % (_OFFICE, _MAIN, named)
    links = [_relation(n, b"worksheet", b"worksheets/sheet%d.xml" % n) for n in numbers]
    links += [_relation(900, b"sharedStrings", b"sharedStrings.xml")]
    links += [_relation(901, b"styles", b"styles.xml")]
    whole = _relations(_relation(1, b"officeDocument", b"xl/workbook.xml"))
    parts = {
        "[Content_Types].xml": [(_TYPES, 1)],
        "_rels/.rels": [(whole, 1)],
        "xl/workbook.xml": [(book, 1)],
        "xl/_rels/workbook.xml.rels": [(_relations(*links), 1)],
        "xl/styles.xml": [(b"<styleSheet " + _MAIN + b"/>", 1)],
        "xl/sharedStrings.xml": [(b"<sst " + _MAIN + b"><si><t>a</t></si></sst>", 1)],
        **{f"xl/worksheets/sheet{n}.xml": list(sheets[n - 1]) for n in numbers},
    }
    found = {name: Part(name, pieces) for name, pieces in parts.items()}
    return list((found | {part.name: part for part in more}).values())


def _filled(piece: bytes, size: int) -> tuple[bytes, int]:
    """Return a piece so often that it fills a size, in blocks that compress well."""
    block = piece * max(1, 50_000 // len(piece))
    return block, max(1, size // len(block))


def _sheet(
    piece: bytes, size: int = 55_000_000, *, before: bytes = b"", after: bytes = b""
) -> Pieces:
    return [(_HEAD + before, 1), _filled(piece, size), (after + _END, 1)]


def _strings(
    piece: bytes, size: int = 19_000_000, *, before: bytes = b"", after: bytes = b""
) -> Part:
    head, end = b"<sst " + _MAIN + b">" + before, after + b"</sst>"
    return Part("xl/sharedStrings.xml", [(head, 1), _filled(piece, size), (end, 1)])


def _styles(group: bytes, piece: bytes) -> Part:
    head, end = b"<styleSheet " + _MAIN + b"><" + group + b">", b"</" + group + b"></styleSheet>"
    return Part("xl/styles.xml", [(head, 1), _filled(piece, 19_000_000), (end, 1)])


def _behind(piece: bytes, before: bytes, after: bytes, size: int = 55_000_000) -> Pieces:
    """Return a sheet with a list of something behind its cells."""
    return [
        (_HEAD + _ROW + b"</sheetData>" + before, 1),
        _filled(piece, size),
        (after + b"</worksheet>", 1),
    ]


_PLAIN: Pieces = [(_HEAD + _ROW + _END, 1)]
_GIGABYTES: Pieces = [(_HEAD, 1), (b" " * 10_000_000, 300), (_END, 1)]
_LONG = b"<si><t>" + b"=x" * 9_000_000 + b"</t></si>"
_REFERRING = b'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 500


def _far(reference: bytes, row: int) -> Pieces:
    return [
        (_HEAD + b'<row r="%d"><c r="%s%d"><v>1</v></c></row>' % (row, reference, row) + _END, 1)
    ]


def _wide(rows: int) -> Pieces:
    row = b'<row><c r="WA1"><v>1</v></c></row>'
    return [(_HEAD, 1), (row * 100, rows // 100), (_END, 1)]


def _listed_again(times: int) -> list[Part]:
    """Return a workbook of so many sheets that are one and the same part."""
    parts = {part.name: part for part in _package([_PLAIN] * times)}
    kept = {name: part for name, part in parts.items() if "worksheets" not in name}
    links = kept["xl/_rels/workbook.xml.rels"].pieces[0][0]
    links = re.sub(rb"sheet\d+\.xml", b"sheet.xml", links)
    kept["xl/_rels/workbook.xml.rels"] = Part("xl/_rels/workbook.xml.rels", [(links, 1)])
    return [*kept.values(), Part("xl/worksheets/sheet.xml", _sheet(b"<row/>", 3_000_000))]


def _declared(part: str, declaration: bytes, content: bytes) -> list[Part]:
    """Return a workbook one part of which begins with a declaration of entities."""
    parts = {item.name: item for item in _package([_PLAIN])}
    (whole, _), *_rest = parts[part].pieces
    return _package([_PLAIN], Part(part, [(declaration + whole.replace(b">x<", content), 1)]))


def _packages() -> dict[str, list[Part]]:
    lying = Part("[Content_Types].xml", [(_TYPES, 1), (b" " * 10_000_000, 300)], stated=1000)
    many = b"".join(b' a%d="1"' % n for n in range(150_000))
    return {
        "gigabytes of blanks": _package([_GIGABYTES]),
        "gigabytes in a part that claims to be small": _package([_PLAIN], lying),
        "gigabytes in a sheet that claims to be small": _package(
            [_PLAIN], Part("xl/worksheets/sheet1.xml", _GIGABYTES, stated=5000)
        ),
        "a part packed in another way": _package(
            [_PLAIN], Part("[Content_Types].xml", [(_TYPES, 1)], method=14)
        ),
        "cells in one row": _package([_sheet(b"<c/>", before=b"<row>", after=b"</row>")]),
        "cells with figures": _package([_sheet(_SIX_HUNDRED)]),
        "cells without anything": _package([_sheet(b"<row>" + b"<c/>" * 600 + b"</row>")]),
        "rows without anything": _package([_sheet(b"<row/>")]),
        "formulas": _package([_sheet(b"<row>" + b"<c><f>1</f></c>" * 500 + b"</row>", 19_000_000)]),
        "elements nobody knows": _package([_sheet(b"<z/>")]),
        "elements in elements": _package([_sheet(b"<a>")]),
        "fewer elements in elements": _package([_sheet(b"<a>", 300_000)]),
        "one endless remark": _package([_sheet(b"> ", before=b"<!--", after=b"-->")]),
        "remarks": _package([_sheet(b"<!--x-->")]),
        "one endless figure": _package(
            [_sheet(b"1", before=b"<row><c><v>", after=b"</v></c></row>")]
        ),
        "one endless text": _package(
            [_sheet(b"=x", before=b'<row><c t="str"><v>', after=b"</v></c></row>")]
        ),
        "an endless attribute": _package([_sheet(b"x", before=b'<row r="', after=b'"/>')]),
        "attributes of a row": _package([[(_HEAD + b"<row" + many + b"/>" + _END, 1)]]),
        "attributes of the workbook": _package(
            [_PLAIN], Part("xl/workbook.xml", [(b"<workbook " + _MAIN + many + b"/>", 1)])
        ),
        "texts without anything": _package([_PLAIN], _strings(b"<si/>")),
        "short texts": _package([_PLAIN], _strings(b"<si><t>x</t></si>")),
        "one text of many runs": _package(
            [_PLAIN], _strings(b"<r><t>x</t></r>", before=b"<si>", after=b"</si>")
        ),
        "one long text in many cells": _package(
            [_sheet(_REFERRING, 4_000_000)], _strings(b"<si/>", 0, before=_LONG)
        ),
        "formats of cells": _package([_PLAIN], _styles(b"cellXfs", b"<xf/>")),
        "fonts": _package([_PLAIN], _styles(b"fonts", b"<font/>")),
        "formats of numbers": _package(
            [_PLAIN], _styles(b"numFmts", b'<numFmt numFmtId="200" formatCode="0"/>')
        ),
        "named formats": _package([_PLAIN], _styles(b"cellStyles", b'<cellStyle xfId="0"/>')),
        "merged cells": _package(
            [_behind(b'<mergeCell ref="A1:B2"/>', b"<mergeCells>", b"</mergeCells>")]
        ),
        "merged cells over everything": _package(
            [_behind(b'<mergeCell ref="A1:XFD1048576"/>', b"<mergeCells>", b"</mergeCells>", 100)]
        ),
        "hyperlinks over everything": _package(
            [_behind(b'<hyperlink ref="A1:XFD99999"/>', b"<hyperlinks>", b"</hyperlinks>", 100)]
        ),
        "conditional formats": _package(
            [_behind(b'<conditionalFormatting sqref="A1"/>', b"", b"", 19_000_000)]
        ),
        "columns": _package([_behind(b'<col min="1" max="16384"/>', b"<cols>", b"</cols>")]),
        "sheets with a cell in the last row": _package([_far(b"A", 1_048_576)] * 60),
        "sheets with a cell in row 10000": _package([_far(b"WA", 10_000)] * 60),
        "one sheet listed again and again": _listed_again(5000),
        "some sheets without a size": _package([_sheet(b"<row/>", 900_000)] * 59),
        "sheets of wide rows": _package([_wide(9_900)] * 60),
    }


def _entities(port: int) -> dict[str, list[Part]]:
    outside = b"http://127.0.0.1:%d/" % port
    fetched = b'<!DOCTYPE z [<!ENTITY a12 SYSTEM "%s">]>' % (outside + b"entity")
    local = b'<!DOCTYPE z [<!ENTITY a12 SYSTEM "file:///etc/hostname">]>'
    remote = b'<!DOCTYPE z SYSTEM "%s">' % (outside + b"dtd")
    names = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml")
    cases: dict[str, list[Part]] = {}
    for name in (*names, "xl/sharedStrings.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"):
        cases[f"entities of entities in {name}"] = _declared(name, _LAUGHS, b">&a12;<")
        cases[f"a long entity in {name}"] = _declared(name, _QUADRATIC, b">" + _MANY + b"<")
        cases[f"an entity to fetch in {name}"] = _declared(name, fetched, b">&a12;<")
        cases[f"a local entity in {name}"] = _declared(name, local, b">&a12;<")
        cases[f"a declaration to fetch in {name}"] = _declared(name, remote, b">x<")
    return cases


def _links(port: int) -> dict[str, list[Part]]:
    outside = b"http://127.0.0.1:%d/" % port
    sheet = b"xl/worksheets/_rels/sheet1.xml.rels".decode()
    cells = b'<row><c t="str"><f>[1]S!A1</f><v>=[1]S!A1</v></c><c><f>WEBSERVICE("%s")</f></c></row>'
    cells += b"<row><c t=\"str\"><f>cmd|'/C calc'!A0</f><v>=cmd|'/C calc'!A0</v></c></row>"
    content = _HEAD + cells % outside + b"</sheetData>"
    linked = content + b'<hyperlinks><hyperlink ref="A1" r:id="rId1" xmlns:r="%s"/></hyperlinks>'
    end = b"</worksheet>"
    book = {part.name: part for part in _package([_PLAIN])}["xl/workbook.xml"].pieces[0][0]
    references = b'<externalReferences><externalReference r:id="rId7"/></externalReferences>'
    dde = b'<externalLink %s><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>' % _MAIN
    sheets = _relation(1, b"worksheet", b"worksheets/sheet1.xml")
    return {
        "hyperlinks and formulas that fetch": _package(
            [[(linked % _OFFICE + end, 1)]],
            Part(sheet, [(_relations(_relation(1, b"hyperlink", outside, outside=True)), 1)]),
        ),
        "a drawing and a picture elsewhere": _package(
            [[(content + b'<drawing r:id="rId1" xmlns:r="%s"/>' % _OFFICE + end, 1)]],
            Part(sheet, [(_relations(_relation(1, b"drawing", outside, outside=True)), 1)]),
        ),
        "another workbook and a program": _package(
            [[(content + end, 1)]],
            Part("xl/workbook.xml", [(book.replace(b"</sheets>", b"</sheets>" + references), 1)]),
            Part(
                "xl/_rels/workbook.xml.rels",
                [(_relations(sheets, _relation(7, b"externalLink", b"externalLinks/a.xml")), 1)],
            ),
            Part("xl/externalLinks/a.xml", [(dde, 1)]),
            Part(
                "xl/externalLinks/_rels/a.xml.rels",
                [(_relations(_relation(1, b"externalLinkPath", outside, outside=True)), 1)],
            ),
        ),
        "a sheet elsewhere": _package(
            [_PLAIN],
            Part(
                "xl/_rels/workbook.xml.rels",
                [(_relations(_relation(1, b"worksheet", outside, outside=True)), 1)],
            ),
        ),
    }


def _writer(parts: list[Part], share: float) -> Callable[[Path], Path]:
    return lambda folder: rawzip.write(folder / "2023.xlsx", parts, share=share)


def workbooks(port: int, *, share: float) -> Iterator[Case]:
    """Return every workbook; `port` is where somebody listens for what is fetched.

    A `share` below 1 makes them smaller, so that more of them are read to their end.
    """
    for name, parts in (_packages() | _entities(port) | _links(port)).items():
        indices: tuple[IndexName, ...] = ("PAPI", "PAR INDEX") if name in _BOTH else ("PAPI",)
        for index in indices:
            yield Case(f"bomb: {name}; {index}", index, _writer(parts, share))


_BOTH = ("one long text in many cells", "sheets of wide rows", "cells with figures")
