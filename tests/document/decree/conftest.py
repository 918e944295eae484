"""Good documents of a province and a department, and what the checker says about changed ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.document.decree.edits import Edit, edited

from analysis.document.decree import Finding, Rule, check, read_rules
from analysis.document.render import document_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.text import PlanText

RULES = Path(__file__).parents[3] / "data" / "raw" / "reference" / "decree30.yml"
DAY = "ngày 05 tháng 6 năm 2023"


@pytest.fixture(scope="session")
def rules() -> tuple[Rule, ...]:
    """The committed rules."""
    return read_rules(RULES)


@pytest.fixture(scope="session")
def issued_plan(plan: PlanText) -> PlanText:
    """The sample plan with number, day and name, its tables cut short."""
    appendices = tuple(
        replace(
            appendix,
            reference=f"(Kèm theo Kế hoạch số 05/KH-UBND {DAY} của Ủy ban nhân dân tỉnh Minh Họa)",
            table=replace(appendix.table, rows=appendix.table.rows[:10]),
        )
        for appendix in plan.appendices
    )
    return replace(
        plan,
        number="Số: 05/KH-UBND",
        place_date=f"Minh Họa, {DAY}",
        signer="Nguyễn Văn A",
        appendices=appendices,
    )


@pytest.fixture(scope="session")
def province(issued_plan: PlanText, template: Path) -> bytes:
    """A good plan of a People's Committee."""
    return document_bytes(issued_plan, template=template)


@pytest.fixture(scope="session")
def department(issued_plan: PlanText, template: Path) -> bytes:
    """A good plan of a department, without appendices."""
    plan = replace(
        issued_plan,
        superior="UBND TỈNH MINH HỌA",
        issuer=("SỞ NỘI VỤ",),
        number="Số: 12/KH-SNV",
        signatory=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        appendices=(),
        body=tuple(p for p in issued_plan.body if p.kind != "reference"),
    )
    return document_bytes(plan, template=template)


@pytest.fixture(scope="session")
def judged(
    rules: tuple[Rule, ...], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., tuple[Finding, ...]]:
    """What the checker finds in a document of some bytes."""
    folder = tmp_path_factory.mktemp("decree")

    def judge(data: bytes, **options: object) -> tuple[Finding, ...]:
        path = folder / "ke-hoach.docx"
        path.write_bytes(data)
        options.setdefault("stage", "issued")
        return check(path, rules=rules, **options)  # type: ignore[arg-type]

    return judge


@pytest.fixture(scope="session")
def newly(
    judged: Callable[..., tuple[Finding, ...]],
) -> Callable[..., set[str]]:
    """The rules that an edit breaks, beside those that the document broke before."""
    known: dict[tuple[bytes, str], set[str]] = {}

    def broken(data: bytes, *edits: Edit, **options: object) -> set[str]:
        key = (data, repr(sorted(options.items())))
        if key not in known:
            known[key] = {finding.rule for finding in judged(data, **options)}
        return {f.rule for f in judged(edited(data, *edits), **options)} - known[key]

    return broken
