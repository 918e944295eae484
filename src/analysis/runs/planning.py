"""From an order to everything a plan is made of: form, plan folder, study with its tasks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.plan.details import decisions
from analysis.plan.form import check_texts, indices_of
from analysis.plan.owning import Voice, check_own, with_own_tasks
from analysis.plan.programme import library_part
from analysis.plan.vacancies import with_vacancies
from analysis.plan.words import plan_words
from analysis.plan.yearly import carried_on
from analysis.runs import messages
from analysis.runs.plans import DEFAULT_FORM, folder_for, form_for
from analysis.runs.study import plan_day, study_of
from analysis.tasks import Choice, reference_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from analysis.plan.details import PlanDetails
    from analysis.plan.form import Form
    from analysis.plan.study import IndexStudy, Study
    from analysis.plan.yearly import LastYear
    from analysis.reference import Province
    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths
    from analysis.runs.plans import PlanFolder


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan's form, what it adds to that (if anything), and the study with its tasks."""

    form: Form
    details: PlanDetails | None
    study: Study


@dataclass(frozen=True, slots=True)
class Order:
    """Which plan: whose, of which year, in which form.

    `day` is the plan's date (the folder's, else 30 June), `folder` its folder. Without one a new
    plan is made, from the library's tasks and from what was decided (targets, dates) for the unit's
    plan of that year and form. `result_year` is the newest held before the plan year if not given.
    What the plan of `last_year` finished is not proposed again, what people worded anew is carried
    on.
    """

    unit: Province
    plan_year: int
    day: date | None = None
    form: str = DEFAULT_FORM
    folder: PlanFolder | None = None
    result_year: int | None = None
    last_year: LastYear | None = None


def planned(inputs: Inputs, paths: Paths, order: Order) -> Planned:
    """Return everything that a plan is made of.

    Raises
    ------
    FaultsError
        RN-02, RN-03, RN-09, RN-12, RN-33, and what is wrong with the form or the plan's files.
    """
    unit, plan_year, form, last_year = order.unit, order.plan_year, order.form, order.last_year
    if last_year is not None:
        _check_last_year(last_year, order, inputs)
    chosen = form_for(paths, form)
    own = order.folder or _decided(folder_for(paths, unit=unit, plan_year=plan_year, form=form))
    details = None if own is None else own.details
    study = study_of(
        inputs,
        unit=unit,
        plan_year=plan_year,
        day=order.day or (details.date if details else None) or plan_day(plan_year),
        result_year=order.result_year,
        targets=details.criterion_targets if details else None,
        finished=_finished(last_year, inputs),
    )
    if last_year is not None:
        study = carried_on(study, last_year)
    return with_folder(study, form=chosen, folder=own, inputs=inputs)


def with_folder(study: Study, *, form: Form, folder: PlanFolder | None, inputs: Inputs) -> Planned:
    """Return a plan with the tasks of its indices: the folder's own, else the library's.

    Raises
    ------
    FaultsError
        PL-02 and PL-06 to PL-08 for the folder's own tasks, PL-12 for its texts.
    """
    if folder is not None:
        check_texts(form, folder.details.texts, file=f"{folder.name}/plan.yml")
    wanted = indices_of(form, None if folder is None else folder.details)
    indices = tuple(_limited(study.indices, wanted))
    goals = () if folder is None else folder.details.targets
    study = replace(study, form=form.form, indices=indices, goals=goals)
    if folder is not None and folder.tasks:
        study = _own(study, form, folder, inputs=inputs)
    else:
        parts = tuple(library_part(item) for item in indices if item.index in wanted)
        study = replace(study, parts=parts)
    return Planned(form, None if folder is None else folder.details, with_vacancies(study))


def _finished(last_year: LastYear | None, inputs: Inputs) -> frozenset[str]:
    """Return the tasks that are not proposed again; one that recurs is done anew every year."""
    if last_year is None:
        return frozenset()
    recurring = {task.id for task in inputs.library.tasks if task.deadline.recurs}
    return last_year.finished(frozenset(recurring))


def _check_last_year(last: LastYear, order: Order, inputs: Inputs) -> None:
    """Refuse another unit's plan, a body's, or one that is not of an earlier year."""
    unit = order.unit
    own = {f"{one.unit_set}:{one.code}" for one in (unit, *inputs.places.members(unit))}
    if last.body or last.plan_year >= order.plan_year or (last.unit and last.unit not in own):
        raise FaultsError(messages.LAST_YEAR_OTHER.at(year=order.plan_year))


def _decided(folder: PlanFolder | None) -> PlanFolder | None:
    return None if folder is None else replace(folder, details=decisions(folder.details), tasks=())


def planned_for(
    inputs: Inputs,
    paths: Paths,
    *,
    province: str,
    plan_year: int,
    day: date | None = None,
    form: str = DEFAULT_FORM,
    result_year: int | None = None,
    last_year: LastYear | None = None,
) -> Planned:
    """Return what `planned` returns, for a province named by a user.

    Raises
    ------
    FaultsError
        RF-05 for an unknown name, and the faults of `planned`.
    """
    unit = inputs.places.resolve(province, day=day or plan_day(plan_year))
    order = Order(unit, plan_year, day=day, form=form, result_year=result_year, last_year=last_year)
    return planned(inputs, paths, order)


def _limited(items: Iterable[IndexStudy], wanted: tuple[str, ...]) -> list[IndexStudy]:
    """Return the studies, those of other indices without deficits to cover and tasks."""
    return [
        item
        if item.index in wanted
        else replace(item, tasks=(), choice=Choice(item.index, (), (), (), ()))
        for item in items
    ]


def _own(study: Study, form: Form, folder: PlanFolder, *, inputs: Inputs) -> Study:
    """Return the study with the folder's own tasks."""
    details = folder.details
    wanted = indices_of(form, details)
    references = {
        reference_of(index.index, key)
        for index in inputs.indices.values()
        for key in index.criteria
    }
    check_own(
        folder.tasks,
        bodies=details.bodies,
        functions=inputs.agencies.functions(),
        references=frozenset(references),
        file=f"{folder.name}/tasks.yml",
    )
    voice = Voice(
        directory=study.directory,
        bodies=details.bodies,
        words=plan_words(study, form=form, details=details, mandate=None),
        ledgers={item.index: item.ledger for item in study.indices},
        deficits={
            item.index: frozenset(one.code for one in item.choice.deficits)
            for item in study.indices
        },
        default=wanted[0],
        plan_year=study.plan_year,
    )
    return with_own_tasks(study, folder.tasks, voice)
