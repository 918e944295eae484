"""From a printed text that a person edited back to what a cell holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.word.printed import key_of, plain
from analysis.vietnamese import capitalised, lowered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_APART = re.compile(r"\s*(?:;|,| và )\s*")
_SOFT_END = re.compile(r"[\s.;]+$")
_SAID = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Told:
    """A task in one text: its sentence, its deadline and its product."""

    sentence: str
    deadline: str = ""
    product: str = ""


def told(text: str) -> Told:
    """Return the parts of a task's text.

    Examples
    --------
    >>> told("Sở A họp. Thời hạn: quý III/2026. Sản phẩm: biên bản.")
    Told(sentence='Sở A họp.', deadline='quý III/2026', product='biên bản')
    """
    parts = {"sentence": text, "deadline": "", "product": ""}
    starts = {"deadline": messages.DEADLINE_START, "product": messages.PRODUCT_START}
    for name in sorted(starts, key=lambda name: text.rfind(starts[name]), reverse=True):
        before, mark, after = parts["sentence"].rpartition(starts[name].strip())
        if mark and (not before or before[-1].isspace()):
            parts["sentence"], parts[name] = before.rstrip(), ended(after)
    return Told(**parts)


def ended(text: str) -> str:
    """Return a text without blanks around and without a full stop at its end."""
    return _SOFT_END.sub("", text).strip()


def recased(text: str, *, held: str) -> str:
    """Return a text that was printed within a sentence as the cell begins it.

    Examples
    --------
    >>> recased("quý IV/2026", held="Quý III/2026"), recased("báo cáo", held="")
    ('Quý IV/2026', 'Báo cáo')
    """
    return text if held and lowered(held) == held else capitalised(text)


def embedded(printed: str, held: str, now: str) -> str | None:
    """Return what stands now where a cell's text stood in a printed one; None if that is unclear.

    Examples
    --------
    >>> embedded("Chỉ số A đạt 45 điểm.", "đạt 45 điểm", "Chỉ số A đạt 47 điểm.")
    'đạt 47 điểm'
    """
    for form in (held, capitalised(held), lowered(held)):
        before, found, after = printed.partition(form)
        fits = now.startswith(before) and now.endswith(after)
        if held and found and fits and len(now) >= len(before) + len(after):
            part = now[len(before) : len(now) - len(after)].strip()
            return part if form == held else _begun_as(part, held)
    return None


def _begun_as(text: str, held: str) -> str:
    return capitalised(text) if capitalised(held) == held else lowered(text)


def patched(
    held: Sequence[str], was: Sequence[str], now: Sequence[str], *, grows: bool = True
) -> tuple[str, ...]:
    """Return a list with the changes that were made to another list, which shows it or part of it.

    Parameters
    ----------
    held
        The list of a cell.
    was, now
        What was printed of it, perhaps together with others, and what stands there now.
    grows
        Whether new entries are the cell's.

    Examples
    --------
    >>> patched(["a", "b"], ["a", "b", "c"], ["a", "x", "c", "d"])
    ('a', 'x', 'd')
    """
    if list(held) == list(was):
        return tuple(dict.fromkeys(now))
    found = list(held)
    for tag, i, k, j, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        came = list(now[j:m])
        for gone in was[i:k]:
            if gone in found:
                instead = came[:1] if grows or came else []
                place = found.index(gone)
                found[place : place + 1] = instead
                came = came[1:]
            elif came and k - i == m - j:
                came = came[1:]  # it stands for what another cell holds
        if grows:
            before = was[i - 1] if i else None
            place = found.index(before) + 1 if before in found else len(found)
            found[place:place] = came
    return tuple(dict.fromkeys(found))


def relined(lines: Sequence[str], now: str) -> tuple[str, ...]:
    """Return an edited text in the lines that it was joined from.

    Examples
    --------
    >>> relined(["Rà soát danh mục.", "Công bố."], "Rà soát toàn bộ danh mục. Công bố.")
    ('Rà soát toàn bộ danh mục.', 'Công bố.')
    """
    old = [(word, number) for number, line in enumerate(lines) for word in line.split()]
    new = now.split()
    made: list[list[str]] = [[] for _ in lines] or [[]]
    matcher = SequenceMatcher(None, [word for word, _ in old], new, autojunk=False)
    for _, i, k, j, m in matcher.get_opcodes():
        for place in range(j, m):
            # A new word is in the line of the word that it replaces, else of the word before it.
            at = min(i + place - j, k - 1) if k > i else max(i - 1, 0)
            made[old[at][1] if old else 0].append(new[place])
    return tuple(" ".join(words) for words in made if words)


def names_of(text: str, known: Iterable[str]) -> tuple[str, ...] | None:
    """Return the names in an enumeration; None when it cannot be told where one ends.

    Names may hold commas and "và" themselves, so known names are found first.

    Examples
    --------
    >>> known = ["Sở Nông nghiệp và Môi trường", "các sở, ban, ngành"]
    >>> names_of("Sở Nông nghiệp và Môi trường, Sở Mới và các sở, ban, ngành", known)
    ('Sở Nông nghiệp và Môi trường', 'Sở Mới', 'các sở, ban, ngành')
    >>> names_of("Sở Này và Sở Kia", known) is None
    True
    """
    if ";" in text:
        parts = (part.strip() for part in text.split(";"))
        return tuple(dict.fromkeys(known_as(part, known) for part in parts if part))
    ordered = sorted(set(known), key=len, reverse=True)
    found: list[str] = []
    rest, unsure = text.strip(), False
    while rest:
        name = next((one for one in ordered if _begins(rest, one)), None)
        if name is None and unsure:
            return None  # "X và Y" may be one name
        if name is not None:
            said = rest[: len(name)] + _scope(rest[len(name) :])
        else:
            cut = _APART.search(rest)
            said = rest if cut is None else rest[: cut.start()]
        found.append(said.strip() if name is None else name)
        rest = rest[len(said) :]
        apart = _APART.match(rest)
        unsure = name is None and apart is not None and apart.group().strip() == messages.AND
        rest = rest[apart.end() :] if apart else ""
    return tuple(dict.fromkeys(found))


def _begins(text: str, name: str) -> bool:
    """Return whether a text begins with a name and then has a separator or an end."""
    if not name or capitalised(text[: len(name)]) != capitalised(name):
        return False
    rest = text[len(name) + len(_scope(text[len(name) :])) :]
    return not rest or _APART.match(rest) is not None


def _scope(text: str) -> str:
    """Return what a name does, in the brackets right behind it."""
    found = re.match(r" \([^()]*\)", text)
    return found.group() if found else ""


def known_as(text: str, known: Iterable[str]) -> str:
    """Return a name as it is known: without what it does in brackets, in its own capitals."""
    names = {capitalised(key_of(name)): name for name in known}
    for form in (text, _SAID.sub("", text)):
        if (found := names.get(capitalised(key_of(form)))) is not None:
            return found
    return plain(text)


def begun_by(text: str, known: Iterable[str]) -> str:
    """Return the longest known name that a text begins with, empty if there is none."""
    names = sorted(set(known), key=len, reverse=True)
    return next((name for name in names if name and text.startswith(f"{capitalised(name)} ")), "")
