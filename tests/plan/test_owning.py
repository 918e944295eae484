"""A plan's own tasks: what they take over, whom they name, what they serve, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from analysis.errors import FaultsError
from analysis.plan.own import OwnPart, read_own_tasks
from analysis.plan.owning import Voice, check_own, own_part, with_own_tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.programme import TaskGroup
    from analysis.plan.study import PlannedTask, Study

REFERENCES = frozenset({"PAPI/d1", "PAPI/d1_knowledge", "PAR/f3_on_time", "SIPAS/access"})
FUNCTIONS = frozenset({"noi_vu", "tu_phap", "tai_chinh"})


@pytest.fixture
def item(study: Callable[[str, int], Study]) -> Study:
    return study("Lạng Sơn", 2023)


@pytest.fixture
def voice(item: Study) -> Voice:
    words = item.directory.words(plan_year=2023, result_year=2022)
    return Voice(
        directory=item.directory,
        bodies={"phong_a": "Phòng A"},
        words={**words, "kh_1": "Kế hoạch số 1/KH-UBND"},
        ledgers={one.index: one.ledger for one in item.indices},
        deficits={"PAPI": frozenset({"1.1"})},
        default="PAPI",
        plan_year=2023,
    )


def part(*rows: dict[str, Any], kind: str = "PAPI", **of_group: Any) -> OwnPart:
    made = {"title": "Nhóm", "rows": list(rows), **of_group}
    return OwnPart.model_validate({"part": kind, "groups": [made]})


def row(*tasks: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {"tasks": list(tasks), **others}


def task(name: str = "a", **others: Any) -> dict[str, Any]:
    return {"id": name, "text": "làm việc.", **others}


@pytest.fixture
def owned(voice: Voice) -> Callable[..., TaskGroup]:
    """Return a maker of a group of own tasks as the plan prints it."""

    def make(*rows: dict[str, Any], **of_group: Any) -> TaskGroup:
        return own_part(part(*rows, **of_group), voice).groups[0]

    return make


def test_a_task_names_bodies_as_they_are_on_the_plan_s_date(
    owned: Callable[..., TaskGroup],
) -> None:
    (made,) = owned(row(task(lead=["noi_vu", "phong_a"], coordinators=["tu_phap"]))).tasks()
    assert made.task.lead == ("Sở Nội vụ", "Phòng A")
    assert made.task.coordinators == ("Sở Tư pháp",)
    assert made.functions["lead"] == ("noi_vu", "phong_a")


def test_every_text_of_a_task_is_filled(owned: Callable[..., TaskGroup]) -> None:
    (made,) = owned(
        row(
            task(
                text=["{noi_vu} làm.", "thực hiện {kh_1}."],
                activity="theo {kh_1}",
                lead=["noi_vu", "tu_phap"],
                scope={"noi_vu": "theo {kh_1}"},
                deadline={"kind": "document", "document": "{kh_1}"},
                products=["Báo cáo của {noi_vu}", "Danh sách"],
            )
        )
    ).tasks()
    number = "Kế hoạch số 1/KH-UBND"
    assert made.paragraphs == ("Sở Nội vụ làm.", f"Thực hiện {number}.")
    assert made.task.duty == f"Sở Nội vụ làm. Thực hiện {number}."
    assert made.task.activity == f"theo {number}"
    assert made.scope == {"Sở Nội vụ": f"theo {number}"}
    assert made.task.deadline == f"Theo {number}"
    assert made.task.product == "Báo cáo của Sở Nội vụ; danh sách"


def test_products_of_which_one_is_enough_are_told_so(owned: Callable[..., TaskGroup]) -> None:
    (made,) = owned(row(task(products=["Báo cáo", "Tờ trình"], product_relation="any"))).tasks()
    assert made.task.product == "Báo cáo hoặc tờ trình"


def test_what_a_task_does_not_say_stays_empty(owned: Callable[..., TaskGroup]) -> None:
    (made,) = owned(row(task())).tasks()
    worded = made.task
    assert (worded.lead, worded.coordinators, worded.implementers) == ((), (), ())
    assert (worded.deadline, worded.product) == ("", "")


def test_merged_cells_bring_the_value_of_the_task_above(owned: Callable[..., TaskGroup]) -> None:
    first, second, third = owned(
        row(
            task("a", lead=["noi_vu"], coordinators=["tu_phap"], deadline={"kind": "year"}),
            task("b", coordinators=["tai_chinh"], as_above=["lead", "deadline"]),
            task("c", as_above=["lead", "coordinators"]),
        )
    ).tasks()
    assert second.task.lead == ("Sở Nội vụ",)
    assert second.task.coordinators == ("Sở Tài chính",)
    assert second.task.deadline == first.task.deadline == "Năm 2023"
    assert third.task.lead == ("Sở Nội vụ",)
    assert third.task.coordinators == ("Sở Tài chính",)
    assert third.task.deadline == ""
    assert third.as_above == ("lead", "coordinators")


def test_merging_goes_on_over_the_rows_of_a_group_but_not_over_groups(voice: Voice) -> None:
    rows = [row(task("a", lead=["noi_vu"])), row(task("b", as_above=["lead"]))]
    after = [row(task("c", as_above=["lead"]))]
    own = OwnPart.model_validate(
        {
            "part": "PAPI",
            "groups": [{"title": "G", "rows": rows}, {"title": "H", "rows": after}],
        }
    )
    leads = [one.task.lead for one in own_part(own, voice).tasks()]
    assert leads == [("Sở Nội vụ",), ("Sở Nội vụ",), ()]


def test_roles_of_a_group_hold_for_tasks_that_name_none(owned: Callable[..., TaskGroup]) -> None:
    made = owned(
        row(task("a"), task("b", lead=["tu_phap"])),
        lead=["noi_vu"],
        coordinators=["phong_a"],
    )
    assert [one.task.lead for one in made.tasks()] == [("Sở Nội vụ",), ("Sở Tư pháp",)]
    assert {one.task.coordinators for one in made.tasks()} == {("Phòng A",)}
    assert (made.roles.lead, made.roles.coordinators) == (("Sở Nội vụ",), ("Phòng A",))


def only(made: TaskGroup) -> PlannedTask:
    (one,) = made.tasks()
    return one


def test_a_task_serves_the_criteria_of_its_row_and_those_it_names(
    owned: Callable[..., TaskGroup],
) -> None:
    criteria = [{"title": "Tri thức", "reference": "PAPI/d1_knowledge"}]
    made = owned(row(task(serves=["PAPI/d2_budget"]), criteria=criteria), reference="PAPI/d2")
    assert (made.code, made.rows[0].criteria[0].code) == ("2", "1.1")
    one = only(made)
    assert (one.index, one.code) == ("PAPI", "1.1")
    assert one.deficits == ("1.1",), "2.2 is served too, but is no deficit"


def test_a_task_that_names_no_criterion_serves_its_group_s(
    owned: Callable[..., TaskGroup],
) -> None:
    assert only(owned(row(task()), reference="PAPI/d1")).code == "1"


def test_a_task_that_serves_nothing_known_belongs_to_the_plan_s_first_index(
    owned: Callable[..., TaskGroup],
) -> None:
    one = only(owned(row(task()), kind="activities"))
    assert (one.index, one.code, one.deficits) == ("PAPI", "", ())


def test_a_criterion_of_another_edition_is_printed_without_a_code(
    owned: Callable[..., TaskGroup],
) -> None:
    criteria = [{"title": "Tiêu chí cũ", "reference": "PAPI/d9_gone"}, {"title": "Không rõ"}]
    made = owned(row(task(), criteria=criteria))
    assert [(one.code, one.name) for one in made.rows[0].criteria] == [
        ("", "Tiêu chí cũ"),
        ("", "Không rõ"),
    ]


def test_titles_and_notes_are_filled(owned: Callable[..., TaskGroup]) -> None:
    made = owned(
        row(note="Xem {kh_1}.", criteria=[{"title": "Việc của {noi_vu}"}]), title="Theo {kh_1}"
    )
    assert made.title == "Theo Kế hoạch số 1/KH-UBND"
    assert made.rows[0].note == "Xem Kế hoạch số 1/KH-UBND."
    assert made.rows[0].criteria[0].name == "Việc của Sở Nội vụ"


@pytest.mark.parametrize("text", ["Giao {khong_ai}", "Giao {noi_vu", "Giao }"])
def test_a_text_that_cannot_be_filled_is_refused(
    owned: Callable[..., TaskGroup], text: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        owned(row(task(text=text)))
    (fault,) = caught.value.faults
    assert fault.code in ("PL-01", "PL-02")
    assert fault.place.file == "tasks.yml"


def test_own_tasks_take_the_place_of_the_library_s(item: Study, voice: Voice) -> None:
    own = part(
        row(task("x", serves=["PAPI/d1_knowledge"], lead=["noi_vu"])),
        row(task("y", lead=["tu_phap"])),
    )
    made = with_own_tasks(item, (own,), voice)
    papi = made.of("PAPI")
    assert [one.task.id for one in papi.tasks] == ["x", "y"]
    assert papi.leads["1.1"] == ("Sở Nội vụ",)
    assert papi.choice.orphans == ("y",)
    assert "1.1" not in papi.choice.uncovered
    assert set(papi.choice.uncovered) == {one.code for one in papi.choice.deficits} - {"1.1"}
    assert made.of("SIPAS").tasks == ()
    assert [one.part for one in made.parts] == ["PAPI"]


def faults(*parts: OwnPart) -> list[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        check_own(parts, bodies={"phong_a": "Phòng A"}, functions=FUNCTIONS, references=REFERENCES)
    return [(fault.code, fault.what) for fault in caught.value.faults]


@pytest.mark.parametrize("role", ["lead", "implementers", "coordinators"])
def test_a_body_that_nobody_knows_is_refused_with_the_nearest(role: str) -> None:
    ((code, what),) = faults(part(row({**task(), role: ["noi_vuu"]})))
    assert code == "PL-07"
    assert "“a”" in what
    assert "“noi_vuu”" in what
    assert "Gần nhất: noi_vu." in what


def test_bodies_of_a_group_and_of_a_scope_are_checked_too() -> None:
    found = faults(part(row(task(scope={"phong_b": "x"})), lead=["noi_v"]))
    assert [code for code, _ in found] == ["PL-07", "PL-07"]
    assert "“Nhóm”" in found[0][1]
    assert "phong_a" in found[1][1]


def test_a_criterion_that_nobody_knows_is_refused_with_the_nearest() -> None:
    found = faults(
        part(
            row(
                task(serves=["PAR/f3_ontime"]),
                criteria=[{"title": "x", "reference": "PAPI/d1_knowlege"}],
            ),
            reference="PAPI/d9",
        )
    )
    assert [code for code, _ in found] == ["PL-08", "PL-08", "PL-08"]
    for (_, what), nearest in zip(
        found, ("PAPI/d1", "PAPI/d1_knowledge", "PAR/f3_on_time"), strict=True
    ):
        assert nearest in what


def test_an_id_that_stands_twice_is_refused_even_in_another_part() -> None:
    ((code, what),) = faults(part(row(task("a"))), part(row(task("a")), kind="SIPAS"))
    assert code == "PL-06"
    assert "“a”" in what


def test_all_faults_of_own_tasks_are_told_at_once_with_their_file() -> None:
    wrong = task("a", lead=["ai_do"], serves=["PCI/x"])
    assert [code for code, _ in faults(part(row(wrong, wrong)))] == [
        "PL-07",
        "PL-08",
        "PL-06",
        "PL-07",
        "PL-08",
    ]


def test_bodies_of_the_plan_s_own_and_criteria_left_open_are_no_faults() -> None:
    open_criterion = {"title": "x", "reference": None}
    check_own(
        (part(row(task(lead=["phong_a", "noi_vu"]), criteria=[open_criterion])),),
        bodies={"phong_a": "Phòng A"},
        functions=FUNCTIONS,
        references=REFERENCES,
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": []}, "text"),
        ({"as_above": ["product"]}, "as_above"),
        ({"deadline": {"kind": "soon"}}, "deadline"),
        ({"product_relation": "some"}, "product_relation"),
        ({"owner": "x"}, "owner"),
    ],
    ids=str,
)
def test_a_task_holds_what_tasks_hold_and_nothing_else(
    tmp_path: Path, change: dict[str, Any], field: str
) -> None:
    path = tmp_path / "tasks.yml"
    content = [{"part": "PAPI", "groups": [{"title": "G", "rows": [row({**task(), **change})]}]}]
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    with pytest.raises(FaultsError) as caught:
        read_own_tasks(path)
    assert {fault.code for fault in caught.value.faults} == {"RF-03"}
    assert any(field in fault.what for fault in caught.value.faults)


def test_one_text_is_a_list_of_one(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yml"
    path.write_text(
        "- {part: SIPAS, groups: [{title: G, rows: [{tasks: [{id: a, text: một}]}]}]}\n", "utf-8"
    )
    (read,) = read_own_tasks(path)
    assert read.groups[0].rows[0].tasks[0].text == ("một",)
