"""A Word file from outside as text: where each paragraph stands, and what tracked changes leave."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from analysis.document.blocks import blocks_of
from analysis.errors import FaultsError
from analysis.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.document.revisions import Revisions
    from analysis.plan.word.printed import Block

    Written = Callable[..., Path]

NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EITHER = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W = f'xmlns:w="{NAME}" xmlns:mc="{EITHER}"'
BOTH: tuple[Revisions, ...] = ("accept", "reject")


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def changed(name: str, *inside: str, author: str = "An") -> str:
    return f'<w:{name} w:id="1" w:author="{author}">{"".join(inside)}</w:{name}>'


def gone(text: str, name: str = "del") -> str:
    return changed(name, run(text, "delText" if name == "del" else "t"))


def new(text: str, name: str = "ins") -> str:
    return changed(name, run(text))


def p(*inside: str, mark: str = "", properties: str = "") -> str:
    ends = f"<w:rPr>{changed(mark)}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{ends}</w:pPr>{''.join(inside)}</w:p>"


def cell(*inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return a maker of documents from the XML of what stands in their body."""

    def write(*parts: str) -> Path:
        document = Document()
        holder = parse_xml(f"<w:body {W}>{''.join(parts)}</w:body>")
        for element in list(holder):
            document.element.body.insert(len(document.element.body) - 1, element)
        path = tmp_path / "ke-hoach.docx"
        document.save(str(path))
        return path

    return write


def read(path: Path, revisions: Revisions | None = None) -> tuple[Block, ...]:
    return blocks_of(path, revisions=revisions).blocks


def texts(path: Path, revisions: Revisions | None = None) -> list[str]:
    return [block.text for block in read(path, revisions)]


# --- where it stands ---


def test_paragraphs_are_counted_with_the_empty_ones(written: Written) -> None:
    found = read(written(p(run("Một")), p(), p(run("Hai"))))
    assert [(block.text, block.number, block.kind) for block in found] == [
        ("Một", 1, "paragraph"),
        ("Hai", 3, "paragraph"),
    ]


def test_a_cell_s_paragraphs_have_its_table_row_and_column(written: Written) -> None:
    wide = cell(p(run("rộng")), properties='<w:gridSpan w:val="2"/>')
    first = table(row(wide, cell(p(run("ba")), p(run("bốn")))))
    shifted = table(row(cell(p(run("lùi"))), properties='<w:gridBefore w:val="2"/>'))
    found = read(written(first, p(run("giữa")), shifted))
    assert [(b.text, b.kind, b.table, b.row, b.column) for b in found] == [
        ("rộng", "cell", 1, 1, 1),
        ("ba", "cell", 1, 1, 3),
        ("bốn", "cell", 1, 1, 3),
        ("giữa", "paragraph", 0, 0, 0),
        ("lùi", "cell", 2, 1, 3),
    ]


def test_a_cell_that_goes_on_from_above_holds_nothing_that_is_seen(written: Written) -> None:
    above = cell(p(run("chung")), properties='<w:vMerge w:val="restart"/>')
    below = cell(p(run("ẩn")), properties="<w:vMerge/>")
    assert texts(written(table(row(above), row(below, cell(p(run("riêng"))))))) == [
        "chung",
        "riêng",
    ]


def test_controls_links_and_fields_are_read_through(written: Written) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(run('Trong khung.'))}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="x">{run("tại đây")}</w:hyperlink>'
    code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    inline = f"<w:sdt><w:sdtContent>{run(' này')}</w:sdtContent></w:sdt>"
    path = written(control, p(run("Xem "), link, code, inline))
    assert texts(path) == ["Trong khung.", "Xem tại đây này"]


def test_of_two_versions_for_old_and_new_programs_one_is_read(written: Written) -> None:
    choice = f'<mc:Choice Requires="wps">{run("mới")}</mc:Choice>'
    either = (
        f"<mc:AlternateContent>{choice}<mc:Fallback>{run('cũ')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(written(p(run("chữ "), either))) == ["chữ mới"]


def test_the_nearest_heading_above_is_told(written: Written) -> None:
    level = '<w:outlineLvl w:val="0"/>'
    body = '<w:outlineLvl w:val="9"/>'
    path = written(
        p(run("Mở đầu.")),
        p(run("I. VIỆC"), properties=level),
        p(run("Họp."), properties=body),
        p(run("1. Nhỏ"), properties='<w:pStyle w:val="Heading2"/>'),
        table(row(cell(p(run("ô"), properties=level)))),
        p(run("Cuối.")),
    )
    assert [(block.text, block.heading) for block in read(path)] == [
        ("Mở đầu.", ""),
        ("I. VIỆC", ""),
        ("Họp.", "I. VIỆC"),
        ("1. Nhỏ", "I. VIỆC"),
        ("ô", "1. Nhỏ"),
        ("Cuối.", "1. Nhỏ"),
    ]


def test_footnotes_come_last_and_only_those_that_are_still_there(
    written: Written, tmp_path: Path
) -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    path = written(p(run("Có chú thích"), mark.format(2), changed("del", mark.format(3)), run(".")))
    notes = "".join(
        f'<w:footnote w:id="{key}">{p(run(text))}</w:footnote>'
        for key, text in ((0, "ngăn cách"), (2, "Lời chú thích."), (3, "Đã bỏ."))
    )
    out = tmp_path / "co-chu-thich.docx"
    with ZipFile(path) as source, ZipFile(out, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                link = f'<Relationship Id="n1" Type="{kind}/footnotes" Target="footnotes.xml"/>'
                data = data.replace(b"</Relationships>", f"{link}</Relationships>".encode())
            copy.writestr(name, data)
        copy.writestr("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>")
    found = read(out, "accept")
    assert [(block.text, block.kind) for block in found] == [
        ("Có chú thích.", "paragraph"),
        ("Lời chú thích.", "note"),
    ]


# --- tracked changes ---

TRACKED = {
    "a word": (
        [p(run("Sở "), gone("cũ"), new("mới"), run(" họp."))],
        ["Sở mới họp."],
        ["Sở cũ họp."],
    ),
    "a paragraph put in": (
        [p(run("Một.")), p(new("Thêm."), mark="ins"), p(run("Hai."))],
        ["Một.", "Thêm.", "Hai."],
        ["Một.", "Hai."],
    ),
    "a paragraph taken out": (
        [p(run("Một.")), p(gone("Bỏ."), mark="del"), p(run("Hai."))],
        ["Một.", "Hai."],
        ["Một.", "Bỏ.", "Hai."],
    ),
    "two paragraphs joined": (
        [p(run("Một, "), mark="del"), p(run("hai."))],
        ["Một, hai."],
        ["Một,", "hai."],
    ),
    "a paragraph parted": (
        [p(run("Một, "), mark="ins"), p(run("hai."))],
        ["Một,", "hai."],
        ["Một, hai."],
    ),
    "a move": (
        [
            p(gone("Chuyển.", "moveFrom"), mark="moveFrom"),
            p(run("Giữa.")),
            p(new("Chuyển.", "moveTo"), mark="moveTo"),
            p(run("Cuối.")),
        ],
        ["Giữa.", "Chuyển.", "Cuối."],
        ["Chuyển.", "Giữa.", "Cuối."],
    ),
    "put in and taken out again": (
        [p(run("Họp"), changed("ins", gone(" thừa")), run("."))],
        ["Họp."],
        ["Họp."],
    ),
    "rows": (
        [
            table(
                row(cell(p(run("một")))),
                row(cell(p(new("mới"))), properties=changed("ins")),
                row(cell(p(gone("bỏ"))), properties=changed("del")),
            )
        ],
        ["một", "mới"],
        ["một", "bỏ"],
    ),
    "cells": (
        [
            table(
                row(
                    cell(p(run("a")), properties=changed("cellDel")),
                    cell(p(run("b")), properties=changed("cellIns")),
                    cell(p(run("c"))),
                )
            )
        ],
        ["b", "c"],
        ["a", "c"],
    ),
    "the last paragraph of a cell": (
        [table(row(cell(p(run("một")), p(gone("hai"), mark="del"))))],
        ["một"],
        ["một", "hai"],
    ),
}


@pytest.mark.parametrize("case", TRACKED)
def test_changes_are_taken_as_accepted_or_as_rejected(written: Written, case: str) -> None:
    parts, accepted, rejected = TRACKED[case]
    path = written(*parts)
    assert texts(path, "accept") == accepted
    assert texts(path, "reject") == rejected


@pytest.mark.parametrize("case", TRACKED)
def test_a_file_with_changes_is_refused_until_they_are_decided(written: Written, case: str) -> None:
    with pytest.raises(FaultsError) as caught:
        read(written(*TRACKED[case][0]))
    (fault,) = caught.value.faults
    assert fault.code == "DO-110"
    assert "--accept-revisions" in fault.remedy
    assert "--reject-revisions" in fault.remedy


def test_changes_are_counted_by_kind_and_by_who_made_them(written: Written) -> None:
    by_another = changed("ins", run("hai"), author="Bình")
    path = written(
        p(new("một"), by_another, gone("ba"), gone("bốn", "moveFrom"), new("bốn", "moveTo"))
    )
    with pytest.raises(FaultsError) as caught:
        read(path)
    told = caught.value.faults[0].what
    assert "4 chỗ sửa" in told
    assert "2 người" in told
    assert "thêm 2, xóa 1, chuyển chỗ 1" in told


def test_changes_of_looks_ask_for_no_decision(written: Written) -> None:
    looks = "<w:pPrChange w:id='1' w:author='A'><w:pPr><w:jc w:val='left'/></w:pPr></w:pPrChange>"
    path = written(p(run("Họp."), properties=looks))
    assert texts(path) == ["Họp."]
    assert blocks_of(path).tracked.count == 0


Token = tuple[str, str]
"""A text, or the end of a paragraph (empty), and whether it was there, put in or taken out."""


def marked(token: Token) -> str:
    text, state = token
    return {"kept": run, "ins": new, "del": gone}[state](text)


def of(tokens: list[Token], states: set[str]) -> list[str]:
    said = "".join(text or "\n" for text, state in tokens if state in states)
    return [line for line in map(nfc, said.split("\n")) if line]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Sở Nội vụ ", "họp, ", "báo cáo. ", ""]),
            st.sampled_from(["kept", "ins", "del"]),
        ),
        max_size=14,
    )
)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(
    tmp_path_factory: pytest.TempPathFactory, tokens: list[Token]
) -> None:
    paragraphs, inside = [], ""
    for token in (*tokens, ("", "kept")):
        if token[0]:
            inside += marked(token)
        else:
            paragraphs.append(p(inside, mark="" if token[1] == "kept" else token[1]))
            inside = ""
    document = Document()
    for element in list(parse_xml(f"<w:body {W}>{''.join(paragraphs)}</w:body>")):
        document.element.body.insert(len(document.element.body) - 1, element)
    path = tmp_path_factory.mktemp("sua") / "a.docx"
    document.save(str(path))
    assert texts(path, "accept") == of(tokens, {"kept", "ins"})
    assert texts(path, "reject") == of(tokens, {"kept", "del"})


# --- files from anywhere ---


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "DC-04"), (b"{\\rtf1 Sai}", "DC-02"), (b"PK\x03\x04", "DC-04")],
)
def test_what_is_no_word_file_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "sai.docx"
    path.write_bytes(data)
    with pytest.raises(FaultsError) as caught:
        read(path)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_file_nested_too_deep_is_damaged(tmp_path: Path, written: Written) -> None:
    path, out = written(p(run("Họp."))), tmp_path / "sau.docx"
    depth = 2_000
    deep = f"{'<w:smartTag>' * depth}{run('x')}{'</w:smartTag>' * depth}"
    body = f"<w:document {W}><w:body>{p(deep)}</w:body></w:document>"
    with ZipFile(path) as source, ZipFile(out, "w") as copy:
        for name in source.namelist():
            data = body.encode() if name == "word/document.xml" else source.read(name)
            copy.writestr(name, data)
    with pytest.raises(FaultsError) as caught:
        read(out)
    assert [fault.code for fault in caught.value.faults] == ["DC-04"]
