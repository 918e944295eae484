"""How the texts of a form become numbered paragraphs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import details, draft, form

from analysis.errors import FaultsError
from analysis.plan.build import build_plan
from analysis.plan.draft import Numbering
from analysis.plan.form import indices_of
from analysis.plan.nodes import Item
from analysis.vietnamese import letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.draft import Draft
    from analysis.plan.nodes import ListStyle
    from analysis.plan.study import Study
    from analysis.plan.text import Paragraph

RULE = "full_marks"


@pytest.fixture
def lang_son(study: Callable[[str, int], Study]) -> Draft:
    return draft(study("Lạng Sơn", 2023), form=form())


@pytest.fixture
def body(study: Callable[[str, int], Study]) -> Callable[..., list[tuple[str, str]]]:
    """Return a maker of the paragraphs (kind and text) of a form's section."""

    def make(*content: dict[str, Any], **changes: Any) -> list[tuple[str, str]]:
        wanted = form(sections=[{"title": "Phần", "content": list(content)}], **changes)
        plan = build_plan(study("Lạng Sơn", 2023), form=wanted, details=None, rule=RULE)
        return [(paragraph.kind, paragraph.text) for paragraph in plan.body]

    return make


def items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(text=text) for text in texts)


def test_numbers_count_within_their_level() -> None:
    top = Numbering()
    assert [top.number(), top.number()] == ["1.", "2."]
    inside = top.inside()
    assert [inside.number(), inside.number(), inside.inside().number()] == [
        "2.1.",
        "2.2.",
        "2.2.1.",
    ]
    assert top.number() == "3."


def test_headings_are_of_three_levels_the_deepest_stays(lang_son: Draft) -> None:
    level = Numbering()
    kinds = []
    for _ in range(4):
        kinds.append(level.heading("Tên").kind)
        level = level.inside()
    assert kinds == ["heading_1", "heading_2", "heading_3", "heading_3"]


@pytest.mark.parametrize(
    ("style", "kind", "marks"),
    [
        ("paragraphs", "body", ["", ""]),
        ("numbered", "body", ["1. ", "2. "]),
        ("dotted", "body", ["1. ", "2. "]),
        ("lettered", "lettered", ["a) ", "b) "]),
        ("dashes", "dash", ["- ", "- "]),
        ("basis", "basis", ["", ""]),
        ("reference", "reference", ["", ""]),
    ],
)
def test_each_style_of_list_has_its_marks(
    lang_son: Draft, style: ListStyle, kind: str, marks: list[str]
) -> None:
    listed = lang_son.listed(items("một", "hai"), style, Numbering())
    assert [paragraph.kind for paragraph in listed] == [kind, kind]
    assert [paragraph.text for paragraph in listed] == [
        f"{marks[0]}Một",
        f"{marks[1]}Hai",
    ]


def test_letters_are_those_of_the_vietnamese_alphabet(lang_son: Draft) -> None:
    listed = lang_son.listed(items(*"12345"), "lettered", Numbering())
    assert [paragraph.text[:2] for paragraph in listed] == ["a)", "b)", "c)", "d)", "đ)"]
    points = list(islice(letters(), 25))
    whole = lang_son.listed(items(*points), "lettered", Numbering())
    assert [paragraph.text.partition(")")[0] for paragraph in whole] == points


def test_dashes_stand_below_their_item(lang_son: Draft) -> None:
    parted = (Item(text="một", dashes=("hai", "ba")), Item(text="bốn"))
    listed = lang_son.listed(parted, "lettered", Numbering())
    assert [paragraph.text for paragraph in listed] == ["a) Một", "- Hai", "- Ba", "b) Bốn"]
    assert [paragraph.kind for paragraph in listed] == ["lettered", "dash", "dash", "lettered"]


def test_sections_bear_roman_numerals_and_begin_their_own_count(lang_son: Draft) -> None:
    inner = {"heading": "Việc", "content": [{"text": "x."}]}
    sections = [{"title": title, "content": [inner, inner]} for title in ("Một", "Hai")]
    printed = build_plan(lang_son.study, form=form(sections=sections), details=None, rule=RULE)
    assert [(paragraph.kind, paragraph.text) for paragraph in printed.body] == [
        ("section", "I. MỘT"),
        ("heading_1", "1. Việc"),
        ("body", "X."),
        ("heading_1", "2. Việc"),
        ("body", "X."),
        ("section", "II. HAI"),
        ("heading_1", "1. Việc"),
        ("body", "X."),
        ("heading_1", "2. Việc"),
        ("body", "X."),
    ]


def test_headings_lists_and_blocks_of_one_level_share_a_count(
    body: Callable[..., list[tuple[str, str]]],
) -> None:
    inner = {"heading": "trong", "content": [{"list": "dotted", "text": ["a.", "b."]}]}
    printed = body(
        {"heading": "đầu", "content": [inner, {"heading": "sau", "content": [{"text": "c."}]}]},
        {"list": "numbered", "text": ["hai.", "ba."]},
        {"block": "targets", "style": "numbered"},
    )
    numbers = [text.split(" ")[0] for kind, text in printed if text[0].isdigit()]
    assert numbers == ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "2.", "3.", "4."]


def test_openings_and_closings_have_no_numbers_of_a_section(
    body: Callable[..., list[tuple[str, str]]],
) -> None:
    printed = body({"text": "giữa."}, opening=[{"text": "đầu."}], closing=[{"text": "cuối./."}])
    assert [text for _, text in printed] == ["Đầu.", "I. PHẦN", "Giữa.", "Cuối./."]


def test_a_plan_s_own_text_goes_before_the_form_s_of_the_same_name(
    study: Callable[[str, int], Study],
) -> None:
    own = details(texts={"goals": ["riêng của {ten_tinh}"], "removed": []})
    made = draft(study("Lạng Sơn", 2023), form=form(), details=own)
    usual = items("chung")
    assert [item.text for item in made.items("goals", usual)] == ["riêng của {ten_tinh}"]
    assert made.items("removed", usual) == ()
    assert made.items("other", usual) == usual
    assert made.items(None, usual) == usual


def test_a_plan_is_about_the_indices_that_it_names_else_the_form_s() -> None:
    wide = form(indices=["PAR INDEX", "SIPAS", "PAPI"])
    assert indices_of(wide, None) == ("PAR INDEX", "SIPAS", "PAPI")
    assert indices_of(wide, details()) == ("PAR INDEX", "SIPAS", "PAPI")
    assert indices_of(wide, details(indices=["SIPAS"])) == ("SIPAS",)


def test_a_result_that_is_not_known_brings_its_reason_in_the_text_s_order(
    study: Callable[[str, int], Study],
) -> None:
    made = draft(study("Sóc Trăng", 2023), form=form())

    def notes(text: str) -> list[str]:
        paragraph: Paragraph = made.paragraph("body", "", text)
        assert paragraph.text.count("chưa có số liệu") == len(paragraph.notes)
        return [note.partition(":")[0] for note in paragraph.notes]

    assert notes("Kết quả: {results_papi}.") == []
    assert notes("Kết quả: {results_par}; {results_sipas}; {results_papi}.") == [
        "PAR INDEX",
        "SIPAS",
    ]
    assert notes("Kết quả: {results_sipas}; {results_par}.") == ["SIPAS", "PAR INDEX"]
    assert notes("Nêu {results_par}, lại nêu {results_par}.") == ["PAR INDEX", "PAR INDEX"]


def test_a_text_that_names_what_nobody_knows_is_refused_with_the_form_s_name(
    lang_son: Draft,
) -> None:
    with pytest.raises(FaultsError) as caught:
        lang_son.fill("Giao {khong_ai}")
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.file) == ("PL-02", "thu.yml")
