"""Study → the rows of the drafter's workbook, and the lists that its cells offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import letter, messages, sheet_messages
from analysis.plan.figures import maximum, printed
from analysis.plan.goals import target_clause
from analysis.plan.merging import merge
from analysis.plan.sheets import LAYOUTS, ROLES, Book, Sheet, cell_text, names_text
from analysis.plan.vacancies import every_task
from analysis.tasks import Deadline
from analysis.vietnamese import capitalised, number, rank_of, short_date, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.deficits import Line
    from analysis.plan.draft import Draft
    from analysis.plan.merging import Merged, Table
    from analysis.plan.nodes import Node
    from analysis.plan.sheets import Layout
    from analysis.plan.study import IndexStudy, PlannedTask, Study

_STRUCK = {"tasks": {"chosen": sheet_messages.NO}}
_QUARTERS, _MONTHS = range(1, 5), range(1, 13)


def tables(draft: Draft) -> dict[str, Table]:
    """Return what the program proposes for each sheet.

    Every text is as a cell holds it (`cell_text`).
    """
    made: dict[str, dict[str, dict[str, str]]] = {
        "tasks": {task.task.id: task_row(task, draft.study) for task in every_task(draft.study)},
        "targets": dict(_target_rows(draft)),
        "information": dict(_information(draft)),
        "facts": dict(_fact_rows(draft)),
    }
    return {
        sheet: {
            key: {column: cell_text(text) for column, text in row.items()}
            for key, row in rows.items()
        }
        for sheet, rows in made.items()
    }


def merged_tables(
    base: Mapping[str, Table], theirs: Mapping[str, Table], ours: Mapping[str, Table]
) -> dict[str, Merged]:
    """Return each sheet that a person edits, merged; a struck task is not chosen.

    Without an earlier workbook `base` and `theirs` are empty. What stands in columns that are not
    to be edited, such as results, is the program's.
    """
    return {
        one.key: merge(
            base.get(one.key, {}),
            _editable(theirs.get(one.key, {}), one),
            ours[one.key],
            struck=_STRUCK.get(one.key, {}),
        )
        for one in LAYOUTS
        if not one.locked
    }


def _editable(rows: Table, layout: Layout) -> Table:
    fixed = {column.key for column in layout.columns if column.kind == "fixed"}
    return {
        key: {column: text for column, text in row.items() if column not in fixed}
        for key, row in rows.items()
    }


def book_of(draft: Draft, merged: Mapping[str, Merged]) -> Book:
    """Return the workbook to write: the merged sheets, the facts of now, the lists."""
    ours = tables(draft)
    sheets = tuple(
        Sheet(one, merged[one.key].rows, merged[one.key].states)
        if one.key in merged
        else Sheet(one, ours[one.key])
        for one in LAYOUTS
    )
    return Book(sheets, lists(draft))


def studied(study: Study) -> tuple[IndexStudy, ...]:
    """Return the indices that the plan has tasks of; all of them where it has none yet."""
    found = [item for item in study.indices if study.part(item.index) or item.tasks]
    return tuple(found) or study.indices


def lists(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return what the drop-downs offer: agencies are those of the plan's date."""
    study = draft.study
    tasks = every_task(study)
    year = study.plan_year
    deadlines = [
        *(Deadline(kind="quarter", quarter=quarter) for quarter in _QUARTERS),
        *(Deadline(kind="month", month=month) for month in _MONTHS),
        Deadline(kind="year"),
        Deadline(kind="yearly"),
        Deadline(kind="continuous"),
    ]
    made = {
        "yes_no": (sheet_messages.YES, sheet_messages.NO),
        "indices": tuple(item.index for item in studied(study)),
        "criteria": tuple(
            line.criterion.name
            for item in studied(study)
            for line in item.ledger.lines
            if is_criterion(line)
        ),
        "agencies": (*_agencies(study), *(n for task in tasks for n in _names(task))),
        "deadlines": (*(one.text(year) for one in deadlines), *(t.task.deadline for t in tasks)),
        "products": tuple(task.task.product for task in tasks),
    }
    return {
        name: tuple(dict.fromkeys(text for text in map(cell_text, options) if text))
        for name, options in made.items()
    }


def is_criterion(line: Line) -> bool:
    """Return whether tasks may stand under a line."""
    return line.kind == "criterion" and line.criterion.level > 0


def _agencies(study: Study) -> tuple[str, ...]:
    """Return every body that is there on the plan's date, then the names for several."""
    here = study.directory.agencies.existing(day=study.day, province=study.unit)
    functions = sorted(study.directory.agencies.functions())
    return (
        *(body.printed(study.unit) for body in here),
        *study.directory.names(tuple(functions)),
    )


def _names(task: PlannedTask) -> tuple[str, ...]:
    return tuple(name for role in ROLES for name in getattr(task.task, role))


def task_row(task: PlannedTask, study: Study) -> dict[str, str]:
    """Return a task's row; the short name stays empty where it is the task's whole text."""
    text = "\n".join(task.paragraphs)
    line = study.of(task.index).ledger.line(task.code) if task.code else None
    activity = task.task.activity
    return {
        "index": task.index,
        "criterion": "" if line is None else line.criterion.name,
        "chosen": sheet_messages.YES,
        "text": text,
        "activity": "" if activity == text else activity,
        **{role: names_text(getattr(task.task, role)) for role in ROLES},
        "deadline": task.task.deadline,
        "product": task.task.product,
        "note": task.note,
    }


def line_key(item: IndexStudy, line: Line) -> str:
    """Return the id of a line's row."""
    return f"{item.index}:{line.code}"


def _lines(draft: Draft) -> Iterator[tuple[IndexStudy, Line]]:
    for index in draft.indices:
        item = draft.study.of(index)
        for line in item.ledger.lines:
            if line.kind == "criterion":
                yield item, line


def _figures(item: IndexStudy, line: Line) -> dict[str, str]:
    decimals = item.ledger.edition.index.decimals
    return {
        "index": item.index,
        "criterion": line.criterion.name,
        "result": printed(line.score, decimals=decimals, reason=line.reason).text,
        "maximum": maximum(line, decimals).text,
    }


def _target_rows(draft: Draft) -> Iterator[tuple[str, dict[str, str]]]:
    for item, line in _lines(draft):
        target = _goal(draft, item) if line.criterion.level == 0 else target_cells(item, line.code)
        yield line_key(item, line), {**_figures(item, line), **target}


def _goal(draft: Draft, item: IndexStudy) -> dict[str, str]:
    """Return what the index as a whole should reach, in words."""
    own = draft.details.targets if draft.details else ()
    given = any(goal.index == item.index for goal in own)
    return {
        "target": target_clause(draft.study, draft.details, item.index),
        "basis": sheet_messages.TARGET_OF_THE_PLAN if given else "",
    }


def target_cells(item: IndexStudy, code: str) -> dict[str, str]:
    """Return a criterion's target, empty where there is none, and where it comes from."""
    goal = item.target(code)
    if goal is None:
        return {"target": "", "basis": ""}
    text = messages.FULL_MARKS if goal.full_marks else ""
    if goal.score is not None:
        text = number(goal.score, item.ledger.edition.index.decimals)
    proposed = goal.proposed and bool(text)
    basis = sheet_messages.PROPOSED_BASIS.format(basis=goal.basis) if proposed else goal.basis
    return {"target": text, "basis": basis}


def _fact_rows(draft: Draft) -> Iterator[tuple[str, dict[str, str]]]:
    for item, line in _lines(draft):
        decimals = item.ledger.edition.index.decimals
        here, change = line.nation, line.change
        known = here.rank is not None and here.ranked is not None
        yield (
            line_key(item, line),
            {
                **_figures(item, line),
                "lost": printed(line.lost, decimals=decimals, reason=line.reason).text,
                "rank": rank_of(here.rank or 0, here.ranked or 0) if known else "",
                "group": line.group or "",
                "change": "" if change.score is None else signed(change.score, decimals),
                "reason": "\n".join(note for note in (line.reason, change.note) if note),
                "source": line.source,
            },
        )


def bases(draft: Draft) -> dict[str, Node]:
    """Return the texts of the form that hold legal bases, by the id of their row."""
    nodes = (node for node in draft.form.opening if node.id is not None)
    return {
        f"basis:{node.id}": node
        for node in nodes
        if node.list == "basis" and not any(item.dashes for item in draft.items(node.id, node.text))
    }


def _information(draft: Draft) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what stands around the plan's body, as it would be printed; unknown parts are empty."""
    details = draft.details
    day = None if details is None else details.date
    archive = details.archive if details else None
    own = details.recipients if details else ()
    deputy = details is not None and details.signatory.deputy
    values = {
        "number": (details.number or "") if details else "",
        "date": "" if day is None else short_date(day),
        "title": letter.title(draft),
        "deputy": sheet_messages.YES if deputy else sheet_messages.NO,
        "signer": letter.signer(draft),
        "recipients": _filled(draft, own or draft.form.recipients),
        "archive": draft.fill(archive or draft.form.archive),
    }
    for key, node in bases(draft).items():
        texts = tuple(item.text for item in draft.items(node.id, node.text))
        values[key] = _filled(draft, texts)
    for key, value in values.items():
        label, hint = sheet_messages.PARTS_OF_LETTER[key.partition(":")[0]]
        yield key, {"label": label, "value": value, "hint": hint}


def _filled(draft: Draft, texts: tuple[str, ...]) -> str:
    return "\n".join(dict.fromkeys(capitalised(draft.fill(text)) for text in texts))
