"""A province's own survey, one row a respondent: read, judged, summed; no file is written.

Its figures are the province's own and never stand among the published ones: respondents and
samples differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.errors import FaultsError
from analysis.reference import TOTAL
from analysis.scores import survey_messages as texts
from analysis.scores.sheets import letter
from analysis.scores.sipas.chunks import LIMITS, chunks_of, open_source
from analysis.scores.sipas.groups import MOST_GROUPS
from analysis.scores.sipas.reading import Reading
from analysis.scores.sipas.satisfaction import satisfaction
from analysis.vietnamese import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import pandas as pd

    from analysis.errors import Fault
    from analysis.reference import IndexText
    from analysis.scores.sheets import Limits
    from analysis.scores.sipas.answers import Scale
    from analysis.scores.sipas.columns import Column, Role
    from analysis.scores.sipas.satisfaction import Asked

Total = Literal["overall", "pooled", "none"]

SERVICE_FACTORS = ("access", "procedures", "officials", "results", "feedback")
"""The factors whose answers make up the total where the form has no overall question."""

_PROGRESS_ROWS = 200_000
_ASIDE: dict[Role, str] = {
    "personal": texts.COLUMN_PERSONAL,
    "second": texts.COLUMN_SECOND,
    "aside": texts.COLUMN_ASIDE,
}
_TOTALS: dict[Total, str] = {
    "overall": texts.TOTAL_OVERALL,
    "pooled": texts.TOTAL_POOLED,
    "none": texts.TOTAL_NONE,
}


@dataclass(frozen=True)
class Survey:
    """What a survey file says.

    Attributes
    ----------
    file
        The file's name.
    table
        Percent satisfied, see ``SURVEY_COLUMNS``. `by` is ``all``, ``unit``, ``field``,
        ``unit_field``, ``age`` or ``sex``; `criterion` is a key of the index, ``0`` for the total;
        `skipped` counts the cells that were left empty or passed over as the form allows.
    expectations
        The share of respondents that chose each option, see ``EXPECTATION_COLUMNS``.
    total
        What the total is: the form's ``overall`` question, the service factors ``pooled``, or
        ``none``.
    rows
        How many forms were read.
    faults
        Errors, and warnings that the analyst may accept by their code.
    notes
        What was understood or left aside by rule, and is no fault.
    """

    file: str
    table: pd.DataFrame
    expectations: pd.DataFrame
    total: Total
    rows: int
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


def read_survey(
    path: Path,
    *,
    index: IndexText,
    progress: Callable[[str], None] = lambda _: None,
    limits: Limits = LIMITS,
) -> Survey:
    """Return a province's own survey from a workbook or CSV file.

    Columns of personal data, and those whose titles are not understood, are never read.

    Parameters
    ----------
    path
        The file; in a workbook the first sheet that is a survey is read.
    index
        SIPAS, whose criteria and their names the titles are compared with.
    progress
        Called with a sentence about every 200,000 forms.
    limits
        How large the file may be.

    Raises
    ------
    FaultsError
        SC-20 to SC-26 for a file that cannot be opened or breaks off, SC-70 for one that is no
        survey, SC-78 for one without a form.
    """
    source = open_source(path, index=index, limits=limits)
    reading = Reading(source)
    told = 0
    for chunk in chunks_of(source, limits=limits):
        reading.take(chunk)
        if reading.count // _PROGRESS_ROWS > told:
            told = reading.count // _PROGRESS_ROWS
            count = number(reading.count, 0)
            progress(texts.SURVEY_PROGRESS.format(file=path.name, count=count))
    if not reading.count:
        faults = reading.faulty.faults(source, without=frozenset())
        raise FaultsError(*(faults or [texts.NO_FORMS.at(source.place(source.head.row))]))
    return _survey(reading, index)


def _survey(reading: Reading, index: IndexText) -> Survey:
    """Return the figures of a file that was read to its end."""
    source = reading.source
    scales = reading.scales()
    total, asked = _asked(reading, index, scales)
    groups, names = reading.groups()
    faults = (
        *_column_faults(reading, scales),
        *reading.faulty.faults(source, without=_unknown(scales)),
        *reading.repeated(groups),
    )
    expectations = reading.expectations.table()
    notes = (_TOTALS[total], *_scale_notes(scales), *_notes(reading))
    return Survey(
        source.path.name,
        satisfaction(asked, groups=groups, names=names),
        expectations,
        total,
        reading.count,
        faults,
        notes,
    )


def _asked(
    reading: Reading, index: IndexText, scales: dict[int, Scale | None]
) -> tuple[Total, list[Asked]]:
    """Return what the total is, and the answers by criterion, the total first."""
    columns: dict[str, list[Column]] = {}
    for column in reading.source.head.of("question"):
        if column.number not in _unknown(scales):
            columns.setdefault(column.criterion, []).append(column)
    total: Total = "overall" if TOTAL in columns else "pooled"
    if total == "pooled":
        pooled = [column for key in SERVICE_FACTORS for column in columns.get(key, [])]
        if pooled:
            columns[TOTAL] = pooled
        else:
            total = "none"
    keys = [key for key in (TOTAL, *index.criteria) if key in columns]
    return total, [reading.asked(key, columns[key], scales) for key in keys]


def _unknown(scales: dict[int, Scale | None]) -> frozenset[int]:
    return frozenset(column for column, scale in scales.items() if scale is None)


def _column_faults(reading: Reading, scales: dict[int, Scale | None]) -> list[Fault]:
    source = reading.source
    row = source.head.row
    unknown = [
        texts.SCALE_UNKNOWN.at(source.place(row, letter(column)))
        for column in sorted(_unknown(scales))
    ]
    crowded = [
        texts.GROUPS_TOO_MANY.at(source.place(row, letter(column)), most=MOST_GROUPS)
        for column, labels in reading.labels.items()
        if labels.overflow
    ]
    return [*unknown, *crowded]


def _scale_notes(scales: dict[int, Scale | None]) -> list[str]:
    by_scale: dict[Scale, list[int]] = {}
    for column, scale in scales.items():
        if scale is not None:
            by_scale.setdefault(scale, []).append(column)
    return [
        texts.SCALE_NOTES[scale].format(columns=_letters(columns))
        for scale, columns in sorted(by_scale.items())
    ]


def _notes(reading: Reading) -> list[str]:
    """Return what was left aside: columns by their letters only, cells by their number."""
    source = reading.source
    notes = [
        text.format(columns=_letters(column.number for column in source.head.of(role)))
        for role, text in _ASIDE.items()
        if source.head.of(role)
    ]
    notes += [
        texts.LABELS_PRIVATE.format(column=letter(column), count=number(labels.refused, 0))
        for column, labels in reading.labels.items()
        if labels.refused
    ]
    if source.other_sheets:
        notes.append(texts.OTHER_SHEETS.format(sheet=source.sheet, count=source.other_sheets))
    return [*notes, *reading.expectations.notes]


def _letters(columns: Iterable[int]) -> str:
    return ", ".join(letter(column) for column in columns)
