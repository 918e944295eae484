"""Appendices that are added to a plan where somebody wants them: figures, sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.text import Appendix, Cell, Column, Origin, Paragraph, Row, Table
from analysis.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.plan.text import Picture, PlanText

# Of an only appendix, which the text calls by its name without a number.
_LONE = re.compile(r"Phụ lục(?! [IVX]+\b)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that a plan shows: its short name, the finding, and the drawing."""

    name: str
    finding: str
    picture: Picture


def with_appendix(plan: PlanText, appendix: Appendix, *origins: Origin, mention: str) -> PlanText:
    """Return the plan with one appendix more, numbered as the last and named in the text.

    Parameters
    ----------
    plan
        A plan whose strings are not typeset yet. An only appendix becomes Phụ lục I, in the text
        too.
    appendix
        The appendix; its label is set here.
    *origins
        Where the numbers around its table come from.
    mention
        The line that names it before the plan's last paragraph, with ``{label}``.
    """
    if len(plan.appendices) == 1:
        plan = _numbered(plan)
    several = len(plan.appendices) > 0
    number = roman(len(plan.appendices) + 1) if several else ""
    label = messages.APPENDIX_LABEL.format(number=number).strip()
    *body, last = plan.body
    return replace(
        plan,
        body=(*body, Paragraph("reference", mention.format(label=label)), last),
        appendices=(*plan.appendices, replace(appendix, label=label)),
        origins=(*plan.origins, *origins),
    )


def with_figures(plan: PlanText, figures: Sequence[Shown], *, reference: str) -> PlanText:
    """Return the plan with an appendix of figures, each above its finding.

    Parameters
    ----------
    plan
        A plan whose strings are not typeset yet.
    figures
        The figures in order; without any the plan stays as it is.
    reference
        The line in brackets that names the plan.
    """
    if not figures:
        return plan
    columns = (
        Column("number", messages.FIGURE_NUMBER, 12, "center"),
        Column("figure", messages.FIGURE_AND_FINDING, 148),
    )
    rows = tuple(
        Row("data", (Cell(str(place)), _cell(shown))) for place, shown in enumerate(figures, 1)
    )
    appendix = Appendix(
        label="",
        title=messages.FIGURES_TITLE,
        reference=reference,
        table=Table(columns, rows, messages.FIGURES_SUMMARY),
        notes=(),
        landscape=False,
    )
    return with_appendix(plan, appendix, mention=messages.FIGURES_MENTION)


def _cell(shown: Shown) -> Cell:
    origin = Origin("figure", f"figures/{shown.name}", shown.finding)
    return Cell(shown.finding, picture=shown.picture, origins=(origin,))


def _numbered(plan: PlanText) -> PlanText:
    """Return the plan with its only appendix called the first."""
    first = messages.APPENDIX_LABEL.format(number=roman(1))
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
