"""Every figure that a study can print: its file, row and column, or how it was computed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan.origins import (
    figure_ref,
    groups_origins,
    line_origins,
    stated_origins,
    target_origins,
)
from analysis.plan.text import Origin
from analysis.plan.tracing import messages as m
from analysis.reference import TOTAL, unit_set_of
from analysis.scores import NATIONAL, PUBLISHED, Spot
from analysis.vietnamese import number, rank_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.deficits import Line
    from analysis.plan.study import IndexStudy, Study
    from analysis.scores import DataFiles

_CELL = re.compile(r"(?P<file>data/raw/.+?\.csv)(?:, dòng (?P<row>\d+))?(?:, cột (?P<column>.+))?")
_COUNTRY = "Cả nước"
_COLUMNS = {"score": "score", "rank": "rank"}


@dataclass(frozen=True, slots=True)
class Source:
    """A figure: what it is, as printed, and where it stands or how it was computed.

    `file` is empty where no data file holds the figure itself; `formula` then says how it was
    computed, `parts` of which other figures. `row` is 0 and `column` empty where they do not apply.
    `published` is where the publisher has the figure, as the data file tells it.
    """

    ref: str
    what: str
    value: str
    file: str = ""
    row: int = 0
    column: str = ""
    sha256: str = ""
    formula: str = ""
    parts: tuple[str, ...] = ()
    published: str = ""
    index: str = ""

    @property
    def place(self) -> str:
        """Its file, row and column in words; empty where no file has it."""
        if not self.file:
            return ""
        form = m.ENTRY if not self.row else m.CELL if self.column else m.LINE
        return form.format(file=self.file, row=self.row, column=self.column)


def sources(study: Study) -> tuple[Source, ...]:
    """Return the figures of a study and of the units that its unit was formed from, each once.

    Figures that are not known have none.
    """
    items = [item for one in (study, *study.former) for item in one.indices]
    found = (source for item in items for source in _index(item, study.files))
    return tuple({source.ref: source for source in found}.values())


def _index(item: IndexStudy, files: DataFiles) -> Iterator[Source]:
    for line in item.ledger.lines:
        yield from _line(item, line, files)
    yield from _stated(item, files)
    tops = tuple(
        figure_ref(item, line.code, "score")
        for line in item.ledger.lines
        if line.criterion.level == 1 and line.score is not None
    )
    for origin in groups_origins(item):
        if origin.kind == "figure":
            yield _source(item, item.ledger.total, origin, formula=m.FORMULAS["groups"], parts=tops)
    if (mean := item.ledger.national_mean) is not None:
        yield _mean(item, mean, files)


def _line(item: IndexStudy, line: Line, files: DataFiles) -> Iterator[Source]:
    for origin in (*line_origins(item, line), *_target(item, line)):
        measure = _measure(origin.ref)
        spot = _spot(item, line, measure, files)
        if spot is not None:
            formula, published = _found(line, measure, spot)
            yield _source(item, line, origin, spot, files, formula=formula, published=published)
        else:
            formula, parts = _formula(item, line, measure)
            yield _source(item, line, origin, formula=formula, parts=parts)
    yield from _before(item, line, files)


def _found(line: Line, measure: str, spot: Spot) -> tuple[str, str]:
    """Return how a figure that a file holds came there, and where its publisher has it."""
    if measure == "maximum":
        return "", ""
    status = line.status if measure == "score" else line.rank_status
    formula = m.DERIVED if status == "derived" else ""
    return formula, "" if line.source.startswith(spot.file) else line.source


def _measure(ref: str) -> str:
    return ref.rpartition("/")[2]


def _spot(item: IndexStudy, line: Line, measure: str, files: DataFiles) -> Spot | None:
    """Return where a figure stands; None for what was computed here."""
    slug = item.ledger.edition.index.slug
    if measure == "maximum":
        return Spot(f"data/raw/reference/editions/{slug}.yml", column=line.criterion.key)
    if measure not in _COLUMNS or line.kind != "criterion":
        return None
    if (line.status if measure == "score" else line.rank_status) == "computed":
        return None
    cell = _CELL.fullmatch(line.source)
    if cell is not None and measure == "score":
        return Spot(cell["file"], int(cell["row"] or 0), cell["column"] or "")
    ledger = item.ledger
    row = files.rows.get((slug, str(ledger.year), ledger.unit.code, line.code))
    return None if row is None else Spot(row.file, row.row, _COLUMNS[measure])


def _formula(item: IndexStudy, line: Line, measure: str) -> tuple[str, tuple[str, ...]]:
    """Return how a figure was computed in words, and of which figures."""

    def refs(*measures: str) -> tuple[str, ...]:
        return tuple(figure_ref(item, line.code, one) for one in measures)

    below = item.ledger.children(line.code)
    if measure == "score":
        scored = [child for child in below if child.score is not None]
        return m.SUM, tuple(figure_ref(item, child.code, "score") for child in scored)
    if measure == "lost" and line.kind != "criterion":
        return m.FORMULAS["rest"], _around(item, line)
    if measure == "target":
        goal = item.target(line.code)
        return ("" if goal is None else goal.basis), refs("score")
    parts = {
        "lost": ("maximum", "score"),
        "rank": ("score",),
        "regional_rank": ("score",),
        "score_change": ("score", "previous_score"),
        "rank_change": ("previous_rank", "rank"),
        "regional_rank_change": ("regional_rank",),
    }
    return m.FORMULAS[measure], refs(*parts[measure])


def _around(item: IndexStudy, line: Line) -> tuple[str, ...]:
    """Return the lost points of the line above, then those of the other lines below it."""
    above = line.criterion.parent or TOTAL
    others = item.ledger.children(above, line.criterion.breakdown)
    known = [one for one in others if one.lost is not None and one.code != line.code]
    return tuple(figure_ref(item, code, "lost") for code in (above, *(one.code for one in known)))


def _target(item: IndexStudy, line: Line) -> tuple[Origin, ...]:
    return tuple(one for one in target_origins(item, line, "") if one.kind == "figure")


def _before(item: IndexStudy, line: Line, files: DataFiles) -> Iterator[Source]:
    """Yield the figures of the year before that changes are reckoned from."""
    change, ledger = line.change, item.ledger
    decimals = ledger.edition.index.decimals
    told = {}
    if change.previous_score is not None:
        told["previous_score"] = number(change.previous_score, decimals)
    if change.previous_rank is not None and change.previous_ranked is not None:
        told["previous_rank"] = rank_of(change.previous_rank, change.previous_ranked)
    for measure, text in told.items():
        origin = _origin(item, line, measure, text)
        column = measure.removeprefix("previous_")
        formula = m.FORMULAS.get(column, m.SUM if ledger.children(line.code) else "")
        row = _row_before(item, line.code, files)
        if row is not None:
            yield _source(item, line, origin, Spot(row.file, row.row, column), files)
            continue
        whole = _row_before(item, "", files) if column == "score" else None
        yield _source(item, line, origin, whole, files, formula=formula or m.BEFORE)


def _row_before(item: IndexStudy, code: str, files: DataFiles) -> Spot | None:
    """Return the unit's row of the year before; codes of another set are other units'."""
    ledger = item.ledger
    year = ledger.previous_year
    # Codes of lines change from edition to edition, that of the whole index does not.
    if year is None or unit_set_of(year) != ledger.unit.unit_set or code not in (TOTAL, ""):
        return None
    return files.rows.get((ledger.edition.index.slug, str(year), ledger.unit.code, code))


def _stated(item: IndexStudy, files: DataFiles) -> Iterator[Source]:
    ledger = item.ledger
    told = [one.fact for one in item.reconciliation if one.fact.criterion == TOTAL]
    for origin, fact in zip(stated_origins(item), told, strict=True):
        key = (PUBLISHED, fact.index, str(fact.year), fact.unit_code, fact.criterion, fact.fact)
        row = files.rows.get(key)
        spot = None if row is None else Spot(row.file, row.row, "value")
        yield _source(item, ledger.total, origin, spot, files, published=fact.source)


def _mean(item: IndexStudy, mean: float, files: DataFiles) -> Source:
    ledger = item.ledger
    origin = _origin(item, ledger.total, "mean", number(mean, ledger.edition.index.decimals))
    key = (NATIONAL, ledger.edition.index.slug, str(ledger.year), _COUNTRY, TOTAL)
    row = files.rows.get(key)
    if row is None:
        return _source(item, ledger.total, origin, formula=m.FORMULAS["mean"])
    return _source(item, ledger.total, origin, Spot(row.file, row.row, "mean"), files)


def _origin(item: IndexStudy, line: Line, measure: str, text: str) -> Origin:
    return Origin("figure", figure_ref(item, line.code, measure), text)


def _source(
    item: IndexStudy,
    line: Line,
    origin: Origin,
    spot: Spot | None = None,
    files: DataFiles | None = None,
    *,
    formula: str = "",
    parts: tuple[str, ...] = (),
    published: str = "",
) -> Source:
    ledger = item.ledger
    code = f"{line.code} " if line.code != TOTAL and line.code[:1].isdigit() else ""
    name = m.WHOLE if line.criterion.level == 0 else line.criterion.name
    told = m.WHAT.format(
        index=ledger.index,
        year=ledger.year,
        unit=ledger.unit.full_name(),
        line=f"{code}{name}" if line.kind == "criterion" else name,
        measure=_measure_name(item, _measure(origin.ref)),
    )
    place = spot or Spot("")
    digest = "" if files is None else files.digests.get(place.file, "")
    return Source(
        origin.ref,
        told,
        origin.text,
        place.file,
        place.row,
        place.column,
        digest,
        formula,
        parts,
        published,
        ledger.index,
    )


def _measure_name(item: IndexStudy, measure: str) -> str:
    if measure.startswith("published_"):
        fact = measure.removeprefix("published_")
        return m.MEASURES["published"].format(fact=m.FACTS.get(fact, fact))
    if measure.startswith("group_"):
        labels = item.ledger.edition.index.groups.labels
        place = int(measure.removeprefix("group_"))
        return m.MEASURES["group"].format(group=labels[place - 1])
    return m.MEASURES[measure]
