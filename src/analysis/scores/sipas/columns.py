"""Columns of a survey file: what each title asks, whatever its order, case and accents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.reference import TOTAL
from analysis.scores.sheets import as_text
from analysis.scores.sipas.answers import BAD, EMPTY, SKIP, answer_code
from analysis.vietnamese import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.reference import IndexText
    from analysis.scores.sheets import Cell

Role = Literal[
    "question", "expectation", "unit", "field", "age", "sex", "form", "personal", "second", "aside"
]
SAMPLE_ROWS = 40
"""How many rows from the top of a file tell whether it is a survey and where its titles stand."""

_HEAD_ROWS = 10
_SINGLE: tuple[Role, ...] = ("unit", "field", "age", "sex", "form")
_OWN_ROLES: dict[str, tuple[Role, str]] = {
    "overall": ("question", TOTAL),
    "expectations": ("expectation", ""),
    "expectation": ("expectation", ""),
    "unit": ("unit", ""),
    "field": ("field", ""),
    "age": ("age", ""),
    "sex": ("sex", ""),
    "form": ("form", ""),
    "id": ("form", ""),
}

# Words in folded titles. Personal data wins over everything but a title of our own form.
_NUMBERING = re.compile(r"^(?:cau hoi |cau |muc |[cq] ?)?\d{1,3}(?: \d{1,2})* (?=\D)")
_PERSONAL = re.compile(
    r"\b(?:ho ten|ho va ten|ho dem|ten nguoi|ten cua ong ba|full ?name|dien thoai|di dong|sdt|so dt"
    r"|phone|mobile|zalo|facebook|cccd|cmnd|cmtnd|can cuoc|chung minh|ho chieu|passport|dia chi"
    r"|address|so nha|e ?mail|thu dien tu|ngay sinh|nam sinh|ngay thang nam sinh|sinh ngay|sinh nam"
    r"|birth\w*|bien so|(?:so|ma) (?:dinh danh|tai khoan|so thue|bao hiem|bhxh|bhyt)|chu ky|ip"
    r"|toa do)\b|^ten$|^name$"
)
_EXPECTATION = re.compile(
    r"^(?:nhung |cac |nhu cau |muc do |noi dung |dieu |nguoi dan |to chuc |ong ba |ong |ba )*"
    r"(?:mong doi|nhu cau|ky vong|mong muon|expect\w*)\b"
)
_AGE = re.compile(r"^(?:nhom |do |so |khoang |lua )?tuoi\b|^age\b")
_SEX = re.compile(r"\bgioi tinh\b|^(?:sex|gender|nam nu)$")
_FORM = re.compile(
    r"^(?:ma|so|id) (?:so )?phieu\b|^ma (?:khao sat|nguoi tra loi)\b|^phieu so$|^id$|^respondent\b"
)
_FIELD = re.compile(r"^(?:ten |nhom |thuoc |ma )?linh vuc\b")
_UNIT_TITLES = (
    "ten ma thuoc don vi co quan to chuc xa phuong thi tran so ban nganh huyen quan dac khu thanh "
    "pho tp tinh cap ubnd hanh chinh nha nuoc noi dia ban cu tru duoc khao sat danh gia tiep nhan "
    "giai quyet ho thu tuc tthc cua va hoac den lam viec giao dich thuc hien trung tam phuc vu "
    "cong bo phan mot agency unit"
)
_UNIT_WORDS = frozenset(_UNIT_TITLES.split())
_UNIT = re.compile(
    r"^(?:ten |ma |thuoc |cap )*(?:don vi|co quan|xa|phuong|thi tran|dac khu|so|huyen|quan|ubnd|noi"
    r" giai quyet|noi thuc hien|dia ban|trung tam|agency|unit)\b"
)
_OVERALL = re.compile(
    r"^(?:muc do )?hai long$|hai long chung|danh gia chung|muc do chung|\bnhin chung\b|\boverall\b"
)
_ABOUT = re.compile(
    r"^.*?(?:hai long chung|danh gia chung|overall)(?: cua ong ba)?(?: ve| doi voi)? "
)
_OPTION = re.compile(r"[:\[–—-]\s*([^\]]+)\]?\s*$")

# Words that titles about other things hold as well: they count where no other factor is named.
_GENERAL = frozenset({"access", "procedures", "officials", "results", "service", "policy"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its number from 1, what it is for, the criterion asked, the wording beside."""

    number: int
    role: Role
    criterion: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the titles stand, and what each column is."""

    row: int
    columns: tuple[Column, ...]

    def of(self, *roles: Role) -> tuple[Column, ...]:
        """Return the columns of some roles, from left to right."""
        return tuple(column for column in self.columns if column.role in roles)

    def read(self) -> tuple[Column, ...]:
        """Return the columns whose cells are read; all others stay in the file."""
        return self.of("question", "expectation", *_SINGLE)


class Titles:
    """The titles that are understood: codes and names of the index's criteria, and our words."""

    def __init__(self, index: IndexText) -> None:
        self._keys = {key.lower(): key for key in index.criteria}
        codes = "|".join(sorted({*self._keys, *_OWN_ROLES}, key=len, reverse=True))
        self._own = re.compile(
            rf"({codes})(?:[_.]\d{{1,3}})?\s*(?::\s*(.*))?", re.IGNORECASE | re.DOTALL
        )
        names = [
            (fold(name), key)
            for key, text in index.criteria.items()
            for name in (text.name, *text.aliases)
        ]
        self._particular = [(name, key) for name, key in names if key not in _GENERAL]
        self._general = [(name, key) for name, key in names if key in _GENERAL]

    def meaning(self, title: str, number: int) -> Column:
        """Return what the column with this title is."""
        text = nfc(title)
        own = self._own.fullmatch(text)
        if own:
            code, wording = own.group(1).lower(), (own.group(2) or "").strip()
            role, criterion = _OWN_ROLES.get(code, ("question", self._keys.get(code, "")))
            return Column(number, role, criterion, wording)
        words = _NUMBERING.sub("", fold(text))
        role = _role(words, text)
        if role == "expectation":
            option = _OPTION.search(text)
            return Column(number, role, "", option.group(1).strip() if option else text)
        if role != "aside":
            return Column(number, role)
        criterion = self._criterion(words)
        return Column(number, "question" if criterion else "aside", criterion, text)

    def _criterion(self, words: str) -> str:
        """Return the criterion that a worded title asks about, empty if it names none.

        "Hài lòng chung về thái độ" asks about that factor alone; any further word makes the
        question an overall one.
        """
        if _OVERALL.search(words):
            about = _ABOUT.sub("", words)
            exact = dict(self._general + self._particular)
            return exact.get(about, TOTAL)
        return _named(words, self._particular) or _named(words, self._general)


def _role(words: str, text: str) -> Role:
    """Return what a worded title is for; "aside" where it may still be a question."""
    if _PERSONAL.search(words):
        return "personal"
    patterns: tuple[tuple[Role, re.Pattern[str]], ...] = (
        ("form", _FORM),
        ("expectation", _EXPECTATION),
        ("age", _AGE),
        ("sex", _SEX),
        ("field", _FIELD),
    )
    found = next((role for role, pattern in patterns if pattern.search(words)), None)
    if found is not None:
        return found
    # "Sở" and "Số" fold alike: a bare "Số" is a number of something.
    is_unit = _UNIT.search(words) and set(words.split()) <= _UNIT_WORDS and text.lower() != "số"
    return "unit" if is_unit else "aside"


def _named(words: str, names: Iterable[tuple[str, str]]) -> str:
    """Return the criterion named first in a title; of names that begin alike the longest."""
    padded = f" {words} "
    found = [(padded.find(f" {name} "), -len(name), key) for name, key in names]
    return min(((at, size, key) for at, size, key in found if at >= 0), default=(0, 0, ""))[2]


def find_head(rows: Sequence[Sequence[Cell]], *, index: IndexText) -> Head | None:
    """Return the head of a survey from its first rows, None if they hold no question's title.

    Of the first ten rows the one is taken under which most questions have answers; a row with one
    text above rows with more is the title of the sheet.
    """
    titles = Titles(index)
    heads = [
        Head(number, _single(_meanings(row, titles), row))
        for number, row in enumerate(rows[:_HEAD_ROWS], start=1)
        if _filled(row) > 1 or max(map(_filled, rows)) == 1
    ]
    heads = [head for head in heads if head.of("question")]
    return max(heads, key=lambda head: evidence(head, rows), default=None)


def _filled(row: Sequence[Cell]) -> int:
    return sum(bool(as_text(cell)) for cell in row)


def recognised(head_rows: Sequence[Sequence[Cell]], *, index: IndexText) -> bool:
    """Return whether the first rows of a file are those of a survey, one row a respondent.

    A table of published percentages has the same titles; what stands under them tells the two
    apart.
    """
    head = find_head(head_rows, index=index)
    if head is None:
        return False
    answered, questions, _ = evidence(head, head_rows)
    filled = sum(bool(_below(head_rows, head, column)) for column in head.of("question"))
    return answered * 2 >= filled if filled else questions > 1


def _meanings(row: Sequence[Cell], titles: Titles) -> list[Column]:
    return [
        titles.meaning(cell, number) if isinstance(cell, str) else Column(number, "aside")
        for number, cell in enumerate(row, start=1)
    ]


def _single(columns: list[Column], row: Sequence[Cell]) -> tuple[Column, ...]:
    """Keep one column of each role that can have but one: a name rather than a code."""
    kept = list(columns)
    for role in _SINGLE:
        same = [column for column in columns if column.role == role]
        same.sort(key=lambda column: fold(as_text(row[column.number - 1])).startswith("ma "))
        for column in same[1:]:
            kept[column.number - 1] = replace(column, role="second")
    return tuple(kept)


def evidence(head: Head, rows: Sequence[Sequence[Cell]]) -> tuple[int, int, int]:
    """Return how many questions have answers below, how many there are, and how many columns."""
    questions = head.of("question")
    answered = 0
    for column in questions:
        codes = [answer_code(text) for text in _below(rows, head, column)]
        good = sum(code not in (BAD, SKIP, EMPTY) for code in codes)
        answered += good > 0 and good * 2 >= len(codes)
    return answered, len(questions), len(head.read())


def _below(rows: Sequence[Sequence[Cell]], head: Head, column: Column) -> list[str]:
    cells = (row[column.number - 1] for row in rows[head.row :] if len(row) >= column.number)
    return [text for text in map(as_text, cells) if text]
