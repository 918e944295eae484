"""Measure how fast a plan becomes a .docx, as ratios to a floor measured beside it in the same run.

    make bench-render

The floor writes the very same package, byte for byte the same XML, in the cheapest way Python has:
one `str.format` with escaped texts a paragraph, and zlib at level 6. What it leaves out is all that
makes a renderer: reading the template, laying out, and the checks. Times are processor time, the
medians of interleaved repeats, so that other programs on the machine do not count.
"""

from __future__ import annotations

import random
import re
import statistics
import time
import tracemalloc
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, unescape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.document import compiling, render
from analysis.document.checks import text_faults
from analysis.document.compiling import MAIN, compiled
from analysis.document.context import context
from analysis.document.fidelity import fidelity_faults
from analysis.document.marks import Notes
from analysis.document.package import packed
from analysis.document.tables import table_xml
from analysis.plan.text import Align, Appendix, Cell, Column, Paragraph, PlanText, Row, Table
from analysis.runs.paths import Paths
from analysis.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPEATS, DOCUMENTS, GOAL = 41, 200, 3.0
ROWS = (60, 250, 1000, 2500, 5000)
_SYLLABLES = """
cải cách hành chính nâng cao chỉ số hiệu quả quản trị công cấp tỉnh tiếp tục thực hiện các
nhiệm vụ giải pháp về kiểm soát tham nhũng cung ứng dịch thủ tục đất đai môi trường xã hội
người dân doanh nghiệp đánh giá hài lòng phục cơ quan sở ban ngành ủy nhân huyện thành phố
rà soát công khai minh bạch trách nhiệm giải trình tham gia ý kiến tổ chức họp báo kết quả
đẩy mạnh ứng dụng công nghệ thông tin chuyển đổi số điểm trung bình xếp hạng năm kế hoạch
"""
_KINDS = ("section", "heading_1", "heading_2", "criterion", "lettered", "dash", "plus", "body")
_COLUMNS: tuple[tuple[str, float, Align], ...] = (
    ("STT", 12, "center"),
    ("Nhiệm vụ", 75, "justify"),
    ("Cơ quan chủ trì", 38, "left"),
    ("Cơ quan phối hợp", 42, "left"),
    ("Sản phẩm", 35, "left"),
    ("Thời hạn", 25, "center"),
    ("Điểm", 20, "right"),
)


def made_plan(rows: tuple[tuple[int, int], ...], *, paragraphs: int = 120) -> PlanText:
    """Return a made-up plan: a table for each pair of rows and columns.

    A tenth of its cells run on over several rows, some have two lines or a note; its sentences
    deflate about as far as those of a real plan, to a tenth.
    """
    words, syllables = random.Random(2023), _SYLLABLES.split()

    def sentence(length: int) -> str:
        return " ".join(words.choices(syllables, k=length)).capitalize()

    def row(number: int, columns: int) -> Row:
        if number % 20 == 0:
            empty = (Cell(""),) * (columns - 2)
            return Row("group", (Cell(roman(number // 20 % 30 + 1)), Cell(sentence(6)), *empty))
        merged = number % 20 > 1 and number % 3 != 0
        task = Cell("", merged=True) if merged else Cell(sentence(16))
        lead = Cell("", merged=True) if merged else Cell(sentence(5))
        partners = Cell(f"{sentence(5)};\n{sentence(6)}")
        unknown = Cell("chưa có số liệu", note=f"{sentence(6)} {number}")
        due = unknown if number % 15 == 7 else Cell(f"Quý {roman(number % 4 + 1)}/2023")
        cells = (Cell(str(number)), task, lead, partners, Cell(sentence(6)), due, Cell("0,75"))
        return Row("data", cells[:columns])

    def appendix(number: int, count: int, width: int) -> Appendix:
        columns = tuple(Column(f"c{n}", *look) for n, look in enumerate(_COLUMNS[:width]))
        table = Table(columns, tuple(row(n, width) for n in range(count)), sentence(8))
        reference = "(Kèm theo Kế hoạch số        /KH-UBND)"
        return Appendix(f"Phụ lục {roman(number)}", sentence(8).upper(), reference, table, ())

    return PlanText(
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH MINH HỌA"),
        number="Số:        /KH-UBND",
        place_date="Minh Họa, ngày     tháng 6 năm 2023",
        kind="KẾ HOẠCH",
        title="Nâng cao các chỉ số năm 2023",
        body=tuple(
            Paragraph(_KINDS[n % 8], f"{n}. {sentence(12 if n % 8 < 4 else 45)}.")  # type: ignore[arg-type]
            for n in range(paragraphs)
        ),
        recipients=("- Như trên;", "- Lưu: VT."),
        signatory=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        appendices=tuple(appendix(n, *size) for n, size in enumerate(rows, start=1)),
    )


def floor_of(document: bytes) -> Callable[[], bytes]:
    """Return what writes the package of a finished document again by formatting strings."""
    with ZipFile(BytesIO(document)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    text = re.compile(r"(?<=<w:t>)[^<]+|(?<=<w:t xml:space=\"preserve\">)[^<]+")
    pieces = []
    for paragraph in re.split(r"(?<=</w:p>)", parts[MAIN]):
        form = text.sub("{}", paragraph.replace("{", "{{").replace("}", "}}"))
        pieces.append((form, [unescape(words) for words in text.findall(paragraph)]))

    def write() -> bytes:
        main = "".join([form.format(*map(escape, texts)) for form, texts in pieces])
        out = BytesIO()
        with ZipFile(out, "w") as package:
            for name, part in parts.items():
                info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = ZIP_DEFLATED
                package.writestr(info, main if name == MAIN else part)
        return out.getvalue()

    if write() != document:
        raise AssertionError
    return write


def medians(measured: dict[str, Callable[[], object]], *, repeats: int) -> dict[str, float]:
    """Return the milliseconds that each takes, run in turns."""
    spent: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(repeats):
        for name, action in measured.items():
            began = time.process_time()
            action()
            spent[name].append((time.process_time() - began) * 1000)
    return {name: statistics.median(times) for name, times in spent.items()}


def compare(plan: PlanText, template: Path) -> float:
    """Print the times of floor, renderer and its phases; return the ratio of the warm renderer."""

    def warm() -> bytes:
        return render.document_bytes(plan, template=template)

    def cold() -> bytes:
        compiling.forget()
        return warm()

    data, ready = warm(), compiled(template)
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def tables() -> list[str]:
        notes = Notes()
        return [table_xml(a, styles=ready.styles, notes=notes) for a in plan.appendices]

    rendered = ready.filled(context(plan, Notes()))[MAIN]
    spent = medians(
        {
            "floor": floor_of(data),
            "warm": warm,
            "  plan checked": lambda: text_faults(plan),
            "  template filled": lambda: ready.filled(context(plan, Notes())),
            "  laid out": lambda: render.laid_out(rendered, plan, ready),
            "  tables written": tables,
            "  packed": lambda: packed(parts, title=plan.title),
            "  read again": lambda: fidelity_faults(data, plan, file=template.name),
        },
        repeats=REPEATS,
    )
    spent["cold"] = medians({"cold": cold}, repeats=REPEATS // 4)["cold"]
    print(f"{len(parts[MAIN]) / 1000:.0f} kB of XML, {len(data) / 1000:.0f} kB packed")
    for name, milliseconds in spent.items():
        print(f"{name:24}{milliseconds:9.2f} ms{milliseconds / spent['floor']:8.2f} x floor")
    return spent["warm"] / spent["floor"]


def grow(template: Path) -> None:
    """Print the time a row takes in tables of growing length, writer alone and whole document."""
    styles = compiled(template).styles

    def table_alone(appendix: Appendix) -> str:
        return table_xml(appendix, styles=styles, notes=Notes())

    print(f"\n{'rows':>6}{'table, us/row':>16}{'document, us/row':>19}")
    for rows in ROWS:
        plan = made_plan(((rows, 7),), paragraphs=1)
        (appendix,) = plan.appendices
        times = medians(
            {
                "table": partial(table_alone, appendix),
                "document": partial(render.document_bytes, plan, template=template),
            },
            repeats=7,
        )
        table, document = (milliseconds * 1000 / rows for milliseconds in times.values())
        print(f"{rows:6}{table:16.1f}{document:19.1f}")


def remember(plan: PlanText, template: Path) -> None:
    """Print the memory that is held after some and after many documents."""
    tracemalloc.start()
    held = []
    for count in range(1, DOCUMENTS + 1):
        render.document_bytes(plan, template=template)
        if count in (10, DOCUMENTS):
            held.append(tracemalloc.get_traced_memory()[0] / 1000)
    peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    tracemalloc.stop()
    few, many = held
    told = f"held after 10 documents {few:.0f} kB, after {DOCUMENTS} {many:.0f} kB"
    print(f"\n{told}; peak {peak:.1f} MB")


def main() -> None:
    """Print all, and whether the goal is met."""
    template = Paths.find().templates / "province-narrative.docx"
    plan = made_plan(((60, 7), (100, 6), (150, 7)))
    ratio = compare(plan, template)
    grow(template)
    remember(made_plan(((60, 7),), paragraphs=40), template)
    print(f"\n{ratio:.2f} x the floor; the goal is at most {GOAL:.0f}")


if __name__ == "__main__":
    main()
