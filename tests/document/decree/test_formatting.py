"""How letters and paragraphs are set in the end, and what automatic numbers print."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls
from lxml import etree
from tests.document.decree.edits import element

from analysis.document.decree.formatting import Formatting
from analysis.document.decree.numbering import read_numbering

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
    "</a:themeElements></a:theme>"
)
STYLES = """
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Body">
  <w:basedOn w:val="Normal"/>
  <w:pPr><w:jc w:val="both"/><w:ind w:firstLine="567"/></w:pPr>
  <w:rPr><w:sz w:val="28"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Bold">
  <w:basedOn w:val="Body"/><w:rPr><w:b/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Light">
  <w:basedOn w:val="Bold"/><w:rPr><w:b w:val="0"/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid">
  <w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:i/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Other"/></w:style>
<w:style w:type="paragraph" w:styleId="Other">
  <w:basedOn w:val="Ring"/><w:rPr><w:sz w:val="30"/></w:rPr>
</w:style>
"""


@pytest.fixture(scope="module")
def formatting() -> Formatting:
    root = etree.fromstring(f"<w:styles {nsdecls('w')}>{STYLES}</w:styles>")
    return Formatting(root, etree.fromstring(THEME))


@pytest.mark.parametrize(
    ("own", "paragraph", "name", "expected"),
    [
        ("", "Normal", "size", 11.0),
        ("", "Body", "size", 14.0),
        ("<w:sz w:val='26'/>", "Body", "size", 13.0),
        ("<w:szCs w:val='26'/>", "Body", "size", 14.0),
        ("<w:sz w:val='abc'/>", "Body", "size", 10.0),
        ("", "Bold", "bold", True),
        ("", "Light", "bold", False),
        ("<w:b w:val='false'/>", "Bold", "bold", False),
        ("<w:rStyle w:val='Strong'/>", "Body", "bold", True),
        ("<w:rStyle w:val='Strong'/>", "Bold", "bold", False),  # twice on is off
        ("<w:rStyle w:val='Strong'/><w:b/>", "Bold", "bold", True),
        ("", "Body", "fonts", ("Calibri", "Calibri")),
        ("<w:rFonts w:ascii='Arial' w:hAnsi='Tahoma'/>", "Body", "fonts", ("Arial", "Tahoma")),
        ("<w:color w:val='FF0000'/>", "Body", "color", "ff0000"),
        ("<w:color w:val='FF0000' w:themeColor='text1'/>", "Body", "color", "auto"),
        ("<w:u w:val='none'/>", "Body", "underline", ""),
        ("<w:shd w:fill='FFFF00'/>", "Body", "highlight", "ffff00"),
        ("", "Ring", "size", 15.0),
        ("", "Nobody", "size", 11.0),
    ],
)
def test_the_nearest_level_counts(
    formatting: Formatting, own: str, paragraph: str, name: str, expected: object
) -> None:
    properties = element(f"<w:rPr>{own}</w:rPr>")
    look = formatting.look(properties, paragraph=paragraph, table="")
    assert getattr(look, name) == expected


def test_a_table_style_stands_below_the_paragraphs(formatting: Formatting) -> None:
    assert formatting.look(None, paragraph="Normal", table="Grid").italic
    assert formatting.layout(None, paragraph="Normal", table="Grid").align == "center"
    assert formatting.layout(None, paragraph="Body", table="Grid").align == "both"


@pytest.mark.parametrize(
    ("own", "name", "expected"),
    [
        ("", "first", 567),
        ("<w:ind w:hanging='300'/>", "first", -300),
        ("<w:ind w:left='10mm'/>", "left", 567),
        ("<w:jc w:val='end'/>", "align", "right"),
        ("", "after", 160),
        ("<w:spacing w:after='120'/>", "after", 120),
        ("<w:spacing w:before='120'/>", "after", 160),
        ("<w:spacing w:afterAutospacing='1'/>", "after", 280),
        ("<w:spacing w:line='340' w:lineRule='exact'/>", "line_rule", "exact"),
        ("<w:keepNext/>", "keep_next", True),
    ],
)
def test_a_paragraph_is_laid_out_by_the_nearest_level(
    formatting: Formatting, own: str, name: str, expected: object
) -> None:
    layout = formatting.layout(element(f"<w:pPr>{own}</w:pPr>"), paragraph="Body", table="")
    assert getattr(layout, name) == expected


def test_a_file_without_styles_is_set_as_word_does() -> None:
    look = Formatting(None, None).look(None, paragraph="", table="")
    assert (look.size, look.fonts[0]) == (10.0, "Times New Roman")


def _list(*levels: tuple[str, str]) -> str:
    made = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
        for at, (form, text) in enumerate(levels)
    )
    return (
        f"<w:numbering><w:abstractNum w:abstractNumId='0'>{made}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='5'/></w:lvlOverride></w:num></w:numbering>"
    )


def test_automatic_numbers_are_those_that_word_prints() -> None:
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    numbering = read_numbering(element(_list(*levels)))
    depths = (0, 1, 1, 2, 2, 0, 1)
    assert [numbering.label("1", d) for d in depths] == ["I.", "1.", "2.", "a)", "b)", "II.", "1."]
    assert numbering.label("2", 0) == "V."
    assert numbering.label("9", 0) == ""


def test_bullets_of_any_shape_are_dashes() -> None:
    numbering = read_numbering(element(_list(("bullet", "\uf0b7"), ("bullet", "+"))))
    assert [numbering.label("1", 0), numbering.label("1", 1)] == ["-", "+"]
