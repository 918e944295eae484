"""Two sides compared part by part, as far as both have it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.builders.comparisons import index, line, paragraphs, plan_facts

from analysis.plan.comparing import Side, compare, comparison_text, facts_from

TASK = {"id": "t1", "text": "Sở Nội vụ rà soát.", "lead": ["Sở Nội vụ"], "deadline": "Quý II/2023"}


def side(name: str = "a", **parts: Any) -> Side:
    return Side(name, **parts)


def kinds(a: Side, b: Side) -> list[tuple[str, str, str]]:
    return [(one.kind, one.severity, one.what) for one in compare(a, b).changes]


def test_a_side_against_itself_has_no_changes() -> None:
    whole = side(facts=plan_facts(index(line()), tasks=[TASK]), blocks=paragraphs("Họp."))
    found = compare(whole, whole)
    assert found.changes == ()
    assert not found.differs
    assert comparison_text(found).endswith("Hai bên không khác nhau.")


def test_what_only_one_side_has_is_left_out_and_told() -> None:
    a, b = side(facts=plan_facts(), blocks=paragraphs("Họp.")), side("b", blocks=paragraphs("Họp."))
    found = compare(a, b)
    assert found.changes == ()
    assert found.left_out == ("Không so sánh facts.json: bên B không có.",)
    assert "bên B không có" in comparison_text(found)


def test_tasks_are_those_of_the_facts_without_two_workbooks() -> None:
    a = side(facts=plan_facts(tasks=[TASK]))
    b = side("b", facts=plan_facts(tasks=[{**TASK, "lead": ["Sở Tư pháp"]}]))
    assert kinds(a, b) == [("task", "high", "đổi cơ quan (Sở Nội vụ thành Sở Tư pháp)")]


def test_workbooks_go_before_facts() -> None:
    rows = {"t1": {"chosen": "có", "text": "Rà soát", "deadline": "Quý II/2023"}}
    told = {"tasks": rows, "targets": {"PAPI:0": {"criterion": "PAPI", "target": "tăng 2 bậc"}}}
    a = side(facts=plan_facts(tasks=[TASK]), sheets=told)
    other = {
        "tasks": {"t1": {**rows["t1"], "deadline": "Quý I/2023"}},
        "targets": {"PAPI:0": {"criterion": "PAPI", "target": "tăng 5 bậc"}},
        "information": {"signer": {"value": "Nguyễn Văn A"}},
    }
    b = side("b", facts=plan_facts(tasks=[TASK]), sheets=other)
    assert kinds(a, b) == [
        ("information", "high", "thêm"),
        ("figure", "high", "Mục tiêu: đổi số, ngày hoặc số hiệu văn bản (2 thành 5)"),
        ("task", "high", "thời hạn sớm hơn"),
    ]


def test_targets_are_matched_by_meaning_too() -> None:
    moved = {**line("2"), "key": "k1"}
    a = side(
        facts=plan_facts(index(line("1"))),
        sheets={"targets": {"PAPI:1": {"criterion": "Một", "target": "6"}}},
    )
    b = side(
        facts=plan_facts(index(moved), year=2024),
        sheets={"targets": {"PAPI:2": {"criterion": "Một", "target": "7"}}},
    )
    assert [one.place for one in compare(a, b).changes if one.kind == "figure"] == ["PAPI, Một"]


def test_two_years_of_a_plan_are_told_once() -> None:
    a = side(facts=plan_facts(), blocks=paragraphs("Kế hoạch năm 2023"))
    b = side("b", facts=plan_facts(year=2024), blocks=paragraphs("Kế hoạch năm 2024"))
    assert kinds(a, b) == [
        ("information", "medium", "hai kế hoạch của hai năm"),
        ("information", "medium", "số liệu của hai năm"),
        ("wording", "low", "chỉ đổi năm theo năm kế hoạch"),
    ]


def test_two_documents_tell_their_years_themselves() -> None:
    texts = ("Kế hoạch năm {0}", "Hoàn thành quý II/{0}", "Trước ngày 30/9/{0}", "Kết quả năm {1}")
    a, b = (
        side(blocks=paragraphs(*(text.format(year, year - 1) for text in texts)))
        for year in (2023, 2024)
    )
    assert {one.what for one in compare(a, b).changes} == {"chỉ đổi năm theo năm kế hoạch"}
    few = side(blocks=paragraphs("Kế hoạch năm 2023")), side(blocks=paragraphs("Kế hoạch năm 2024"))
    assert [one.severity for one in compare(*few).changes] == ["high"]


def test_another_unit_and_another_number_matter_much() -> None:
    unit = {"code": "42", "name": "Hà Tĩnh", "unit_set": "63"}
    plan = {"form": "province-tables", "number": "25/KH-UBND", "title": "Nâng cao"}
    a = side(facts=plan_facts(plan={**plan, "number": None}))
    b = side("b", facts=plan_facts(unit=unit, plan=plan))
    assert [(one.severity, one.place) for one in compare(a, b).changes] == [
        ("high", "Đơn vị"),
        ("high", "Số, ký hiệu"),
    ]


def test_a_province_after_the_merger_is_another_unit_only_if_it_took_in_others() -> None:
    unit = {"code": "20", "name": "Lạng Sơn", "unit_set": "34"}
    old = side(facts=plan_facts(index()))
    same = side("b", facts=plan_facts(index(rank=1), unit=unit))
    assert [one.what for one in compare(old, same).changes] == [
        "cùng đơn vị, theo danh mục tỉnh, thành phố khác",
        "Thứ hạng: tăng 2 bậc",
    ]
    former = [{"unit": {**unit, "unit_set": "63"}, "indices": []}]
    merged = side("b", facts=plan_facts(index(rank=1), unit=unit, former_units=former))
    assert [one.what for one in compare(old, merged).changes] == [
        "trước và sau khi sắp xếp đơn vị hành chính",
        "Thứ hạng: thay đổi",
    ]


def test_a_comparison_is_plain_data() -> None:
    a, b = side(blocks=paragraphs("Họp.")), side("b", blocks=paragraphs("Họp ngay."))
    told = json.loads(json.dumps(compare(a, b).as_json()))
    assert told["a"] == {
        "name": "a",
        "unit": None,
        "plan_year": None,
        "result_year": None,
        "has": ["document"],
    }
    assert told["changes"] == [
        {
            "kind": "wording",
            "severity": "medium",
            "place": "đoạn 1",
            "was": "Họp.",
            "now": "Họp ngay.",
            "what": "đổi câu chữ",
        }
    ]


def test_the_text_lists_some_of_each_kind_and_counts_the_rest() -> None:
    many = side("b", blocks=paragraphs(*(f"Đoạn văn bản mới số {n}" for n in range(15))))
    told = comparison_text(compare(side(blocks=()), many), most=10)
    assert "0 thay đổi quan trọng, 15 thay đổi cần xem, 0 thay đổi nhỏ" in told
    assert "… và 5 thay đổi khác" in told
    assert "(không có) → Đoạn văn bản mới số 0" in told


def test_a_long_text_is_shown_where_it_differs() -> None:
    long = "Các cơ quan, đơn vị báo cáo kết quả thực hiện theo định kỳ " * 3
    a, b = side(blocks=paragraphs(f"{long}quý I")), side("b", blocks=paragraphs(f"{long}quý IV"))
    assert "quý I → …" in comparison_text(compare(a, b))


@pytest.mark.parametrize("data", [None, [], {}, {"unit": 1}, {"unit": {"code": "20"}}])
def test_other_data_are_no_facts(data: object) -> None:
    assert facts_from(data) is None
