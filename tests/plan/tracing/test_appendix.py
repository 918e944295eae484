"""The appendix of sources: the figures shown, in order by index, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.tracing.tracing import traced
from analysis.vietnamese import breakable

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job


def test_it_is_there_only_when_it_is_asked_for(job: Callable[..., Job], inputs: Inputs) -> None:
    made = job("Lạng Sơn", 2023)
    plain, sourced = made.text(inputs), made.text(inputs, sources=True)
    assert sourced.appendices[:-1] == plain.appendices
    mention = "(Nguồn của số liệu trong Kế hoạch tại Phụ lục IV kèm theo)"
    assert [one.text for one in sourced.body if one not in plain.body] == [mention]
    last = sourced.appendices[-1]
    assert (last.label, last.title) == ("Phụ lục IV", "NGUỒN SỐ LIỆU")


def test_every_row_names_a_figure_and_its_place_or_formula(
    job: Callable[..., Job], inputs: Inputs
) -> None:
    last = job("Lạng Sơn", 2023).text(inputs, sources=True).appendices[-1]
    groups = [row.cells[1].text for row in last.table.rows if row.kind == "group"]
    assert groups == ["PAPI", "SIPAS", "PAR INDEX"]
    rows = [[breakable(cell.text) for cell in row.cells] for row in last.table.rows]
    told = {row[1]: row[2:] for row in rows}
    assert told["PAPI năm 2022, tỉnh Lạng Sơn, 1.1 Tri thức công dân: điểm đạt"] == [
        "1,09",
        "data/raw/papi/papi_2022.csv, dòng 14, cột 1.1",
        "",
    ]
    assert all(row[3] or row[4] for row in rows if row[0])
    assert all("SHA-256" in note for note in last.notes)


def test_its_own_numbers_are_traced_too(job: Callable[..., Job], inputs: Inputs) -> None:
    plan = job("Lạng Sơn", 2023).text(inputs, sources=True)
    assert [n for block in traced(plan) for n in block.numbers if n.kind is None] == []


def test_an_only_appendix_becomes_the_first(job: Callable[..., Job], inputs: Inputs) -> None:
    plan = job("Lạng Sơn", 2023, form="province-single").text(inputs, sources=True)
    assert [one.label for one in plan.appendices] == ["Phụ lục I", "Phụ lục II"]
    *texts, added = [one.text for one in plan.body if "Phụ lục" in one.text]
    assert texts
    assert all("Phụ lục I" in text for text in texts)
    assert "Phụ lục II " in added


def test_a_plan_without_figures_has_none(job: Callable[..., Job], inputs: Inputs) -> None:
    made = job("Lạng Sơn", 2023, form="department", agency="Sở Nội vụ")
    assert made.text(inputs, sources=True) == made.text(inputs)
