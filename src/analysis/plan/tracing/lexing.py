"""Numbers of a Vietnamese text, and what each can be: a date, a document's number, a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.vietnamese import breakable

if TYPE_CHECKING:
    from collections.abc import Iterator

TokenKind = Literal["date", "document", "structure", "number"]


@dataclass(frozen=True, slots=True)
class Token:
    """A number of a text: as printed, where it starts, and what its form says it is."""

    text: str
    start: int
    kind: TokenKind

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


_YEAR = r"(?:19|20)\d{2}"
_SPAN = rf"{_YEAR}\s?[-–]\s?{_YEAR}(?!\d)"
_WORD = r"[A-ZĐÀ-Ỹ][A-Za-zĐđÀ-ỹ0-9&]*(?:\.[A-Za-zĐđÀ-ỹ0-9&]+)*"
_SIGN = rf"{_WORD}(?:[-/–]{_WORD})*"
_ALONE = r"(?<![\w/.,])"
_FORMS: tuple[tuple[TokenKind, str], ...] = (
    # (1), 1., 1.2. and 1) at the start of a line; phường 5 is a name; mục II.3 is a place.
    ("structure", r"^(?:\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)(?=\s)"),
    ("structure", r"(?i:phường|quận)\s\d{1,2}(?!\w)|mục\s[IVXL]+\.\d+(?!\w)"),
    ("document", rf"{_ALONE}\d+[a-z]?(?:/{_YEAR})?[/-]{_SIGN}"),
    ("document", r"(?:Điều|[Kk]hoản)\s\d+[a-z]?(?![\w,])"),
    ("date", rf"ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}(?:\s+năm\s+{_YEAR}(?!\d))?"),
    ("date", rf"tháng\s+\d{{1,2}}(?!\d)(?:\s+năm\s+{_YEAR}|[/-]{_YEAR})?(?!\d)"),
    ("date", rf"{_ALONE}\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}(?!\d)"),
    ("date", rf"[Qq]u[ýí]\s+(?:[IV]+|[1-4])(?!\w)(?:(?:\s?[/-]\s?|\s+năm\s+){_YEAR}(?!\d))?"),
    ("date", rf"{_ALONE}\d{{1,2}}/{_YEAR}(?![\d/])|ngày\s+\d{{1,2}}(?:/\d{{1,2}})?(?!\d|[/,.]\d)"),
    ("date", rf"{_SPAN}|{_ALONE}{_YEAR}(?!\d|[,./]\d)"),
    ("number", r"\d+/\d+(?!\d|,\d)"),
    ("number", r"\d+(?:\.\d{3})*(?:,\d+)?"),
)
_BEGIN = r"(?=[\d(ntqQĐKkmPp])"  # how any of them begins: most places of a text are passed at once
_TOKEN = re.compile(
    _BEGIN
    + "(?:"
    + "|".join(f"(?P<k{place}_{kind}>{form})" for place, (kind, form) in enumerate(_FORMS))
    + ")",
    re.MULTILINE,
)


def has_figures(text: str) -> bool:
    """Return whether a text has numbers that are no dates, documents or marks of lists."""
    return any(token.kind == "number" for token in tokens(text))


def tokens(text: str) -> Iterator[Token]:
    """Yield the numbers of a text in order; marks of lists are ``structure``.

    Examples
    --------
    >>> [(t.text, t.kind) for t in tokens("1. Năm 2022 đạt 43,85 điểm, hạng 13/61")]
    [('1.', 'structure'), ('2022', 'date'), ('43,85', 'number'), ('13/61', 'number')]
    >>> [(t.text, t.kind) for t in tokens("Nghị định số 148/2020/NĐ-CP ngày 18/12/2020")]
    [('148/2020/NĐ-CP', 'document'), ('18/12/2020', 'date')]
    """
    for match in _TOKEN.finditer(breakable(text)):
        _, _, kind = str(match.lastgroup).partition("_")
        yield Token(match.group(), match.start(), kind)  # type: ignore[arg-type]
