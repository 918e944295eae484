"""Small plans: forms, details, tasks and their programme, as tests need them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from analysis.plan.details import PlanDetails
from analysis.plan.draft import draft_of
from analysis.plan.form import AppendixForm, Form
from analysis.plan.mandate import Body, Due, Mandate
from analysis.plan.programme import Criterion, TaskGroup, TaskPart, TaskRow
from analysis.plan.study import PlannedTask
from analysis.tasks import WordedTask
from analysis.vietnamese import breakable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.plan.draft import Draft
    from analysis.plan.mandate import Assigned
    from analysis.plan.study import Study

Printed = TypeVar("Printed")

UNIT = {"unit_set": "63", "unit_code": "20", "plan_year": 2023}

FORM: dict[str, Any] = {
    "form": "thu",
    "name": "Mẫu thử",
    "level": "province",
    "indices": ["PAPI"],
    "kind": "KẾ HOẠCH",
    "title": "Nâng cao chỉ số {ten_tinh} năm {nam}",
    "opening": [],
    "sections": [{"title": "Nhiệm vụ", "content": [{"text": "Làm việc."}]}],
    "closing": [],
    "recipients": ["{noi_vu}"],
    "archive": "VT",
    "subplan_date": [7, 31],
    "completion_date": [11, 30],
}


def form(**changes: Any) -> Form:
    return Form.model_validate(FORM | changes)


def details(**changes: Any) -> PlanDetails:
    base = UNIT | {"form": "thu", "source": "nguồn thử"}
    return PlanDetails.model_validate(base | changes)


def as_typed(plan: Printed) -> Printed:
    """Return a printed plan, or a part of one, with every blank as a keyboard types it."""
    return cast("Printed", _as_typed(plan))


def _as_typed(part: object) -> object:
    if isinstance(part, str):
        return breakable(part)
    if isinstance(part, tuple):
        return tuple(map(_as_typed, part))
    if not is_dataclass(part) or isinstance(part, type):
        return part
    return replace(part, **{one.name: _as_typed(getattr(part, one.name)) for one in fields(part)})


def appendix(*shows: str, of: str = "PAPI", table: str = "tasks") -> AppendixForm:
    columns = [{"shows": name, "title": name.upper(), "width": 20} for name in shows]
    return AppendixForm.model_validate(
        {"title": "Bảng thử", "table": table, "of": of, "columns": columns}
    )


def draft(
    study: Study,
    *,
    form: Form,
    details: PlanDetails | None = None,
    mandate: Mandate | None = None,
) -> Draft:
    return draft_of(study, form=form, details=details, mandate=mandate)


def task(name: str, *, index: str = "PAPI", code: str = "", **changes: Any) -> PlannedTask:
    """Return a task whose every text tells its name; `changes` are of both kinds of fields."""
    worded = WordedTask(
        id=name,
        activity=f"hoạt động {name}",
        sentence=f"Sở A làm việc {name}.",
        duty=f"Làm việc {name}.",
        lead=("Sở A",),
        implementers=(),
        coordinators=("Sở B",),
        deadline="Năm 2023",
        product="Báo cáo",
        legal_basis=(),
        learned_from=(),
    )
    of_words = {key: value for key, value in changes.items() if hasattr(worded, key)}
    others = {key: value for key, value in changes.items() if key not in of_words}
    planned = PlannedTask(
        index=index,
        code=code,
        deficits=(code,) if code else (),
        task=replace(worded, **of_words),
        functions={},
        paragraphs=(f"Làm việc {name}.",),
    )
    return replace(planned, **others)


def row(
    *tasks: PlannedTask, criteria: Iterable[str] = (), note: str = "", see: str = ""
) -> TaskRow:
    """Return a row; a criterion's code is its name."""
    return TaskRow(tuple(Criterion(name, name) for name in criteria), tasks, note, see)


def group(title: str, *rows: TaskRow, code: str = "") -> TaskGroup:
    return TaskGroup(code, title, rows)


def with_part(study: Study, *groups: TaskGroup, part: str = "PAPI") -> Study:
    return replace(study, parts=(TaskPart(part, groups),))


def body(**changes: Any) -> Body:
    """Return a department as an issuer."""
    base = Body(
        code="SO_NV.1",
        name="Sở Nội vụ",
        level="department",
        place="",
        issuer=("SỞ NỘI VỤ",),
        superior="UBND TỈNH LẠNG SƠN",
        seat="Lạng Sơn",
        symbol="SNV",
        head="Giám đốc",
        focal="Văn phòng Sở",
        units="các phòng, đơn vị thuộc Sở",
        below="",
    )
    return replace(base, **changes)


def mandate(of: Body, *assigned: Assigned) -> Mandate:
    words = {
        "co_quan": of.name,
        "nguoi_dung_dau": of.head,
        "dau_moi": of.focal,
        "cac_bo_phan": of.units,
        "cap_duoi": of.below,
        "dia_ban": of.place,
    }
    due = Due(date(2023, 7, 31), date(2023, 11, 30))
    return Mandate(of, "Kế hoạch của UBND tỉnh", assigned, words, due)
