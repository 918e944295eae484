"""Two sides to compare: facts and documents in a few lines, and reports as a run writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from analysis.document.blocks import blocks_of
from analysis.document.render import document_bytes
from analysis.document.workbook import HEAD_ROW
from analysis.plan.comparing import PlanFacts, facts_from
from analysis.plan.sheet_messages import SHEET_COLUMNS
from analysis.plan.sheets import FILE, layout
from analysis.plan.word.printed import Block
from analysis.runs.workbook import with_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job


def line(code: str = "1", **figures: Any) -> dict[str, Any]:
    """Return a criterion of facts.json, with the figures that are told."""
    told = {"score": 5.0, "max_score": 10.0, "lost": 5.0, "rank": 3, "ranked": 63, "group": "B"}
    return {"code": code, "key": f"k{code}", "name": f"Tiêu chí {code}", **told, **figures}


def index(*criteria: dict[str, Any], name: str = "PAPI", **figures: Any) -> dict[str, Any]:
    """Return an index of facts.json."""
    told = {key: value for key, value in line().items() if key not in ("code", "key", "name")}
    made = {"index": name, "edition": "2021-2024", **told, **figures}
    return {**made, "criteria": list(criteria)}


def plan_facts(*indices: dict[str, Any], year: int = 2023, **others: Any) -> PlanFacts:
    """Return the facts of a plan on the results of the year before."""
    unit = {"code": "20", "name": "Lạng Sơn", "unit_set": "63"}
    made = {"unit": unit, "plan_year": year, "result_year": year - 1, "indices": list(indices)}
    found = facts_from({**made, "tasks": [], **others})
    assert found is not None
    return found


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """Return a document of paragraphs."""
    return tuple(Block(text, number) for number, text in enumerate(texts, start=1))


def rows(*texts: tuple[str, ...]) -> tuple[Block, ...]:
    """Return a document of one table."""
    return tuple(
        Block(text, 10 * row + column, kind="cell", table=1, row=row, column=column)
        for row, cells in enumerate(texts, start=1)
        for column, text in enumerate(cells, start=1)
    )


def report(job: Job, inputs: Inputs, templates: Path, folder: Path) -> Path:
    """Write what a run leaves of a plan that can be compared."""
    folder.mkdir(parents=True)
    told = job.facts()
    (folder / "facts.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    template = templates / f"{job.planned.form.form}.docx"
    (folder / "ke-hoach.docx").write_bytes(document_bytes(job.text(inputs), template=template))
    _, book = with_workbook(job.planned, folder=folder)
    (folder / FILE).write_bytes(book.content())
    return folder


def type_into(folder: Path, sheet: str, key: str, column: str, text: str) -> None:
    """Type a text into a cell of a report's workbook."""
    file = load_workbook(folder / FILE)
    page = file[layout(sheet).title]
    places = {cell.value: place for place, cell in enumerate(page[HEAD_ROW], start=1)}
    row = next(n for n in range(HEAD_ROW + 1, page.max_row + 1) if page.cell(n, 1).value == key)
    page.cell(row, places[SHEET_COLUMNS[column]]).value = text
    file.save(folder / FILE)


def blocks(folder: Path) -> tuple[Block, ...]:
    """Return the blocks of a report's document."""
    return blocks_of(folder / "ke-hoach.docx").blocks
