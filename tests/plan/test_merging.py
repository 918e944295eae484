"""A person's edits and the program's reruns: nothing of either is lost, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from analysis.plan.merging import Conflict, merge

if TYPE_CHECKING:
    from analysis.plan.merging import Merged, Table

COLUMNS = ("việc", "hạn")
TEXTS = st.sampled_from(["", "a", "b", "c"])
ROWS = st.fixed_dictionaries(dict.fromkeys(COLUMNS, TEXTS))
TABLES = st.dictionaries(st.sampled_from("pqrst"), ROWS, max_size=4)

ONE = {"p": {"việc": "a", "hạn": "a"}}


def table(**rows: str) -> dict[str, dict[str, str]]:
    """Return a table of one column."""
    return {key: {"việc": text} for key, text in rows.items()}


def without_struck(merged: Merged) -> Table:
    return {key: row for key, row in merged.rows.items() if merged.states[key] != "struck"}


# --- laws ---


@given(TABLES)
def test_where_nothing_changed_all_stays_as_it_is(same: Table) -> None:
    merged = merge(same, same, same)
    assert (merged.rows, merged.base) == (same, same)
    assert (merged.conflicts, merged.hidden, set(merged.states.values()) - {"kept"}) == (
        (),
        (),
        set(),
    )


@given(TABLES, TABLES)
def test_a_table_that_nobody_touched_becomes_what_is_proposed_now(base: Table, ours: Table) -> None:
    merged = merge(base, base, ours)
    assert without_struck(merged) == ours
    assert set(merged.of("struck")) == base.keys() - ours.keys()
    assert {key: merged.rows[key] for key in merged.of("struck")} == {
        key: base[key] for key in merged.of("struck")
    }
    assert merged.conflicts == ()


@given(TABLES, TABLES)
def test_where_the_program_has_nothing_new_the_persons_table_stays(
    base: Table, theirs: Table
) -> None:
    merged = merge(base, theirs, base)
    assert merged.rows == theirs
    assert merged.conflicts == ()
    assert not merged.of("new")


@given(TABLES, TABLES, TABLES)
def test_merging_again_changes_nothing(base: Table, theirs: Table, ours: Table) -> None:
    once = merge(base, theirs, ours)
    again = merge(once.base, once.rows, ours)
    assert (again.rows, again.base) == (once.rows, once.base)
    assert list(again.rows) == list(once.rows)
    assert again.conflicts == ()
    assert set(once.hidden) <= set(again.hidden)


@given(TABLES, TABLES, TABLES)
def test_every_cell_that_the_person_changed_stays(base: Table, theirs: Table, ours: Table) -> None:
    merged = merge(base, theirs, ours)
    for key, row in theirs.items():
        for column, text in row.items():
            if text != base.get(key, {}).get(column):
                assert merged.rows[key][column] == text


@given(TABLES, TABLES, TABLES)
def test_every_other_cell_is_what_is_proposed_now(base: Table, theirs: Table, ours: Table) -> None:
    merged = merge(base, theirs, ours)
    for key in merged.rows.keys() & ours.keys():
        for column, text in ours[key].items():
            if key not in theirs or theirs[key][column] == base.get(key, {}).get(column):
                assert merged.rows[key][column] == text


@given(TABLES, TABLES, TABLES)
def test_conflicts_are_the_cells_that_both_changed_each_to_something_else(
    base: Table, theirs: Table, ours: Table
) -> None:
    expected = {
        Conflict(key, column, theirs[key][column], ours[key][column])
        for key in theirs.keys() & ours.keys()
        for column in COLUMNS
        if len(
            {
                base.get(key, {}).get(column),
                theirs[key][column],
                ours[key][column],
            }
        )
        == 3
    }
    found = merge(base, theirs, ours).conflicts
    assert set(found) == expected
    assert len(found) == len(expected)


@given(TABLES, TABLES, TABLES)
def test_no_row_disappears_but_those_that_the_person_deleted(
    base: Table, theirs: Table, ours: Table
) -> None:
    merged = merge(base, theirs, ours)
    deleted = base.keys() - theirs.keys()
    assert merged.rows.keys() == theirs.keys() | (ours.keys() - deleted)
    assert set(merged.hidden) == deleted
    assert merged.states.keys() == merged.rows.keys()


@given(TABLES, TABLES, TABLES)
def test_rows_stand_in_the_order_proposed(base: Table, theirs: Table, ours: Table) -> None:
    order = [key for key in merge(base, theirs, ours).rows if key in ours]
    assert order == [key for key in ours if key in order]


@given(TABLES, TABLES, TABLES)
def test_the_tables_that_came_in_are_left_as_they_were(
    base: Table, theirs: Table, ours: Table
) -> None:
    def copies() -> list[dict[str, dict[str, str]]]:
        return [{key: dict(row) for key, row in one.items()} for one in (base, theirs, ours)]

    before = copies()
    merge(base, theirs, ours, struck={"hạn": "z"})
    assert copies() == before


# --- single cases ---


def test_a_row_proposed_for_the_first_time_is_new_once() -> None:
    merged = merge(table(p="a"), table(p="a"), table(p="a", q="b"))
    assert merged.states == {"p": "kept", "q": "new"}
    assert merge(merged.base, merged.rows, table(p="a", q="b")).states == {"p": "kept", "q": "kept"}


def test_in_the_first_table_of_all_nothing_is_new() -> None:
    merged = merge({}, {}, table(p="a", q="b"))
    assert merged.states == {"p": "kept", "q": "kept"}


def test_a_row_that_is_no_longer_proposed_is_struck_with_its_edits() -> None:
    merged = merge(ONE, {"p": {"việc": "b", "hạn": "a"}}, {})
    assert merged.rows == {"p": {"việc": "b", "hạn": "a"}}
    assert merged.states == {"p": "struck"}
    assert merged.conflicts == ()


def test_a_struck_row_that_is_proposed_again_is_kept_and_brought_up_to_date() -> None:
    edited = merge(ONE, {"p": {"việc": "b", "hạn": "a"}}, {})
    back = merge(edited.base, edited.rows, {"p": {"việc": "a", "hạn": "c"}})
    assert back.rows == {"p": {"việc": "b", "hạn": "c"}}
    assert back.states == {"p": "kept"}


def test_a_struck_row_gets_the_cells_of_struck_rows_unless_the_person_says_otherwise() -> None:
    chosen = {"p": {"việc": "a", "chọn": "có"}}
    gone = merge(chosen, chosen, {}, struck={"chọn": "không"})
    assert gone.rows["p"] == {"việc": "a", "chọn": "không"}
    wanted = merge(gone.base, chosen, {}, struck={"chọn": "không"})
    assert wanted.rows["p"] == {"việc": "a", "chọn": "có"}
    again = merge(gone.base, gone.rows, chosen, struck={"chọn": "không"})
    assert again.rows["p"] == {"việc": "a", "chọn": "có"}


def test_a_deleted_row_stays_away_even_when_it_is_dropped_and_proposed_anew() -> None:
    merged = merge(table(p="a", q="b"), table(q="b"), table(p="a", q="b"))
    assert (list(merged.rows), merged.hidden) == (["q"], ("p",))
    dropped = merge(merged.base, merged.rows, table(q="b"))
    anew = merge(dropped.base, dropped.rows, table(p="c", q="b"))
    assert (list(anew.rows), anew.hidden) == (["q"], ("p",))


def test_a_deleted_row_that_the_person_puts_back_is_there_again() -> None:
    deleted = merge(table(p="a"), {}, table(p="a"))
    back = merge(deleted.base, table(p="z"), table(p="b"))
    assert (back.rows, back.states, back.hidden) == (table(p="z"), {"p": "kept"}, ())


def test_the_program_coming_to_the_persons_words_does_not_make_them_its_own() -> None:
    agreed = merge(table(p="a"), table(p="b"), table(p="b"))
    assert agreed.conflicts == ()
    later = merge(agreed.base, agreed.rows, table(p="c"))
    assert later.rows == table(p="b")
    assert later.conflicts == (Conflict("p", "việc", "b", "c"),)


def test_writing_what_the_program_proposed_last_gives_the_cell_back() -> None:
    edited = merge(table(p="a"), table(p="b"), table(p="a"))
    assert merge(edited.base, table(p="a"), table(p="c")).rows == table(p="c")


def test_a_conflict_is_told_by_the_merge_in_which_it_arises() -> None:
    merged = merge(table(p="a"), table(p="b"), table(p="c"))
    assert merged.conflicts == (Conflict("p", "việc", "b", "c"),)
    assert merge(merged.base, merged.rows, table(p="c")).conflicts == ()


def test_without_a_base_every_cell_is_the_persons() -> None:
    merged = merge({}, table(p="a", q="b"), table(p="c", r="d"))
    assert merged.rows == table(p="a", q="b", r="d")
    assert merged.states == {"p": "kept", "q": "own", "r": "new"}
    assert merged.conflicts == (Conflict("p", "việc", "a", "c"),)


@pytest.mark.parametrize(
    ("theirs", "ours", "order"),
    [
        ("pxq", "pq", "pxq"),
        ("xpq", "pq", "xpq"),
        ("pqxy", "pq", "pqxy"),
        ("pxq", "qp", "qpx"),
        ("pxq", "prq", "pxrq"),
        ("pxq", "q", "pxq"),
        ("xy", "", "xy"),
    ],
)
def test_a_persons_own_row_stands_after_the_row_that_it_stood_after(
    theirs: str, ours: str, order: str
) -> None:
    base = table(p="a", q="a")
    rows = {key: {"việc": "a"} for key in theirs}
    proposed = {key: {"việc": "a"} for key in ours}
    assert list(merge(base, rows, proposed).rows) == list(order)


# --- any order of edits and reruns ---


class Drafting(RuleBasedStateMachine):
    """A workbook through its life: edits, own rows, deletions and reruns in any order."""

    @initialize(ours=TABLES)
    def first_run(self, ours: Table) -> None:
        merged = merge({}, {}, ours)
        self.base = merged.base
        self.book = {key: dict(row) for key, row in merged.rows.items()}
        self.edits: dict[tuple[str, str], str] = {}
        self.own: set[str] = set()
        self.deleted: set[str] = set()
        self.told: Merged = merged

    @rule(ours=TABLES)
    def rerun(self, ours: Table) -> None:
        before = set(self.book)
        self.told = merge(self.base, self.book, ours, struck={"hạn": "z"})
        self.base = self.told.base
        self.book = {key: dict(row) for key, row in self.told.rows.items()}
        assert before <= self.book.keys()
        assert self.book.keys() - before <= ours.keys()

    @precondition(lambda self: self.book)
    @rule(data=st.data(), column=st.sampled_from(COLUMNS), text=TEXTS)
    def edit(self, data: st.DataObject, column: str, text: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.book)))
        if text == self.book[key][column]:
            return
        self.book[key][column] = text
        if text == self.base.get(key, {}).get(column):
            self.edits.pop((key, column), None)  # given back to the program
        else:
            self.edits[key, column] = text

    @rule(key=st.sampled_from("xyz"), row=ROWS, data=st.data())
    def add(self, key: str, row: dict[str, str], data: st.DataObject) -> None:
        if key in self.book:
            return
        place = data.draw(st.integers(0, len(self.book)))
        items = list(self.book.items())
        self.book = dict([*items[:place], (key, dict(row)), *items[place:]])
        self.own.add(key)
        self.edits.update({(key, column): text for column, text in row.items()})

    @precondition(lambda self: self.book)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.book)))
        del self.book[key]
        self.own.discard(key)
        self.edits = {cell: text for cell, text in self.edits.items() if cell[0] != key}
        if key in self.base:
            self.deleted.add(key)

    @invariant()
    def every_edit_stands(self) -> None:
        for (key, column), text in getattr(self, "edits", {}).items():
            assert self.book[key][column] == text

    @invariant()
    def what_was_deleted_stays_away(self) -> None:
        assert not getattr(self, "deleted", set()) & getattr(self, "book", {}).keys()

    @invariant()
    def own_rows_stay(self) -> None:
        assert getattr(self, "own", set()) <= getattr(self, "book", {}).keys()


TestDrafting = Drafting.TestCase
TestDrafting.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
