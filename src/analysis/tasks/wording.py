"""A task in words: agencies named for the plan's date, the actor before the duty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from analysis.tasks import messages
from analysis.vietnamese import capitalised, enumerated, long_date, nfc

if TYPE_CHECKING:
    from datetime import date

    from analysis.reference import Directory
    from analysis.tasks.library import Library, Task


@dataclass(frozen=True, slots=True)
class WordedTask:
    """A task as it is printed for one province, date and year.

    `activity` is its short name in a table, `sentence` begins with the actor, `duty` is the same
    without it.
    """

    id: str
    activity: str
    sentence: str
    duty: str
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
    duty = task.text.format(**words)
    sentence = f"{enumerated(directory.names(actors))} {duty}"
    if directory.proposed(actors):
        sentence = messages.REQUEST.format(sentence=sentence)
    lead = directory.names(task.lead)
    implementers = _without(directory.names(task.implementers), lead)
    return WordedTask(
        id=task.id,
        activity=nfc(task.activity.format(**words)),
        sentence=capitalised(sentence),
        duty=capitalised(duty),
        lead=lead,
        implementers=implementers,
        coordinators=_without(directory.names(task.coordinators), (*lead, *implementers)),
        deadline=capitalised(task.deadline.text(plan_year)),
        product=products_text(task.products, relation=task.product_relation),
        legal_basis=_citations(library, task.legal_basis, day=directory.day),
        learned_from=task.learned_from,
    )


def _without(names: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in taken)


def products_text(products: tuple[str, ...], *, relation: Literal["all", "any"]) -> str:
    """Return a task's products in one line: all of them (``;``) or any of them (``hoặc``).

    Examples
    --------
    >>> products_text(("Báo cáo", "Bộ tài liệu"), relation="any")
    'Báo cáo hoặc bộ tài liệu'
    """
    link = f" {messages.OR} " if relation == "any" else "; "
    return link.join((*products[:1], *(item[:1].lower() + item[1:] for item in products[1:])))


def _citations(library: Library, keys: tuple[str, ...], *, day: date) -> tuple[str, ...]:
    cited = (citation(library, key, day=day) for key in keys)
    return tuple(dict.fromkeys(text for text in cited if text is not None))


def citation(library: Library, key: str, *, day: date) -> str | None:
    """Return a document of the library as a plan of `day` cites it.

    A document that is replaced or not yet in force gives way to the one in force on `day`; where
    that is not known, or the document is to be reviewed, the text says so. One that was not
    issued yet and followed none is not cited.
    """
    document = library.document_on(key, day)
    if document is None:
        return None
    text = document_text(document)
    if document.status == "review" or not document.holds(day):
        return messages.TO_CHECK.format(citation=text)
    return text


class Document(Protocol):
    """What a citation is made of; a part that is not known is None."""

    @property
    def type(self) -> str: ...  # noqa: D102
    @property
    def symbol(self) -> str | None: ...  # noqa: D102
    @property
    def date(self) -> date | None: ...  # noqa: D102
    @property
    def issuer(self) -> str | None: ...  # noqa: D102
    @property
    def subject(self) -> str | None: ...  # noqa: D102


def document_text(document: Document) -> str:
    """Return a document as a plan cites it: type, number, date, issuer, subject.

    A part that is not known is left out, never filled in.
    """
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
