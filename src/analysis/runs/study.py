"""Computing a study: the one place where ledger, targets and tasks come together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from analysis.deficits import build_ledger, field_of, reconcile, targets_of
from analysis.errors import FaultsError
from analysis.plan.study import IndexStudy, PlannedTask, Study
from analysis.reference import MERGER, Directory, edition_or_bare, unit_set_of
from analysis.runs import messages
from analysis.runs.inputs import INDICES
from analysis.scores import YearScores, tidy
from analysis.tasks import choose, reference_of, worded
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.deficits import Field, Ledger
    from analysis.reference import Edition, IndexName, Places, Province
    from analysis.runs.inputs import Inputs
    from analysis.tasks import Choice, ChosenTask, WordedTask

# Plans are issued in June or July; the plan's date decides which units and bodies exist.
_PLAN_MONTH, _PLAN_DAY = 6, 30


def plan_day(plan_year: int) -> date:
    """Return the date a plan is taken to bear when its user gives none: 30 June.

    Examples
    --------
    >>> plan_day(2023)
    datetime.date(2023, 6, 30)
    """
    return date(plan_year, _PLAN_MONTH, _PLAN_DAY)


def unit_by_code(places: Places, code: str, *, day: date) -> Province:
    """Return the unit with a statistical code on a day.

    Raises
    ------
    FaultsError
        RN-13 when no unit has the code on that day.
    """
    unit_set = "34" if day >= MERGER else "63"
    unit = places.by_code(code, unit_set=unit_set, day=day)
    if unit is None:
        raise FaultsError(messages.UNIT_CODE_UNKNOWN.at(code=code, date=short_date(day)))
    return unit


def study_of(
    inputs: Inputs,
    *,
    unit: Province,
    plan_year: int,
    day: date,
    result_year: int | None = None,
    targets: Mapping[IndexName, Mapping[str, float]] | None = None,
    finished: frozenset[str] = frozenset(),
) -> Study:
    """Return the study of a unit.

    Parameters
    ----------
    inputs
        Everything that was read.
    unit
        The unit on the plan's date, or a former province whose results are asked for.
    plan_year, day
        The plan's year and date.
    result_year
        The year of the results; the newest held before the plan year by default.
    targets
        Targets that the unit set, by index and criterion code.
    finished
        Tasks that last year's plan finished or gave up.

    Raises
    ------
    FaultsError
        RN-02 when no results are held before the plan year, RN-03 when there are none of
        `result_year`.
    """
    year = _result_year(inputs, unit=unit, plan_year=plan_year, asked=result_year)
    members = inputs.places.members(unit)
    directory = Directory(inputs.agencies, unit, day)
    given: Mapping[IndexName, Mapping[str, float]] = targets or {}
    indices = tuple(
        _index_study(
            inputs,
            index,
            unit=unit,
            directory=directory,
            plan_year=plan_year,
            year=year,
            targets=given.get(index, {}),
            finished=finished,
        )
        for index in INDICES
    )
    former = (
        tuple(
            study_of(inputs, unit=member, plan_year=plan_year, day=day, result_year=year)
            for member in members
        )
        if len(members) > 1
        else ()
    )
    held = [years[year] for years in inputs.years.values() if year in years]
    return Study(
        unit=unit,
        day=day,
        plan_year=plan_year,
        result_year=year,
        directory=directory,
        indices=indices,
        former=former,
        warnings=(
            *(fault for scores in held for fault in scores.warnings),
            *(fault for study in indices for fault in study.ledger.warnings),
        ),
        files=inputs.files,
    )


def _result_year(inputs: Inputs, *, unit: Province, plan_year: int, asked: int | None) -> int:
    newest = inputs.result_year(plan_year, unit_code=unit.code)
    year = newest if asked is None else asked
    if year is None:
        raise FaultsError(messages.NO_RESULTS_BEFORE.at(year=plan_year))
    held = any(year in years for years in inputs.years.values())
    if not held and (unit.code, year) not in inputs.sheets:
        raise FaultsError(messages.NO_RESULTS_OF.at(year=year))
    return year


def _index_study(
    inputs: Inputs,
    index: IndexName,
    *,
    unit: Province,
    directory: Directory,
    plan_year: int,
    year: int,
    targets: Mapping[str, float],
    finished: frozenset[str],
) -> IndexStudy:
    years = inputs.years[index]
    scores = _scores_of(inputs, index, unit=unit, year=year) or YearScores(
        edition_or_bare(inputs.indices[index], year), tidy([]), {}, {}
    )
    measured = _measured(inputs.places, unit, scores.unit_set)
    _check_targets(targets, scores.edition)
    region = inputs.places.region_codes(measured, unit_set=scores.unit_set)
    ledger = build_ledger(
        unit=measured,
        year=scores,
        previous=_scores_of(inputs, index, unit=unit, year=year - 1),
        region=region,
        continues=len(inputs.places.members(unit)) == 1,
    )
    field = field_of(scores)
    choice = choose(ledger, library=inputs.library, choosing=inputs.choosing, finished=finished)
    return IndexStudy(
        ledger=ledger,
        field=field,
        region=tuple(region),
        history=_history(inputs, years, unit=unit, until=year),
        targets=targets_of(ledger, field=field, rule=inputs.choosing.target_rule, given=targets),
        choice=choice,
        tasks=tuple(
            _planned(
                item,
                index,
                worded(
                    item.task,
                    library=inputs.library,
                    directory=directory,
                    plan_year=plan_year,
                    result_year=year,
                ),
            )
            for item in choice.tasks
        ),
        reconciliation=reconcile(ledger, inputs.published),
        neighbours={
            province.code: province.name
            for province in inputs.places.in_set(scores.unit_set)
            if province.code in region
        },
        names={one.code: one.name for one in inputs.places.in_set(scores.unit_set)},
        leads=_leads(inputs, ledger, choice, directory),
    )


def _planned(chosen: ChosenTask, index: str, task: WordedTask) -> PlannedTask:
    """Return a chosen task; its table cell names the actor only where that is not the lead."""
    source = chosen.task
    return PlannedTask(
        index=index,
        code=chosen.code,
        deficits=chosen.deficits,
        task=task,
        functions={
            "lead": source.lead,
            "actors": source.actors,
            "implementers": source.implementers,
            "coordinators": source.coordinators,
        },
        paragraphs=(task.sentence if source.actors else task.duty,),
    )


def _scores_of(inputs: Inputs, index: IndexName, *, unit: Province, year: int) -> YearScores | None:
    """Return a year's scores; a unit reads its own sheet under the code of that year's set."""
    measured = _measured(inputs.places, unit, unit_set_of(year))
    own = measured.unit_set == unit_set_of(year)
    return inputs.scores(index, year, unit_code=measured.code if own else "")


def _measured(places: Places, unit: Province, unit_set: str) -> Province:
    """Return the unit under whose code a set's results give this one.

    A unit formed from several stays itself: the results of its former units are not its own.
    """
    members = places.members(unit)
    alone = len(members) == 1 and members[0].unit_set == unit_set
    return members[0] if alone else unit


def _history(
    inputs: Inputs, years: Mapping[int, YearScores], *, unit: Province, until: int
) -> tuple[Field, ...]:
    """Return the fields of the years in whose tables the unit's code is its own, oldest first.

    Codes changed owner on 1 July 2025: only a unit that took nobody in reads on in both sets.
    """
    members = inputs.places.members(unit)
    sets = {unit.unit_set}
    if [member.code for member in members] == [unit.code]:
        sets |= {member.unit_set for member in members}
    return tuple(
        field_of(scores)
        for year, scores in sorted(years.items())
        if year <= until and scores.unit_set in sets
    )


def _check_targets(targets: Mapping[str, float], edition: Edition) -> None:
    """Refuse targets for lines that the edition has not, or above a line's maximum."""
    faults = []
    index, year = edition.index.index, edition.year
    for code, value in targets.items():
        line = edition.criterion(code)
        if line is None:
            faults.append(messages.TARGET_UNKNOWN.at(code=code, index=index, year=year))
        elif line.max_score is not None and value > line.max_score:
            faults.append(
                messages.TARGET_ABOVE_MAXIMUM.at(
                    code=code, index=index, value=value, maximum=line.max_score
                )
            )
    if faults:
        raise FaultsError(*faults)


def _leads(
    inputs: Inputs, ledger: Ledger, choice: Choice, directory: Directory
) -> dict[str, tuple[str, ...]]:
    """Return who answers for each criterion; above criteria, all who answer for those below."""
    leads = {}
    for line in ledger.lines:
        tasks = [item.task for item in choice.under(line.code)]
        if not tasks:
            reference = reference_of(ledger.index, line.criterion.key)
            tasks = list(inputs.library.serving(reference)[:1])
        functions = tuple(dict.fromkeys(code for task in tasks for code in task.lead))
        leads[line.code] = directory.names(functions)
    for line in ledger.lines:
        below = [leads[child.code] for child in ledger.children(line.code)]
        if line.criterion.level == 1:
            every = (*leads[line.code], *(name for names in below for name in names))
            leads[line.code] = tuple(dict.fromkeys(every))
    return leads
