"""The last appendix of a plan, where it is wanted: where each figure that it shows comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.added import with_appendix
from analysis.plan.text import Appendix, Cell, Column, Origin, Row, Table
from analysis.plan.tracing import messages as m
from analysis.plan.tracing.record import shown_sources
from analysis.plan.tracing.tracing import traced
from analysis.vietnamese import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.plan.tracing.sources import Source

_COLUMNS = (
    Column("number", m.NUMBER, 12, "center"),
    Column("figure", m.FIGURE, 80),
    Column("value", m.VALUE, 22, "center"),
    Column("place", m.PLACE, 68),
    Column("formula", m.FORMULA, 65),
)


def with_sources(plan: PlanText, study: Study, *, reference: str) -> PlanText:
    """Return the plan with the appendix of its sources as the last one.

    Parameters
    ----------
    plan
        A plan whose strings are not typeset yet.
    study
        The study that it was written from.
    reference
        The line in brackets that names the plan.

    Notes
    -----
    The appendix lists the figures of each index that the plan shows, each once, and what they are
    computed from.
    """
    refs = [one.ref for block in traced(plan) for one in block.numbers if one.kind == "figure"]
    found = shown_sources(refs, study)
    if not found:
        return plan
    files = {source.file: source.sha256 for source in found if source.sha256}
    notes = tuple(m.FILE.format(file=file, digest=digest) for file, digest in files.items())
    appendix = Appendix(
        label="",
        title=m.TITLE,
        reference=reference,
        table=Table(_COLUMNS, tuple(_rows(found)), m.SUMMARY),
        notes=notes,
    )
    around = Origin("document", m.TITLE.lower(), "\n".join(notes))
    return with_appendix(plan, appendix, around, mention=m.MENTION)


def _rows(found: tuple[Source, ...]) -> Iterator[Row]:
    index, place = "", 0
    for source in found:
        if source.index != index:
            index, place = source.index, 0
            yield Row("group", (Cell(""), Cell(index), *(Cell("") for _ in _COLUMNS[2:])))
        place += 1
        texts = (source.what, source.value, source.place, capitalised(source.formula))
        told = (Origin("figure", source.ref, "\n".join(texts)),)
        yield Row("data", (Cell(str(place)), *(Cell(text, origins=told) for text in texts)))
