"""Plans that carry out a provincial one: whose they are and what they are given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.plan import assignment, bodies
from analysis.plan.build import citation
from analysis.plan.form import indices_of
from analysis.plan.mandate import Due
from analysis.plan.spreading import Spread, spread
from analysis.plan.vacancies import OWN_PLAN
from analysis.plan.words import due_dates
from analysis.runs import messages
from analysis.tasks import worded

if TYPE_CHECKING:
    from analysis.plan.mandate import Level, Mandate
    from analysis.plan.study import Study
    from analysis.reference import Agency, Locality
    from analysis.runs.inputs import Inputs
    from analysis.runs.planning import Planned
    from analysis.tasks import WordedTask

_LEVELS: tuple[Level, ...] = ("department", "district", "commune")


@dataclass(frozen=True)
class Dependents:
    """All plans that a provincial plan asks for."""

    planned: Planned
    inputs: Inputs

    @property
    def study(self) -> Study:
        """The province's study, with the tasks of its plan."""
        return self.planned.study

    @cached_property
    def spread(self) -> Spread:
        """Who gets which task."""
        details = self.planned.details
        own = {} if details is None else details.bodies
        return spread(self.study, self.inputs.localities, own=own)

    @cached_property
    def parent(self) -> str:
        """The citation of the provincial plan."""
        planned = self.planned
        return citation(planned.study, form=planned.form, details=planned.details)

    @cached_property
    def assigning(self) -> assignment.Assigning:
        """What every mandate is made with."""
        return assignment.Assigning(
            study=self.study,
            parent=self.parent,
            divisions=self.inputs.divisions,
            groups=assignment.group_titles(self.study),
            levels=self._levels(),
            due=Due(*due_dates(self.study, self.planned.form, self.planned.details)),
            indices=indices_of(self.planned.form, self.planned.details),
        )

    def _levels(self) -> dict[tuple[Level, str], tuple[WordedTask, ...]]:
        """Return the library's tasks for the levels below, worded, by level and criterion."""
        found: dict[tuple[Level, str], list[WordedTask]] = {}
        for task in self.inputs.library.tasks:
            below = [level for level in _LEVELS if level in task.levels]
            if not below or "province" in task.levels:
                continue
            text = worded(
                task,
                library=self.inputs.library,
                directory=self.study.directory,
                plan_year=self.study.plan_year,
                result_year=self.study.result_year,
            )
            for level in below:
                # By the criterion it was made for: others it serves may be somebody else's work.
                found.setdefault((level, task.criteria[0]), []).append(text)
        return {key: tuple(tasks) for key, tasks in found.items()}

    def departments(self) -> tuple[Agency, ...]:
        """Return the departments that make a plan."""
        return self.spread.agencies

    def localities(self) -> tuple[Locality, ...]:
        """Return the districts or communes that make a plan."""
        return tuple(unit for unit in self.spread.localities if self.spread.of(unit.code))

    def of_department(self, agency: Agency) -> Mandate:
        """Return a department's mandate; without tasks it is empty."""
        body = bodies.department(agency, self.study, divisions=self.inputs.divisions)
        return self.assigning.mandate(body, self.spread.of(body.code), kind=agency.kind)

    def of_locality(self, unit: Locality) -> Mandate:
        """Return a district's or commune's mandate."""
        body = bodies.locality(unit, self.study, divisions=self.inputs.divisions)
        return self.assigning.mandate(body, self.spread.of(body.code), kind=unit.kind)

    def named(self, *, agency: str | None, place: str | None) -> Mandate:
        """Return the mandate of a department (by code, function or name) or of a place.

        Raises
        ------
        FaultsError
            RN-20 when neither is named; the register's faults for a name that it does not know or
            that is not there on the plan's date.
        """
        unit, day = self.study.unit, self.study.day
        if place is not None:
            return self.of_locality(self.inputs.localities.named(place, province=unit, day=day))
        if agency is None:
            raise FaultsError(messages.BODY_NOT_NAMED.at())
        agencies = self.inputs.agencies
        if agency in agencies.functions():
            body = agencies.carrying(agency, day=day, province=unit)
        else:
            body = agencies.named(agency, day=day, province=unit)
        if body.kind not in OWN_PLAN:
            raise FaultsError(messages.NOT_FOR_THIS_BODY.at(name=body.printed(unit)))
        return self.of_department(body)
