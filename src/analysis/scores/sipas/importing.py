"""A province's own survey as an import: its percentages stand for themselves, in no series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.errors import FaultsError
from analysis.scores import messages
from analysis.scores import survey_messages as texts
from analysis.scores.imported import Imported, Record
from analysis.scores.sipas.chunks import open_source
from analysis.scores.sipas.microdata import read_survey
from analysis.scores.years import years_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from analysis.reference import IndexText
    from analysis.scores.sipas.microdata import Survey


def is_survey(file: Path, *, index: IndexText) -> bool:
    """Return whether a file holds a survey, one row a respondent.

    Raises
    ------
    FaultsError
        SC-20 to SC-26 for a file that cannot be opened at all.
    """
    try:
        open_source(file, index=index, sure=True)
    except FaultsError as error:
        if {fault.code for fault in error.faults} == {texts.SURVEY_UNKNOWN.code}:
            return False
        raise
    return True


def import_survey(
    file: Path, *, index: IndexText, year: int | None, progress: Callable[[str], None]
) -> Imported:
    """Return the percentages of a survey by factor, unit, field and group.

    Raises
    ------
    FaultsError
        What `read_survey` raises.
    """
    survey = read_survey(file, index=index, progress=progress)
    held = year or next(reversed(years_in(file.name)), 0)
    notes = (*survey.notes, texts.SURVEY_APART)
    records = tuple(_records(survey, held))
    return Imported(index, messages.LAYOUT_SURVEY, records, survey.faults, notes, (survey,))


def _records(survey: Survey, year: int) -> Iterator[Record]:
    rows: list[Any] = survey.table.to_dict("records")
    for row in rows:
        yield Record(
            unit_code="",
            unit=row["unit"],
            year=year,
            criterion=row["criterion"],
            score=row["percent"],
            low=row["low"],
            high=row["high"],
            details={name: row[name] for name in ("by", "field", "group", "respondents", "few")},
        )
