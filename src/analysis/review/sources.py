"""The table of sources: each figure with its file, row and column, or how it was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from analysis.plan.tracing.sources import sources
from analysis.review import source_messages as m
from analysis.review.html import Row, address, source_anchor, sourced, table
from analysis.vietnamese import capitalised

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.plan.study import Study
    from analysis.plan.tracing.sources import Source


def figures_table(study: Study) -> Markup:
    """Return a line for each figure of the unit, to which the figures of the page lead.

    What a figure is computed from leads on to the lines of those. There are thousands, so they
    are folded away; a link opens them.
    """
    found = {source.ref: source for source in sources(study)}
    rows = [_row(source, found) for source in found.values()]
    made = table(m.FIGURES, m.FIGURES_HEAD, rows, figures=frozenset({1, 3}), wide=frozenset({2}))
    told = m.FOLDED.format(count=len(rows))
    return Markup('<details class="tung-so"><summary>{}</summary>{}</details>').format(told, made)


def _row(source: Source, known: Mapping[str, Source]) -> Row:
    digest = Markup("")
    if source.sha256:
        full = m.DIGEST.format(digest=source.sha256)
        short = source.sha256[: m.DIGITS]
        digest = Markup('<abbr title="{}">{}</abbr>').format(full, short)
    return Row(
        (
            source.what,
            source.value,
            _where(source, known),
            str(source.row or ""),
            source.column,
            digest,
        ),
        anchor=source_anchor(source.ref),
    )


def _where(source: Source, known: Mapping[str, Source]) -> Markup:
    """Return the file and its publisher, or the formula with the figures that go into it."""
    parts = [sourced(known[ref].value, ref) for ref in source.parts if ref in known]
    told = [escape(source.file)] if source.file else []
    if source.formula:
        told.append(escape(capitalised(source.formula)))
    if source.published:
        told.append(address(source.published))
    text = Markup("; ").join(told)
    if not parts:
        return text
    return text + Markup(" (") + Markup("; ").join(parts) + Markup(")")
