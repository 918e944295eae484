"""``target``: what a goal takes, how likely it is and by which criteria."""

from __future__ import annotations

from analysis.cli import messages
from analysis.cli.grammar import (
    DONE,
    INDICES,
    Command,
    Group,
    Options,
    UsageError,
    add_unit,
    check_index,
    day_of,
    number_of,
    plan_year,
)

# In the order in which goals are told; the group is a label, all others are figures.
_GOALS = {
    "top": ("N", messages.GOAL_TOP),
    "group": ("NHÓM", messages.GOAL_GROUP),
    "score": ("ĐIỂM", messages.GOAL_SCORE),
    "percent": ("TỶ_LỆ", messages.GOAL_PERCENT),
    "rank_steps": ("K", messages.GOAL_RANK_STEPS),
    "regional_rank": ("N", messages.GOAL_REGIONAL_RANK),
}


def _options(group: Group) -> None:
    add_unit(group)
    known = ", ".join(INDICES)
    group.add_argument("--index", metavar="CHỈ_SỐ", help=messages.TARGET_INDEX.format(known=known))
    for kind, (metavar, help_text) in _GOALS.items():
        group.add_argument(_option(kind), metavar=metavar, help=help_text)
    group.add_argument("--keep", action="store_true", help=messages.GOAL_KEEP)
    group.add_argument("--json", action="store_true", help=messages.TARGET_JSON)


def _option(kind: str) -> str:
    return f"--{kind.replace('_', '-')}"


def _check(options: Options) -> None:
    check_index(options)
    options.goals = _goals(options)


def _goals(options: Options) -> list[tuple[str, float | str | None]]:
    """Return the goals that were named, each a kind and a value."""
    goals: list[tuple[str, float | str | None]] = []
    for kind in _GOALS:
        text = getattr(options, kind)
        if text is not None:
            goals.append((kind, text if kind == "group" else number_of(_option(kind), text)))
    if options.keep:
        goals.append(("keep", None))
    if not goals:
        names = ", ".join((*map(_option, _GOALS), "--keep"))
        raise UsageError(messages.NO_GOAL.format(names=names))
    return goals


def _target(options: Options) -> int:
    from analysis.deficits import Goal
    from analysis.plan.aim_facts import as_json
    from analysis.plan.targeting import aim
    from analysis.runs.inputs import read_inputs
    from analysis.runs.paths import Paths
    from analysis.runs.planning import planned_for
    from analysis.runs.target_text import aim_text

    paths = Paths.find()
    inputs = read_inputs(paths)
    study = planned_for(
        inputs,
        paths,
        province=options.province,
        plan_year=plan_year(options.year),
        day=day_of(options.date),
    ).study
    inputs.places.require_valid(study.unit, day=study.day)
    goals = [Goal(kind, value) for kind, value in options.goals]
    found = aim(study, INDICES[options.index], goals)
    print(as_json(found) if options.json else aim_text(found))
    return DONE


COMMAND = Command(
    messages.TARGET, _options, _target, required=("province", "year", "index"), check=_check
)
