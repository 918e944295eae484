"""Deadlines of every kind that plans use; more than half of them name no date."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from analysis.reference.files import Strict
from analysis.tasks import messages
from analysis.vietnamese import roman, short_date

Kind = Literal[
    "date",
    "month",
    "quarter",
    "year",
    "yearly",
    "continuous",
    "periodic",
    "document",
    "roadmap",
    "event",
]

LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The last day of each month in every year, so February ends on the 28th."""

_NEEDS: dict[Kind, tuple[str, ...]] = {
    "date": ("month", "day"),
    "month": ("month",),
    "quarter": ("quarter",),
    "periodic": ("every",),
    "document": ("document",),
    "roadmap": ("document",),
    "event": ("event",),
}


class Deadline(Strict):
    """A deadline relative to the plan's year, so that a task serves every year.

    Examples
    --------
    >>> Deadline(kind="quarter", quarter=4).text(2023)
    'Quý IV/2023'
    >>> Deadline(kind="date", month=9, day=30, condition="sau khi có kinh phí").text(2023)
    'Trước ngày 30/9/2023 (sau khi có kinh phí)'
    """

    kind: Kind
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    quarter: int | None = Field(default=None, ge=1, le=4)
    every: str | None = None
    document: str | None = None
    event: str | None = None
    condition: str | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Deadline:
        missing = [name for name in _NEEDS.get(self.kind, ()) if getattr(self, name) is None]
        if missing:
            raise ValueError(
                messages.DEADLINE_NEEDS.format(kind=self.kind, missing=", ".join(missing))
            )
        if self.kind == "date" and (self.day or 0) > LONGEST[(self.month or 1) - 1]:
            raise ValueError(messages.NO_SUCH_DAY.format(day=self.day, month=self.month))
        return self

    @property
    def recurs(self) -> bool:
        """Whether the task comes again year after year."""
        return self.kind in ("yearly", "continuous", "periodic")

    def text(self, plan_year: int) -> str:
        """Return the deadline as the plan of `plan_year` prints it."""
        base = self._base(plan_year)
        if self.condition is None:
            return base
        return messages.CONDITION.format(deadline=base, condition=self.condition)

    def _base(self, year: int) -> str:
        if self.kind == "date":
            day = date(year, self.month or 1, self.day or 1)
            return messages.DATE.format(date=short_date(day))
        texts = {
            "month": messages.MONTH.format(month=self.month, year=year),
            "quarter": messages.QUARTER.format(quarter=roman(self.quarter or 0), year=year),
            "year": messages.YEAR.format(year=year),
            "yearly": messages.YEARLY,
            "continuous": messages.CONTINUOUS,
            "periodic": self.every or "",
            "document": messages.BY_DOCUMENT.format(document=self.document),
            "roadmap": messages.BY_ROADMAP.format(document=self.document),
            "event": self.event or "",
        }
        return texts[self.kind]
