"""Where the numbers of a printed text come from: figures of a ledger, tasks, targets, prose.

A figure is named by its index, unit, year, line and measure: ``papi/20/2022/1.1/score``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.figures import maximum
from analysis.plan.text import Origin
from analysis.reference import TOTAL
from analysis.vietnamese import count, number, rank_of, short_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.deficits import Line, Standing
    from analysis.plan.mandate import Assigned
    from analysis.plan.programme import TaskRow
    from analysis.plan.study import IndexStudy, PlannedTask

Origins = tuple[Origin, ...]


def figure_ref(item: IndexStudy, code: str, measure: str) -> str:
    """Return the name of a figure of an index's study."""
    ledger = item.ledger
    return "/".join((ledger.edition.index.slug, ledger.unit.code, str(ledger.year), code, measure))


def line_origins(item: IndexStudy, line: Line, *measures: str) -> Origins:
    """Return the known figures of a line, all of them unless `measures` are named.

    Each has the text that plans print: scores in the index's decimals, ``13/61``, places moved.
    """
    return tuple(
        Origin("figure", figure_ref(item, line.code, measure), text)
        for measure, text in _texts(item, line)
        if not measures or measure in measures
    )


def _texts(item: IndexStudy, line: Line) -> Iterator[tuple[str, str]]:
    decimals, change = item.ledger.edition.index.decimals, line.change
    points = {"score": line.score, "lost": line.lost, "score_change": change.score}
    for measure, value in points.items():
        if value is not None:
            yield measure, number(abs(value), decimals)
    if line.kind == "criterion" and line.criterion.max_score is not None:
        yield "maximum", maximum(line, decimals).text
    for measure, place in (("rank", line.nation), ("regional_rank", line.region)):
        if _is_ranked(place):
            yield measure, rank_of(place.rank or 0, place.ranked or 0)
    moves = {"rank_change": change.rank, "regional_rank_change": change.regional_rank}
    for measure, moved in moves.items():
        if moved:
            yield measure, str(abs(moved))


def _is_ranked(place: Standing) -> bool:
    return place.rank is not None and place.ranked is not None


def stated_origins(item: IndexStudy) -> Origins:
    """Return what issued plans printed of the index itself."""
    return tuple(
        Origin("figure", figure_ref(item, TOTAL, f"published_{one.fact.fact}"), one.fact.value)
        for one in item.reconciliation
        if one.fact.criterion == TOTAL
    )


def index_origins(item: IndexStudy, *, published: bool) -> Origins:
    """Return the figures that the clause of an index may print.

    Parameters
    ----------
    item
        The study of the index.
    published
        Whether the publisher's figure goes before the computed one.
    """
    own = line_origins(item, item.ledger.total)
    stated = stated_origins(item)
    return (*stated, *own) if published else (*own, *stated)


def groups_origins(item: IndexStudy) -> Origins:
    """Return how many dimensions there are and how many are in each group; names as they are."""
    tops = [line for line in item.ledger.lines if line.criterion.level == 1]
    if not any(line.group for line in tops):
        return ()
    counts = [("groups", len(tops))]
    for place, label in enumerate(item.ledger.edition.index.groups.labels, start=1):
        counts.append((f"group_{place}", sum(line.group == label for line in tops)))
    return (
        *(
            Origin("figure", figure_ref(item, TOTAL, measure), count(value))
            for measure, value in counts
            if value
        ),
        *(name_origin(item, line) for line in tops),
    )


def name_origin(item: IndexStudy, line: Line) -> Origin:
    """Return the criterion whose name holds a number (``giải quyết đúng hạn 100%``)."""
    return criterion_origin(f"{item.ledger.edition.index.slug}/{line.code}", line.criterion.name)


def criterion_origin(code: str, name: str) -> Origin:
    """Return a criterion as a plan names it; its code may be empty."""
    return Origin("document", f"criteria/{code}".rstrip("/"), name)


def task_origins(tasks: Iterable[PlannedTask]) -> Origins:
    """Return the tasks with every text of theirs, each once."""
    found = {task.task.id: Origin("task", f"tasks/{task.task.id}", _told(task)) for task in tasks}
    return tuple(found.values())


def _told(task: PlannedTask) -> str:
    worded = task.task
    names = (*worded.lead, *worded.implementers, *worded.coordinators, *task.scope.values())
    texts = (worded.sentence, worded.duty, worded.activity, worded.deadline, worded.product)
    return "\n".join((*task.paragraphs, *texts, *names))


def assigned_origins(assigned: Iterable[Assigned]) -> Origins:
    """Return provincial tasks as a body has them: in its own words, else in the province's."""
    found = []
    for one in assigned:
        name = one.source or one.task.task.id
        text = "\n".join((one.text, one.deadline, one.product))
        found.append(Origin("task", f"tasks/{name}", text))
        found += task_origins((one.task,))
    return tuple(dict.fromkeys(found))


def goal_origin(key: str, clause: str) -> Origin:
    """Return what an index should reach, as the plan or its rule says it."""
    return Origin("task", f"targets/{key}", clause)


def target_origins(item: IndexStudy, line: Line, key: str) -> Origins:
    """Return the target of a line: a figure where a rule computed it, else the unit's decision."""
    goal = item.target(line.code)
    if goal is None or goal.score is None:
        return ()
    decimals = item.ledger.edition.index.decimals
    text = number(goal.score, decimals)
    if goal.proposed:
        return (Origin("figure", figure_ref(item, line.code, "target"), text),)
    return (Origin("task", f"targets/{key}", f"{text}\n{short_number(goal.score)}"),)


def note_origins(row: TaskRow) -> Origins:
    """Return the plan's own words that introduce tasks or refer elsewhere."""
    return (Origin("task", "tasks.yml", row.note),) if row.note else ()


def row_origins(row: TaskRow) -> Origins:
    """Return the criteria, the note and the tasks of a row."""
    named = (criterion_origin(item.code, item.name) for item in row.criteria)
    return (*named, *note_origins(row), *task_origins(row.tasks))
