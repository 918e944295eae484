"""The committed templates: what must stay true when an official edits them in Word."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from analysis.document.engine import environment
from analysis.document.render import STYLES, document_bytes
from analysis.document.tags import SHAPE, TagLinter
from analysis.document.wordml import Styles, paragraphs, style_id, text_of
from analysis.plan.text import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText

HEADINGS = {
    "KH Section": 0,
    "KH Heading 1": 1,
    "KH Heading 2": 2,
    "KH Heading 3": 3,
    "KH Criterion": 4,
    "KH Appendix Label": 0,
}


@pytest.fixture
def template(any_template: Path) -> Path:
    return any_template


@pytest.fixture
def data(template: Path) -> bytes:
    return template.read_bytes()


@pytest.fixture
def styles(data: bytes, part: Callable[..., etree._Element]) -> Styles:
    return Styles(part(data, "word/styles.xml"))


def test_it_has_every_style_that_the_code_names(styles: Styles) -> None:
    assert [name for name in STYLES if name not in styles] == []


def test_each_kind_of_paragraph_has_its_own_style(
    data: bytes, part: Callable[..., etree._Element], styles: Styles
) -> None:
    blocks = [(style_id(p), text_of(p)) for p in paragraphs(part(data))]
    kinds = {
        match.group(1): styles.name_of(blocks[index + 1][0])
        for index, (_, text) in enumerate(blocks)
        if (match := re.search(r'p\.kind == "(\w+)"', text))
    }
    assert kinds.keys() == set(get_args(ParagraphKind)) - {"body"}
    assert len(set(kinds.values())) == len(kinds)
    assert {"{%p else %}", "{%p elif loop.last %}"} <= {text for _, text in blocks}


@pytest.mark.parametrize(("name", "level"), HEADINGS.items())
def test_headings_stand_in_the_navigation_pane_and_stay_with_their_text(
    data: bytes, part: Callable[..., etree._Element], styles: Styles, name: str, level: int
) -> None:
    (style,) = (
        s
        for s in part(data, "word/styles.xml").iter(qn("w:style"))
        if s.get(qn("w:styleId")) == styles.id_of(name)
    )
    outline = next(style.iter(qn("w:outlineLvl")))
    assert outline.get(qn("w:val")) == str(level)
    assert next(style.iter(qn("w:keepNext")), None) is not None


def test_its_tags_are_known_and_every_name_of_a_plan_is_printed(
    data: bytes, part: Callable[..., etree._Element]
) -> None:
    text = "\n".join(map(text_of, paragraphs(part(data))))
    source = re.sub(r"(\{%)p |(\{\{)p ", r"\1\2 ", text)
    assert TagLinter(environment(), source, file="mau.docx").lint() == []
    assert all(re.search(rf"\b{name}\b", source) for name in SHAPE)


def test_the_readme_lists_every_name(template: Path) -> None:
    readme = template.with_name("README.md").read_text("utf-8")
    loops = {"body": "p", "appendices": "a"}
    for name, shape in SHAPE.items():
        assert f" {name} " in readme
        inner = shape[0] if isinstance(shape, list) else ""
        for field in inner if isinstance(inner, dict) else ():
            assert f"{loops[name]}.{field} " in readme
    assert all(f"`{kind}`" in readme for kind in get_args(ParagraphKind))
    assert template.name in readme


def test_it_names_one_font_and_no_colour(template: Path) -> None:
    with ZipFile(template) as package:
        xml = "".join(
            package.read(name).decode("utf-8")
            for name in package.namelist()
            if name.startswith("word/")
        )
    naming = re.findall(r'<w:rFonts [^>]*>|<w:font w:name="[^"]*"', xml)
    assert {name for element in naming for name in re.findall(r'="([^"]*)"', element)} == {
        "Times New Roman"
    }
    assert not re.search(r"Theme=|<w:(color|highlight|shd)\b|w:color=", xml)


def test_it_is_not_opened_in_compatibility_mode(
    data: bytes, part: Callable[..., etree._Element]
) -> None:
    (mode,) = part(data, "word/settings.xml").iter(qn("w:compatSetting"))
    assert (mode.get(qn("w:name")), mode.get(qn("w:val"))) == ("compatibilityMode", "15")


@pytest.mark.parametrize("superior", ["", "UBND TỈNH MINH HỌA"])
@pytest.mark.parametrize("appendices", [0, 1, 3])
def test_a_plan_may_have_or_lack_a_superior_body_and_appendices(
    plan: PlanText,
    template: Path,
    part: Callable[..., etree._Element],
    superior: str,
    appendices: int,
) -> None:
    some = replace(plan, superior=superior, appendices=plan.appendices[:appendices])
    letterhead = next(part(document_bytes(some, template=template)).iter(qn("w:tc")))
    above = [superior] if superior else []
    assert [text_of(p) for p in paragraphs(letterhead)] == [*above, *plan.issuer, ""]


def test_all_templates_share_their_styles_but_for_sizes(
    any_template: Path, part: Callable[..., etree._Element], styles: Styles
) -> None:
    first = part(any_template.with_name("province-narrative.docx").read_bytes(), "word/styles.xml")
    names = [name.get(qn("w:val"), "") for name in first.iter(qn("w:name"))]
    assert [name for name in names if name not in styles] == []
