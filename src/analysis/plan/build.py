"""Study + form + details → the plan as it is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.errors import FaultsError, Place
from analysis.plan import letter, messages
from analysis.plan.added import with_figures
from analysis.plan.appendices import appendices
from analysis.plan.blocks import WRITERS
from analysis.plan.draft import Numbering, draft_of
from analysis.plan.refs import information_ref
from analysis.plan.sheet_rows import bases
from analysis.plan.text import Footnote, Paragraph, PlanText
from analysis.plan.tracing.appendix import with_sources
from analysis.plan.typesetting import typeset_plan
from analysis.vietnamese import lowered, roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.plan.added import Shown
    from analysis.plan.details import NoteAfter, PlanDetails
    from analysis.plan.draft import Draft
    from analysis.plan.form import Form
    from analysis.plan.mandate import Mandate
    from analysis.plan.nodes import Node
    from analysis.plan.study import Study
    from analysis.plan.text import Appendix, Origin


def build_plan(
    study: Study,
    *,
    form: Form,
    details: PlanDetails | None,
    rule: str,
    mandate: Mandate | None = None,
    sources: bool = False,
    figures: Sequence[Shown] = (),
) -> PlanText:
    """Return a plan, ready to be set in Word.

    Parameters
    ----------
    study
        What was computed for the unit, with its tasks.
    form
        The form: outline, prose, tables.
    details
        What this plan adds; without it targets are proposed and dates are the form's.
    rule
        The rule of proposed criterion targets, named below the tables.
    mandate
        Whose plan it is and what the provincial plan gives it, for a department's, district's or
        commune's plan.
    sources
        Whether the last appendix tells where each figure comes from.
    figures
        Figures for an appendix of their own.

    Raises
    ------
    FaultsError
        PL-02 for a placeholder that has no meaning, PL-09 for a footnote without a place.
    """
    draft = draft_of(study, form=form, details=details, mandate=mandate)
    plan = PlanText(
        issuer=letter.issuer(draft),
        number=messages.NUMBER_LINE.format(number=letter.number(draft)),
        place_date=letter.place_line(draft),
        kind=form.kind,
        title=letter.title(draft),
        body=tuple(_body(draft)),
        recipients=letter.recipients(draft),
        signatory=letter.signatory(draft),
        signer=letter.signer(draft),
        superior=letter.superior(draft),
        appendices=appendices(draft, reference=letter.reference(draft), rule=rule),
        origins=_head_origins(draft),
    )
    plan = _with_footnotes(plan, draft)
    plan = with_figures(plan, figures, reference=letter.reference(draft))
    if sources:
        plan = with_sources(plan, study, reference=letter.reference(draft))
    return typeset_plan(plan)


def _head_origins(draft: Draft) -> tuple[Origin, ...]:
    """Return where the numbers come from that stand around the body and in heads of tables."""
    form, details = draft.form, draft.details
    texts = [form.title if details is None else details.title or form.title]
    texts += form.recipients if details is None else details.recipients or form.recipients
    texts.append(form.archive if details is None else details.archive or form.archive)
    for appendix in form.appendices:
        texts += (appendix.title, *(column.title for column in appendix.columns))
    return tuple(dict.fromkeys(origin for text in texts for origin in draft.origins(text)))


def citation(study: Study, *, form: Form, details: PlanDetails | None) -> str:
    """Return a provincial plan as the plans that carry it out cite it; blanks while it is a draft.

    Raises
    ------
    FaultsError
        PL-02 for a placeholder that has no meaning.
    """
    draft = draft_of(study, form=form, details=details)
    return messages.PARENT.format(
        number=letter.number(draft),
        date=letter.day_line(draft),
        unit=study.unit.full_name(),
        title=lowered(letter.title(draft)),
    )


def _body(draft: Draft) -> list[Paragraph]:
    form = draft.form
    paragraphs = _nodes(form.opening, draft, Numbering())
    for place, section in enumerate(form.sections, start=1):
        title = draft.fill(section.title).upper()
        origins = draft.origins(section.title)
        paragraphs.append(Paragraph("section", f"{roman(place)}. {title}", origins=origins))
        paragraphs += _nodes(section.content, draft, Numbering())
    return [*paragraphs, *_nodes(form.closing, draft, Numbering())]


def _nodes(nodes: Iterable[Node], draft: Draft, numbering: Numbering) -> list[Paragraph]:
    return [paragraph for node in nodes for paragraph in _node(node, draft, numbering)]


def _node(node: Node, draft: Draft, numbering: Numbering) -> list[Paragraph]:
    if node.heading is not None:
        heading = draft.heading(numbering, node.heading)
        return [heading, *_nodes(node.content, draft, numbering.inside())]
    if node.block is not None:
        return WRITERS[node.block](draft, node, numbering)
    listed = draft.listed(draft.items(node.id, node.text), node.list, numbering)
    key = next((key for key, one in bases(draft).items() if one is node), None)
    refs = () if key is None else (information_ref(key),)
    return [replace(paragraph, refs=refs) for paragraph in listed]


def _with_footnotes(plan: PlanText, draft: Draft) -> PlanText:
    """Put each footnote where its words first stand, in the body or else in an appendix."""
    missing = []
    for note in draft.details.footnotes if draft.details else ():
        placed = _noted_body(plan, note, draft) or _noted_appendices(plan, note, draft)
        if placed is None:
            missing.append(messages.FOOTNOTE_LOST.at(Place(file="plan.yml"), after=note.after))
        else:
            plan = placed
    if missing:
        raise FaultsError(*missing)
    return plan


def _footnote(note: NoteAfter, draft: Draft) -> Footnote:
    return Footnote(draft.fill(note.after), draft.fill(note.text), draft.origins(note.text))


def _noted_body(plan: PlanText, note: NoteAfter, draft: Draft) -> PlanText | None:
    footnote = _footnote(note, draft)
    for place, paragraph in enumerate(plan.body):
        if footnote.after in paragraph.text:
            noted = replace(paragraph, footnotes=(*paragraph.footnotes, footnote))
            return replace(plan, body=(*plan.body[:place], noted, *plan.body[place + 1 :]))
    return None


def _noted_appendices(plan: PlanText, note: NoteAfter, draft: Draft) -> PlanText | None:
    footnote = _footnote(note, draft)
    for place, appendix in enumerate(plan.appendices):
        noted = _noted(appendix, footnote)
        if noted is not None:
            rest = plan.appendices[place + 1 :]
            return replace(plan, appendices=(*plan.appendices[:place], noted, *rest))
    return None


def _noted(appendix: Appendix, footnote: Footnote) -> Appendix | None:
    rows = appendix.table.rows
    for place, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if footnote.after in cell.text:
                noted = replace(cell, footnotes=(*cell.footnotes, footnote))
                cells = (*row.cells[:column], noted, *row.cells[column + 1 :])
                changed = (*rows[:place], replace(row, cells=cells), *rows[place + 1 :])
                return replace(appendix, table=replace(appendix.table, rows=changed))
    return None
