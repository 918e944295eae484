"""A survey file as far as it is read: one small code for each answer, not its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from analysis.scores.sipas.answers import (
    BAD,
    CODES,
    SKIP,
    Tally,
    answer_code,
    answered_codes,
    passed_codes,
    satisfied_codes,
    scales_of,
)
from analysis.scores.sipas.expectations import Expectations
from analysis.scores.sipas.faulty import Faulty, repeated_forms
from analysis.scores.sipas.groups import Labels, age_band
from analysis.scores.sipas.satisfaction import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from analysis.errors import Fault
    from analysis.scores.sipas.answers import Scale
    from analysis.scores.sipas.chunks import Cells, Chunk, Source
    from analysis.scores.sipas.columns import Column

    Groups = tuple[dict[str, npt.NDArray[np.int32]], dict[str, list[str]]]

_MAY_SKIP = frozenset({"feedback"})
_GROUPS = ("unit", "field", "age", "sex")


@dataclass(slots=True)
class Reading:
    """Takes the chunks of a file and keeps what the figures need."""

    source: Source
    expectations: Expectations = field(init=False)
    labels: dict[int, Labels] = field(init=False)
    faulty: Faulty = field(default_factory=Faulty)
    count: int = 0
    _codes: dict[int, list[npt.NDArray[np.uint8]]] = field(default_factory=dict)
    _groups: dict[int, list[npt.NDArray[np.int32]]] = field(default_factory=dict)
    _rows: list[npt.NDArray[np.int64]] = field(default_factory=list)
    _forms: list[npt.NDArray[np.uint64]] = field(default_factory=list)

    def __post_init__(self) -> None:
        head = self.source.head
        self.expectations = Expectations(head.of("expectation"))
        self.labels = {
            column.number: Labels(age_band) if column.role == "age" else Labels()
            for column in head.columns
            if column.role in _GROUPS
        }

    def take(self, chunk: Chunk) -> None:
        """Take the forms of a chunk."""
        self.faulty.take_rows(chunk.rows[chunk.long])
        sound = chunk.sound()
        self.count += len(sound.rows)
        for column in self.source.head.of("question"):
            self._answers(column, sound)
        for number, labels in self.labels.items():
            self._groups.setdefault(number, []).append(labels.take(sound.cells[number]))
        self.expectations.take(sound.cells)
        if self.source.head.of("form"):
            self._rows.append(sound.rows)
            self._forms.append(sound.forms)

    def _answers(self, column: Column, chunk: Chunk) -> None:
        cells = chunk.cells[column.number]
        codes = _coded(cells, may_skip=column.criterion in _MAY_SKIP)
        self._codes.setdefault(column.number, []).append(codes)
        bad = np.flatnonzero(codes == BAD)
        self.faulty.take_cells(column.number, cells, at=bad, rows=chunk.rows)

    def scales(self) -> dict[int, Scale | None]:
        """Return the scale of each question's column that has any cell filled in."""
        tallies = {
            number: Tally(tuple(np.bincount(np.concatenate(parts), minlength=CODES).tolist()))
            for number, parts in self._codes.items()
        }
        filled = {n: tally for n, tally in tallies.items() if tally.good() or tally.counts[BAD]}
        return dict(zip(filled, scales_of(list(filled.values())), strict=True))

    def asked(
        self, criterion: str, columns: Iterable[Column], scales: dict[int, Scale | None]
    ) -> Asked:
        """Return the answers to all questions of one criterion."""
        answers, satisfied, passed = (np.zeros(self.count, dtype=np.uint16) for _ in range(3))
        for column in columns:
            codes = np.concatenate(self._codes[column.number])
            scale = scales.get(column.number, "words")
            if scale is None:
                continue
            answers += answered_codes()[codes]
            satisfied += satisfied_codes(scale)[codes]
            passed += passed_codes()[codes]
        return Asked(criterion, answers, satisfied, passed)

    def groups(self) -> Groups:
        """Return the group of each respondent and the groups' names, for each column there is."""
        codes: dict[str, npt.NDArray[np.int32]] = {}
        names: dict[str, list[str]] = {}
        for column in self.source.head.columns:
            if column.number in self.labels:
                taken = np.concatenate(self._groups[column.number])
                names[column.role], codes[column.role] = self.labels[column.number].in_order(taken)
        return codes, names

    def repeated(self, groups: dict[str, npt.NDArray[np.int32]]) -> list[Fault]:
        """Return a warning for each form number that a unit has twice in a field."""
        if not self._forms:
            return []
        within = np.zeros(self.count, dtype=np.int64)
        for name in ("unit", "field"):
            if name in groups:
                within = within * (int(groups[name].max(initial=0)) + 1) + groups[name]
        rows, forms = np.concatenate(self._rows), np.concatenate(self._forms)
        return repeated_forms(self.source, rows=rows, forms=forms, within=within)


def _coded(cells: Cells, *, may_skip: bool) -> npt.NDArray[np.uint8]:
    """Return the code of each row; where nothing may be skipped, a skip is no answer."""
    codes = [answer_code(text) for text in cells.texts]
    if not may_skip:
        codes = [BAD if code == SKIP else code for code in codes]
    coded: npt.NDArray[np.uint8] = np.array([*codes, 0], dtype=np.uint8)[cells.codes]
    return coded
