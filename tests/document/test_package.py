"""The file itself: one font, no traces, the same bytes for the same plan."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest

from analysis.document.render import document_bytes
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from analysis.plan.text import PlanText

FONT_NAMES = re.compile(r'="([^"]*)"')
NAMING = re.compile(r'<w:rFonts [^>]*>|<w:font w:name="[^"]*"|typeface="[^"]*"')
THEME = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi" '
    'w:eastAsia="MS Mincho"/>'
)


def parts(data: bytes) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            yield name, package.read(name).decode("utf-8")


def fonts(data: bytes) -> set[str]:
    naming = (element for _, xml in parts(data) for element in NAMING.findall(xml))
    return {name for element in naming for name in FONT_NAMES.findall(element)}


def test_no_part_names_another_font(rendered: bytes) -> None:
    assert fonts(rendered) == {"Times New Roman"}


def test_fonts_that_word_left_in_the_template_become_ours(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    template = edited(
        '<w:b/><w:bCs/><w:sz w:val="26"/>', THEME + "<w:b/><w:bCs/>", "word/styles.xml"
    )
    assert fonts(document_bytes(small_plan, template=template)) == {"Times New Roman"}
    more = '<w:font w:name="Calibri"/><w:font w:name="Times New Roman">'
    template = edited('<w:font w:name="Times New Roman">', more, "word/fontTable.xml")
    assert fonts(document_bytes(small_plan, template=template)) == {"Times New Roman"}


@pytest.mark.parametrize("sign", ["\uf0b7", "&#xF0B7;"])
def test_signs_of_symbol_fonts_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], sign: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        document_bytes(small_plan, template=edited("Nơi nhận:", f"{sign} Nơi nhận:"))
    assert [fault.code for fault in caught.value.faults] == ["DO-11"]


def test_nothing_is_coloured(rendered: bytes) -> None:
    for _, xml in parts(rendered):
        assert not re.search(r"<w:(color|highlight|shd)\b|w:color=|themeColor", xml)


def test_the_same_plan_gives_the_same_bytes(
    plan: PlanText, template: Path, rendered: bytes
) -> None:
    assert document_bytes(plan, template=template) == rendered


def test_no_time_is_kept(rendered: bytes) -> None:
    with ZipFile(BytesIO(rendered)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for name, xml in parts(rendered):
        assert "w:date=" not in xml, name
        assert "dcterms:" not in xml, name


def test_the_properties_hold_the_title_and_no_person_or_program(
    plan: PlanText, rendered: bytes
) -> None:
    properties = docx.Document(BytesIO(rendered)).core_properties
    assert properties.title == f"{plan.kind} {plan.title}"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.language == "vi-VN"
    assert not any("python" in xml.lower() for _, xml in parts(rendered))


def test_what_word_noted_about_its_user_is_dropped(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    person = "<dc:creator>Cán bộ A</dc:creator>"
    template = edited("<dc:creator></dc:creator>", person, "docProps/core.xml")
    data = document_bytes(small_plan, template=template)
    assert not any("Cán bộ A" in xml for _, xml in parts(data))


def test_the_text_is_vietnamese_to_word(rendered: bytes) -> None:
    styles = dict(parts(rendered))["word/styles.xml"]
    assert set(re.findall(r'<w:lang w:val="([^"]*)"', styles)) == {"vi-VN"}
    assert not any("<w:lang" in xml for name, xml in parts(rendered) if name != "word/styles.xml")
