"""Good documents of every template and of other makers, places, profiles, reports."""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from tests.document.decree.edits import Parts, both, edited, letters, retold, section, style, words

from analysis.document.decree import (
    Finding,
    Profile,
    Rule,
    check,
    report_json,
    report_text,
)
from analysis.document.decree.anatomy import read_anatomy
from analysis.document.decree.reading import read_document
from analysis.document.render import document_bytes
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText

HINTS = {"ND-21", "SKH-03", "DD-08"}


@pytest.mark.parametrize("stage", ["draft", "issued"])
def test_a_good_plan_of_each_template_has_no_error(
    issued_plan: PlanText,
    any_template: Path,
    judged: Callable[..., tuple[Finding, ...]],
    stage: str,
) -> None:
    found = judged(document_bytes(issued_plan, template=any_template), stage=stage)
    assert {finding.rule for finding in found} <= HINTS


def test_a_draft_of_each_template_has_no_error(
    plan: PlanText, any_template: Path, judged: Callable[..., tuple[Finding, ...]]
) -> None:
    found = judged(document_bytes(plan, template=any_template), stage="draft")
    assert {finding.rule for finding in found} <= HINTS


def test_a_good_plan_of_a_department_has_no_error(
    department: bytes, judged: Callable[..., tuple[Finding, ...]]
) -> None:
    assert {finding.rule for finding in judged(department)} <= HINTS


@pytest.mark.office
def test_a_plan_saved_by_libreoffice_has_no_error(
    province: bytes,
    judged: Callable[..., tuple[Finding, ...]],
    office: Callable[..., Path],
    tmp_path: Path,
) -> None:
    path = tmp_path / "ban-luu-lai.docx"
    path.write_bytes(province)
    again = office(path, to="docx").read_bytes()
    assert [f for f in judged(again) if f.severity == "error"] == []


def tabbed(path: Path) -> Path:
    """A plan by hand, its letterhead and closing in tabbed paragraphs."""
    document = Document()
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    lines = [
        ("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False),
        ("HUYỆN C\tĐộc lập - Tự do - Hạnh phúc", True, False),
        ("Số: 27/KH-UBND\tC, ngày 09 tháng 3 năm 2025", False, True),
        ("KẾ HOẠCH", True, False),
        ("Nâng cao các chỉ số của huyện C", True, False),
        ("I. MỤC ĐÍCH", True, False),
        ("Các cơ quan rà soát, báo cáo kết quả trước ngày 30 tháng 6./.", False, False),
        ("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", True, False),
        ("- UBND tỉnh;\tCHỦ TỊCH", False, False),
        ("- Lưu: VT.", False, False),
        ("\tLê Văn C", True, False),
    ]
    for text, bold, italic in lines:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, Pt(13)
        if text in ("KẾ HOẠCH", "Nâng cao các chỉ số của huyện C"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(path))
    return path


def test_components_are_found_without_tables(tmp_path: Path) -> None:
    anatomy = read_anatomy(read_document(tabbed(tmp_path / "a.docx")))
    head, closing = anatomy.head, anatomy.closing
    assert [line.words for line in head.issuer] == ["ỦY BAN NHÂN DÂN", "HUYỆN C"]
    assert (head.unit, head.unit_name, head.issuer_class) == ("huyen", "C", "committee")
    shown = (head.national, head.motto, head.number, head.date, anatomy.kind)
    assert [line.words if line else "" for line in shown] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 27/KH-UBND",
        "C, ngày 09 tháng 3 năm 2025",
        "KẾ HOẠCH",
    ]
    assert str(anatomy.day) == "2025-03-09"
    assert [line.words for line in closing.recipients] == ["- UBND tỉnh;", "- Lưu: VT."]
    assert [line.words for line in closing.authority] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert closing.signer is not None
    assert closing.signer.words == "Lê Văn C"


def test_a_plan_by_hand_is_judged_part_by_part(tmp_path: Path, rules: tuple[Rule, ...]) -> None:
    found = {f.rule for f in check(tabbed(tmp_path / "a.docx"), rules=rules, stage="issued")}
    assert {"PAGE-04", "PAGE-14", "TN-03", "CQ-07", "TL-04", "ND-03", "ND-04"} <= found
    assert not found & {
        "META-02",
        "META-03",
        "META-04",
        "QH-01",
        "QH-03",
        "KY-03",
        "KY-09",
        "DD-07",
    }


def test_a_break_inside_a_paragraph_parts_its_lines(province: bytes, tmp_path: Path) -> None:
    def joined(parts: Parts) -> None:
        name, motto = parts.paragraph("CỘNG HÒA"), parts.paragraph("Độc lập")
        run = name.find(qn("w:r"))
        assert run is not None
        run.append(run.makeelement(qn("w:br")))
        for moved in list(motto.iter(qn("w:r"))):
            name.append(moved)
        parent = motto.getparent()
        assert parent is not None
        parent.remove(motto)

    path = tmp_path / "a.docx"
    path.write_bytes(edited(province, joined))
    head = read_anatomy(read_document(path)).head
    assert head.national is not None
    assert head.motto is not None
    assert head.motto.words == "Độc lập - Tự do - Hạnh phúc"


def test_text_under_review_is_read_as_accepted(province: bytes, tmp_path: Path) -> None:
    def changed(parts: Parts) -> None:
        run = parts.paragraph("=KẾ HOẠCH").find(qn("w:r"))
        assert run is not None
        old = run.makeelement(qn("w:del"))
        run.addprevious(old)
        old.append(run)
        new = run.makeelement(qn("w:ins"))
        old.addnext(new)
        copy = run.makeelement(qn("w:r"))
        copy.append(copy.makeelement(qn("w:t")))
        copy[0].text = "KẾ HOẠCH"
        new.append(copy)

    path = tmp_path / "a.docx"
    path.write_bytes(edited(province, changed))
    kind = read_anatomy(read_document(path)).kind
    assert kind is not None
    assert kind.words == "KẾ HOẠCH"


def test_a_finding_says_where_what_and_what_is_wanted(
    province: bytes, judged: Callable[..., tuple[Finding, ...]]
) -> None:
    found = judged(edited(province, letters("Khắc phục những tồn tại", sz=24)))
    (finding,) = [f for f in found if f.rule == "ND-01"]
    assert re.fullmatch(r"đoạn \d+, dưới đề mục “1. Mục đích”", finding.place)
    assert finding.found.startswith("cỡ 12: “Khắc phục những")
    assert (finding.expected, finding.severity) == ("cỡ 13-14", "error")
    found = judged(edited(province, letters("- Bộ Nội vụ", sz=26)))
    (finding,) = [f for f in found if f.rule == "NN-02"]
    assert finding.place == "Nơi nhận, bảng 2, dòng 1, ô 1"


def test_another_dash_is_only_a_warning_and_a_missing_line_an_error(
    province: bytes, judged: Callable[..., tuple[Finding, ...]]
) -> None:
    dashes = words("Độc lập - Tự do - Hạnh", "Độc lập – Tự do – Hạnh")
    found = judged(edited(province, dashes))
    assert [f.severity for f in found if f.rule == "TN-01"] == ["warning"]


def test_accepted_deviations_are_not_reported(
    province: bytes, judged: Callable[..., tuple[Finding, ...]]
) -> None:
    data = edited(province, section(0, "pgMar", top=850))
    accepts = [{"rule": "PAGE-04", "reason": "Giấy tiêu đề in sẵn."}]
    profile = Profile.model_validate({"office": "Sở Nội vụ", "accepts": accepts})
    assert "PAGE-04" in {f.rule for f in judged(data)}
    assert "PAGE-04" not in {f.rule for f in judged(data, profile=profile)}


def test_reports_are_the_same_each_time_and_group_by_component(
    province: bytes, judged: Callable[..., tuple[Finding, ...]]
) -> None:
    data = edited(province, both(letters("CỘNG HÒA", b=0), section(0, "pgMar", top=850)))
    one, other = judged(data), judged(data)
    assert report_text(one) == report_text(other)
    assert json.dumps(report_json(one)) == json.dumps(report_json(other))
    assert list(report_json(one)[0]) == [
        *("file", "rule", "severity", "place", "found", "expected", "message")
    ]
    lines = report_text(one).splitlines()
    assert lines[0].startswith("2 lỗi, 0 cảnh báo")
    assert lines.index("KHỔ GIẤY, LỀ, PHÔNG CHỮ") < lines.index("QUỐC HIỆU, TIÊU NGỮ")
    assert "    - phần trang 1 (thấy: lề trên 15 mm; cần: 20-25 mm)" in lines


def test_a_report_counts_what_it_does_not_list(
    province: bytes, judged: Callable[..., tuple[Finding, ...]]
) -> None:
    found = judged(edited(province, letters("", every=True, color="FF0000", sz=40)))
    assert "… và " in report_text(found, most=2)
    assert report_text(()).startswith("Không thấy điểm nào")


def _spoil(chosen: etree._Element, chance: random.Random) -> None:
    """Drop, double or move an element, or spoil one of its attributes."""
    parent, deed = chosen.getparent(), chance.randrange(4)
    if parent is None:
        return
    if deed == 0:
        parent.remove(chosen)
    elif deed == 1:
        parent.append(chosen)
    elif chosen.attrib:
        name = chance.choice(list(chosen.attrib))
        chosen.set(name, chance.choice(["", "-1", "99999999999999999999", "abc", "12.5mm"]))


@pytest.mark.parametrize("seed", range(30))
def test_no_change_of_the_xml_breaks_the_checker(
    province: bytes, judged: Callable[..., tuple[Finding, ...]], seed: int
) -> None:
    """Whatever is spoilt, there are findings or faults, never a traceback."""
    chance = random.Random(seed)

    def spoilt(parts: Parts) -> None:
        for root in parts.roots.values():
            elements = [e for e in root.iter() if e.getparent() is not None]
            for chosen in chance.sample(elements, min(25, len(elements))):
                _spoil(chosen, chance)

    try:
        judged(edited(province, spoilt))
    except FaultsError as error:
        assert {fault.code for fault in error.faults} <= {"DC-04"}


def test_the_deviations_of_real_plans_are_found_together(
    province: bytes, newly: Callable[..., set[str]]
) -> None:
    edits = (
        section(0, "pgMar", top=850, bottom=709),
        letters("Số: 05", sz=28),
        letters("Căn cứ", every=True, i=0),
        style("KHBody", "pPr", spacing={"line": 340, "lineRule": "exact", "after": 60}),
        letters("- ", every=True, sz=24),
        words("Độc lập - Tự do - Hạnh", "Độc lập – Tự do – Hạnh"),
        words(
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 6 năm 2023",
            "(Kèm theo Kế hoạch số     /KH-UBND ngày    /6/2023",
        ),
        retold("=Phụ lục III", "Phụ lục số 03:"),
    )
    outside = {"ND-01"}  # dashes of the body are as small as those of the recipients
    assert newly(province, *edits) - outside == {
        "PAGE-04",
        "PAGE-05",
        "SKH-01",
        "SKH-06",
        "ND-05",
        "ND-08",
        "NN-02",
        "TN-01",
        "PL-01",
        "PL-03",
        "PL-05",
        "PL-17",
    }
