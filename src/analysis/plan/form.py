"""A plan form as data: its outline, its prose with placeholders, the columns of its tables."""

from __future__ import annotations

import difflib
from string import Formatter
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from analysis.errors import Fault, FaultsError, Place
from analysis.plan import messages
from analysis.plan.details import PartyDuties
from analysis.plan.nodes import Node, Section
from analysis.reference import IndexName
from analysis.reference.files import Strict, read_yaml, validated
from analysis.tasks import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from analysis.plan.details import PlanDetails
    from analysis.plan.mandate import Mandate

COLUMNS = {
    "targets": ("number", "criterion", "result", "maximum", "lost", "target", "lead"),
    "tasks": (
        "number",
        "group",
        "criterion",
        "task",
        "activity",
        "lead",
        "implementers",
        "coordination",
        "product",
        "deadline",
        "responsibility",
    ),
}
"""What a column of each kind of table can show."""

BLOCKS = {
    "results": ("sentence", "section"),
    "former": (),
    "targets": ("numbered", "dashes"),
    "keep_score": (),
    "unallocated": (),
    "tasks": ("role_blocks", "role_blocks_by_group", "lettered", "paragraphs", "contents"),
    "duties": ("lettered", "paragraphs"),
    "agency_duties": (),
}
"""The blocks that the study prints, each with its styles (the first is the usual one)."""


class ColumnForm(Strict):
    """A column: what it shows, its title as the form prints it, its width in millimetres."""

    shows: str
    title: str
    width: float = Field(gt=0)


class AppendixForm(Strict):
    """An appendix: a table of targets or of tasks, of one index or of a part of the tasks."""

    title: str
    table: Literal["targets", "tasks"]
    of: Literal["PAPI", "PAR INDEX", "SIPAS", "activities", "assigned"]
    columns: tuple[ColumnForm, ...] = Field(min_length=1)
    landscape: bool = True


class Content(Strict):
    """A content of a department's plan and the criteria (by reference) that belong to it."""

    title: str
    references: tuple[str, ...] = Field(min_length=1)


class Form(Strict):
    """A form. Every text may hold placeholders in braces.

    `subplan_date` and `completion_date` are months and days; a dependent plan ends `days_before`
    days before the provincial one wants its results.
    """

    form: str
    name: str
    level: Literal["province", "department", "local"]
    indices: tuple[IndexName, ...] = Field(min_length=1)
    kind: str
    title: str
    opening: tuple[Node, ...]
    sections: tuple[Section, ...] = Field(min_length=1)
    closing: tuple[Node, ...]
    duties: tuple[PartyDuties, ...] = ()
    contents: tuple[Content, ...] = ()
    keep_score_leads: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    recipients: tuple[str, ...] = Field(min_length=1)
    archive: str
    subplan_date: tuple[int, int]
    completion_date: tuple[int, int]
    days_before: int = Field(default=0, ge=0)
    appendices: tuple[AppendixForm, ...] = ()

    @model_validator(mode="after")
    def _has_days_of_every_year(self) -> Form:
        for month, day in (self.subplan_date, self.completion_date):
            if not (1 <= month <= 12 and 1 <= day <= LONGEST[month - 1]):
                raise ValueError(messages.NO_SUCH_DAY.format(day=day, month=month))
        return self

    def texts(self) -> Iterator[str]:
        """Yield every text that may hold placeholders."""
        yield self.title
        for section in self.sections:
            yield section.title
        for node in self.nodes():
            yield node.heading or ""
            for item in node.text:
                yield from item.texts()
        for party in self.duties:
            yield party.party
            for item in party.duties:
                yield from item.texts()
        yield from (content.title for content in self.contents)
        yield from (*self.recipients, self.archive)
        for appendix in self.appendices:
            yield appendix.title
            yield from (column.title for column in appendix.columns)

    def nodes(self) -> Iterator[Node]:
        """Yield every node, depth first, in the order in which they are printed."""
        tops = (*self.opening, *(node for part in self.sections for node in part.content))
        yield from _below((*tops, *self.closing))


def _below(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _below(node.content)


def read_form(path: Path) -> Form:
    """Return a form from its YAML file, whose name is the form's.

    Raises
    ------
    FaultsError
        RF-01 to RF-03; PL-01 for a brace that is not closed, PL-03 for a block or style and PL-04
        for a column that plans do not have, PL-05 for a name that two texts bear, PL-13 for targets
        of no index.
    """
    form = validated(Form, read_yaml(path), file=path.name)
    form = form.model_copy(update={"form": path.stem})
    place = Place(file=path.name)
    faults = [
        messages.BRACE_OPEN.at(place, text=text[:60])
        for text in form.texts()
        if text.count("{") != text.count("}")
    ]
    faults += [*_block_faults(form, place), *_column_faults(form, place), *_names(form, place)]
    faults += [
        messages.TABLE_OF.at(place, table=appendix.title, of=appendix.of)
        for appendix in form.appendices
        if appendix.table == "targets" and appendix.of in ("activities", "assigned")
    ]
    if faults:
        raise FaultsError(*faults)
    return form


def _block_faults(form: Form, place: Place) -> Iterator[Fault]:
    for node in form.nodes():
        if node.block is None:
            continue
        if node.block not in BLOCKS:
            yield messages.BLOCK_UNKNOWN.at(
                place, name=node.block, nearest=_nearest(node.block, tuple(BLOCKS))
            )
        elif node.style is not None and node.style not in BLOCKS[node.block]:
            known = BLOCKS[node.block]
            yield messages.BLOCK_UNKNOWN.at(
                place, name=f"{node.block}/{node.style}", nearest=_nearest(node.style, known)
            )


def _column_faults(form: Form, place: Place) -> Iterator[Fault]:
    for appendix in form.appendices:
        known = COLUMNS[appendix.table]
        for column in appendix.columns:
            if column.shows not in known:
                yield messages.COLUMN_UNKNOWN.at(
                    place,
                    name=column.shows,
                    table=appendix.title,
                    nearest=_nearest(column.shows, known),
                )


def _names(form: Form, place: Place) -> Iterator[Fault]:
    names = [node.id for node in form.nodes() if node.id is not None]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield messages.NAME_REPEATED.at(place, name=name)


def _nearest(name: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(name, known, n=3) or list(known)
    return messages.NEAREST.format(names=", ".join(close))


def check_texts(form: Form, names: Iterable[str], *, file: str) -> None:
    """Refuse texts of a plan that its form has no place for.

    Raises
    ------
    FaultsError
        PL-12 with the nearest names, one a text.
    """
    known = tuple(node.id for node in form.nodes() if node.id is not None)
    faults = [
        messages.TEXT_UNKNOWN.at(Place(file=file), name=name, nearest=_nearest(name, known))
        for name in names
        if name not in known
    ]
    if faults:
        raise FaultsError(*faults)


def placeholder_faults(
    texts: Iterable[str], words: Mapping[str, str], *, file: str
) -> tuple[Fault, ...]:
    """Return what is wrong with the placeholders of texts, each fault once.

    Returns
    -------
    tuple of Fault
        PL-01 for a brace that is not closed or holds no name, PL-02 with the nearest name for a
        placeholder that has no meaning.
    """
    place = Place(file=file)
    faults: list[Fault] = []
    for text in texts:
        try:
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        except ValueError:
            names = [""]
        if "" in names:
            faults.append(messages.BRACE_OPEN.at(place, text=text[:60]))
        for name in names:
            if name and name not in words:
                near = difflib.get_close_matches(name, words, n=3)
                nearest = messages.NEAREST.format(names=", ".join(near)) if near else ""
                faults.append(messages.PLACEHOLDER_UNKNOWN.at(place, name=name, nearest=nearest))
    return tuple(dict.fromkeys(faults))


def filled(text: str, words: Mapping[str, str], *, file: str) -> str:
    """Return `text` with its placeholders filled.

    Raises
    ------
    FaultsError
        PL-01 for a brace that is not closed or holds no name, PL-02 for a placeholder that has no
        meaning; all of them at once.
    """
    if faults := placeholder_faults([text], words, file=file):
        raise FaultsError(*faults)
    try:
        return text.format_map(words)
    except (KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        # A name is followed by a format that is none.
        raise FaultsError(messages.BRACE_OPEN.at(Place(file=file), text=text[:60])) from error


def indices_of(
    form: Form, details: PlanDetails | None, mandate: Mandate | None = None
) -> tuple[str, ...]:
    """Return the indices a plan is about: those it names, those of its parent, else the form's."""
    if details is not None and details.indices:
        return details.indices
    parent = () if mandate is None else mandate.indices
    return tuple(index for index in form.indices if index in parent) or form.indices
