"""The last appendix of a plan, where it is wanted: where each figure that it shows comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.plan.text import Appendix, Cell, Column, Origin, Row, Table
from analysis.plan.tracing import messages as m
from analysis.plan.tracing.record import shown_sources
from analysis.plan.tracing.tracing import traced
from analysis.vietnamese import capitalised, roman

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
# Of an only appendix, which the text calls by its name without a number.
_LONE = re.compile(r"Phụ lục(?! [IVX]+\b)")


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
    computed from. An only appendix becomes Phụ lục I, in the text too.
    """
    refs = [one.ref for block in traced(plan) for one in block.numbers if one.kind == "figure"]
    found = shown_sources(refs, study)
    if not found:
        return plan
    files = {source.file: source.sha256 for source in found if source.sha256}
    notes = tuple(m.FILE.format(file=file, digest=digest) for file, digest in files.items())
    several = len(plan.appendices) > 0
    appendix = Appendix(
        label=m.APPENDIX.format(number=roman(len(plan.appendices) + 1) if several else "").strip(),
        title=m.TITLE,
        reference=reference,
        table=Table(_COLUMNS, tuple(_rows(found)), m.SUMMARY),
        notes=notes,
    )
    told = (Origin("document", m.TITLE.lower(), "\n".join(notes)),)
    if len(plan.appendices) == 1:
        plan = _numbered(plan)
    return replace(plan, appendices=(*plan.appendices, appendix), origins=(*plan.origins, *told))


def _numbered(plan: PlanText) -> PlanText:
    """Return the plan with its only appendix called the first."""
    first = m.APPENDIX.format(number=roman(1))
    body = tuple(
        replace(
            paragraph,
            text=_LONE.sub(first, paragraph.text),
            footnotes=tuple(
                replace(note, after=_LONE.sub(first, note.after)) for note in paragraph.footnotes
            ),
        )
        for paragraph in plan.body
    )
    (appendix,) = plan.appendices
    return replace(plan, body=body, appendices=(replace(appendix, label=first),))


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
