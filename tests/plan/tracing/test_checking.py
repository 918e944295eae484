"""A document against its record: every changed digit is found, whatever else was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.plan.text import Origin
from analysis.plan.tracing.checking import judged
from analysis.plan.tracing.record import Record, RecordedBlock, digest_of, frame_of, recorded
from analysis.plan.tracing.tracing import TracedBlock, numbers_of, traced
from analysis.plan.word.printed import Block

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.plan.tracing.checking import Judged

Made = tuple[tuple[TracedBlock, ...], Record]


@pytest.fixture(scope="module")
def made(study: Callable[[str, int], Study], real_plan: Callable[..., PlanText]) -> Made:
    plan = real_plan("Lạng Sơn", 2023)
    return traced(plan), recorded(plan, study("Lạng Sơn", 2023))


def blocks(texts: list[str]) -> list[Block]:
    return [Block(text, number) for number, text in enumerate(texts, start=1)]


def unknown(texts: list[str], record: Record | None) -> list[Judged]:
    return [one for one in judged(blocks(texts), record) if one.kind is None]


def record_of(*texts: str, origins: tuple[Origin, ...] = ()) -> Record:
    return Record(
        tuple(RecordedBlock(digest_of(t), frame_of(t), numbers_of(t, origins)) for t in texts), ()
    )


def test_an_untouched_plan_has_no_number_without_a_source(made: Made) -> None:
    told, record = made
    assert unknown([block.text for block in told], record) == []


@settings(max_examples=80)
@given(data=st.data())
def test_any_changed_digit_of_any_number_is_found(data: st.DataObject, made: Made) -> None:
    told, record = made
    places = [(p, n) for p, block in enumerate(told) for n in block.numbers if n.kind == "figure"]
    place, number = data.draw(st.sampled_from(places))
    digits = [at for at, sign in enumerate(number.text) if sign.isdigit()]
    at = number.start + data.draw(st.sampled_from(digits))
    text = told[place].text
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
    texts = [block.text for block in told]
    texts[place] = f"{text[:at]}{other}{text[at + 1 :]}"
    (found,) = unknown(texts, record)
    assert found.block.number == place + 1
    assert found.nearest is not None
    assert found.nearest.text == number.text


@settings(max_examples=25)
@given(data=st.data())
def test_a_text_that_is_moved_keeps_its_sources(data: st.DataObject, made: Made) -> None:
    told, record = made
    texts = [block.text for block in told]
    worded = [place for place, text in enumerate(texts) if any(map(str.isalpha, text))]
    moved = texts.pop(data.draw(st.sampled_from(worded)))
    texts.insert(data.draw(st.integers(0, len(texts))), moved)
    assert unknown(texts, record) == []


def test_rewording_around_a_number_keeps_its_source() -> None:
    record = record_of("Hoàn thành trước ngày 30/6/2023.")
    assert unknown(["Phải xong trước ngày 30/6/2023."], record) == []


def test_two_numbers_that_changed_places_are_told() -> None:
    origin = Origin("figure", "score", "42,85 2,81")
    record = record_of("Đạt 42,85 điểm, tăng 2,81 điểm.", origins=(origin,))
    found = unknown(["Đạt 2,81 điểm, tăng 42,85 điểm."], record)
    assert [one.text for one in found] == ["2,81", "42,85"]


def test_two_cells_that_changed_places_are_told_though_words_changed_elsewhere() -> None:
    origin = Origin("figure", "score", "4,47 5,53 1,04 1,46")
    texts = ["Tên", "Điểm", "Dòng một", "4,47", "5,53", "Dòng hai", "1,04", "1,46"]
    record = record_of(*texts, origins=(origin,))
    swapped = ["Tên mới", "Điểm", "Dòng một", "5,53", "4,47", "Dòng hai", "1,04", "1,46"]
    assert unknown(swapped, record) != []
    moved = ["Tên mới", "Điểm", "Dòng hai", "1,04", "1,46", "Dòng một", "4,47", "5,53"]
    assert unknown(moved, record) == []


def test_a_date_of_the_record_that_was_changed_is_told() -> None:
    record = record_of("Hoàn thành trước ngày 30/6/2023.")
    (found,) = unknown(["Hoàn thành trước ngày 30/7/2023."], record)
    assert (found.text, found.nearest and found.nearest.text) == ("30/7/2023", "30/6/2023")


def test_a_clerk_may_fill_in_number_and_day() -> None:
    record = record_of("Số:        /KH-UBND", "Lạng Sơn, ngày     tháng 6 năm 2023")
    typed = ["Số: 126/KH-UBND", "Lạng Sơn, ngày 03 tháng 7 năm 2023"]
    assert [one.kind for one in judged(blocks(typed), record)] == ["document", "date"]


def test_a_new_text_may_cite_documents_and_days_but_no_figures() -> None:
    typed = "Theo Quyết định số 12/QĐ-UBND ngày 05/01/2023, đạt 44,10 điểm."
    assert [(one.text, one.kind) for one in judged(blocks([typed]), record_of("Một."))] == [
        ("12/QĐ-UBND", "document"),
        ("05/01/2023", "date"),
        ("44,10", None),
    ]


def test_without_a_record_numbers_are_judged_by_their_form() -> None:
    found = judged(blocks(["Năm 2022 đạt 43,85 điểm theo 148/2020/NĐ-CP"]), None)
    assert [one.kind for one in found] == ["date", None, "document"]


def test_the_running_numbers_of_a_table_are_none() -> None:
    cells = [Block("12", 1, table=1, row=2, column=1), Block("12", 2, table=1, row=2, column=2)]
    assert [one.block.column for one in judged(cells, None)] == [2]
