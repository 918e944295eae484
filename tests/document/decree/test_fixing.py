"""Mending the form: each breach of pure form goes, no word does, nothing else breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.document.decree.edits import Parts, copied, edited, layout, letters, words
from tests.document.decree.mending import content, mender, rules_of
from tests.document.decree.rules import test_body as body
from tests.document.decree.rules import test_closing as closing
from tests.document.decree.rules import test_letterhead as letterhead
from tests.document.decree.rules import test_page as page
from tests.document.decree.test_checking import tabbed

from analysis.document.decree.fixes import MENDERS
from analysis.document.decree.fixing import fix, fix_json, fix_text
from analysis.document.decree.rules import CHECKS
from analysis.document.render import document_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.document.decree.edits import Edit
    from tests.document.decree.mending import Fix

    from analysis.document.decree import Rule
    from analysis.plan.text import PlanText


CASES = [
    *letterhead.CASES,
    *page.CASES,
    *(case for case in body.CASES if case[1] is not body.table_in_body),
    *closing.CASES,
]
KEPT = {
    # What asks for words, for a place, or for a choice. All other changes of `CASES` are mended.
    *("META-02", "META-03", "META-04", "QH-01", "QH-03", "TN-01", "CQ-01", "CQ-09", "CQ-10"),
    *("SKH-02", "SKH-04", "SKH-05", "SKH-08", "DD-01", "DD-02", "DD-03", "DD-04", "DD-06"),
    *("TL-05", "TL-06", "PAGE-10", "PAGE-11", "PAGE-18", "PAGE-19", "ND-09", "ND-10", "ND-11"),
    *("ND-13", "ND-22", "ND-23", "ND-24", "ND-25", "VT-01", "VT-02", "KY-02", "KY-03", "KY-05"),
    *("KY-06", "KY-08", "KY-09", "NN-03", "NN-04", "NN-05", "NN-06", "NN-07", "PL-01", "PL-05"),
    *(
        "PL-08",
        "PL-13",
        "PL-14",
        "PL-17",
        "KHAC-02",
        "KHAC-03",
        "VH-01",
        "VH-02",
        "VH-03",
        "VH-04",
        "VH-06",
    ),
    *("VH-08", "VH-10", "VH-11"),
}
BY_HAND = {
    # Breaches of a mendable rule that only a person can mend.
    "a narrow right column": {"QH-04"},
    "a gap below the national name": {"TN-05"},
    "no colon": {"SKH-01"},
    "a symbol in small letters": {"SKH-06"},
    "a date in the row above": {"DD-07"},
    "a gap below the type": {"TL-02"},
    "no number at all": {"PAGE-14"},
    "no number in an appendix": {"PAGE-15"},
    "layout by blanks": {"ND-27"},
    "a part in Arabic digits": {"ND-14"},
    "a section of articles in Roman digits": {"ND-15"},
    "an article without a dot": {"ND-16"},
    "Latin letters": {"ND-20"},
    "a dot after the letter": {"ND-20"},
    "a point left out": {"ND-20"},
    "a table wider than the text": {"ND-26"},
    "a name in capitals": {"KY-07"},
    "Nơi nhận without a colon": {"NN-01"},
    "a misspelt label": {"NN-01"},
    "a colon after the label": {"PL-03"},
    "an urgent document without a frame": {"KHAC-01"},
}
MENDED = [(n, e, w) for n, e, w in CASES if w and not w <= KEPT | BY_HAND.get(n, set())]
LOOKS = {name: edit for name, edit, _ in MENDED if edit.__qualname__.startswith(("letters", "lay"))}


@pytest.fixture(scope="session")
def mend(rules: tuple[Rule, ...], tmp_path_factory: pytest.TempPathFactory) -> Fix:
    return mender(rules, tmp_path_factory.mktemp("fix"))


def test_these_rules_have_a_mender_and_no_others() -> None:
    assert set(MENDERS) <= set(CHECKS)
    assert not set(MENDERS) & KEPT
    assert " ".join(sorted(MENDERS)) == (
        "CQ-02 CQ-06 CQ-07 CQ-08 DD-05 DD-07 KHAC-01 KHAC-04 KY-01 KY-07 KY-10 "
        "ND-01 ND-02 ND-03 ND-04 ND-05 ND-06 ND-07 ND-08 ND-14 ND-15 ND-16 ND-17 ND-18 ND-19 "
        "ND-20 ND-26 ND-27 NN-01 NN-02 "
        "PAGE-01 PAGE-02 PAGE-03 PAGE-04 PAGE-05 PAGE-06 PAGE-07 PAGE-08 PAGE-09 PAGE-12 PAGE-13 "
        "PAGE-14 PAGE-15 PAGE-16 PAGE-17 PL-03 PL-04 PL-06 PL-09 PL-10 PL-11 PL-15 "
        "QH-02 SKH-01 SKH-06 SKH-07 TL-01 TL-02 TL-03 TL-04 TN-02 TN-03 TN-04 TN-05"
    )
    assert len(MENDERS) == 64


def test_every_rule_with_a_mender_is_mended_in_some_case() -> None:
    seen = {rule for name, _, broken in MENDED for rule in broken - BY_HAND.get(name, set())}
    assert set(MENDERS) - seen == {"CQ-06", "ND-15", "ND-16", "KHAC-01"}  # tested below


@pytest.mark.parametrize(("name", "edit", "broken"), MENDED, ids=[case[0] for case in MENDED])
def test_a_breach_of_form_is_mended_and_nothing_else_changes(
    province: bytes, judged: Fix, mend: Fix, name: str, edit: Edit, broken: set[str]
) -> None:
    spoilt = edited(province, edit)
    mended = mend(spoilt)
    stays = (KEPT | BY_HAND.get(name, set())) & broken
    assert broken - stays <= rules_of(mended.fixed)
    assert rules_of(mended.left) <= HINTS | stays
    assert content(mended.data) == content(spoilt)


HINTS = {"ND-21"}
ASKS_FOR_WORDS = (
    "a misspelt national name",
    "no zero before 5",
    "a symbol in small letters",
    "a font of TCVN3",
    "2/7",
    "a point left out",
    "a name in capitals",
    "a signature in another row",
    "a comma at the end",
    "a gap below the type",
)


@pytest.mark.parametrize("name", ASKS_FOR_WORDS)
def test_what_asks_for_other_words_is_left_as_it_is(province: bytes, mend: Fix, name: str) -> None:
    edit, broken = next(case[1:] for case in CASES if case[0] == name)
    spoilt = edited(province, edit)
    mended = mend(spoilt)
    assert mended.data == spoilt
    assert mended.fixed == ()
    assert broken <= rules_of(mended.left)


@settings(max_examples=8)
@given(chosen=st.sets(st.sampled_from(sorted(LOOKS)), min_size=3, max_size=9))
def test_several_breaches_are_mended_together_and_once(
    province: bytes, mend: Fix, chosen: set[str]
) -> None:
    spoilt = edited(province, *(LOOKS[name] for name in sorted(chosen)))
    mended = mend(spoilt)
    assert mended.fixed
    assert rules_of(mended.left) <= HINTS
    assert content(mended.data) == content(spoilt)
    again = mend(mended.data)
    assert again.data == mended.data
    assert again.fixed == ()


def test_a_document_spoilt_all_over_is_mended_and_then_rests(province: bytes, mend: Fix) -> None:
    spoilt = edited(
        province,
        *(letters(start, every=True, sz=30, color="FF0000") for start in ("Căn", "b)", "2. ")),
        layout("", every=True, jc="left", spacing={"line": 500, "after": 0}),
    )
    mended = mend(spoilt)
    assert not mended.wrong
    assert content(mended.data) == content(spoilt)
    assert mend(mended.data).data == mended.data


def test_plans_of_every_template_need_no_mending(
    issued_plan: PlanText, any_template: Path, mend: Fix
) -> None:
    data = document_bytes(issued_plan, template=any_template)
    mended = mend(data)
    assert content(mended.data) == content(data)
    assert mended.data == data
    assert not mended.wrong


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (letters("UBND TỈNH", b=1), "CQ-06"),
        (words("UBND TỈNH MINH HỌA", "Ủy ban tỉnh Minh Họa"), "CQ-06"),
    ],
)
def test_the_body_above_a_department_is_mended(
    department: bytes, mend: Fix, edit: Edit, rule: str
) -> None:
    mended = mend(edited(department, edit))
    assert rule in rules_of(mended.fixed)
    assert not mended.wrong


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (body.part_heading("Mục 1", "QUY ĐỊNH CHUNG", bold=False), "ND-15"),
        (copied("IV. TỔ CHỨC", "Điều 1. Phạm vi", of="Ủy ban nhân dân tỉnh ban"), "ND-16"),
    ],
)
def test_sections_and_articles_are_mended(
    province: bytes, mend: Fix, edit: Edit, rule: str
) -> None:
    assert rule in rules_of(mend(edited(province, edit)).fixed)


def test_a_stamp_gets_its_letters_but_no_frame(province: bytes, mend: Fix) -> None:
    mended = mend(edited(province, copied("Số: 05", "HỎA TỐC")))
    assert [f.found for f in mended.fixed if f.rule == "KHAC-01"] != []
    assert [f.expected for f in mended.left if f.rule == "KHAC-01"] == ["khung viền đơn"]


def test_a_line_below_the_motto_needs_no_empty_paragraph(province: bytes, mend: Fix) -> None:
    def joined(parts: Parts) -> None:
        below = next(parts.paragraph("Độc lập").itersiblings())
        parent = below.getparent()
        assert parent is not None
        parent.remove(below)

    spoilt = edited(province, joined)
    mended = mend(spoilt)
    assert {"TN-03"} <= rules_of(mended.fixed)
    assert not mended.wrong
    assert content(mended.data) == content(spoilt)


def test_a_plan_by_hand_with_tabs_is_mended_where_that_is_certain(
    tmp_path: Path, rules: tuple[Rule, ...]
) -> None:
    path = tabbed(tmp_path / "a.docx")
    mended = fix(path, rules=rules, stage="issued")
    assert {"PAGE-04", "ND-03", "ND-04"} <= rules_of(mended.fixed)
    assert {"PAGE-14", "TL-04"} <= rules_of(mended.left)
    assert content(mended.data) == content(path.read_bytes())


def test_letters_that_share_a_run_with_other_words_are_left(
    tmp_path: Path, rules: tuple[Rule, ...]
) -> None:
    """Name and issuer stand in one run, parted by a tab: no size suits one of them alone."""
    path = tabbed(tmp_path / "a.docx")
    path.write_bytes(edited(path.read_bytes(), letters("ỦY BAN", sz=32)))
    left = rules_of(fix(path, rules=rules, stage="issued").left)
    assert {"QH-02", "CQ-02"} <= left


def test_a_report_tells_what_was_mended_and_what_is_left(
    province: bytes, mend: Fix, tmp_path: Path
) -> None:
    mended = mend(edited(province, letters("Độc lập", b=0), words("Số: 05/", "Số: 5/")))
    assert mended.wrong
    text = fix_text(mended)
    assert text.startswith("ĐÃ SỬA (1 điểm)")
    assert text.index("TN-02") < text.index("CÒN LẠI") < text.index("SKH-02")
    plain = fix_json(mended, out=tmp_path / "b.docx")
    assert list(plain) == ["fixed", "left", "out"]
    assert [one["rule"] for one in plain["fixed"]] == ["TN-02"]  # type: ignore[attr-defined]
    good = mend(province)
    assert "Không có điểm nào về định dạng" in fix_text(good)
