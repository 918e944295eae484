"""What a plan is written from, and how its texts become numbered paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import Formatter
from typing import TYPE_CHECKING

from analysis.errors import FaultsError
from analysis.plan import messages
from analysis.plan.form import filled, indices_of, placeholder_faults
from analysis.plan.goals import target_clause
from analysis.plan.origins import goal_origin, index_origins
from analysis.plan.text import Origin, Paragraph
from analysis.plan.tracing.lexing import has_figures
from analysis.plan.words import SHORT, plan_words
from analysis.reference import TOTAL
from analysis.vietnamese import capitalised, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from analysis.plan.details import PlanDetails
    from analysis.plan.form import Form
    from analysis.plan.mandate import Mandate
    from analysis.plan.nodes import Item, ListStyle
    from analysis.plan.study import Study
    from analysis.plan.text import ParagraphKind

_HEADINGS: tuple[ParagraphKind, ...] = ("heading_1", "heading_2", "heading_3")
_RESULT = re.compile(r"\{(results_[a-z]+)\}")
_RESULTS = {f"results_{short}": index for short, index in SHORT.items()}
_OF_INDEX = {*_RESULTS, *(f"target_{short}" for short in SHORT)}


@dataclass(slots=True)
class Numbering:
    """Counts the headings and numbered texts of one level: ``1.``, ``2.``, or ``1.1.``, ``1.2.``.

    Examples
    --------
    >>> level = Numbering()
    >>> level.number(), level.number(), level.inside().number()
    ('1.', '2.', '2.1.')
    """

    prefix: str = ""
    depth: int = 0
    count: int = 0

    def number(self) -> str:
        """Return the next number."""
        self.count += 1
        return f"{self.prefix}{self.count}."

    def heading(self, title: str) -> Paragraph:
        """Return a heading with the next number."""
        kind = _HEADINGS[min(self.depth, len(_HEADINGS) - 1)]
        return Paragraph(kind, f"{self.number()} {title}")

    def inside(self) -> Numbering:
        """Return the level below the last number."""
        return Numbering(f"{self.prefix}{self.count}.", self.depth + 1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A study, the form it is put into, what the plan adds, and every word of their texts.

    `mandate` is there for a plan that carries out a provincial one.
    """

    study: Study
    form: Form
    details: PlanDetails | None
    mandate: Mandate | None
    words: Mapping[str, str]

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices that the plan is about."""
        return indices_of(self.form, self.details, self.mandate)

    def fill(self, text: str) -> str:
        """Return a text with its placeholders filled.

        Raises
        ------
        FaultsError
            PL-02 for a placeholder that has no meaning.
        """
        file = f"{self.form.form}.yml"
        if self.details is not None:
            file = messages.EITHER_FILE.format(form=file)
        return filled(text, self.words, file=file)

    def items(self, name: str | None, usual: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return the plan's own texts of a name, else the form's."""
        own = self.details.texts if self.details else {}
        return own.get(name, usual) if name is not None else usual

    def paragraph(self, kind: ParagraphKind, mark: str, text: str) -> Paragraph:
        """Return a paragraph; results that are not known bring their reasons as notes."""
        filled_text, origins = capitalised(self.fill(text)), self.origins(text)
        text = text.replace("{results_all}", "".join(f"{{{word}}}" for word in self._results()))
        told = (self.study.of(_RESULTS[word]) for word in _RESULT.findall(text))
        notes = tuple(
            f"{item.index}: {item.ledger.total.reason}"
            for item in told
            if item.ledger.total.score is None
        )
        if "{parent}" in text and self.mandate is not None and not self._executes():
            notes = (*notes, self.mandate.note)
        return Paragraph(kind, f"{mark}{filled_text}", notes, origins=origins)

    def heading(self, numbering: Numbering, title: str) -> Paragraph:
        """Return a heading of the form or the plan with the next number."""
        return replace(numbering.heading(self.fill(title)), origins=self.origins(title))

    def origins(self, text: str) -> tuple[Origin, ...]:
        """Return where the numbers come from that a text of the form or the plan prints."""
        parts = list(Formatter().parse(text))
        prose = " ".join(literal for literal, *_ in parts)
        found: list[Origin] = []
        if has_figures(prose):
            own = self.details is not None and text not in self.form.texts()
            found.append(Origin("task", "plan.yml" if own else f"{self.form.form}.yml", prose))
        for name in (name for _, name, _, _ in parts if name):
            found += self._word_origins(name)
        return tuple(dict.fromkeys(found))

    def _word_origins(self, name: str) -> tuple[Origin, ...]:
        if name == "results_all":
            return tuple(one for word in _RESULTS for one in self._word_origins(word))
        item = self.study.of(SHORT[name.partition("_")[2]]) if name in _OF_INDEX else None
        if item is None:
            cited = self.words[name]
            return (Origin("document", f"words/{name}", cited),) if has_figures(cited) else ()
        if name in _RESULTS:
            published = self.details is not None and self.details.print_published
            return index_origins(item, published=published)
        clause = target_clause(self.study, self.details, item.index)
        return (goal_origin(f"{item.index}:{TOTAL}", clause),)

    def _results(self) -> tuple[str, ...]:
        """Return the words of the results that ``results_all`` tells."""
        if messages.UNKNOWN not in self.words["results_all"]:
            return ()
        return tuple(word for word, index in _RESULTS.items() if index in self.indices)

    def _executes(self) -> tuple[str, ...]:
        """Return the documents that the plan itself says it carries out."""
        return () if self.details is None else self.details.executes

    def listed(
        self, items: Iterable[Item], style: ListStyle, numbering: Numbering
    ) -> list[Paragraph]:
        """Return the paragraphs of a list, numbered by its style, dashes below their item."""
        paragraphs = []
        marks = letters()
        for item in items:
            kind, mark = _mark(style, marks, numbering)
            paragraphs.append(self.paragraph(kind, mark, item.text))
            paragraphs += [self.paragraph("dash", messages.DASH_MARK, dash) for dash in item.dashes]
        return paragraphs


def draft_of(
    study: Study, *, form: Form, details: PlanDetails | None, mandate: Mandate | None = None
) -> Draft:
    """Return a plan's draft with every word of its texts.

    Raises
    ------
    FaultsError
        PL-01, PL-02 for placeholders of the form that have no meaning, all of them at once.
    """
    words = plan_words(study, form=form, details=details, mandate=mandate)
    if faults := placeholder_faults(form.texts(), words, file=f"{form.form}.yml"):
        raise FaultsError(*faults)
    return Draft(study, form, details, mandate, words)


def _mark(
    style: ListStyle, points: Iterator[str], numbering: Numbering
) -> tuple[ParagraphKind, str]:
    if style == "lettered":
        return "lettered", messages.LETTER_MARK.format(letter=next(points))
    if style in ("numbered", "dotted"):
        return "body", f"{numbering.number()} "
    marks: Mapping[str, tuple[ParagraphKind, str]] = {
        "dashes": ("dash", messages.DASH_MARK),
        "basis": ("basis", ""),
        "reference": ("reference", ""),
    }
    return marks.get(style, ("body", ""))
