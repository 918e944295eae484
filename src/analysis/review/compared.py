"""Two plans side by side as one page that works offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from analysis.plan.comparing import KINDS, SEVERITIES, word_diff
from analysis.plan.comparing import messages as words
from analysis.review import compared_messages as m
from analysis.review.html import Row, items, paragraph, table
from analysis.review.policy import policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.plan.comparing import Change, Comparison, Kind, Piece, Side

_MARK = '<meta name="generator" content="ke-hoach diff">'
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<meta name="color-scheme" content="light dark">' + _MARK + "<title>{title}</title>"
    '<style>{style}</style></head><body><a class="bo-qua" href="#noi-dung">{skip}</a>'
    '<header><h1>{title}</h1><p class="phu-de">{subtitle}</p></header>'
    '<nav aria-label="{contents}"><ol>{links}</ol></nav><main id="noi-dung">{body}</main>'
    "<footer><p>{footer}</p></footer></body></html>\n"
)
_SHORT = 20  # figures, ranks and groups
_SECTION = Markup('<section aria-labelledby="{id}"><h2 id="{id}">{title}</h2>{body}</section>')
_LINK = Markup('<li><a href="#{id}">{title}</a></li>')


def compared_page(comparison: Comparison, *, style: str) -> str:
    """Return a page: the counts first, then the changes of each kind, the heaviest first.

    Parameters
    ----------
    comparison
        What was compared, and what was found.
    style
        The style sheet, set into the page.
    """
    sections = list(_sections(comparison))
    return str(
        _PAGE.format(
            title=m.TITLE,
            subtitle=f"A: {comparison.a.title} – B: {comparison.b.title}",
            style=Markup(style),
            policy=policy(style=style),
            skip=m.TO_CONTENT,
            contents=m.CONTENTS,
            links=Markup("").join(_LINK.format(id=key, title=title) for key, title, _ in sections),
            body=Markup("").join(
                _SECTION.format(id=key, title=title, body=body) for key, title, body in sections
            ),
            footer=m.FOOTER,
        )
    )


def is_compared_page(text: str) -> bool:
    """Return whether a file that begins so is a page of this kind, which may be replaced."""
    head, found, _ = text.partition(_MARK)
    return bool(found) and "<title>" not in head


def _sections(comparison: Comparison) -> Iterator[tuple[str, str, Markup]]:
    yield "tom-tat", m.SUMMARY, _summary(comparison)
    for kind in KINDS:
        if changes := comparison.of(kind):
            title = words.TITLE_OF_KIND.format(kind=words.KIND_TITLES[kind], count=len(changes))
            yield kind, title, _figures(changes) if kind == "figure" else _texts(kind, changes)


def _summary(comparison: Comparison) -> Markup:
    sides = table(m.SIDES, m.SIDES_HEAD, [_side("A", comparison.a), _side("B", comparison.b)])
    left_out = items(comparison.left_out) if comparison.left_out else Markup("")
    counts = comparison.counts
    if not counts:
        return sides + left_out + paragraph(m.NOTHING)
    rows = [
        _counted(words.KIND_TITLES[kind], [counts[kind, severity] for severity in SEVERITIES])
        for kind in KINDS
    ]
    totals = [sum(counts[kind, severity] for kind in KINDS) for severity in SEVERITIES]
    rows.append(_counted(m.TOTAL, totals, kind="tong"))
    counted = table(m.COUNTS, m.COUNTS_HEAD, rows, figures=frozenset({1, 2, 3, 4}))
    return sides + left_out + counted + paragraph(m.HOW) + paragraph(m.PLACES)


def _side(letter: str, side: Side) -> Row:
    name, facts = f"{letter}: {side.name}", side.facts
    if facts is None:
        return Row([name, m.UNKNOWN, m.UNKNOWN, m.UNKNOWN])
    return Row([name, facts.unit.name, str(facts.plan_year), str(facts.result_year)])


def _counted(title: str, counts: list[int], *, kind: str = "") -> Row:
    return Row([title, *map(str, counts), str(sum(counts))], kind=kind)


def _figures(changes: Iterable[Change]) -> Markup:
    rows = (Row([_placed(one), _value(one.was), _value(one.now), one.what]) for one in changes)
    head, caption = m.FIGURE_HEAD, m.CAPTIONS["figure"]
    shown = table(caption, head, rows, figures=frozenset({1, 2}), wide=frozenset({3}))
    return Markup('<div class="so-sanh">{}</div>').format(shown)


def _texts(kind: Kind, changes: Iterable[Change]) -> Markup:
    rows = (Row([_placed(one, told=True), _marked(one)]) for one in changes)
    shown = table(m.CAPTIONS[kind], m.TEXT_HEAD, rows)
    return Markup('<div class="so-sanh">{}</div>').format(shown)


def _value(text: str) -> str | Markup:
    """Return a figure; a target in words is set as a text."""
    if len(text) <= _SHORT:
        return text or words.EMPTY
    return Markup('<span class="chu">{}</span>').format(text)


def _placed(change: Change, *, told: bool = False) -> Markup:
    """Return where a change is and how much it matters, perhaps with what it is."""
    badge = Markup('{} <span class="muc muc-{}">{}</span>').format(
        change.place, change.severity, words.SEVERITY_NAMES[change.severity]
    )
    return badge + Markup('<span class="ly-do">{}</span>').format(change.what) if told else badge


def _marked(change: Change) -> Markup:
    """Return both texts in one, marked for eyes and for ears; what only moved is shown once."""
    pieces = word_diff(change.was, change.now)
    return Markup("").join(map(_piece, pieces))


def _piece(piece: Piece) -> Markup:
    text = Markup("<br>").join(escape(line) for line in piece.text.split("\n"))
    if piece.op == "same":
        return text
    tag, start, end = _TAGS[piece.op]
    return Markup(
        '<{tag}><span class="an">{start}</span>{text}<span class="an">{end}</span></{tag}>'
    ).format(tag=tag, start=start, text=text, end=end)


_TAGS = {
    "removed": ("del", m.REMOVED, m.REMOVED_END),
    "added": ("ins", m.ADDED, m.ADDED_END),
}
