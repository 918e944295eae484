"""What a reviewer signs: the checks with links to the places, and the register of assumptions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from analysis.plan.judging import (
    ASSUMPTION_KINDS,
    CHECK_KINDS,
    assumptions,
    checks,
    colours_of,
    rule_of,
    title_of,
)
from analysis.review import judged_messages as messages
from analysis.review.html import (
    Html,
    Row,
    anchor,
    fact_anchor,
    items,
    paragraph,
    table,
    target_anchor,
    task_anchor,
    with_reason,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analysis.plan.judging import Assumption, Check, Severity, Spot
    from analysis.plan.study import Study

_WORST_FIRST: tuple[Severity, ...] = ("red", "amber", "green")
_LINKS = 6


def checks_table(study: Study) -> Html:
    """Return what every check found and where, by which rule, the gravest first."""
    found: dict[str, list[Check]] = {kind: [] for kind in CHECK_KINDS}
    for check in checks(study):
        found[check.kind].append(check)
    worst = {kind: _worst(told) for kind, told in found.items()}
    kinds = sorted(CHECK_KINDS, key=lambda kind: _WORST_FIRST.index(worst[kind]))
    rows = [
        Row(
            (
                title_of(kind),
                _level(worst[kind], messages.CHECK_LEVELS),
                with_reason(_findings(found[kind], study), rule_of(kind, study)),
                Markup("<br>").join(messages.CONFIRM),
            )
        )
        for kind in kinds
    ]
    counts = _counted(worst.values(), messages.CHECKS_COUNT)
    made = table(messages.CHECKS, messages.CHECKS_HEAD, rows, wide=frozenset({2}))
    return Html(paragraph(counts) + made)


def assumptions_table(study: Study) -> Html:
    """Return what the plan takes for granted, the least certain first, and how levels are told."""
    register = assumptions(study)
    rows = [
        Row(
            (
                title_of(one.kind),
                _level(one.severity, messages.ASSUMPTION_LEVELS),
                _linked(one, study),
                one.why,
                one.settle or "–",
            )
        )
        for one in sorted(register, key=lambda one: _WORST_FIRST.index(one.severity))
    ]
    counts = _counted((one.severity for one in register), messages.ASSUMPTIONS_COUNT)
    made = table(messages.ASSUMPTIONS, messages.ASSUMPTIONS_HEAD, rows, wide=frozenset({2, 3}))
    told = {one.kind for one in register}
    rules = items(
        messages.RULE_OF_LEVELS.format(title=title_of(kind), rule=colours_of(kind))
        for kind in ASSUMPTION_KINDS
        if kind in told
    )
    return Html(paragraph(counts) + made + paragraph(messages.RULES_OF_LEVELS) + rules)


def spot_anchor(spot: Spot, study: Study) -> str:
    """Return the id of a place on the page; none in a ledger of which nothing is known."""
    ledger = study.of(spot.index).ledger
    slug = ledger.edition.index.slug
    if spot.kind == "task":
        return task_anchor(slug, spot.key)
    if spot.kind == "target":
        return target_anchor(slug, spot.key)
    if spot.kind == "fact":
        return fact_anchor(slug, *spot.key.split(":"))
    known = any(line.score is not None or line.lost is not None for line in ledger.lines)
    return anchor(slug, spot.key) if known else ""


def _worst(found: Sequence[Check]) -> Severity:
    return min((one.severity for one in found), key=_WORST_FIRST.index)


def _counted(levels: Iterable[Severity], text: str) -> str:
    counts = Counter(levels)
    return text.format(count=counts.total(), **{name: counts[name] for name in _WORST_FIRST})


def _level(severity: Severity, words: Mapping[Severity, str] | Mapping[str, str]) -> Markup:
    """Return a level as a word, with a shape and a colour that say the same."""
    return Markup('<span class="muc {}"><span aria-hidden="true">{}</span> {}</span>').format(
        messages.CLASSES[severity], messages.SHAPES[severity], words[severity]
    )


def _findings(found: Sequence[Check], study: Study) -> Markup:
    """Return what was found; where findings differ in level, each with its own."""
    found = sorted(found, key=lambda one: _WORST_FIRST.index(one.severity))
    linked = [_linked(one, study) for one in found]
    if found[0].severity != found[-1].severity:
        levels = (_level(one.severity, messages.CHECK_LEVELS) for one in found)
        linked = [mark + " " + text for mark, text in zip(levels, linked, strict=True)]
    return linked[0] if len(linked) == 1 else items(linked)


def _linked(one: Check | Assumption, study: Study) -> Markup:
    """Return a text with a link to its place: its own words where they name it, else after it."""
    spots = [spot for spot in one.spots if spot_anchor(spot, study)]
    links = [_link(spot, study) for spot in spots]
    if len(links) == 1 and spots[0].label in one.what:
        before, _, after = one.what.partition(spots[0].label)
        return escape(before) + links[0] + escape(after)
    if not links:
        return escape(one.what)
    rest = len(links) - _LINKS
    more = messages.MORE.format(count=rest) if rest > 0 else ""
    shown = Markup("; ").join(links[:_LINKS])
    return Markup('{}<small class="ly-do">{}{}{}</small>').format(
        one.what, messages.SEE, shown, more
    )


def _link(spot: Spot, study: Study) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(spot_anchor(spot, study), spot.label)
