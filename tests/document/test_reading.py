"""What a Word file says, as its reader sees it with all changes accepted."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml

from analysis.document.context import strings
from analysis.document.reading import paragraphs_of
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText

    Written = Callable[..., Path]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def run(text: str) -> str:
    return RUN.format(text)


def changed(name: str, *inside: str) -> str:
    return f"<w:{name} w:id='1' w:author='a'>{''.join(inside)}</w:{name}>"


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return a maker of documents of paragraphs, each the XML of its runs."""

    def write(*paragraphs: str) -> Path:
        document = Document()
        for inside in paragraphs:
            document.element.body.insert(
                len(document.element.body) - 1, parse_xml(f"<w:p {W}>{inside}</w:p>")
            )
        path = tmp_path / "ke-hoach.docx"
        document.save(str(path))
        return path

    return write


def test_every_paragraph_is_told_in_order_the_empty_ones_left_out(written: Written) -> None:
    assert paragraphs_of(written(run("Một"), "", run(" "), run("Hai"))) == ("Một", "Hai")


def test_runs_are_one_text_tabs_and_line_breaks_are_blanks(written: Written) -> None:
    inside = f"{run('Sở ')}{run('Nội')}<w:r><w:tab/><w:t>vụ</w:t><w:br/><w:t>họp</w:t></w:r>"
    assert paragraphs_of(written(inside)) == ("Sở Nội vụ họp",)


def test_a_tab_stop_is_no_blank_in_the_text(written: Written) -> None:
    stops = "<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>"
    assert paragraphs_of(written(f"{stops}{run('Họp.')}")) == ("Họp.",)


def test_blanks_are_single_and_letters_composed(written: Written) -> None:
    decomposed = unicodedata.normalize("NFD", "Lạng  Sơn ")
    (text,) = paragraphs_of(written(run(decomposed)))
    assert text == "Lạng Sơn"
    assert unicodedata.is_normalized("NFC", text)


def test_cells_of_tables_are_told_where_they_stand_nested_ones_too(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Trước")
    table = document.add_table(rows=2, cols=2)
    for place, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"ô {place}"
    table.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = "trong ô 1"
    document.add_paragraph("Sau")
    path = tmp_path / "bang.docx"
    document.save(str(path))
    told = ("Trước", "ô 0", "ô 1", "trong ô 1", "ô 2", "ô 3", "Sau")
    assert paragraphs_of(path) == told


def test_inserted_text_counts_and_deleted_text_does_not(written: Written) -> None:
    gone = "<w:r><w:delText xml:space='preserve'>cũ</w:delText><w:tab/></w:r>"
    inside = f"{run('Sở ')}{changed('del', gone)}{changed('ins', run('mới'))}{run(' họp.')}"
    assert paragraphs_of(written(inside)) == ("Sở mới họp.",)


def test_a_paragraph_that_was_deleted_whole_is_gone(written: Written) -> None:
    gone = changed("del", "<w:r><w:delText>Bỏ.</w:delText></w:r>")
    assert paragraphs_of(written(gone, run("Còn."))) == ("Còn.",)


def test_moved_text_counts_where_it_is_now(written: Written) -> None:
    path = written(
        changed("moveFrom", run("Chuyển.")), run("Giữa."), changed("moveTo", run("Chuyển."))
    )
    assert paragraphs_of(path) == ("Giữa.", "Chuyển.")


def test_what_was_inserted_and_deleted_again_does_not_count(written: Written) -> None:
    gone = changed("del", "<w:r><w:delText>thừa</w:delText></w:r>")
    assert paragraphs_of(written(f"{run('Họp')}{changed('ins', gone)}{run('.')}")) == ("Họp.",)


def test_links_and_fields_are_read_through(written: Written) -> None:
    link = f"<w:hyperlink w:anchor='x'>{run('tại đây')}</w:hyperlink>"
    simple = f"<w:fldSimple w:instr='PAGE'>{run('1')}</w:fldSimple>"
    assert paragraphs_of(written(f"{run('Xem ')}{link}{run(' trang ')}{simple}")) == (
        "Xem tại đây trang 1",
    )


def test_a_plan_s_document_holds_every_paragraph_and_cell_of_it(
    plan: PlanText, rendered: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(rendered)
    told = set(paragraphs_of(path))
    assert {paragraph.text for paragraph in plan.body} <= told
    for appendix in plan.appendices:
        for row in appendix.table.rows:
            cells = {line for cell in row.cells for line in cell.text.split("\n") if line}
            assert cells <= told
    assert len(list(strings(plan))) > 100


def with_part(path: Path, out: Path, name: str, data: bytes | None) -> Path:
    """Copy a package with one part replaced, or left out."""
    with ZipFile(path) as source, ZipFile(out, "w") as copy:
        for item in source.namelist():
            if item != name:
                copy.writestr(item, source.read(item))
            elif data is not None:
                copy.writestr(item, data)
    return out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/document.xml", None),
        ("word/document.xml", b""),
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", f"<w:document {W}/>".encode()),
        ("word/styles.xml", b"<w:styles"),
        ("_rels/.rels", None),
    ],
)
def test_a_package_with_a_part_missing_or_broken_is_refused(
    written: Written, tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = with_part(written(run("Họp.")), tmp_path / "hong.docx", name, data)
    assert refused(path) == [("DO-35", "hong.docx")]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1 Sai}", "Họp.".encode()])
def test_what_is_no_word_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sai.docx"
    path.write_bytes(data)
    assert refused(path) == [("DO-35", "sai.docx")]


def test_a_file_cut_short_is_refused(written: Written) -> None:
    path = written(*[run(f"Đoạn {number}.") for number in range(50)])
    whole = path.read_bytes()
    for length in (100, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:length])
        assert refused(path) == [("DO-35", "ke-hoach.docx")]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "thu-muc.docx"
    folder.mkdir()
    assert refused(tmp_path / "khong-co.docx") == [("DO-35", "khong-co.docx")]
    assert refused(folder) == [("DO-35", "thu-muc.docx")]


def refused(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        paragraphs_of(path)
    return [(fault.code, fault.place.file) for fault in caught.value.faults]
