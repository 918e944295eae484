"""Word footnotes in paragraphs and cells."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from analysis.document.render import document_bytes
from analysis.document.wordml import paragraphs, text_of
from analysis.plan.text import Cell, Footnote, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText

PART = "word/footnotes.xml"
SEPARATORS = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
    '<w:footnote w:id="4"><w:p><w:r><w:t>Chú thích của mẫu.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


@pytest.fixture(scope="module")
def noted(plan: PlanText) -> PlanText:
    """A plan with two footnotes in its body and one in a cell of its table."""
    body = (
        Paragraph(
            "body",
            "Thực hiện Luật số 5 và Kế hoạch số 5; Chỉ số: chưa có số liệu.",
            notes=("Chưa công bố.",),
            footnotes=(
                Footnote("Kế hoạch số 5", "Ngày 05/5/2025 & sửa đổi < 2026."),
                Footnote("Luật", "Luật năm 2025."),
            ),
        ),
        Paragraph("body", "Hết./."),
    )
    appendix = plan.appendices[2]
    first, second, *rest = appendix.table.rows
    footnote = Footnote("- Hai;", "Theo Đề án.")
    cell = Cell("- Một;\n- Hai;\n- Ba.", footnotes=(footnote,))
    rows = (first, replace(second, cells=(second.cells[0], cell, *second.cells[2:])), *rest)
    noted = replace(appendix, table=replace(appendix.table, rows=rows))
    return replace(plan, body=body, appendices=(noted,))


@pytest.fixture(scope="module")
def data(noted: PlanText, template: Path) -> bytes:
    return document_bytes(noted, template=template)


def before(root: etree._Element) -> dict[str, str]:
    """Return the words that stand before each reference in its paragraph, by the footnote's id."""
    words = {}
    for paragraph in paragraphs(root):
        text = ""
        for element in paragraph.iter(qn("w:t"), qn("w:footnoteReference")):
            text += element.text or ""
            if element.tag == qn("w:footnoteReference"):
                words[str(element.get(qn("w:id")))] = text
    return words


def texts(root: etree._Element) -> dict[str, str]:
    """Return the footnotes' words by id, those of the two separators aside."""
    notes = root.iter(qn("w:footnote"))
    return {
        str(note.get(qn("w:id"))): text_of(note).strip()
        for note in notes
        if note.get(qn("w:type")) is None
    }


def test_references_stand_after_their_words_and_run_through_the_document(
    data: bytes, part: Callable[..., etree._Element]
) -> None:
    assert before(part(data)) == {
        "1": "Thực hiện Luật",
        "2": "Thực hiện Luật số 5 và Kế hoạch số 5",
        "3": "- Hai;",
    }


def test_footnotes_hold_their_words(data: bytes, part: Callable[..., etree._Element]) -> None:
    assert texts(part(data, PART)) == {
        "1": "Luật năm 2025.",
        "2": "Ngày 05/5/2025 & sửa đổi < 2026.",
        "3": "Theo Đề án.",
    }


def test_paragraphs_keep_their_words_and_comments(
    data: bytes, part: Callable[..., etree._Element]
) -> None:
    root = part(data)
    assert "Thực hiện Luật số 5 và Kế hoạch số 5; Chỉ số: chưa có số liệu." in [
        text_of(p) for p in paragraphs(root)
    ]
    assert len(list(root.iter(qn("w:commentReference")))) == 1


def test_the_part_has_its_separators_its_relationship_and_its_type(
    data: bytes, part: Callable[..., etree._Element]
) -> None:
    kinds = [(f.get(qn("w:type")), f.get(qn("w:id"))) for f in part(data, PART)]
    assert kinds[:2] == [("separator", "-1"), ("continuationSeparator", "0")]
    relations = [r.get("Target") for r in part(data, "word/_rels/document.xml.rels")]
    assert relations.count("footnotes.xml") == 1
    types = {t.get("PartName"): t.get("ContentType") for t in part(data, "[Content_Types].xml")}
    assert str(types[f"/{PART}"]).endswith("wordprocessingml.footnotes+xml")
    settings = [child.tag for child in part(data, "word/settings.xml")]
    place = settings.index(qn("w:footnotePr"))
    assert settings[place + 1] == qn("w:compat")


def test_footnotes_are_small_and_their_references_raised(
    data: bytes, part: Callable[..., etree._Element], look: Callable[..., Callable[[str], str]]
) -> None:
    (*_, paragraph) = paragraphs(part(data, PART))
    value = look(data, paragraph)
    assert value("rPr/sz") == "20"
    assert value("rPr/rFonts@ascii") == "Times New Roman"
    for root in (part(data), part(data, PART)):
        for mark in root.iter(qn("w:footnoteReference"), qn("w:footnoteRef")):
            style = mark.getparent().find(f"{qn('w:rPr')}/{qn('w:rStyle')}")  # type: ignore[union-attr]
            assert style is not None
            assert style.get(qn("w:val")) == "FootnoteReference"


def test_the_same_plan_gives_the_same_bytes(data: bytes, noted: PlanText, template: Path) -> None:
    assert document_bytes(noted, template=template) == data


def test_a_plan_without_footnotes_has_no_part_for_them(rendered: bytes) -> None:
    with ZipFile(BytesIO(rendered)) as package:
        assert PART not in package.namelist()


def test_footnotes_of_the_template_itself_stay(
    small_plan: PlanText,
    edited: Callable[..., Path],
    part: Callable[..., etree._Element],
    tmp_path: Path,
) -> None:
    reference = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    template = edited("Nơi nhận:</w:t></w:r>", f"Nơi nhận:</w:t></w:r>{reference}")
    own = tmp_path / "mau.docx"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rId9" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    settings = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    with ZipFile(template) as source, ZipFile(own, "w") as copy:
        for name in source.namelist():
            text = source.read(name).decode("utf-8")
            if name == "word/_rels/document.xml.rels":
                text = text.replace("</Relationships>", relation)
            copy.writestr(name, text.replace("<w:compat>", f"{settings}<w:compat>"))
        copy.writestr(PART, SEPARATORS)
    note = Footnote("Nội dung", "Chú thích của kế hoạch.")
    body = (replace(small_plan.body[0], footnotes=(note,)),)
    data = document_bytes(replace(small_plan, body=body), template=own)
    assert texts(part(data, PART)) == {"4": "Chú thích của mẫu.", "5": "Chú thích của kế hoạch."}
    assert before(part(data)) == {"4": "Nơi nhận:", "5": "Nội dung"}
    assert len(list(part(data, "word/settings.xml").iter(qn("w:footnotePr")))) == 1


@pytest.mark.office
def test_footnotes_are_printed_at_the_foot_of_their_pages(
    noted: PlanText, template: Path, tmp_path: Path, office: Callable[[Path], Path]
) -> None:
    body = tuple(replace(paragraph, notes=()) for paragraph in noted.body)
    out = tmp_path / "chu-thich.docx"
    out.write_bytes(document_bytes(replace(noted, body=body), template=template))
    printed = subprocess.run(
        ["pdftotext", "-layout", str(office(out)), "-"], check=True, capture_output=True, text=True
    )
    first, second, *_ = printed.stdout.split("\f")
    assert first.index("Nơi nhận:") < first.index("Luật năm 2025.") < first.index("Ngày 05/5/2025")
    assert second.index("- Ba.") < second.index("Theo Đề án.")
