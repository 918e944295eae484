"""A synthetic plan, its rendering, and LibreOffice for the tests that look at pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
import yaml
from docx.oxml.ns import qn
from lxml import etree

from analysis.document.render import document_bytes
from analysis.plan.text import Appendix, Cell, Column, Paragraph, PlanText, Row, Table
from analysis.vietnamese import number, roman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates"
TEMPLATE = TEMPLATES / "province-narrative.docx"
FORMS = ("province-narrative", "province-tables", "province-single", "department", "local")
REFERENCE = (
    "(Kèm theo Kế hoạch số        /KH-UBND ngày     tháng 6 năm 2023 "
    "của Ủy ban nhân dân tỉnh Minh Họa)"
)
UNKNOWN = Cell("chưa có số liệu", note="Nội dung này không được công bố ở cấp tỉnh năm 2022.")


def _sample() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / "sample_plan.yml").read_text("utf-8"))
    return loaded


def _paragraph(entry: dict[str, str]) -> Paragraph:
    (kind, text), *_ = entry.items()
    notes = (entry["note"],) if "note" in entry else ()
    return Paragraph(kind, text, notes)  # type: ignore[arg-type]


def _scores(sample: dict[str, Any], rows: int) -> Table:
    columns = (
        Column("no", "STT", 14, "center"),
        Column("name", "Nội dung", 103, "justify"),
        Column("max", "Điểm tối đa", 30, "center"),
        Column("score", "Điểm đạt năm 2022", 30, "right"),
        Column("target", "Mục tiêu năm 2023", 30, "right"),
        Column("lead", "Cơ quan theo dõi", 40, "left"),
    )
    made = [Row("total", _cells("", "Chỉ số chung", "80", "43,85", "45,50", "Sở Nội vụ"))]
    for group, name in enumerate(sample["groups"], start=1):
        made.append(Row("group", _cells(roman(group), name, "10", "5,12", "5,60", "")))
        for item in range(1, rows // 5):
            task, lead = sample["tasks"][item % 5], sample["agencies"][item % 5]
            cells = _cells(str(item), task, "2,50", number(item / 7), number(item / 6), lead)
            if item == group:
                cells = (*cells[:3], UNKNOWN, *cells[4:])
            made.append(Row("data", cells))
    return Table(columns, tuple(made), "Điểm đạt và mục tiêu của từng nội dung, theo nhóm.")


def _tasks(sample: dict[str, Any], rows: int) -> Table:
    columns = (
        Column("no", "STT", 12, "center"),
        Column("task", "Nhiệm vụ", 80, "justify"),
        Column("lead", "Cơ quan chủ trì", 38, "left"),
        Column("with", "Cơ quan phối hợp", 45, "left"),
        Column("product", "Sản phẩm", 40, "left"),
        Column("due", "Thời hạn hoàn thành", 32, "center"),
    )
    made = []
    for group, name in enumerate(sample["groups"], start=1):
        made.append(Row("group", _cells(roman(group), name, "", "", "", "")))
        for item in range(1, rows // 5):
            task, lead = sample["tasks"][item % 5], sample["agencies"][item % 5]
            partners = "Các sở, ban, ngành;\nUBND các huyện, thành phố"
            due = f"Quý {roman(item % 4 + 1)}/2023"
            made.append(
                Row("data", _cells(str(item), task, lead, partners, "Báo cáo kết quả", due))
            )
    return Table(columns, tuple(made), "Nhiệm vụ, cơ quan, sản phẩm và thời hạn.")


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(Cell, texts))


@pytest.fixture(scope="session")
def plan() -> PlanText:
    """A made-up plan of a made-up province: four pages and three long appendices."""
    sample = _sample()
    titles = (
        "MỤC TIÊU PHẤN ĐẤU CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023",
        "MỤC TIÊU PHẤN ĐẤU CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG NĂM 2023",
        "DANH MỤC NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN",
    )
    tables = (_scores(sample, 35), _scores(sample, 60), _tasks(sample, 45))
    notes = (("Ghi chú: điểm đạt lấy theo số liệu đã công bố, làm tròn hai chữ số.",), (), ())
    return PlanText(
        issuer=tuple(sample["issuer"]),
        number=sample["number"],
        place_date=sample["place_date"],
        kind=sample["kind"],
        title=sample["title"],
        body=tuple(map(_paragraph, sample["body"])),
        recipients=tuple(sample["recipients"]),
        signatory=tuple(sample["signatory"]),
        appendices=tuple(
            Appendix(f"Phụ lục {roman(index)}", title, REFERENCE, table, below)
            for index, (title, table, below) in enumerate(
                zip(titles, tables, notes, strict=True), start=1
            )
        ),
    )


@pytest.fixture(scope="session")
def small_plan(plan: PlanText) -> PlanText:
    """The same letterhead over one paragraph, without appendices."""
    return replace(plan, body=(Paragraph("body", "Nội dung kế hoạch./."),), appendices=())


@pytest.fixture(scope="session")
def template() -> Path:
    """The committed template that most tests use."""
    return TEMPLATE


@pytest.fixture(scope="session", params=FORMS)
def any_template(request: pytest.FixtureRequest) -> Path:
    """Each of the committed templates in turn."""
    return TEMPLATES / f"{request.param}.docx"


@pytest.fixture(scope="session")
def rendered(plan: PlanText) -> bytes:
    """The plan as the bytes of a .docx."""
    return document_bytes(plan, template=TEMPLATE)


@pytest.fixture(scope="session")
def part() -> Callable[..., etree._Element]:
    """Reads one XML part of a .docx."""

    def read(data: bytes, name: str = "word/document.xml") -> etree._Element:
        with ZipFile(BytesIO(data)) as package:
            return etree.fromstring(package.read(name))

    return read


@pytest.fixture(scope="session")
def look(part: Callable[..., etree._Element]) -> Callable[..., Callable[[str], str]]:
    """Looks up how a paragraph is set: its own properties, then its style's, then the defaults."""

    def of(data: bytes, paragraph: etree._Element) -> Callable[[str], str]:
        styles = part(data, "word/styles.xml")
        by_id = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}

        def value(path: str) -> str:
            """Return the value at e.g. ``rPr/sz`` or ``pPr/spacing@before``, else ``""``."""
            steps, _, name = path.partition("@")
            xpath = "/".join(qn(f"w:{step}") for step in steps.split("/"))
            own = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            below = paragraph.find(xpath)
            chain = [] if below is None else [below]
            id_ = None if own is None else own.get(qn("w:val"))
            while id_ is not None:
                style = by_id[id_]
                chain += [] if (found := style.find(xpath)) is None else [found]
                based = style.find(qn("w:basedOn"))
                id_ = None if based is None else based.get(qn("w:val"))
            chain += styles.find(qn("w:docDefaults")).iterfind(f".//{xpath}")  # type: ignore[union-attr]
            for element in chain:
                default = None if name else "1"  # <w:b/> is on
                if (got := element.get(qn(f"w:{name or 'val'}"), default)) is not None:
                    return str(got)
            return ""

        return value

    return of


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Copies the committed template with words replaced in one of its parts."""

    def edit(old: str, new: str, name: str = "word/document.xml") -> Path:
        out = tmp_path_factory.mktemp("template") / "mau.docx"
        with ZipFile(TEMPLATE) as source, ZipFile(out, "w") as copy:
            for item in source.namelist():
                data = source.read(item)
                if item == name:
                    assert old in data.decode("utf-8")
                    data = data.decode("utf-8").replace(old, new).encode("utf-8")
                copy.writestr(item, data)
        return out

    return edit


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Converts a .docx to PDF or another form with LibreOffice, in a profile of its own."""
    soffice = shutil.which("soffice")
    if soffice is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is missing; CI must run the tests that need LibreOffice")
        pytest.skip("soffice is missing: install LibreOffice to check the printed pages")
    folder = tmp_path_factory.mktemp("office")

    def convert(document: Path, *, to: str = "pdf") -> Path:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
        subprocess.run([*command, str(document)], check=True, capture_output=True, timeout=180)
        return folder / f"{document.stem}.{to}"

    return convert


@pytest.fixture
def within_five_seconds() -> Iterator[None]:
    """Bound what a test of hostile files may take of the processor."""
    started = time.process_time()
    yield
    assert time.process_time() - started < 5
