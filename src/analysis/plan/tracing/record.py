"""What a document keeps of its tracing: for each text its digests and numbers, and the figures.

A document that people work on keeps no words of an earlier state: texts are told by digests, one
of the text, one of the text without its numbers.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.plan.tracing.lexing import tokens
from analysis.plan.tracing.sources import sources
from analysis.plan.tracing.tracing import traced
from analysis.vietnamese import breakable, nfc

if TYPE_CHECKING:
    from analysis.plan.study import Study
    from analysis.plan.text import PlanText
    from analysis.plan.tracing.sources import Source
    from analysis.plan.tracing.tracing import Traced

_DIGITS = 12
"""Digits of a digest: enough to tell the texts of one document apart."""


@dataclass(frozen=True, slots=True)
class RecordedBlock:
    """A text: its digest, the digest without its numbers, and its numbers."""

    digest: str
    frame: str
    numbers: tuple[Traced, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """The texts of a document in order, and the figures that they show, with those behind."""

    blocks: tuple[RecordedBlock, ...]
    sources: tuple[Source, ...]

    def source(self, ref: str) -> Source | None:
        """Return a figure by its name."""
        return next((source for source in self.sources if source.ref == ref), None)


def recorded(plan: PlanText, study: Study) -> Record:
    """Return the record of a plan that was written from a study."""
    blocks = tuple(
        RecordedBlock(digest_of(block.text), frame_of(block.text), block.numbers)
        for block in traced(plan)
    )
    shown = [n.ref for block in blocks for n in block.numbers if n.kind == "figure"]
    return Record(blocks, shown_sources(shown, study))


def shown_sources(refs: list[str], study: Study) -> tuple[Source, ...]:
    """Return the figures of some names and all that they are computed from, in the study's order.

    Parameters
    ----------
    refs
        Names of figures.
    study
        The study that has them.
    """
    known = {source.ref: source for source in sources(study)}
    wanted: set[str] = set()
    left = list(refs)
    while left:
        ref = left.pop()
        if ref in known and ref not in wanted:
            wanted.add(ref)
            left += known[ref].parts
    return tuple(source for ref, source in known.items() if ref in wanted)


def digest_of(text: str) -> str:
    """Return the digest of a text, whatever its blanks."""
    return _digest(_plain(text))


def frame_of(text: str) -> str:
    """Return the digest of a text without its numbers."""
    plain = _plain(text)
    pieces, end = [], 0
    for token in tokens(plain):
        if token.kind != "structure":
            pieces.append(plain[end : token.start])
            end = token.end
    return _digest("\0".join((*pieces, plain[end:])))


def _plain(text: str) -> str:
    return " ".join(breakable(nfc(text)).split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
