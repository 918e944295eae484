"""What holds of every document that we make, whatever its form, year and unit."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.builders.schema import disorder

from analysis.document.checks import text_faults
from analysis.document.context import strings
from analysis.document.decree import check, read_rules
from analysis.document.wordml import PARAGRAPH, Styles, paragraphs, style_id, text_of
from analysis.vietnamese import breakable, mended, typeset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.document.decree import Rule
    from analysis.plan.text import PlanText
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

    Part = Callable[..., etree._Element]

WARNED = {"ND-11", "PL-15"}
"""Warnings that are right: a cited document of unknown day, a row taller than a page."""

DECORATION = ("w:drawing", "w:pict", "w:object")
ALPHABET = "abcdđeghiklmnopqrstuvxy"
ROW = qn("w:tr")
LEVEL = f"{qn('w:pPr')}/{qn('w:outlineLvl')}"


@pytest.fixture(scope="module")
def rules(paths: Paths) -> tuple[Rule, ...]:
    return read_rules(paths.raw / "reference" / "decree30.yml")


def test_it_breaks_no_rule_of_the_decree(
    data: bytes, name: str, rules: tuple[Rule, ...], inputs: Inputs, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(data)
    found = check(path, rules=rules, places=inputs.places)
    assert [one for one in found if one.severity == "error"] == []
    assert {one.rule for one in found if one.severity == "warning"} <= WARNED


def test_its_elements_stand_in_the_order_of_the_schema(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as package:
        parts = {n: package.read(n) for n in package.namelist() if n.startswith("word/")}
    found = {
        part: sorted(set(disorder(etree.fromstring(xml))))
        for part, xml in parts.items()
        if part.endswith(".xml")
    }
    assert {part: told for part, told in found.items() if told} == {}


def test_its_properties_name_the_plan_its_language_and_nobody(data: bytes, part: Part) -> None:
    told = {
        str(element.tag).partition("}")[2]: element.text or ""
        for element in part(data, "docProps/core.xml")
    }
    assert told["title"].startswith("KẾ HOẠCH ")
    assert (told["creator"], told["language"]) == ("", "vi-VN")
    defaults = part(data, "word/styles.xml").find(qn("w:docDefaults"))
    assert defaults is not None
    assert {lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))} == {"vi-VN"}


def test_its_headings_are_headings_and_skip_no_level(data: bytes, part: Part) -> None:
    root = part(data, "word/styles.xml")
    levels = {
        str(style.get(qn("w:styleId"))): int(str(level.get(qn("w:val"))))
        for style in root.iter(qn("w:style"))
        if (level := style.find(LEVEL)) is not None
    }
    headings = [p for p in paragraphs(part(data)) if style_id(p) in levels]
    assert [text_of(p) for p in headings if not text_of(p).strip()] == []
    order = [(levels[style_id(p)], text_of(p)) for p in headings]
    assert order[0][0] == 0
    skipped = [after for before, after in pairwise(order) if after[0] > before[0] + 1]
    assert skipped == []


def test_every_table_is_described_and_repeats_its_header(data: bytes, part: Part) -> None:
    styles = Styles(part(data, "word/styles.xml"))
    tables = list(part(data).iter(qn("w:tbl")))
    for table in tables:
        look = table.find(qn("w:tblPr"))
        assert look is not None
        for told in ("w:tblCaption", "w:tblDescription"):
            words = look.find(qn(told))
            assert words is not None
            assert words.get(qn("w:val"))
    listed = [t for t in tables if _style(t) == styles.id_of("KH Table")]
    assert len(tables) - len(listed) == 2  # the letterhead and the closing
    for table in listed:
        heads = [next(row.iter(qn("w:tblHeader")), None) is not None for row in table.iter(ROW)]
        assert heads == [True] + [False] * (len(heads) - 1)


def _style(table: etree._Element) -> str:
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    return "" if look is None else str(look.get(qn("w:val")))


def test_nothing_in_it_is_only_for_the_eye(data: bytes, part: Part) -> None:
    root = part(data)
    assert next(root.iter(*map(qn, DECORATION)), None) is None
    lines = [p for p in root.iter(PARAGRAPH) if p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None]
    assert lines
    assert {text_of(line) for line in lines} == {""}  # a reader passes over empty paragraphs


def test_its_words_are_clean_before_they_are_set(printed: PlanText) -> None:
    assert text_faults(printed) == []
    for place, text in strings(printed):
        words = breakable(text)
        assert mended(words) == words, place
        assert typeset(text) in (text, typeset(words)), place


def test_its_lettered_points_go_follow_the_vietnamese_alphabet(printed: PlanText) -> None:
    letters = [p.text[0] for p in printed.body if p.kind == "lettered"]
    for before, after in pairwise(letters):
        assert after == "a" or before + after in ALPHABET


def test_a_lead_stays_with_what_it_announces(data: bytes, part: Part) -> None:
    body = part(data).find(qn("w:body"))
    assert body is not None
    leads = [p for p in body.iterchildren(PARAGRAPH) if text_of(p).endswith(":")]
    alone = [text_of(p) for p in leads if p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None]
    assert alone == []
