"""Section III of the narrative form: criterion blocks, contents and dimensions with their tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.figures import maximum, printed
from analysis.plan.text import Paragraph
from analysis.vietnamese import LETTERS, capitalised, joined, number, rank_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from analysis.deficits import Line
    from analysis.plan.form import Form
    from analysis.plan.study import IndexStudy, PlannedTask, Study


def index_heading(position: int, index: str) -> Paragraph:
    """Return the heading of one index in section III."""
    name = messages.INDEX_NAMES[index]
    return Paragraph(
        "heading_1", messages.INDEX_HEADING.format(number=position, name=name, index=index)
    )


def par_index_section(
    study: Study, form: Form, *, fill: Callable[[str], str], label: str
) -> list[Paragraph]:
    """Return III.1: fields to keep, then a block for each criterion below full marks."""
    item = study.of("PAR INDEX")
    paragraphs = [
        index_heading(1, item.index),
        Paragraph("heading_2", f"1.1. {fill(form.keep_score)}"),
        *_kept_fields(item, form, study),
        Paragraph("heading_2", f"1.2. {fill(form.remedy)}"),
    ]
    unallocated = next((line for line in item.ledger.lines if line.kind == "unallocated"), None)
    if unallocated is not None and unallocated.lost:
        paragraphs.append(Paragraph("body", fill(form.remedy_unallocated)))
    fields = [line for line in item.ledger.lines if _has_tasks(line, item)]
    if not fields:
        paragraphs.append(Paragraph("body", messages.NO_CRITERIA.format(year=item.ledger.year)))
    for position, field in enumerate(fields, start=1):
        paragraphs.append(Paragraph("heading_3", f"1.2.{position}. {field.criterion.name}"))
        blocks = _blocks(field, item)
        for place, line in enumerate(blocks, start=1):
            if line is not field:
                title = messages.CRITERION.format(number=place, name=line.criterion.name)
                paragraphs.append(Paragraph("criterion", title))
            paragraphs += role_block(item.tasks_under(line.code))
    paragraphs.append(Paragraph("reference", messages.SEE_APPENDIX.format(label=label)))
    return paragraphs


def _kept_fields(item: IndexStudy, form: Form, study: Study) -> list[Paragraph]:
    """Return who keeps each field's score; an edition known without fields has today's."""
    edition = item.ledger.edition
    names = {_plain(field.key): field.name for field in edition.children("0", "field")}
    names = names or {key: edition.index.criteria[key].name for key in form.keep_score_leads}
    return [
        Paragraph(
            "dash",
            messages.FIELD_LEAD.format(
                field=name, leads=joined(study.directory.names(form.keep_score_leads[key]))
            ),
        )
        for key, name in names.items()
        if key in form.keep_score_leads
    ]


def _plain(key: str) -> str:
    """Return a field's key without the year of an older name (``f4_2017``)."""
    return key.partition("_")[0]


def _has_tasks(line: Line, item: IndexStudy) -> bool:
    return (
        line.criterion.level == 1 and line.kind == "criterion" and bool(list(_blocks(line, item)))
    )


def _blocks(top: Line, item: IndexStudy) -> list[Line]:
    """Return the lines of a first-level criterion, itself included, that have tasks."""
    lines = (top, *item.ledger.children(top.code))
    return [line for line in lines if item.tasks_under(line.code)]


def role_block(tasks: Iterable[PlannedTask]) -> list[Paragraph]:
    """Return who leads, who carries out or helps, and what is done, for a group of tasks."""
    tasks = list(tasks)
    lead = _union(task.task.lead for task in tasks)
    implementers = _union(task.task.implementers for task in tasks)
    coordinators = _union(task.task.coordinators for task in tasks)
    paragraphs = [Paragraph("dash", messages.LEAD.format(names=joined(lead)))]
    implementers = [name for name in implementers if name not in lead]
    coordinators = [name for name in coordinators if name not in (*lead, *implementers)]
    if implementers:
        names = joined(implementers)
        paragraphs.append(Paragraph("dash", messages.IMPLEMENTERS.format(names=names)))
    if coordinators:
        names = joined(coordinators)
        paragraphs.append(Paragraph("dash", messages.COORDINATORS.format(names=names)))
    paragraphs.append(Paragraph("dash", messages.MEASURES))
    paragraphs += [
        Paragraph("plus", messages.PLUS.format(sentence=with_term(task))) for task in tasks
    ]
    return paragraphs


def _union(groups: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(name for group in groups for name in group))


def with_term(task: PlannedTask) -> str:
    """Return a task's sentence with its deadline and product."""
    return messages.WITH_TERM.format(
        sentence=task.task.sentence,
        deadline=lowered(task.task.deadline),
        product=lowered(task.task.product),
    )


def lowered(text: str) -> str:
    """Return `text` with a lower-case first letter, unless it begins with an abbreviation.

    Examples
    --------
    >>> lowered("Quý III/2023"), lowered("UBND tỉnh")
    ('quý III/2023', 'UBND tỉnh')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sipas_section(study: Study, *, label: str) -> list[Paragraph]:
    """Return III.2: a block for each content, its factors' tasks together."""
    item = study.of("SIPAS")
    contents = [line for line in item.ledger.lines if _has_tasks(line, item)]
    paragraphs = [index_heading(2, item.index)]
    for position, content in enumerate(contents, start=1):
        title = messages.SIPAS_CONTENT.format(number=position, name=content.criterion.name)
        tasks = [task for line in _blocks(content, item) for task in item.tasks_under(line.code)]
        paragraphs += [Paragraph("heading_2", title), *role_block(tasks)]
    paragraphs.append(Paragraph("reference", messages.SEE_APPENDIX.format(label=label)))
    return paragraphs


def papi_section(study: Study, *, label: str) -> list[Paragraph]:
    """Return III.3: each dimension's state in one sentence and its tasks, lettered."""
    item = study.of("PAPI")
    paragraphs = [index_heading(3, item.index)]
    dimensions = [line for line in item.ledger.lines if line.criterion.level == 1]
    for position, dimension in enumerate(dimensions, start=1):
        name = dimension.criterion.name
        title = messages.PAPI_DIMENSION.format(number=position, name=name)
        tasks = [task for line in _blocks(dimension, item) for task in item.tasks_under(line.code)]
        paragraphs += [
            Paragraph("heading_2", title),
            _state(dimension, item),
            *(
                Paragraph(
                    "lettered",
                    messages.LETTERED.format(letter=letter, sentence=with_term(task)),
                )
                for letter, task in zip(LETTERS, tasks, strict=False)
            ),
        ]
    paragraphs.append(Paragraph("reference", messages.SEE_APPENDIX.format(label=label)))
    return paragraphs


def _state(line: Line, item: IndexStudy) -> Paragraph:
    year = item.ledger.year
    if line.score is None or line.nation.rank is None or line.nation.ranked is None:
        text = messages.DIMENSION_UNKNOWN.format(year=year)
        return Paragraph("body", text, () if line.reason is None else (line.reason,))
    decimals = item.ledger.edition.index.decimals
    group = messages.DIMENSION_GROUP.format(group=line.group) if line.group else ""
    return Paragraph(
        "body",
        messages.DIMENSION_STATE.format(
            year=year,
            score=number(line.score, decimals),
            most=maximum(line, decimals).text,
            lost=printed(line.lost, decimals=decimals, reason=line.reason).text,
            rank=rank_of(line.nation.rank, line.nation.ranked),
            group=group,
            change=_change(line, item, decimals),
        ),
    )


def _change(line: Line, item: IndexStudy, decimals: int) -> str:
    moved = line.change.score
    if moved is None or not line.change.comparable:
        return ""
    return messages.DIMENSION_CHANGE.format(
        direction=messages.DOWN if moved < 0 else messages.UP,
        points=number(abs(moved), decimals),
        year=item.ledger.previous_year,
    )


def numbered(texts: Iterable[str], *, fill: Callable[[str], str]) -> list[Paragraph]:
    """Return paragraphs numbered 1., 2., … as the purpose section has them."""
    return [
        Paragraph("body", f"{place}. {capitalised(fill(text))}")
        for place, text in enumerate(texts, start=1)
    ]
