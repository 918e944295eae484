"""Where the unit stands: the opening sentence, the results section, the former units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.origins import groups_origins, index_origins, line_origins
from analysis.plan.results import ORDER, clause, reasons, results
from analysis.plan.text import Paragraph
from analysis.reference import TOTAL
from analysis.vietnamese import (
    capitalised,
    count,
    enumerated,
    joined,
    letters,
    number,
    rank_change,
    rank_of,
)

if TYPE_CHECKING:
    from analysis.plan.draft import Draft, Numbering
    from analysis.plan.nodes import Node
    from analysis.plan.study import IndexStudy, Study
    from analysis.plan.text import Origin


def results_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return the results: one sentence for all indices, or a section with groups of dimensions.

    A unit formed by a merger that has no result of its own yet has nothing to tell here; its
    former units are told by the block ``former``.
    """
    study, indices = draft.study, draft.indices
    known = any(study.of(index).ledger.total.score is not None for index in indices)
    if study.former and not known:
        return []
    published = draft.details is not None and draft.details.print_published
    if node.style == "section":
        return _section(study, indices, published=published)
    text = results(study, indices=indices, print_published=published)
    opening = messages.RESULTS_OF.format(year=study.result_year, results=text)
    origins = _told(study, indices, published=published)
    return [Paragraph("body", opening, notes=reasons(study, indices), origins=origins)]


def former_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return the results of the provinces that a merged unit was formed from: a), b), c)."""
    study, indices = draft.study, draft.indices
    if not study.former:
        return []
    published = draft.details is not None and draft.details.print_published
    lead = messages.FORMER_UNITS.format(year=study.result_year, unit=study.unit.full_name())
    return [
        Paragraph("body", lead),
        *(
            Paragraph(
                "lettered",
                messages.FORMER_UNIT.format(
                    letter=letter,
                    unit=capitalised(item.unit.full_name()),
                    results=results(item, indices=indices, print_published=published),
                ),
                notes=reasons(item, indices),
                origins=_told(item, indices, published=published),
            )
            for letter, item in zip(letters(), study.former, strict=False)
        ),
        Paragraph("body", messages.FORMER_NOT_ADDED),
    ]


def _told(study: Study, indices: tuple[str, ...], *, published: bool) -> tuple[Origin, ...]:
    """Return the figures of the results, in the order in which they are told."""
    items = [study.of(index) for index in ORDER if index in indices]
    return tuple(one for item in items for one in index_origins(item, published=published))


def _section(study: Study, indices: tuple[str, ...], *, published: bool) -> list[Paragraph]:
    paragraphs = []
    for index in (index for index in ORDER if index in indices):
        item = study.of(index)
        text = "; ".join(
            part
            for part in (
                clause(item, print_published=published),
                _score_change(item, published=published),
                _region(item),
            )
            if part
        )
        told = messages.RESULTS_OF.format(year=study.result_year, results=text)
        origins = index_origins(item, published=published)
        notes = reasons(study, (index,))
        paragraphs.append(Paragraph("body", told, notes=notes, origins=origins))
        counted = groups_origins(item)
        paragraphs += [Paragraph("body", groups, origins=counted) for groups in _groups(item)]
    return paragraphs


def _score_change(item: IndexStudy, *, published: bool) -> str:
    """Return how the score changed, where the edition lets the two years compare."""
    change = item.ledger.total.change
    stated = [one.fact.value for one in item.reconciliation if one.fact.fact == "score_change"]
    if change.score is None or not change.comparable:
        return ""
    moved = change.score
    points = number(abs(moved), item.ledger.edition.index.decimals)
    if published and stated:
        points = stated[0].lstrip("+-")
    return messages.SCORE_CHANGED.format(
        direction=messages.DOWN if moved < 0 else messages.UP,
        points=points,
        year=item.ledger.previous_year,
    )


_FEW = 3
"""Up to so many provinces ahead in the region are named."""


def _region(item: IndexStudy) -> str:
    """Return the rank in the region, who is ahead if they are few, and how it changed."""
    region = item.ledger.total.region
    if region.rank is None or region.ranked is None:
        return ""
    parts = [
        messages.REGIONAL.format(
            rank=rank_of(region.rank, region.ranked), region=item.ledger.unit.region
        )
    ]
    ahead = _ahead(item)
    if 0 < len(ahead) <= _FEW:
        parts[0] = messages.REGIONAL_AFTER.format(place=parts[0], names=joined(ahead))
    if item.ledger.total.change.regional_rank is not None:
        parts.append(rank_change(item.ledger.total.change.regional_rank))
    return ", ".join(parts)


def _ahead(item: IndexStudy) -> list[str]:
    """Return the provinces of the region with a better rank, the best first."""
    own = item.field.rank(item.ledger.unit.code, TOTAL)
    ranks = {code: item.field.rank(code, TOTAL) for code in item.neighbours}
    better = [
        (rank, code) for code, rank in ranks.items() if rank and own is not None and rank < own
    ]
    return [item.neighbours[code] for _, code in sorted(better)]


def _groups(item: IndexStudy) -> list[str]:
    """Return one sentence on how many dimensions are in each group, their names in brackets."""
    tops = [line for line in item.ledger.lines if line.criterion.level == 1]
    labels = item.ledger.edition.index.groups.labels
    held = {
        label: [line.criterion.name for line in tops if line.group == label] for label in labels
    }
    parts = [
        messages.IN_GROUP_COUNT.format(count=count(len(names)), group=label, names="; ".join(names))
        for label, names in held.items()
        if names
    ]
    if not parts:
        return []
    return [messages.GROUP_COUNTS.format(total=count(len(tops)), groups="; ".join(parts))]


def keep_score_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return who keeps each field's score; an edition known without fields has today's."""
    study, leads = draft.study, draft.form.keep_score_leads
    edition = study.of("PAR INDEX").ledger.edition
    names = {field.key.partition("_")[0]: field.name for field in edition.children("0", "field")}
    names = names or {key: edition.index.criteria[key].name for key in leads}
    fields: dict[tuple[str, ...], list[str]] = {}
    for key, name in names.items():
        if key in leads:
            fields.setdefault(study.directory.names(leads[key]), []).append(name)
    return [
        Paragraph("dash", messages.FIELD_LEAD.format(field="; ".join(held), leads=enumerated(lead)))
        for lead, held in fields.items()
    ]


def unallocated_block(draft: Draft, node: Node, numbering: Numbering) -> list[Paragraph]:
    """Return what to do about points of PAR INDEX that no criterion is known to have lost."""
    ledger = draft.study.of("PAR INDEX").ledger
    rest = next((line for line in ledger.lines if line.kind == "unallocated"), None)
    total = ledger.total
    if rest is None or not rest.lost or total.lost is None or total.score is None:
        return []
    text = messages.UNALLOCATED.format(
        year=draft.study.result_year,
        unit=draft.study.unit.full_name(),
        score=number(total.score),
        lost=number(total.lost),
        lead=draft.study.directory.name("noi_vu"),
    )
    origins = line_origins(draft.study.of("PAR INDEX"), total, "score", "lost", "maximum")
    return [Paragraph("body", text, origins=origins)]
