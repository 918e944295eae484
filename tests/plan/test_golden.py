"""Five real plans, printed from data, against what was typed from each of them by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.builders.golden import (
    ROLES,
    agencies,
    blocks,
    footnotes,
    missing,
    numbered,
    opening,
    read_golden,
    spellings,
    whole_text,
)
from tests.builders.plans import as_typed

from analysis.runs.plans import folder_named
from analysis.vietnamese import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.builders.golden import Golden, GoldenTable, TableRow

    from analysis.plan.details import PlanDetails
    from analysis.plan.text import Appendix, PlanText, Row
    from analysis.runs.paths import Paths

FOLDER = Path(__file__).parents[1] / "golden"
NAMES = sorted(path.stem for path in FOLDER.glob("*-20??.yml"))
AGENCIES = ("lead", "coordination")


@dataclass(frozen=True, slots=True)
class Seed:
    """A real plan: what it must hold, what we hold as data, what is printed."""

    golden: Golden
    details: PlanDetails
    plan: PlanText


@pytest.fixture(params=NAMES)
def seed(request: pytest.FixtureRequest, real_plan: Callable[..., PlanText], paths: Paths) -> Seed:
    name = request.param
    golden = read_golden(FOLDER / f"{name}.yml")
    return Seed(golden, folder_named(paths, name).details, as_typed(real_plan(plan=name)))


def test_there_is_a_golden_description_of_each_plan_held_as_data(paths: Paths) -> None:
    folders = paths.root.glob("data/raw/plans/*/plan.yml")
    assert sorted(path.parent.name for path in folders) == NAMES


def test_the_body_has_the_numbers_of_the_plan_and_no_other(seed: Seed) -> None:
    printed = [line.number for line in numbered(seed.plan)]
    assert printed == [entry.number for entry in seed.golden.outline]


def test_each_numbered_line_says_what_the_plan_says_there(seed: Seed) -> None:
    lines = zip(numbered(seed.plan), seed.golden.outline, strict=True)
    lost = [(line.text, missing(entry.words, line.text)) for line, entry in lines]
    assert [text for text in lost if text[1]] == []


def test_as_many_paragraphs_stand_without_a_number_as_in_the_plan(seed: Seed) -> None:
    assert opening(seed.plan) == seed.golden.opening
    lines = zip(numbered(seed.plan), seed.golden.outline, strict=True)
    assert [line.text for line, entry in lines if line.paragraphs != entry.paragraphs] == []


def test_as_many_recipients_are_named_as_in_the_plan(seed: Seed) -> None:
    assert len(seed.plan.recipients) == seed.golden.recipients


def test_the_appendices_have_the_columns_of_the_plan(seed: Seed) -> None:
    printed = [
        (a.label, a.landscape, [bare(column.title) for column in a.table.columns])
        for a in seed.plan.appendices
    ]
    assert printed == [
        (table.label, table.landscape, [bare(title) for title in table.columns])
        for table in seed.golden.tables
    ]


def test_each_row_of_an_appendix_is_the_row_of_the_plan(seed: Seed) -> None:
    for appendix, table in zip(seed.plan.appendices, seed.golden.tables, strict=True):
        if table.rows is not None:
            assert len(appendix.table.rows) == len(table.rows), table.label
            assert row_differences(appendix, table) == []


def test_the_agencies_below_a_heading_have_the_roles_of_the_plan(seed: Seed) -> None:
    printed = list(blocks(seed.plan))
    assert len(printed) == len(seed.golden.roles)
    for role_block in seed.golden.roles:
        found = [block for block in printed if not missing(role_block.heading, block.heading)]
        assert [block.heading for block in found[1:]] == [], role_block.heading
        assert found, role_block.heading
        for role in ROLES.values():
            told, names = found[0].roles.get(role, ""), getattr(role_block, role)
            if found[0].listed:
                assert told == joined(names), found[0].heading
            assert missing(names, told) == [], found[0].heading


def test_every_fact_of_the_plan_is_printed(seed: Seed) -> None:
    text = whole_text(seed.plan)
    lost = [fact for fact in seed.golden.facts if not any(form in text for form in spellings(fact))]
    assert lost == []


def test_every_document_of_the_plan_is_cited_and_every_footnote_printed(seed: Seed) -> None:
    text = whole_text(seed.plan)
    cited = [document.symbol or document.type for document in seed.details.documents.values()]
    assert [name for name in cited if name not in text] == []
    assert len(footnotes(seed.plan)) == len(seed.details.footnotes)


def test_what_the_plan_lacks_and_we_print_is_named_with_its_reason(seed: Seed) -> None:
    unpublished = [table.label for table in seed.golden.tables if table.rows is None]
    assert seed.golden.added or not unpublished
    assert len(seed.details.ours) == len(seed.golden.added)
    for words, told in zip(seed.golden.added, seed.details.ours, strict=True):
        assert missing(words, told) == []


def test_each_difference_is_told_in_a_sentence(seed: Seed) -> None:
    for line in seed.golden.differences:
        assert line.endswith("."), line
        assert len(line.split()) >= 4, line
        assert line[0].isupper() or line[0] == "“", line


def bare(title: str) -> str:
    """Return a header without spaces and capitals."""
    return "".join(title.lower().split())


def row_differences(appendix: Appendix, table: GoldenTable) -> list[str]:
    """Return what each printed row says otherwise than the plan."""
    keys = [column.key for column in appendix.table.columns]
    rows = zip(appendix.table.rows, table.rows or (), strict=True)
    return [
        f"{table.label}, dòng {place}: {difference}"
        for place, (printed, row) in enumerate(rows, start=1)
        for difference in differences(printed, row, keys)
    ]


def differences(printed: Row, row: TableRow, keys: list[str]) -> list[str]:
    """Return what one printed row says otherwise than the plan's row."""
    cells = dict(zip(keys, printed.cells, strict=True))
    text = " ".join(cell.text for cell in printed.cells)
    pairs: list[tuple[str, object, object]] = [
        ("loại dòng", printed.kind, row.kind),
        ("số thứ tự", cells["number"].text, row.number),
        ("thiếu chữ", missing(row.words, text), []),
        ("ô gộp", {key for key, cell in cells.items() if cell.merged}, row.merged),
    ]
    pairs += [(key, same(agencies(cells[key])), same(getattr(row, key))) for key in AGENCIES]
    pairs += [("thời hạn", cells["deadline"].text, row.deadline)]
    if "product" in cells:
        product = cells["product"].text
        pairs += [("thiếu sản phẩm", missing(row.product, product), [])]
        pairs += [("có sản phẩm", bool(product), bool(row.product))]
    return [f"{what}: in {told!r}, gốc {meant!r}" for what, told, meant in pairs if told != meant]


def same(names: Iterable[str]) -> list[str]:
    """Return names in their order, whether or not they open a cell with a capital."""
    return [name.lower() for name in names]
