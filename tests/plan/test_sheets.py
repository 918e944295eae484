"""The drafter's workbook as plain data: what its rows show, and what its cells may hold."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders.plans import details, draft

from analysis.plan.sheet_rows import book_of, lists, merged_tables, tables
from analysis.plan.sheets import LAYOUTS, OWN, SheetRows, cell_text, layout, names_in, names_text
from analysis.plan.vacancies import every_task

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.draft import Draft
    from analysis.plan.merging import Table
    from analysis.runs.jobs import Job

PLANS = (
    "ubnd-tinh-lang-son-2023",
    "ubnd-tinh-ha-tinh-2021",
    "ubnd-tinh-soc-trang-2023",
    "so-ldtbxh-lang-son-2022",
)


@pytest.fixture(scope="module")
def new(job: Callable[..., Job]) -> Draft:
    """The draft of a new plan, which has no folder."""
    planned = job("Lạng Sơn", 2023).planned
    return draft(planned.study, form=planned.form)


@pytest.fixture(scope="module")
def shown(new: Draft) -> dict[str, Table]:
    return tables(new)


# --- cells ---


@given(st.text())
def test_a_text_as_a_cell_holds_it_is_held_as_it_is(text: str) -> None:
    held = cell_text(text)
    assert cell_text(held) == held
    assert held == unicodedata.normalize("NFC", held)
    assert cell_text(held.replace("\n", "\r\n")) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("  Sở  Nội vụ ", "Sở Nội vụ"),
        ("Sơ\u0309 Nô\u0323i vu\u0323", "Sở Nội vụ"),
        ("một\r\nhai\rba\n\n\nbốn", "một\nhai\nba\nbốn"),
        ("a\x00b\x0bc\ufffe", "ab c"),
        ("\u00a0\t", ""),
    ],
)
def test_cells_hold_single_blanks_and_composed_letters(text: str, held: str) -> None:
    assert cell_text(text) == held


@given(
    st.lists(
        st.text("aăđẹ, -", min_size=1).map(cell_text).filter(bool), unique=True, max_size=4
    ).map(tuple)
)
def test_names_are_read_as_they_were_written(names: tuple[str, ...]) -> None:
    assert names_in(names_text(names)) == names


def test_a_row_that_is_not_in_the_file_is_told_by_its_id() -> None:
    rows = SheetRows(layout("tasks"), {}, numbers={"a": 7})
    assert rows.place("a", "lead").text() == (
        "tệp nhiem-vu.xlsx, trang tính Nhiệm vụ, dòng 7, cột Cơ quan chủ trì"
    )
    assert rows.place("b").text() == "tệp nhiem-vu.xlsx, trang tính Nhiệm vụ, dòng có mã b"


# --- rows ---


def test_there_are_four_sheets_and_people_edit_three() -> None:
    assert [one.title for one in LAYOUTS] == [
        "Nhiệm vụ",
        "Mục tiêu",
        "Thông tin văn bản",
        "Căn cứ số liệu",
    ]
    assert [one.key for one in LAYOUTS if one.locked] == ["facts"]


@pytest.mark.parametrize("plan", [None, *PLANS])
def test_every_table_has_the_columns_of_its_sheet_and_cells_as_they_are_held(
    job: Callable[..., Job], plan: str | None
) -> None:
    found = job(plan=plan) if plan else job("Lạng Sơn", 2026)
    planned = found.planned
    of = draft(planned.study, form=planned.form, details=planned.details, mandate=found.mandate)
    made = tables(of)
    for one in LAYOUTS:
        assert made[one.key]
        for row in made[one.key].values():
            assert list(row) == [column.key for column in one.held]
            assert all(cell_text(text) == text for text in row.values())


def test_each_task_is_one_row_in_the_order_of_the_plan(new: Draft, shown: dict[str, Table]) -> None:
    tasks = every_task(new.study)
    assert list(shown["tasks"]) == [task.task.id for task in tasks]
    row = shown["tasks"][tasks[0].task.id]
    assert row["index"] == "PAPI"
    assert row["criterion"] == "Tri thức công dân"
    assert row["chosen"] == "có"
    assert row["text"] == tasks[0].paragraphs[0]
    assert row["lead"] == "Sở Tư pháp"
    assert row["coordinators"].startswith("Đài Phát thanh và Truyền hình tỉnh, Báo Lạng Sơn; ")
    assert row["deadline"] == "Quý III/2023"


def test_no_id_looks_like_one_of_an_added_row(shown: dict[str, Table]) -> None:
    assert not any(key.startswith(OWN) for rows in shown.values() for key in rows)


def test_targets_tell_figures_and_where_they_come_from(shown: dict[str, Table]) -> None:
    whole, part = shown["targets"]["PAPI:0"], shown["targets"]["PAPI:1.1"]
    assert whole["target"].endswith("(đề xuất)")
    assert part["result"] == "1,09"
    assert part["maximum"] == "2,50"
    assert part["target"].replace(",", "").isdigit()
    assert part["basis"].startswith("đề xuất: ")


def test_facts_tell_rank_and_source(shown: dict[str, Table]) -> None:
    fact = shown["facts"]["PAPI:0"]
    assert (fact["rank"], fact["group"], fact["lost"]) == ("13/61", "Cao nhất", "36,15")
    assert fact["source"]


def test_a_new_plan_has_no_number_no_date_and_no_signer(shown: dict[str, Table]) -> None:
    told = {key: row["value"] for key, row in shown["information"].items()}
    assert (told["number"], told["date"], told["signer"], told["deputy"]) == ("", "", "", "không")
    assert told["title"]
    assert "{" not in told["recipients"]


def test_what_the_plan_says_of_itself_is_shown(new: Draft) -> None:
    own = details(
        number="25/KH-UBND",
        date="2023-02-05",
        recipients=["Bộ Nội vụ", "{noi_vu}"],
        signatory={"deputy": True, "name": "Nguyễn Văn A"},
    )
    made = tables(draft(new.study, form=new.form, details=own))["information"]
    told = {key: row["value"] for key, row in made.items()}
    assert told["number"] == "25/KH-UBND"
    assert told["date"] == "05/02/2023"
    assert told["recipients"] == "Bộ Nội vụ\nSở Nội vụ"
    assert (told["deputy"], told["signer"]) == ("có", "Nguyễn Văn A")


def test_legal_bases_are_shown_where_the_form_has_them(job: Callable[..., Job]) -> None:
    planned = job(plan="ubnd-tinh-soc-trang-2023").planned
    made = tables(draft(planned.study, form=planned.form, details=planned.details))
    assert made["information"]["basis:basis"]["value"].startswith("Căn cứ ")


def test_lists_offer_the_agencies_of_the_day(job: Callable[..., Job], new: Draft) -> None:
    later = job("Lạng Sơn", 2026).planned
    now, then = lists(draft(later.study, form=later.form)), lists(new)
    assert "Sở Thông tin và Truyền thông" in then["agencies"]
    assert "Sở Thông tin và Truyền thông" not in now["agencies"]
    assert "UBND các xã, phường" in now["agencies"]
    assert then["yes_no"] == ("có", "không")
    assert then["deadlines"][:4] == ("Quý I/2023", "Quý II/2023", "Quý III/2023", "Quý IV/2023")
    assert all(len(set(options)) == len(options) for options in then.values())


def test_a_first_workbook_shows_what_is_proposed(new: Draft, shown: dict[str, Table]) -> None:
    book = book_of(new, merged_tables({}, {}, shown))
    assert {sheet.layout.key: sheet.rows for sheet in book.sheets} == shown
    assert {state for sheet in book.sheets for state in sheet.states.values()} == {"kept"}


def test_a_task_that_is_no_longer_proposed_is_struck_and_not_chosen(
    shown: dict[str, Table],
) -> None:
    key, *others = shown["tasks"]
    ours = {**shown, "tasks": {name: shown["tasks"][name] for name in others}}
    merged = merged_tables(shown, shown, ours)["tasks"]
    assert merged.states[key] == "struck"
    assert merged.rows[key] == {**shown["tasks"][key], "chosen": "không"}


def test_every_index_of_the_plan_is_there(new: Draft) -> None:
    assert lists(new)["indices"] == tuple(item.index for item in new.study.indices)
