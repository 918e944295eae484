"""The drafter's workbook → the plan: tasks chosen, reworded, moved, added; targets; the letter."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.editing import FIRST, drafted, edited
from tests.builders.plans import details, draft

from analysis.errors import FaultsError, Place
from analysis.plan import messages
from analysis.plan.build import build_plan
from analysis.plan.editing import Edited, with_rows
from analysis.plan.programme import library_part
from analysis.plan.sheet_rows import is_criterion, tables
from analysis.plan.sheets import SheetRows, layout
from analysis.plan.vacancies import every_task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.plan.draft import Draft
    from analysis.plan.study import PlannedTask
    from analysis.runs.jobs import Job

PLANS = (
    "ubnd-tinh-lang-son-2023",
    "ubnd-tinh-ha-tinh-2021",
    "ubnd-tinh-soc-trang-2023",
    "so-ldtbxh-lang-son-2022",
)
OWN = {
    "index": "PAPI",
    "criterion": "Tri thức công dân",
    "chosen": "có",
    "text": "Mở chuyên mục hỏi đáp trên trang thông tin điện tử",
    "activity": "",
    "lead": "Sở Tư pháp",
    "implementers": "",
    "coordinators": "UBND các xã, phường, thị trấn; Ban Quản lý chợ Kỳ Lừa",
    "deadline": "Hằng năm",
    "product": "Chuyên mục",
    "note": "",
}


@pytest.fixture(scope="module")
def new(job: Callable[..., Job]) -> Draft:
    return drafted(job("Lạng Sơn", 2023))


def found(result: Edited, key: str = FIRST) -> PlannedTask:
    return next(task for task in every_task(result.study) if task.task.id == key)


def faults(of: Draft, key: str, **changes: Mapping[str, str] | None) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        edited(of, key, **changes)
    return [f"{fault.code} {fault.place.row} {fault.place.column}" for fault in caught.value.faults]


# --- nothing changed ---


@pytest.mark.parametrize("plan", [None, *PLANS])
def test_a_workbook_that_nobody_touched_changes_nothing(
    job: Callable[..., Job], plan: str | None
) -> None:
    of = drafted(job(plan=plan) if plan else job("Lạng Sơn", 2026))
    shown = tables(of)
    sheets = {
        key: SheetRows(layout(key), shown[key]) for key in ("tasks", "targets", "information")
    }
    assert with_rows(of, sheets) == Edited(of.study, of.details)


# --- tasks ---


@pytest.mark.parametrize("plan", [None, *PLANS])
@pytest.mark.parametrize("change", [None, {"chosen": "không"}, {"chosen": "Không"}])
def test_a_task_that_is_deleted_or_not_chosen_is_not_in_the_plan(
    job: Callable[..., Job], plan: str | None, change: dict[str, str] | None
) -> None:
    of = drafted(job(plan=plan) if plan else job("Lạng Sơn", 2023))
    before = [task.task.id for task in every_task(of.study)]
    result = edited(of, "tasks", **{before[0]: change})
    assert [task.task.id for task in every_task(result.study)] == before[1:]
    in_indices = [task.task.id for item in result.study.indices for task in item.tasks]
    assert sorted(in_indices) == sorted(before[1:])


def test_what_is_left_without_a_task_is_uncovered(new: Draft) -> None:
    under = {task.task.id: None for task in new.study.of("PAPI").tasks if "1.1" in task.deficits}
    item = edited(new, "tasks", **under).study.of("PAPI")
    assert "1.1" not in new.study.of("PAPI").choice.uncovered
    assert "1.1" in item.choice.uncovered
    assert not {one.task.id for one in item.choice.tasks} & under.keys()


def test_a_reworded_duty_keeps_its_actor_in_sentences(new: Draft) -> None:
    task = found(edited(new, "tasks", **{FIRST: {"text": "Soạn sổ tay hỏi đáp"}}))
    assert task.paragraphs == ("Soạn sổ tay hỏi đáp",)
    assert task.task.duty == "Soạn sổ tay hỏi đáp."
    assert task.task.sentence == "Sở Tư pháp soạn sổ tay hỏi đáp."
    assert task.task.activity == found(Edited(new.study, None)).task.activity


def test_a_new_lead_goes_before_the_duty(new: Draft) -> None:
    task = found(edited(new, "tasks", **{FIRST: {"lead": "Sở Nội vụ; Thanh tra tỉnh"}}))
    assert task.task.lead == ("Sở Nội vụ", "Thanh tra tỉnh")
    assert task.task.sentence.startswith("Sở Nội vụ và Thanh tra tỉnh chủ trì, phối hợp với")
    assert task.functions["lead"] == ("noi_vu", "thanh_tra")


def test_a_body_that_may_only_be_asked_is_asked(new: Draft) -> None:
    task = found(edited(new, "tasks", **{FIRST: {"lead": "Tòa án nhân dân tỉnh"}}))
    assert task.task.sentence.startswith("Đề nghị Tòa án nhân dân tỉnh chủ trì, phối hợp")


def test_a_name_that_nobody_knows_is_kept_as_it_is(new: Draft) -> None:
    task = found(edited(new, "tasks", **{FIRST: {"coordinators": "Tổ công tác số 1"}}))
    assert task.task.coordinators == ("Tổ công tác số 1",)
    assert task.functions["coordinators"] == ("Tổ công tác số 1",)


@pytest.mark.parametrize("name", ["Sở Nội Vụ", "sở nội vụ", "SNV"])
def test_a_body_written_in_another_way_has_the_same_function(new: Draft, name: str) -> None:
    task = found(edited(new, "tasks", **{FIRST: {"implementers": name}}))
    assert task.task.implementers == (name,)
    assert task.functions["implementers"] == ("noi_vu",)


def test_deadline_product_and_short_name_are_printed_as_written(new: Draft) -> None:
    cells = {"deadline": "Trước Tết", "product": "Sổ tay", "activity": "Sổ tay hỏi đáp"}
    task = found(edited(new, "tasks", **{FIRST: cells})).task
    assert (task.deadline, task.product, task.activity) == tuple(cells.values())


def test_who_answers_for_a_criterion_follows_its_tasks(new: Draft) -> None:
    under = {t.task.id: {"lead": "Sở Y tế"} for t in new.study.of("PAPI").tasks if t.code == "1.1"}
    leads = edited(new, "tasks", **under).study.of("PAPI").leads
    assert leads["1.1"] == ("Sở Y tế",)
    assert "Sở Y tế" in leads["1"]
    assert leads["1.4"] == new.study.of("PAPI").leads["1.4"]


def test_a_row_that_the_drafter_added_is_a_task_under_its_criterion(new: Draft) -> None:
    result = edited(new, "tasks", **{"rieng-1": OWN})
    task = found(result, "rieng-1")
    assert (task.index, task.code, task.deficits) == ("PAPI", "1.1", ("1.1",))
    assert task.task.sentence == ("Sở Tư pháp mở chuyên mục hỏi đáp trên trang thông tin điện tử.")
    assert task.task.coordinators == (
        "UBND các xã, phường, thị trấn",
        "Ban Quản lý chợ Kỳ Lừa",
    )
    assert task.functions["coordinators"] == ("ubnd_cap_xa", "Ban Quản lý chợ Kỳ Lừa")
    assert result.study.of("PAPI").tasks_under("1.1")[-1] == task
    assert result.study.part("PAPI") == library_part(result.study.of("PAPI"))


def test_a_row_that_names_its_actor_does_not_name_it_twice(new: Draft) -> None:
    own = {**OWN, "text": "Sở Tư pháp mở chuyên mục."}
    assert found(edited(new, "tasks", **{"rieng-1": own}), "rieng-1").task.sentence == own["text"]


def test_a_task_moves_to_the_criterion_that_its_row_names(new: Draft) -> None:
    result = edited(new, "tasks", **{FIRST: {"criterion": "Cơ hội tham gia", "text": "Đối thoại"}})
    task = found(result)
    assert (task.code, task.task.duty) == ("1.2", "Đối thoại.")
    assert FIRST not in {task.task.id for task in result.study.of("PAPI").tasks_under("1.1")}


@pytest.mark.parametrize("plan", PLANS)
def test_an_added_row_finds_its_place_among_a_plans_own_tasks(
    job: Callable[..., Job], plan: str
) -> None:
    of = drafted(job(plan=plan))
    item = next(one for one in of.study.indices if one.tasks)
    line = next(line for line in item.ledger.lines if is_criterion(line))
    own = {**OWN, "index": item.index, "criterion": line.criterion.name}
    result = edited(of, "tasks", **{"rieng-1": own})
    assert found(result, "rieng-1").code == line.code
    before = [task.task.id for task in every_task(of.study)]
    assert [t.task.id for t in every_task(result.study) if t.task.id != "rieng-1"] == before


@pytest.mark.parametrize("plan", PLANS)
def test_every_edited_cell_of_a_plans_own_task_is_in_the_study(
    job: Callable[..., Job], plan: str
) -> None:
    of = drafted(job(plan=plan))
    key = every_task(of.study)[-1].task.id
    cells = {"text": "Việc mới\nViệc khác", "lead": "Sở Nội vụ", "deadline": "Năm nay"}
    task = found(edited(of, "tasks", **{key: cells}), key)
    assert task.paragraphs == ("Việc mới", "Việc khác")
    assert (task.task.lead, task.task.deadline) == (("Sở Nội vụ",), "Năm nay")
    assert any(task in item.tasks for item in edited(of, "tasks", **{key: cells}).study.indices)


def test_a_question_about_a_lead_is_answered_by_naming_one(new: Draft) -> None:
    item = new.study.of("PAPI")
    asked = tuple(replace(task, note="Ai chủ trì?") for task in item.tasks[:2])
    item = replace(item, tasks=(*asked, *item.tasks[2:]))
    others = tuple(one for one in new.study.indices if one.index != "PAPI")
    parts = (library_part(item), *(part for part in new.study.parts if part.part != "PAPI"))
    warnings = tuple(
        messages.LEAD_TO_GIVE.at(
            Place(detail=messages.TASK_PLACE.format(id=task.task.id)), was="A", proposal="B"
        )
        for task in asked
    )
    study = replace(new.study, indices=(item, *others), parts=parts, warnings=warnings)
    result = edited(replace(new, study=study), "tasks", **{FIRST: {"lead": "Sở Nội vụ"}})
    assert found(result).note == ""
    assert found(result, asked[1].task.id).note == "Ai chủ trì?"
    assert result.study.warnings == warnings[1:]


def test_edits_are_printed(new: Draft) -> None:
    result = edited(new, "tasks", **{"rieng-1": OWN, FIRST: {"text": "Soạn sổ tay hỏi đáp"}})
    plan = build_plan(
        result.study, form=new.form, details=result.details, rule="median_of_group_above"
    )
    text = "\n".join(paragraph.text for paragraph in plan.body)
    assert "Sở Tư pháp soạn sổ tay hỏi đáp. Thời hạn:" in text
    assert "Sở Tư pháp mở chuyên mục hỏi đáp trên trang thông tin điện tử. Thời hạn:" in text


@settings(max_examples=15)
@given(data=st.data())
def test_any_edits_of_any_rows_are_all_in_the_study(new: Draft, data: st.DataObject) -> None:
    shown = tables(new)["tasks"]
    words = st.text("aăđẹ Ộ,.", min_size=1).map(str.strip).filter(bool)
    columns = st.sampled_from(["text", "deadline", "product", "lead", "coordinators"])
    changes = data.draw(
        st.dictionaries(st.sampled_from(list(shown)), st.dictionaries(columns, words), max_size=4)
    )
    changes = {
        key: {column: " ".join(text.split()) for column, text in cells.items()}
        for key, cells in changes.items()
    }
    result = edited(new, "tasks", **changes)
    again = tables(replace(new, study=result.study))["tasks"]
    assert again == {key: {**row, **changes.get(key, {})} for key, row in shown.items()}


def test_rows_that_cannot_be_used_are_told_all_at_once(new: Draft) -> None:
    count = len(tables(new)["tasks"])
    told = faults(
        new,
        "tasks",
        **{
            FIRST: {"chosen": "có lẽ"},
            "rieng-1": {**OWN, "text": ""},
            "rieng-2": {**OWN, "criterion": "Tri thức công dan tộc"},
            "rieng-3": {**OWN, "index": "PCI"},
            "rieng-4": {**OWN, "product": "{ten_tinh}"},
            "rieng-5": {**OWN, "chosen": ""},
        },
    )
    assert sorted(told) == sorted(
        [
            "PL-17 3 Chọn",
            f"PL-14 {count + 3} Nội dung nhiệm vụ",
            f"PL-15 {count + 4} Tiêu chí",
            f"PL-16 {count + 5} Chỉ số",
            f"PL-22 {count + 6} Sản phẩm",
            f"PL-17 {count + 7} Chọn",
        ]
    )


def test_a_row_that_is_not_chosen_need_not_be_finished(new: Draft) -> None:
    unfinished = {**OWN, "chosen": "không", "text": "", "criterion": "?"}
    assert edited(new, "tasks", **{"rieng-1": unfinished}).study == new.study


# --- targets ---


@pytest.mark.parametrize(
    ("text", "score", "full"),
    [
        ("1,5", 1.5, False),
        ("1.75", 1.75, False),
        ("2", 2.0, False),
        ("2,5 điểm", 2.5, False),
        ("", None, False),
        ("Đạt điểm tối đa", None, True),
    ],
)
def test_a_criterions_target_is_a_number_full_marks_or_none(
    new: Draft, text: str, score: float | None, *, full: bool
) -> None:
    item = edited(new, "targets", **{"PAPI:1.1": {"target": text}}).study.of("PAPI")
    goal = item.target("1.1")
    assert goal is not None
    assert (goal.score, goal.full_marks, goal.proposed) == (score, full, False)
    assert item.target("1.2") == new.study.of("PAPI").target("1.2")


def test_targets_that_cannot_be_are_refused(new: Draft) -> None:
    changes = {
        "PAPI:1.1": {"target": "cao hơn"},
        "PAPI:1.2": {"target": "2,51"},
        "PAPI:0": {"target": ""},
        "rieng-1": {"target": "3"},
    }
    told = [text.split()[0] for text in faults(new, "targets", **changes)]
    assert sorted(told) == ["PL-18", "PL-19", "PL-21", "PL-23"]


def test_the_words_of_an_indexs_target_are_the_plans_own(new: Draft) -> None:
    result = edited(new, "targets", **{"PAPI:0": {"target": "thuộc nhóm dẫn đầu cả nước."}})
    again = tables(draft(result.study, form=new.form, details=result.details))["targets"]
    assert again["PAPI:0"]["target"] == "thuộc nhóm dẫn đầu cả nước"
    assert again["SIPAS:0"] == tables(new)["targets"]["SIPAS:0"]


# --- the letter ---


def test_the_letter_is_filled_in(new: Draft) -> None:
    result = edited(
        new,
        "information",
        number={"value": "25/KH-UBND"},
        date={"value": "5/2/2023"},
        signer={"value": "Nguyễn Văn A"},
        deputy={"value": "có"},
        recipients={"value": "- Bộ Nội vụ;\nSở Nội vụ;"},
    )
    own = result.details
    assert own is not None
    assert (own.number, own.date) == ("25/KH-UBND", dt.date(2023, 2, 5))
    assert (own.signatory.name, own.signatory.deputy) == ("Nguyễn Văn A", True)
    assert own.recipients == ("Bộ Nội vụ", "Sở Nội vụ")
    assert own.title is None
    assert result.study == new.study


def test_legal_bases_replace_the_forms(job: Callable[..., Job]) -> None:
    of = drafted(job(plan="ubnd-tinh-soc-trang-2023"))
    result = edited(of, "information", **{"basis:basis": {"value": "Căn cứ A;\nCăn cứ B;"}})
    assert result.details is not None
    assert [item.text for item in result.details.texts["basis"]] == ["Căn cứ A;", "Căn cứ B;"]


def test_a_plan_whose_number_is_taken_out_is_a_draft_again(new: Draft) -> None:
    own = details(number="25/KH-UBND", date="2023-02-05", state="issued")
    of = draft(new.study, form=new.form, details=own)
    result = edited(of, "information", number={"value": ""}).details
    assert result is not None
    assert (result.number, result.state) == (None, "draft")


def test_what_the_letter_cannot_be_without_is_told(new: Draft) -> None:
    told = faults(
        new,
        "information",
        title={"value": ""},
        date={"value": "30/2/2023"},
        deputy={"value": "chưa rõ"},
        **{"rieng-1": {"label": "Mật", "value": "x", "hint": ""}},
    )
    assert [text.split()[0] for text in told] == ["PL-23", "PL-21", "PL-20", "PL-17"]
