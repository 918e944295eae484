"""A task that is printed as one sentence, edited by a person: which of its cells that changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.plan.sheets import names_in, names_text
from analysis.plan.word import messages
from analysis.plan.word.printed import key_of, unmarked
from analysis.plan.word.values import begun_by, names_of, recased, relined, told
from analysis.tasks import messages as task_messages
from analysis.vietnamese import capitalised, enumerated, lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.plan.merging import Row
    from analysis.plan.refs import Ref
    from analysis.plan.word.printed import Written

_ASKED = task_messages.REQUEST.partition("{")[0]


def sentence_edited(was: str, now: str, ref: Ref, written: Written) -> tuple[dict[Ref, str], str]:
    """Return the cells of a task that an edited sentence changes, or why it changes none.

    Parameters
    ----------
    was, now
        The task as it was printed, and as it is: its sentence, its deadline, its product.
    ref
        The task.
    written
        What was printed.
    """
    held = written.cells[ref.sheet][ref.row]
    old, new = told(unmarked(was)), told(unmarked(now))
    cells: dict[Ref, str] = {}
    for column, before, after in (
        ("deadline", old.deadline, new.deadline),
        ("product", old.product, new.product),
    ):
        if key_of(before) != key_of(after):
            cells[replace(ref, column=column)] = recased(after, held=held.get(column, ""))
    if key_of(old.sentence) == key_of(new.sentence):
        return cells, ""
    if not new.sentence:
        return {}, messages.CLEARED
    changed = _said(old.sentence, new.sentence, held, written)
    if changed is None:
        return {}, messages.NOT_A_CELL
    return {**cells, **{replace(ref, column=name): text for name, text in changed.items()}}, ""


def _said(was: str, now: str, held: Row, written: Written) -> dict[str, str] | None:
    """Return the changed text, and the lead where that is who the sentence begins with."""
    lines = held.get("text", "").split("\n")
    if key_of(was).rstrip(".") == key_of(" ".join(lines)).rstrip("."):
        return {"text": "\n".join(relined(lines, now))}
    actor = actor_of(was, lines)
    if actor is None:
        return None
    if now.startswith(f"{actor} "):
        return {"text": _duty(now.removeprefix(actor), lines)}
    if actor.removeprefix(_ASKED) not in _forms(names_in(held.get("lead", ""))):
        return None
    return _led(now, was.removeprefix(actor).strip(), lines, written.names)


def _led(now: str, duty: str, lines: Sequence[str], known: Sequence[str]) -> dict[str, str] | None:
    """Return the new lead that a sentence begins with, and the text where that changed too."""
    rest = now.removeprefix(_ASKED)
    if now.endswith(f" {duty}"):
        names = names_of(rest.removesuffix(duty).strip(), known)
        return {"lead": names_text(names)} if names else None
    name = begun_by(capitalised(rest), known)
    if not name:
        return None
    return {"lead": names_text((name,)), "text": _duty(rest[len(name) :], lines)}


def actor_of(sentence: str, lines: Sequence[str]) -> str | None:
    """Return whom a sentence names before its duty, which the cell holds; None if it is another.

    Examples
    --------
    >>> actor_of("Sở Nội vụ rà soát danh mục.", ["Rà soát danh mục."])
    'Sở Nội vụ'
    """
    duty = " ".join(lines)
    for form in (lowered(duty), duty):
        bare, end = sentence.rstrip("."), form.rstrip(".")
        if end and bare.endswith(f" {end}"):
            return bare.removesuffix(end).strip()
    return None


def _duty(text: str, lines: Sequence[str]) -> str:
    return "\n".join(relined(lines, capitalised(text.strip())))


def _forms(names: tuple[str, ...]) -> set[str]:
    """Return how a sentence may begin with some names."""
    said = enumerated(names)
    return {said, capitalised(said)}
