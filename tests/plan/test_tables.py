"""Tables of tasks: what stands in which row, and which cells continue those above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders.plans import appendix, body, draft, form, group, mandate, row, task, with_part

from analysis.plan.mandate import Assigned
from analysis.plan.tables import activity_numbers, task_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.programme import TaskGroup, TaskRow
    from analysis.plan.study import Study
    from analysis.plan.text import PlanText, Table

CRITERION_COLUMNS = ("number", "criterion", "task", "lead", "coordination", "deadline")
ACTIVITY_COLUMNS = ("number", "group", "activity", "lead", "coordination", "product", "deadline")
MERGED = "▲"


@pytest.fixture
def table(study: Callable[[str, int], Study]) -> Callable[..., Table]:
    """Return a maker of tables: groups of tasks and the columns to show."""
    base = study("Lạng Sơn", 2023)

    def make(*groups: TaskGroup, shows: tuple[str, ...] = CRITERION_COLUMNS) -> Table:
        wanted = appendix(*shows)
        return task_table(draft(with_part(base, *groups), form=form()), wanted)

    return make


def shown(table: Table, *columns: str) -> list[tuple[str, ...]]:
    """Return the rows' cells in some columns; a merged cell is told by a sign."""
    places = [[column.key for column in table.columns].index(key) for key in columns]
    return [
        tuple(MERGED if row.cells[n].merged else row.cells[n].text for n in places)
        for row in table.rows
    ]


def test_a_group_opens_with_its_numeral_and_its_criteria_count_from_one(
    table: Callable[..., Table],
) -> None:
    made = table(
        group(
            "Tham gia", row(task("a"), criteria=["Tri thức"]), row(task("b"), criteria=["Cơ hội"])
        ),
        group("Công khai", row(task("c"), criteria=["Ngân sách"])),
    )
    assert shown(made, "number", "criterion", "task") == [
        ("I", "Tham gia", ""),
        ("1", "Tri thức", "Làm việc a."),
        ("2", "Cơ hội", "Làm việc b."),
        ("II", "Công khai", ""),
        ("1", "Ngân sách", "Làm việc c."),
    ]
    assert [line.kind for line in made.rows] == ["group", "data", "data", "group", "data"]


def test_a_criterion_with_several_tasks_is_named_once(table: Callable[..., Table]) -> None:
    made = table(group("G", row(task("a"), task("b"), task("c"), criteria=["X"])))
    assert shown(made, "number", "criterion", "task")[1:] == [
        ("1", "X", "Làm việc a."),
        (MERGED, MERGED, "Làm việc b."),
        (MERGED, MERGED, "Làm việc c."),
    ]


def test_a_task_for_several_criteria_is_told_once(table: Callable[..., Table]) -> None:
    made = table(group("G", row(task("a"), criteria=["X", "Y"]), row(task("b"), criteria=["Z"])))
    assert shown(made, "number", "criterion", "task", "lead")[1:] == [
        ("1", "X", "Làm việc a.", "Sở A"),
        ("2", "Y", MERGED, MERGED),
        ("3", "Z", "Làm việc b.", "Sở A"),
    ]


def test_what_a_task_shares_with_the_one_above_is_merged(table: Callable[..., Table]) -> None:
    second = task("b", as_above=("lead", "coordinators", "deadline"))
    made = table(group("G", row(task("a"), second, criteria=["X"])))
    assert shown(made, "task", "lead", "coordination", "deadline")[1:] == [
        ("Làm việc a.", "Sở A", "Sở B", "Năm 2023"),
        ("Làm việc b.", MERGED, MERGED, MERGED),
    ]


def test_cells_are_merged_over_the_rows_of_several_criteria_too(
    table: Callable[..., Table],
) -> None:
    second = task("b", as_above=("lead",))
    made = table(group("G", row(task("a"), criteria=["X"]), row(second, criteria=["Y"])))
    assert shown(made, "number", "lead")[1:] == [("1", "Sở A"), ("2", MERGED)]


def test_the_first_task_of_a_group_has_nothing_to_continue(table: Callable[..., Table]) -> None:
    made = table(group("G", row(task("a", as_above=("lead", "deadline")), criteria=["X"])))
    assert shown(made, "lead", "deadline")[1:] == [("Sở A", "Năm 2023")]


def test_no_figure_is_lost_by_merging_with_another_one(table: Callable[..., Table]) -> None:
    other = task("b", as_above=("lead", "deadline"), lead=("Sở C",))
    made = table(group("G", row(task("a"), other, criteria=["X"])))
    assert shown(made, "lead", "deadline")[1:] == [("Sở A", "Năm 2023"), ("Sở C", MERGED)]


def test_a_task_below_a_note_tells_its_roles_again(table: Callable[..., Table]) -> None:
    below = row(task("b", as_above=("lead",)), criteria=["Y"], note="Ngoài ra:")
    made = table(group("G", row(task("a"), criteria=["X"]), below))
    assert shown(made, "number", "task", "lead")[1:] == [
        ("1", "Làm việc a.", "Sở A"),
        ("2", "Ngoài ra:", ""),
        (MERGED, "Làm việc b.", "Sở A"),
    ]


def test_a_criterion_without_tasks_refers_to_where_they_are(table: Callable[..., Table]) -> None:
    made = table(
        group("G", row(task("a"), criteria=["X"])),
        group("H", row(task("b"), criteria=["Y"]), row(criteria=["Z"], see="X")),
    )
    assert shown(made, "criterion", "task")[-1] == ("Z", "Thực hiện theo nhiệm vụ tại mục I.1.")


def test_a_plan_s_own_words_say_where_else(table: Callable[..., Table]) -> None:
    made = table(group("G", row(criteria=["X", "Y"], note="Xem Phụ lục III.")))
    assert shown(made, "number", "criterion", "task")[1:] == [
        ("1", "X", "Xem Phụ lục III."),
        ("2", "Y", MERGED),
    ]


def test_a_note_may_stand_without_a_criterion(table: Callable[..., Table]) -> None:
    made = table(group("G", row(note="Xem mục khác."), row(task("a"), note="Cụ thể:")))
    assert shown(made, "number", "criterion", "task")[1:3] == [
        ("", "", "Xem mục khác."),
        ("", "", "Cụ thể:"),
    ]


def test_paragraphs_of_a_task_are_lines_with_dashes(table: Callable[..., Table]) -> None:
    made = table(group("G", row(task("a", paragraphs=("Một.", "Hai.")), criteria=["X"])))
    assert shown(made, "task")[1] == ("- Một.\n- Hai.",)


def test_each_of_several_leads_says_what_it_does(table: Callable[..., Table]) -> None:
    led = task("a", lead=("Sở A", "Sở C"), scope={"Sở A": "phần một", "Sở C": "phần hai"})
    made = table(group("G", row(led, criteria=["X"])))
    assert shown(made, "lead")[1] == ("- Sở A (phần một)\n- Sở C (phần hai)",)


def test_leads_that_do_the_same_stand_on_one_line(table: Callable[..., Table]) -> None:
    made = table(group("G", row(task("a", lead=("các sở", "UBND huyện")), criteria=["X"])))
    assert shown(made, "lead")[1] == ("Các sở; UBND huyện",)


def test_helpers_of_both_kinds_share_a_column_each_once(table: Callable[..., Table]) -> None:
    helped = task("a", implementers=("UBND xã",), coordinators=("Sở B", "UBND xã"))
    made = table(group("G", row(helped, criteria=["X"])))
    assert shown(made, "coordination")[1] == ("UBND xã; Sở B",)


def test_activities_are_numbered_within_their_group_which_is_named_once(
    table: Callable[..., Table],
) -> None:
    made = table(
        group("Tuyên truyền", row(task("a"), task("b"))),
        group("Kiểm tra", row(task("c"))),
        shows=ACTIVITY_COLUMNS,
    )
    assert shown(made, "number", "group", "activity") == [
        ("1", "Tuyên truyền", "1.1. hoạt động a"),
        (MERGED, MERGED, "1.2. hoạt động b"),
        ("2", "Kiểm tra", "hoạt động c"),
    ]


def test_a_note_introduces_activities_and_takes_no_number(table: Callable[..., Table]) -> None:
    made = table(
        group("Kiểm tra", row(task("a"), task("b"), note="Mỗi quý:")), shows=ACTIVITY_COLUMNS
    )
    assert shown(made, "number", "activity", "lead") == [
        ("1", "Mỗi quý:", ""),
        (MERGED, "1.1. hoạt động a", "Sở A"),
        (MERGED, "1.2. hoạt động b", "Sở A"),
    ]


def test_the_body_cites_activities_by_the_numbers_of_the_table(
    study: Callable[[str, int], Study],
) -> None:
    groups = (group("G", row(task("a"), task("b"))), group("H", row(task("c"))))
    own = with_part(study("Lạng Sơn", 2023), *groups, part="activities")
    assert activity_numbers(own, form()) == {"a": "1.1", "b": "1.2", "c": "2"}


def test_activities_that_are_nobody_s_own_are_the_tasks_of_the_form_s_index(
    study: Callable[[str, int], Study],
) -> None:
    base = with_part(study("Lạng Sơn", 2023), group("G", row(task("a"))))
    assert activity_numbers(base, form()) == {"a": "1"}


def test_a_part_without_tasks_is_an_empty_table(table: Callable[..., Table]) -> None:
    assert table().rows == ()


def test_assigned_tasks_stand_under_their_groups_with_who_answers_for_them(
    study: Callable[[str, int], Study],
) -> None:
    given = [
        Assigned(task(name), "act", f"Việc {name}.", "Quý IV", "Báo cáo", title, "Phòng Nội vụ")
        for name, title in (("a", "G"), ("b", "H"), ("c", "G"))
    ]
    own = draft(study("Lạng Sơn", 2023), form=form(), mandate=mandate(body(), *given))
    wanted = appendix("number", "task", "product", "deadline", "responsibility", of="assigned")
    assert shown(task_table(own, wanted), "number", "task", "responsibility") == [
        ("I", "G", ""),
        ("1", "Việc a.", "Phòng Nội vụ"),
        ("2", "Việc c.", "Phòng Nội vụ"),
        ("II", "H", ""),
        ("1", "Việc b.", "Phòng Nội vụ"),
    ]


def test_a_table_tells_its_columns_to_those_who_cannot_see_it(table: Callable[..., Table]) -> None:
    made = table(group("G", row(task("a"), criteria=["X"])), shows=("number", "lead"))
    assert "NUMBER, LEAD" in made.summary
    assert [column.align for column in made.columns] == ["center", "left"]


ROLES = st.sets(st.sampled_from(["lead", "implementers", "coordinators", "deadline"]))


@st.composite
def tasks(draw: st.DrawFn) -> dict[str, Any]:
    names = st.sampled_from([("Sở A",), ("Sở C",), ("Sở A", "Sở C"), ()])
    return {
        "as_above": tuple(sorted(draw(ROLES))),
        "lead": draw(names),
        "coordinators": draw(names),
        "deadline": draw(st.sampled_from(["", "Năm 2023"])),
    }


@st.composite
def rows(draw: st.DrawFn) -> TaskRow:
    criteria = draw(st.lists(st.sampled_from("XYZ"), max_size=3, unique=True))
    found = draw(st.lists(tasks(), max_size=3))
    note = draw(st.sampled_from(["", "Ghi chú."]))
    return row(*(task("a", **one) for one in found), criteria=criteria, note=note)


GROUPS = st.lists(st.builds(group, st.just("G"), rows(), rows()), max_size=3)


def height(one: TaskRow) -> int:
    """Return how many table rows a row takes: its tasks or its note, and each other criterion."""
    others = max(len(one.criteria) - 1, 0)
    return (max(len(one.tasks), 1) if not one.note else len(one.tasks) + 1) + others


@given(groups=GROUPS)
def test_any_programme_has_its_rows_and_no_merged_cell_hangs_in_the_air(
    study: Callable[[str, int], Study], groups: list[TaskGroup]
) -> None:
    base = with_part(study("Lạng Sơn", 2023), *groups)
    made = task_table(draft(base, form=form()), appendix(*CRITERION_COLUMNS))
    data = [line for line in made.rows if line.kind == "data"]
    assert len(data) == sum(height(one) for each in groups for one in each.rows)
    assert len(made.rows) == len(data) + len(groups)
    assert_anchored(made)


@given(groups=GROUPS)
def test_any_programme_of_activities_keeps_each_task_and_note(
    study: Callable[[str, int], Study], groups: list[TaskGroup]
) -> None:
    base = with_part(study("Lạng Sơn", 2023), *groups)
    made = task_table(draft(base, form=form()), appendix(*ACTIVITY_COLUMNS))
    kept = sum(len(one.tasks) + bool(one.note) for each in groups for one in each.rows)
    assert len(made.rows) == kept
    assert_anchored(made)


@given(groups=GROUPS)
def test_a_merged_role_always_says_what_the_task_itself_says(
    study: Callable[[str, int], Study], groups: list[TaskGroup]
) -> None:
    base = with_part(study("Lạng Sơn", 2023), *groups)
    made = task_table(draft(base, form=form()), appendix("task", "lead", "deadline"))
    told = iter(one for each in groups for one in each.tasks())
    above: list[str] = []
    for line in made.rows:
        cells = line.cells
        above = [
            before if cell.merged else cell.text
            for cell, before in zip(cells, above or ["", "", ""], strict=True)
        ]
        if line.kind == "data" and cells[0].text.startswith("Làm"):
            one = next(told).task
            assert above[1:] == ["; ".join(one.lead), one.deadline]


def assert_anchored(made: Table) -> None:
    """Every merged cell has, in its column and its group, a cell above that it continues."""
    open_columns: set[int] = set()
    for line in made.rows:
        if line.kind == "group":
            open_columns = set()
            assert not any(cell.merged for cell in line.cells)
            continue
        for place, cell in enumerate(line.cells):
            assert not (cell.merged and (cell.text or place not in open_columns))
            open_columns |= set() if cell.merged else {place}


@pytest.mark.parametrize(
    "asked",
    [
        {"plan": "ubnd-tinh-ha-tinh-2021"},
        {"plan": "ubnd-tinh-soc-trang-2023"},
        {"province": "Lạng Sơn", "year": 2023, "form": "province-tables"},
        {"province": "Sóc Trăng", "year": 2025, "form": "province-tables"},
        {"province": "Cao Bằng", "year": 2024, "form": "province-single"},
    ],
    ids=lambda asked: " ".join(str(value) for value in asked.values()),
)
def test_printed_tables_hang_together_and_refer_to_rows_that_are_there(
    real_plan: Callable[..., PlanText], asked: dict[str, object]
) -> None:
    for one in real_plan(**asked).appendices:
        assert_anchored(one.table)
        for line in one.table.rows:
            for cell in line.cells:
                assert "nhiệm vụ tại ." not in cell.text
