"""Hostile values: what a cell may hold that no table of results should."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.fuzz.case import Case, Package, saved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from tests.fuzz.case import Base

TEXTS = (
    *("=1+1", "=cmd|' /C calc'!A0", "@SUM(A1:A9)", "+1", "-1", "+cmd", "-cmd", "=", "@", "\t=1+1"),
    *('=HYPERLINK("http://127.0.0.1:9/")', "=WEBSERVICE(A1)", "=DDE(1;2;3)", "#N/A", "#REF!"),
    *(
        "nan",
        "NaN",
        "inf",
        "-Infinity",
        "1e308",
        "-1e308",
        "1e400",
        "1e-320",
        "1e25",
        "12345678901",
    ),
    *("9" * 400, "9" * 5000, "0." + "1" * 300, "x" * 40_000, "=" + "A1+" * 12_000, "́" * 2000),
    *(
        "1,5",
        "1.5",
        "1.234,5",
        "1,234.5",
        "1 234,5",
        "1'234",
        "1\u00a0234",
        "1\u202f234,5",
        "1_000",
    ),
    *("１，５", "٣", "½", "²", "−5", "--5", "5-", "0x1F", "1e5", "1,5,5", "1.5.5", "1.2345.678"),
    *("IV", "XIV", "iv", "IIII", "VIIIX", "I.1.1.1.1.1", "1.1.1.1.1.1.1", "99.99", "0.0", "0101"),
    *(
        "",
        "   ",
        "\t",
        "\n",
        "\u200b",
        "\ufeff",
        "\u200f\u202eLạng Sơn",
        "\u2066x",
        "*",
        "…",
        "n/a",
    ),
    *("01/01/2024", "2024-13-45", "12/2023", "TRUE", "1%", "%", "None", "null", "{0}", "{value}"),
    *("{0.__class__}", "%s%n", "</c>", "&amp;", "]]>", "_x0007_", "_x005F_x0041_", "😀" * 50),
    *(
        "Tổng cộng",
        "Cộng",
        "Hà Nội",
        "Cả nước",
        "2023",
        "999",
        "1.1: Tham gia",
        "Chỉ số nội dung 1:",
    ),
    *("Điểm tối đa", "unit_code", "Mã", "1.1", "1.1 low", "tinhid", "Low", "PAPI", "Weighted", "8"),
    unicodedata.normalize("NFD", "Bà Rịa – Vũng Tàu"),
)
# Characters that XML cannot carry; a CSV file can.
CONTROLS = ("\x00", "\x07khá", "\x1b[31m", "=\x08", "\x7f", "\x85", "\u2028", "\ufffe", "\x0b")
NUMBERS = (
    *("1e308", "-1e308", "1e309", "1E-320", "-0", "0", "0.30000000000000004", "9" * 20, "9" * 400),
    *("-5", "2.55", "1.5", "45000", "3000000", "1e15", "1e12", "999999999999.9", "1e-9", "8", "-1"),
)
# With one of these a workbook is broken as a whole: they come rarely, or nothing else is tried.
BROKEN = ("9" * 5000, "nan", "INF", "#", "1,5", "")
_RARELY = 0.004
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)


def element(chance: Random, reference: str) -> str:
    """Return a hostile cell as XML."""
    text = escape(chance.choice(TEXTS))
    broken = chance.random() < _RARELY
    figure, day = chance.choice(BROKEN if broken else NUMBERS), "x" if broken else "2024-02-03"
    return chance.choice(
        (
            f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>',
            f'<c r="{reference}" t="str"><v>{text}</v></c>',
            f'<c r="{reference}" t="str"><f>A1&amp;"x"</f><v>{text}</v></c>',
            f'<c r="{reference}"><f>{text.removeprefix("=") or 1}</f></c>',
            f'<c r="{reference}"><f>1+1</f><v>{figure}</v></c>',
            f'<c r="{reference}"><v>{figure}</v></c>',
            f'<c r="{reference}" t="n"><v>{chance.uniform(-3, 90):.6f}</v></c>',
            f'<c r="{reference}" t="b"><v>{chance.choice((0, 1, 2))}</v></c>',
            f'<c r="{reference}" t="e"><v>#DIV/0!</v></c>',
            f'<c r="{reference}" t="d"><v>{day}</v></c>',
            f'<c r="{reference}" s="1"><v>{figure}</v></c>',
            f'<c r="{reference}" t="array"><f t="array" ref="A1:XFD9">1</f><v>1</v></c>',
            f'<c r="{reference}"><f t="shared" si="0" ref="A1:B9">B7+1</f></c>',
            f'<c r="{reference}"><f t="shared" si="0"/></c>',
            f'<c r="{reference}" t="inlineStr"/>',
            f'<c r="{reference}"/>',
            "",
        )
    )


def with_cells(base: Base, chance: Random, count: int) -> Case:
    """Return a base with some cells replaced."""
    if base.name.endswith(".csv"):
        return _text_with_cells(base, chance, count)
    package = Package.opened(base.content)
    name = chance.choice(package.sheets())
    xml = package.get(name)
    held = range(len(_CELL.findall(xml)))
    wanted, turn = set(chance.sample(held, min(count, len(held)))), iter(held)

    def replaced(match: re.Match[str]) -> str:
        whole = match.group(0)
        return element(chance, match.group(1) + match.group(2)) if next(turn) in wanted else whole

    package.put(name, _CELL.sub(replaced, xml))
    return Case(f"{count} cells of {base.name}", base.index, saved(base.name, package.packed()))


def _text_with_cells(base: Base, chance: Random, count: int) -> Case:
    rows = [line.split(",") for line in base.content.decode("utf-8").split("\n")]
    for _ in range(count):
        cells = chance.choice(rows)
        cells[chance.randrange(len(cells))] = quoted(chance, chance.choice((*TEXTS, *CONTROLS)))
    content = joined(rows).encode("utf-8", "surrogatepass")
    return Case(f"{count} cells of {base.name}", base.index, saved(base.name, content))


def quoted(chance: Random, text: str) -> str:
    """Return a text as a CSV cell, rarely without the quotes it needs."""
    return text if chance.random() < 0.05 else '"' + text.replace('"', '""') + '"'


def joined(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(",".join(cells) for cells in rows)
