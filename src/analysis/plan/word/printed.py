"""A document as text blocks, and what the program printed: each block with the cells it shows."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from analysis.errors import FaultsError, Place
from analysis.plan.refs import information_ref, read_ref
from analysis.plan.sheets import ROLES, names_in
from analysis.plan.word import messages
from analysis.vietnamese import mended, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from analysis.plan.merging import Table
    from analysis.plan.text import Appendix, PlanText

BlockKind = Literal["paragraph", "cell", "note"]

_MARK = re.compile(r"^(?:[-+–•]|\(?\w{1,3}\)|(?:\d+|[IVXLC]+)(?:\.\d+)*\.)\s+")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6})\.?")
# What Word and phones put instead of what was typed, and signs that are not seen.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
    }
)


@dataclass(frozen=True)
class Block:
    """One paragraph of a document that says something.

    `number` counts the document's paragraphs, `heading` is the nearest heading above. In a table,
    `table`, `row` and the grid column `column` count from 1. `refs` name the cells of the
    workbook that the text shows.
    """

    text: str
    number: int = 0
    heading: str = ""
    kind: BlockKind = "paragraph"
    table: int = 0
    row: int = 0
    column: int = 0
    refs: tuple[str, ...] = ()

    @cached_property
    def said(self) -> str:
        """The text as the workbook would have it."""
        return plain(self.text)

    @cached_property
    def key(self) -> str:
        """What makes two texts the same."""
        return key_of(self.text)

    @property
    def counts(self) -> bool:
        """Whether it is more than the running number in a table's first column."""
        return not (self.kind == "cell" and self.column == 1 and _NUMBER.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Written:
    """What the program printed: the document's blocks, and the workbook's cells that they show.

    `cells` are the texts of those cells by sheet and row, `names` the agencies that the workbook
    names or offers: lists of names in running text are parted by them.
    """

    blocks: tuple[Block, ...] = ()
    cells: Mapping[str, Table] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "blocks": [
                {key: value for key, value in asdict(block).items() if value}
                for block in self.blocks
            ],
            "cells": self.cells,
            "names": list(self.names),
        }


class _Block(BaseModel):
    """A block in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    number: int = 0
    heading: str = ""
    kind: BlockKind = "paragraph"
    table: int = 0
    row: int = 0
    column: int = 0
    refs: tuple[str, ...] = ()


class _Written(BaseModel):
    """The file's part that tells what was printed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    blocks: tuple[_Block, ...] = ()
    cells: dict[str, dict[str, dict[str, str]]] = {}
    names: tuple[str, ...] = ()


def from_json(data: object, *, file: str) -> Written:
    """Return what `Written.as_json` gave.

    Raises
    ------
    FaultsError
        PL-50 when it is something else.
    """
    try:
        found = _Written.model_validate(data)
    except ValidationError as error:
        raise FaultsError(messages.WRITTEN_UNREADABLE.at(Place(file=file))) from error
    blocks = tuple(Block(**dict(block)) for block in found.blocks)
    return Written(blocks, found.cells, found.names)


def written(
    plan: PlanText,
    printed: Iterable[Block],
    *,
    tables: Mapping[str, Table],
    names: Iterable[str] = (),
) -> Written:
    """Return what was printed, each block with the workbook's cells that it shows.

    Parameters
    ----------
    plan
        The plan that was printed.
    printed
        The blocks of the document that was made of it, read back from the file: a template has
        words of its own between those of the plan.
    tables
        The workbook's rows by sheet, as they were when the plan was printed.
    names
        The agencies that the workbook offers.

    Notes
    -----
    The texts of a plan stand in a document in the plan's order, so of several equal texts the first
    goes to the first block.
    """
    waiting: dict[str, deque[tuple[str, ...]]] = defaultdict(deque)
    for text, refs in _texts(plan):
        waiting[plain(text)].append(refs)
    blocks = tuple(
        replace(block, refs=told.popleft()) if (told := waiting[block.said]) else block
        for block in printed
    )
    held = (
        name
        for row in tables.get("tasks", {}).values()
        for role in ROLES
        for name in names_in(row.get(role, ""))
    )
    return Written(blocks, _cells(blocks, tables), tuple(dict.fromkeys((*held, *names))))


def _cells(blocks: Iterable[Block], tables: Mapping[str, Table]) -> dict[str, Table]:
    found = dict.fromkeys(ref for block in blocks for ref in block.refs)
    shown = {(ref.sheet, ref.row) for ref in map(read_ref, found)}
    return {
        sheet: {
            key: dict(row)
            for key, row in rows.items()
            if (sheet, key) in shown or sheet == "information"  # the signer may be still to come
        }
        for sheet, rows in tables.items()
        if any(named == sheet for named, _ in shown)
    }


def _texts(plan: PlanText) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every printed line with its references, in the order of the document."""
    yield from ((text, ()) for text in (plan.superior, *plan.issuer))
    yield plan.number, (information_ref("number"),)
    yield plan.place_date, (information_ref("date"),)
    yield plan.kind, ()
    yield plan.title, (information_ref("title"),)
    yield from ((paragraph.text, paragraph.refs) for paragraph in plan.body)
    *recipients, archive = (*plan.recipients[:-1], *plan.recipients[-1:]) or ("",)
    yield from ((line, (information_ref("recipients"),)) for line in recipients)
    yield archive, (information_ref("archive"),)
    yield from ((line, (information_ref("deputy"),)) for line in plan.signatory)
    yield plan.signer, (information_ref("signer"),)
    for appendix in plan.appendices:
        yield from _appendix(appendix)


def _appendix(appendix: Appendix) -> Iterator[tuple[str, tuple[str, ...]]]:
    titles = (column.title for column in appendix.table.columns)
    yield from (
        (text, ()) for text in (appendix.label, appendix.title, appendix.reference, *titles)
    )
    for row in appendix.table.rows:
        for cell in row.cells:
            yield from ((line, cell.refs) for line in cell.text.split("\n"))
    yield from ((note, ()) for note in appendix.notes)


def plain(text: str) -> str:
    """Return a text as the workbook has it: ordinary single blanks, none before a comma.

    Examples
    --------
    >>> plain("quý\u00a0III/2026 ;")
    'quý III/2026;'
    """
    return mended(nfc(text))


def unmarked(text: str) -> str:
    """Return a paragraph without its list mark.

    Examples
    --------
    >>> unmarked("+ Họp."), unmarked("1.2. Họp."), unmarked("đ) Họp."), unmarked("II. HỌP")
    ('Họp.', 'Họp.', 'Họp.', 'HỌP')
    """
    return _MARK.sub("", text)


def mark_of(text: str) -> str:
    """Return a paragraph's list mark, empty where it has none."""
    found = _MARK.match(text)
    return found.group().strip() if found else ""


def key_of(text: str) -> str:
    """Return what makes two texts the same: blanks, quotes, dashes and list marks do not count.

    Examples
    --------
    >>> key_of("3. “Một cửa” – hai…") == key_of('4.  "Một cửa" - hai...')
    True
    """
    return unmarked(plain(text.translate(_ALIKE)))
