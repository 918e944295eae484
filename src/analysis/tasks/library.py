"""The task library: duties learned from real plans, each tied to the criteria it serves."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from typing import TYPE_CHECKING, Literal

from analysis.errors import Fault, FaultsError, Place
from analysis.reference import messages as reference_messages
from analysis.reference.files import Strict, read_yaml, validated_list
from analysis.tasks import messages
from analysis.tasks.deadline import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from analysis.reference import IndexText

LEGAL_FILE = "legal_documents.yml"

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACE_WORDS = frozenset(
    {"ubnd_tinh", "chu_tich_ubnd_tinh", "cap_tinh", "ten_tinh", "ten", "nam", "nam_ket_qua"}
)
_PREFIX = {"PAPI": "PAPI", "PAR INDEX": "PAR", "SIPAS": "SIPAS"}


class LegalDocument(Strict):
    """A document that a task cites; ``review`` asks a person to check that it is still in force.

    ``valid_from`` and ``valid_to`` are the days between which it is known to hold, ``replaced_by``
    the key of the document that followed it.
    """

    key: str
    type: str
    symbol: str | None
    date: dt.date | None
    issuer: str | None
    subject: str | None
    status: Literal["in_force", "review"]
    source: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    replaced_by: str | None = None

    def holds(self, day: dt.date) -> bool:
        """Return whether the document is known to be in force on `day`."""
        return self.begun(day) and not self.ended(day)

    def begun(self, day: dt.date) -> bool:
        """Return whether the document is in force on `day` or was before."""
        begins = self.valid_from or self.date
        return begins is None or begins <= day

    def ended(self, day: dt.date) -> bool:
        """Return whether nothing says that the document is still in force on `day`."""
        return self.valid_to is not None and self.valid_to < day

    def issued(self, day: dt.date) -> bool:
        """Return whether the document existed on `day`."""
        issued = self.date or self.valid_from
        return issued is None or issued <= day


class Task(Strict):
    """One duty.

    Roles hold function codes (see the agency register), ``criteria`` hold ``INDEX/key`` references;
    ``activity`` is the task's short name in a table, ``text`` follows the actor's name in the
    printed sentence; both may hold ``{function}``. ``levels`` are the plans it is worded for: any
    department, district or commune can carry out what lists its level.
    """

    id: str
    criteria: tuple[str, ...]
    activity: str
    text: str
    lead: tuple[str, ...]
    actors: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    deadline: Deadline
    products: tuple[str, ...]
    product_relation: Literal["all", "any"] = "all"
    levels: tuple[Literal["province", "department", "district", "commune"], ...]
    legal_basis: tuple[str, ...] = ()
    learned_from: tuple[str, ...]

    def functions(self) -> frozenset[str]:
        """Return every function code the task names."""
        named = {*self.lead, *self.actors, *self.implementers, *self.coordinators}
        asked = set(_PLACEHOLDER.findall(f"{self.activity} {self.text}"))
        return frozenset(named | (asked - _PLACE_WORDS))

    def serves(self, reference: str) -> bool:
        """Return whether the task is tied to a criterion reference."""
        return reference in self.criteria


class Library(Strict):
    """All tasks and the documents they cite, in the order of the files."""

    tasks: tuple[Task, ...]
    documents: tuple[LegalDocument, ...]

    def serving(self, reference: str) -> tuple[Task, ...]:
        """Return the tasks tied to a criterion, those made for it first."""
        first = [task for task in self.tasks if task.criteria[0] == reference]
        others = [task for task in self.tasks if reference in task.criteria[1:]]
        return (*first, *others)

    def document(self, key: str) -> LegalDocument:
        """Return a cited document."""
        return next(document for document in self.documents if document.key == key)

    def document_on(self, key: str, day: dt.date) -> LegalDocument | None:
        """Return what stands for a cited document on `day`; nothing if none was issued yet.

        That is the document itself, or the one that followed it, or the one it followed. What
        is returned need not hold on `day`: the follower may be unknown.
        """
        found = self.document(key)
        while found.ended(day) and found.replaced_by is not None:
            found = self.document(found.replaced_by)
        while not found.begun(day) and (earlier := self._followed_by(found.key)) is not None:
            found = earlier
        return found if found.issued(day) else None

    def _followed_by(self, key: str) -> LegalDocument | None:
        return next((item for item in self.documents if item.replaced_by == key), None)


def reference_of(index: str, key: str) -> str:
    """Return the library's reference to a criterion.

    Examples
    --------
    >>> reference_of("PAR INDEX", "f3_on_time")
    'PAR/f3_on_time'
    """
    return f"{_PREFIX[index]}/{key}"


def read_library(
    folder: Path, *, indices: Iterable[IndexText], functions: frozenset[str]
) -> Library:
    """Return the library of a folder of YAML files.

    Parameters
    ----------
    folder
        Holds ``legal_documents.yml`` and any number of task files.
    indices
        The indices whose criteria tasks may name.
    functions
        The function codes of the agency register.

    Raises
    ------
    FaultsError
        RF-01 to RF-03 and TK-01 to TK-06: every fault of every file at once.
    """
    files = sorted(path for path in folder.glob("*.yml") if path.name != LEGAL_FILE)
    if not files:
        raise FaultsError(messages.NO_TASKS.at(Place(file=folder.name)))
    faults: list[Fault] = []
    placed: list[tuple[str, Task]] = []
    for path in files:
        try:
            found = validated_list(Task, read_yaml(path), file=path.name)
        except FaultsError as error:
            faults += error.faults
        else:
            placed += [(path.name, task) for task in found]
    legal = folder / LEGAL_FILE
    documents = validated_list(LegalDocument, read_yaml(legal), file=LEGAL_FILE)
    references = {reference_of(index.index, key) for index in indices for key in index.criteria}
    keys = {document.key for document in documents}
    faults += _link_faults(placed, references=references, functions=functions, keys=keys)
    faults += _order_faults(documents)
    if faults:
        raise FaultsError(*faults)
    return Library(tasks=tuple(task for _, task in placed), documents=documents)


def _link_faults(
    placed: list[tuple[str, Task]],
    *,
    references: set[str],
    functions: frozenset[str],
    keys: set[str],
) -> list[Fault]:
    """Return a fault for everything a task names that does not exist, and for repeated ids."""
    faults: list[Fault] = []
    first: dict[str, str] = {}
    for file, task in placed:
        place = Place(file=file)
        if task.id in first:
            faults.append(messages.ID_REPEATED.at(place, id=task.id, file=first[task.id]))
        first.setdefault(task.id, file)
        faults += [
            messages.CRITERION_UNKNOWN.at(place, id=task.id, criterion=reference)
            for reference in task.criteria
            if reference not in references
        ]
        faults += [
            messages.PLACEHOLDER_UNKNOWN.at(
                place, id=task.id, code=code, nearest=_nearest(code, functions)
            )
            for code in sorted(task.functions() - functions)
        ]
        faults += [
            messages.LEGAL_UNKNOWN.at(place, id=task.id, key=key)
            for key in task.legal_basis
            if key not in keys
        ]
    return faults


def _order_faults(documents: tuple[LegalDocument, ...]) -> list[Fault]:
    """Return a fault for each document that is not followed by a known, later one as it says."""
    begins = {document.key: document.valid_from for document in documents}
    return [
        messages.FOLLOWER_WRONG.at(
            Place(file=LEGAL_FILE), key=document.key, follower=document.replaced_by
        )
        for document in documents
        if document.replaced_by is not None
        and not _later(begins.get(document.replaced_by), than=document.valid_to)
    ]


def _later(day: dt.date | None, *, than: dt.date | None) -> bool:
    return day is not None and than is not None and day > than


def _nearest(code: str, known: frozenset[str]) -> str:
    close = difflib.get_close_matches(code, sorted(known), n=3)
    return reference_messages.NEAREST.format(names=", ".join(close)) if close else ""
