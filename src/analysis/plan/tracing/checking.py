"""A document's numbers against its record: which are traced, which are none of the record's."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from analysis.plan.tracing.lexing import tokens
from analysis.plan.tracing.record import digest_of, frame_of
from analysis.plan.tracing.tracing import OPEN_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.plan.tracing.lexing import Token
    from analysis.plan.tracing.record import Record, RecordedBlock
    from analysis.plan.tracing.tracing import SourceKind, Traced
    from analysis.plan.word.printed import Block

_WORDS = re.compile(r"[^\W\d_]{2}")
_RUNNING = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")


@dataclass(frozen=True, slots=True)
class Judged:
    """A number of a document: where it stands and its source; without a kind it has none.

    `nearest` is the number that the record has in its place.
    """

    text: str
    block: Block
    kind: SourceKind | None
    ref: str = ""
    nearest: Traced | None = None


def judged(blocks: Sequence[Block], record: Record | None) -> tuple[Judged, ...]:
    """Return every number of a document with its source.

    Parameters
    ----------
    blocks
        The document's paragraphs.
    record
        What the program recorded when it wrote the document. Without one only dates and numbers
        of documents have a source, by their form.

    Notes
    -----
    A text that still stands is found by its digest, one whose numbers alone were changed by the
    digest of the rest, any other by its place and the numbers that it shares. In a text of the
    record a number must be the recorded one, and in its place where no word was changed; dates and
    documents may be added, as a clerk adds number and day.
    """
    shown = [block for block in blocks if not _is_running_number(block)]
    pairs = {} if record is None else _paired(shown, record.blocks)
    return tuple(
        one for place, block in enumerate(shown) for one in _numbers(block, pairs.get(place))
    )


def _is_running_number(block: Block) -> bool:
    """Return whether a cell only counts the rows of its table."""
    return block.table > 0 and block.column == 1 and bool(_RUNNING.fullmatch(block.text))


def _paired(blocks: Sequence[Block], recorded: Sequence[RecordedBlock]) -> dict[int, RecordedBlock]:
    """Return the recorded text of each block that has one, by the block's place."""
    now = [(digest_of(block.text), frame_of(block.text)) for block in blocks]
    if [frame for _, frame in now] == [one.frame for one in recorded]:
        return dict(enumerate(recorded))
    pairs: dict[int, int] = {}
    for here, there in _gaps([d for d, _ in now], [one.digest for one in recorded], pairs):
        frames = [recorded[place].frame for place in there]
        inner: dict[int, int] = {}
        rest = list(_gaps([now[place][1] for place in here], frames, inner))
        pairs |= {here[one]: there[other] for one, other in inner.items()}
        for some, others in rest:
            left = [there[place] for place in others]
            pairs |= _alike([here[place] for place in some], left, blocks, recorded)
    _moved([digest for digest, _ in now], blocks, recorded, pairs)
    return {place: recorded[other] for place, other in pairs.items()}


def _gaps(
    now: list[str], before: list[str], pairs: dict[int, int]
) -> Iterator[tuple[range, range]]:
    """Put equal places into `pairs`; yield the ranges between them that differ."""
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, now, before, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= zip(range(a1, a2), range(b1, b2), strict=True)
        elif a2 > a1 and b2 > b1:
            yield range(a1, a2), range(b1, b2)


def _alike(
    here: list[int],
    there: list[int],
    blocks: Sequence[Block],
    recorded: Sequence[RecordedBlock],
) -> dict[int, int]:
    """Pair texts that were worded anew: in order, those that share numbers; one with one."""
    if len(here) == len(there):
        return dict(zip(here, there, strict=True))
    pairs, start = {}, 0
    for place in here:
        texts = {token.text for token in tokens(blocks[place].text)}
        shares = [
            (len(texts & {n.text for n in recorded[other].numbers}), -position)
            for position, other in enumerate(there[start:])
        ]
        most, position = max(shares, default=(0, 0))
        if most:
            pairs[place] = there[start - position]
            start += 1 - position
    return pairs


def _moved(
    digests: list[str],
    blocks: Sequence[Block],
    recorded: Sequence[RecordedBlock],
    pairs: dict[int, int],
) -> None:
    """Pair the texts that stand elsewhere than in the record, word for word.

    A text without words, as a figure's cell, moves only with the words before it: anywhere else it
    would be another figure's.
    """
    taken = set(pairs.values())
    free: dict[str, list[int]] = defaultdict(list)
    for other, one in enumerate(recorded):
        if other not in taken:
            free[one.digest].append(other)
    words = -1
    for place, digest in enumerate(digests):
        if _WORDS.search(blocks[place].text):
            words = place
        if place in pairs:
            continue
        left = free[digest]
        if words < place:
            behind = pairs.get(words, len(recorded)) + place - words
            left = [other for other in left if other == behind]
        if left:
            pairs[place] = left[0]
            free[digest].remove(left[0])


def _numbers(block: Block, recorded: RecordedBlock | None) -> Iterator[Judged]:
    told = [token for token in tokens(block.text) if token.kind != "structure"]
    if recorded is None:
        yield from (_by_form(token, block) for token in told)
        return
    same_words = frame_of(block.text) == recorded.frame
    if same_words and len(told) == len(recorded.numbers):  # no word moved, so no number did
        for token, number in zip(told, recorded.numbers, strict=True):
            same = token.text == number.text
            source = Judged(token.text, block, number.kind, number.ref)
            yield source if same else _changed(token, block, [], number)
        return
    texts = [number.text for number in recorded.numbers]
    matcher = SequenceMatcher(None, [token.text for token in told], texts, autojunk=False)
    codes = matcher.get_opcodes()
    # What was left out here may stand elsewhere in the same text.
    left = [
        number
        for tag, _, _, b1, b2 in codes
        if tag != "equal"
        for number in recorded.numbers[b1:b2]
    ]
    for tag, a1, a2, b1, b2 in codes:
        if tag == "equal":
            for token, number in zip(told[a1:a2], recorded.numbers[b1:b2], strict=True):
                yield Judged(token.text, block, number.kind, number.ref)
        else:
            for place, token in enumerate(told[a1:a2]):
                instead = recorded.numbers[b1 + place : b2][:1]
                yield _changed(token, block, left, instead[0] if instead else None)


def _changed(token: Token, block: Block, left: list[Traced], instead: Traced | None) -> Judged:
    """Return a number that the record has not in this place."""
    elsewhere = next((number for number in left if number.text == token.text), None)
    if elsewhere is not None:
        left.remove(elsewhere)
        return Judged(token.text, block, elsewhere.kind, elsewhere.ref)
    if instead is not None and instead.ref == OPEN_DAY and token.kind == "date":
        return Judged(token.text, block, "date", token.text)
    if instead is not None:
        return Judged(token.text, block, None, nearest=instead)
    return _by_form(token, block)


def _by_form(token: Token, block: Block) -> Judged:
    if token.kind in ("date", "document"):
        return Judged(token.text, block, token.kind, token.text)
    return Judged(token.text, block, None)
