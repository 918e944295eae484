"""The parameters of a notebook, checked before a kernel starts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from analysis.errors import FaultsError, Place
from analysis.runs import messages
from analysis.runs.plans import DEFAULT_FORM

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_PLAN_YEAR = 2020


class Parameters(BaseModel):
    """Unit, years, date, plan (a form or a folder of plans), last year's report; strict types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    unit_code: Annotated[str, Field(pattern=r"^\d{2}$")]
    plan_year: Annotated[int, Field(ge=FIRST_PLAN_YEAR, le=2100)]
    result_year: Annotated[int, Field(ge=FIRST_PLAN_YEAR - 1, le=2100)] | None = None
    plan_date: str | None = None
    plan: str = DEFAULT_FORM
    previous: str | None = None

    @field_validator("plan_date")
    @classmethod
    def _is_a_day(cls, text: str | None) -> str | None:
        if text is not None:
            date.fromisoformat(text)
        return text

    def day(self) -> date | None:
        """Return the plan's date, if one was given."""
        return None if self.plan_date is None else date.fromisoformat(self.plan_date)


def checked(values: Mapping[str, object]) -> Parameters:
    """Return the parameters if every one is known and of its type.

    Raises
    ------
    FaultsError
        One RN-05 (unknown) or RN-06 (wrong type or range) for each parameter.

    Examples
    --------
    >>> checked({"unit_code": "20", "plan_year": 2023}).plan_year
    2023
    """
    try:
        return Parameters.model_validate(dict(values))
    except ValidationError as error:
        faults = []
        for problem in error.errors():
            name = str(problem["loc"][0])
            place = Place(detail=messages.PARAMETER_PLACE.format(name=name))
            if problem["type"] == "extra_forbidden":
                known = ", ".join(Parameters.model_fields)
                faults.append(messages.PARAMETER_UNKNOWN.at(place, name=name, known=known))
            else:
                value = "" if problem["type"] == "missing" else repr(problem["input"])
                faults.append(messages.PARAMETER_INVALID.at(place, name=name, value=value))
        raise FaultsError(*faults) from error
