"""Workbooks spoilt as packages: bytes, parts, XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.fuzz.case import Package

    Spoil = Callable[[Package, Random], None]

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_BOOK, _STYLES, _STRINGS = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def substituted(pattern: str, *texts: str, part: str = "", times: int = 1) -> Spoil:
    """Return a change of XML by a pattern, in a sheet unless a part is named."""

    def spoil(package: Package, chance: Random) -> None:
        name = part or chance.choice(package.sheets())
        xml = package.get(name)
        changed = re.sub(pattern, lambda m: m.expand(chance.choice(texts)), xml, count=times)
        package.put(name, changed)

    return spoil


def drop_part(package: Package, chance: Random) -> None:
    package.parts.pop(chance.randrange(len(package.parts)))


def repeat_part(package: Package, chance: Random) -> None:
    name, content = chance.choice(package.parts)
    package.parts.append((name, content[: chance.randrange(len(content))]))


def rename_part(package: Package, chance: Random) -> None:
    at = chance.randrange(len(package.parts))
    name, content = package.parts[at]
    package.parts[at] = (
        chance.choice((name.upper(), "/" + name, name.replace("/", "\\"))),
        content,
    )


def cut_part(package: Package, chance: Random) -> None:
    name, content = chance.choice(package.parts)
    package.put(name, content[: chance.randrange(len(content))])


def swap_parts(package: Package, chance: Random) -> None:
    (one, first), (two, second) = chance.sample(package.parts, 2)
    package.put(one, second)
    package.put(two, first)


def flip_in_part(package: Package, chance: Random) -> None:
    name, content = chance.choice(package.parts)
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        spoilt[chance.randrange(len(spoilt))] = chance.choice(b'<>&"=/ 09AZ\x00\xff')
    package.put(name, bytes(spoilt))


def other_encoding(package: Package, chance: Random) -> None:
    name = chance.choice([*package.sheets(), _BOOK, _STRINGS])
    xml = re.sub(r"^<\?xml[^>]*\?>", "", package.get(name))
    encoding, mark = chance.choice((("utf-16", True), ("utf-16-le", False), ("cp1258", True)))
    head = f'<?xml version="1.0" encoding="{encoding}"?>' if mark else ""
    package.put(name, (head + xml).encode(encoding, "xmlcharrefreplace"))


def traversing_names(package: Package, chance: Random) -> None:
    up = "../" * chance.randint(1, 9)
    for name in (f"{up}tmp/pwned.xml", f"{up}etc/cron.d/x", "/etc/passwd", "C:\\x.xml", "xl/../a"):
        package.parts.append((name, b"<a/>"))
    package.put(_RELATIONS, package.get(_RELATIONS).replace("worksheets/", f"{up}worksheets/", 1))


def chartsheet(package: Package, chance: Random) -> None:
    kind = chance.choice(("chartsheet", "dialogsheet", "externalLink", "macrosheet"))
    times = chance.choice((0, 1))
    relations = re.sub(r"relationships/worksheet\b", f"relationships/{kind}", _relations(package))
    once = _relations(package).replace("relationships/worksheet", f"relationships/{kind}", 1)
    package.put(_RELATIONS, once if times else relations)


def _relations(package: Package) -> str:
    return package.get(_RELATIONS)


def many_sheets(package: Package, chance: Random) -> None:
    """State thousands of sheets, all of them the same part, or as many parts."""
    count = chance.choice((59, 61, 1900, 5000))
    entry = '<sheet name="{0} 2023" sheetId="{0}" state="{1}" r:id="m{0}" xmlns:r="http://schemas'
    entry += '.openxmlformats.org/officeDocument/2006/relationships"/>'
    target = package.sheets()[0].removeprefix("xl/")
    rel = '<Relationship Id="m{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    rel += 'relationships/worksheet" Target="{1}"/>'
    numbers = range(100, 100 + count)
    state = chance.choice(("visible", "hidden"))
    sheets = "".join(entry.format(number, state) for number in numbers)
    links = "".join(rel.format(number, target) for number in numbers)
    package.put(_BOOK, package.get(_BOOK).replace("</sheets>", f"{sheets}</sheets>"))
    package.put(
        _RELATIONS, package.get(_RELATIONS).replace("</Relationships>", f"{links}</Relationships>")
    )


def huge_strings(package: Package, chance: Random) -> None:
    text = chance.choice(("=", "x", "ế", "😀")) * chance.choice((33_000, 400_000, 2_000_000))
    xml = package.get(_STRINGS).replace("<t>", f"<t>{text}", chance.choice((1, 3)))
    package.put(_STRINGS, xml)


def shuffled_rows(package: Package, chance: Random) -> None:
    name = chance.choice(package.sheets())
    xml = package.get(name)
    rows = re.findall(r"<row.*?</row>", xml, re.DOTALL)
    chance.shuffle(rows)
    body = "".join(rows).replace("\\", "")
    package.put(name, re.sub(r"<sheetData>.*</sheetData>", f"<sheetData>{body}</sheetData>", xml))


_FAR = ('r="A1048576"', 'r="XFD1048576"', 'r="XFD3"', 'r="A0"', 'r="ZZZZ1"', 'r="a2"', 'r=""')
_ROWS = ('r="1048576"', 'r="10000"', 'r="99999999999"', 'r="-5"', 'r="0"', 'r="x"', 'r="2.5"', "")
_MERGED = "</sheetData><mergeCells>{0}</mergeCells>"
_AFTER = (
    '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:F9"/></mergeCells>',
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>',
    '<mergeCells><mergeCell ref="x"/></mergeCells>',
    '<hyperlinks><hyperlink ref="A1:XFD1048576" location="=cmd"/></hyperlinks>',
    '<hyperlinks><hyperlink ref="B2" location="http://127.0.0.1:9/"/></hyperlinks>',
    '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>WEBSERVICE(A1)'
    "</formula1></dataValidation></dataValidations>",
    '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1">'
    "<formula>WEBSERVICE(A1)</formula></cfRule></conditionalFormatting>",
    '<conditionalFormatting sqref="A1"><cfRule type="zz" priority="1"/></conditionalFormatting>',
    '<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>',
    '<sheetProtection password="zz"/><autoFilter ref="A1:XFD1048576"/>',
    '<tableParts count="1"><tablePart id="rId99"/></tableParts>',
    '<legacyDrawing id="rId99"/>',
)

SPOILS: dict[str, Spoil] = {
    "a part dropped": drop_part,
    "a part twice": repeat_part,
    "a part renamed": rename_part,
    "a part cut off": cut_part,
    "two parts swapped": swap_parts,
    "bytes of a part changed": flip_in_part,
    "another encoding": other_encoding,
    "names that lead elsewhere": traversing_names,
    "sheets that are none": chartsheet,
    "many sheets": many_sheets,
    "huge texts": huge_strings,
    "rows in disorder": shuffled_rows,
    "a wrong size": substituted(
        r'<dimension ref="[^"]*"',
        '<dimension ref="A1"',
        '<dimension ref="A1:XFD1048576"',
        '<dimension ref="x"',
    ),
    "a cell far away": substituted(r'(<c )r="[^"]*"(?=[^<]*<v>)', *(rf"\1{r}" for r in _FAR)),
    "a last cell far away": substituted(
        "</sheetData>",
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
        '<row r="9999"><c r="WA9999"><v>1</v></c></row></sheetData>',
    ),
    "a row number": substituted(r'(<row )r="\d+"', *(rf"\1{r}" for r in _ROWS)),
    "rows without numbers": substituted(r'<row r="\d+"', "<row", times=0),
    "cells without references": substituted(r'<c r="[A-Z]+\d+"', "<c", times=0),
    "styles that are not there": substituted(
        r"(<c r=\"[A-Z]+\d+\")", r'\1 s="9999"', r'\1 s="-1"', r'\1 s="x"', times=0
    ),
    "a style that is not there": substituted(r"(<c r=\"[A-Z]+\d+\")", r'\1 s="7"'),
    "texts that are not there": substituted(r"<v>\d+</v>", "<v>99999</v>", "<v>-1</v>", "<v/>"),
    "kinds of cells": substituted(
        r' t="s"', ' t="zz"', ' t="b"', ' t="d"', "", ' t="str"', times=9
    ),
    "numbers as dates": substituted(r"(<xf [^>]*)numFmtId=\"0\"", r'\1numFmtId="14"', part=_STYLES),
    "no default style": substituted(r"<cellStyles>.*</cellStyles>", "", part=_STYLES),
    "no styles": substituted(r"<cellXfs.*?</cellXfs>", "", part=_STYLES),
    "something after the cells": substituted(
        "</sheetData>", *(f"</sheetData>{text}" for text in _AFTER)
    ),
    "hidden sheets": substituted(
        r'state="visible"', 'state="hidden"', 'state="veryHidden"', part=_BOOK, times=0
    ),
    "names of sheets": substituted(
        r'<sheet ([^>]*)name="[^"]*"',
        r'<sheet \1name=""',
        r'<sheet \1name="a/b:c*?"',
        r'<sheet \1name="LỖI"',
        rf'<sheet \1name="{"x" * 300}"',
        r'<sheet \1name="2023_PAPI"',
        part=_BOOK,
        times=0,
    ),
    "names that call": substituted(
        "</sheets>",
        "</sheets><definedNames><definedName name=\"x\">cmd|'/C calc'!A0</definedName>"
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">#REF!</definedName>'
        "</definedNames>",
        '</sheets><definedNames><definedName name="y" localSheetId="99">A1</definedName>'
        "</definedNames>",
        part=_BOOK,
    ),
    "an active sheet that is not there": substituted(
        r"activeTab=\"\d+\"", 'activeTab="99"', 'activeTab="-1"', part=_BOOK
    ),
    "another calendar": substituted("<workbookPr", '<workbookPr date1904="1"', part=_BOOK),
    "relations gone": lambda package, _: package.parts.remove(
        next(part for part in package.parts if part[0] == _RELATIONS)
    ),
    "another namespace": substituted(
        r"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "urn:x",
    ),
    "remarks between cells": substituted(r"(<row [^>]*>)", r"\1<!-- x --><?x y?>", times=3),
    "cells in cells": substituted(r"(<c [^>]*>)", r"\1<c><v>1</v></c><is/><row/>", times=3),
}


def truncated(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def prefixed(content: bytes, chance: Random) -> bytes:
    return chance.choice((b"\x00" * 10, b"MZ", b"PK\x03\x04", b"%PDF-1.4\n")) + content


def replaced(content: bytes, chance: Random) -> bytes:
    """Return something that is no workbook at all."""
    return chance.choice(
        (
            b"",
            _OLD,
            _OLD[:4],
            b"<html><table><tr><td>1</td></tr></table></html>",
            b"PK\x05\x06" + bytes(18),
            bytes(1000),
            chance.randbytes(3000),
            b"a,b\n1,2\n",
        )
    )


def marked_encrypted(content: bytes, chance: Random) -> bytes:
    """Return a package whose parts say that they are encrypted."""
    spoilt = bytearray(content)
    for match in re.finditer(rb"PK\x01\x02", content):
        spoilt[match.start() + 8] |= 1
    return bytes(spoilt)


BYTES = (truncated, truncated, flipped, flipped, flipped, prefixed, replaced, marked_encrypted)
