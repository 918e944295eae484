"""A task in words: agencies named for the plan's date, the actor before the duty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.tasks import messages
from analysis.vietnamese import capitalised, joined, long_date

if TYPE_CHECKING:
    from analysis.reference import Directory
    from analysis.tasks.library import Library, Task


@dataclass(frozen=True, slots=True)
class WordedTask:
    """A task as it is printed for one province, date and year."""

    id: str
    sentence: str
    lead: tuple[str, ...]
    implementers: tuple[str, ...]
    coordinators: tuple[str, ...]
    deadline: str
    product: str
    legal_basis: tuple[str, ...]
    learned_from: tuple[str, ...]


def worded(
    task: Task, *, library: Library, directory: Directory, plan_year: int, result_year: int
) -> WordedTask:
    """Return the task with every agency named as it is on the plan's date.

    A body that already leads is not printed again as implementer or coordinator: functions merge
    (the district's work went to the communes on 1 July 2025).
    """
    words = directory.words(plan_year=plan_year, result_year=result_year)
    actors = task.actors or task.lead
    sentence = f"{joined(directory.names(actors))} {task.text.format(**words)}"
    if directory.proposed(actors):
        sentence = messages.REQUEST.format(sentence=sentence)
    lead = directory.names(task.lead)
    implementers = _without(directory.names(task.implementers), lead)
    return WordedTask(
        id=task.id,
        sentence=capitalised(sentence),
        lead=lead,
        implementers=implementers,
        coordinators=_without(directory.names(task.coordinators), (*lead, *implementers)),
        deadline=capitalised(task.deadline.text(plan_year)),
        product=_product(task),
        legal_basis=tuple(citation(library, key) for key in task.legal_basis),
        learned_from=task.learned_from,
    )


def _without(names: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in taken)


def _product(task: Task) -> str:
    link = f" {messages.OR} " if task.product_relation == "any" else "; "
    first, *rest = task.products
    return link.join((first, *(item[:1].lower() + item[1:] for item in rest)))


def citation(library: Library, key: str) -> str:
    """Return a document as a plan cites it: type, number, date, issuer, subject.

    A part that is not known is left out, never filled in.
    """
    document = library.document(key)
    number = f" số {document.symbol}" if document.symbol else ""
    day = f" {long_date(document.date)}" if document.date else ""
    issuer = f" của {document.issuer}" if document.issuer and document.type != "Luật" else ""
    if document.subject is None:
        return f"{document.type}{number}{day}{issuer}"
    about = "" if document.type == "Luật" or document.subject.startswith(_NO_ABOUT) else "về "
    subject = f" {about}{document.subject}"
    if document.type == "Luật":
        return f"{document.type}{subject}{number}"
    return f"{document.type}{number}{day}{issuer}{subject}"


_NO_ABOUT = ("về ", "quy định", "hướng dẫn", "ban hành", "phê duyệt", "sửa đổi")
