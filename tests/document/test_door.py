"""Files that are no templates, or bring along what runs or loads by itself: kept out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from tests.builders.refused import codes

from analysis.document.door import Limits, let_in
from analysis.document.render import document_bytes
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText

TITLE, HEADER = "{{ title }}", "word/header1.xml"
RELATIONS, CONTENT_TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


pytestmark = pytest.mark.usefixtures("within_five_seconds")


@pytest.fixture
def built(template: Path, tmp_path: Path) -> Callable[..., Path]:
    """Copies the template with parts added or changed, as bytes."""

    def build(compression: int = ZIP_DEFLATED, **parts: bytes) -> Path:
        out = tmp_path / "mau.docx"
        named = {name.replace("__", "/"): data for name, data in parts.items()}
        with ZipFile(template) as source, ZipFile(out, "w", compression) as copy:
            kept = {name: source.read(name) for name in source.namelist()}
            for name, data in (kept | named).items():
                copy.writestr(name, data)
        return out

    return build


# --- what the package brings along ---


def test_macros_are_refused(small_plan: PlanText, built: Callable[..., Path]) -> None:
    assert codes(small_plan, built(**{"word__vbaProject.bin": b"x"})) == ["DO-41"]


def test_a_macro_file_by_content_type_is_refused(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    usual = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert codes(small_plan, edited(usual, macro, CONTENT_TYPES)) == ["DO-41"]


@pytest.mark.parametrize(
    "name", ["word__embeddings__oleObject1.bin", "word__activeX__activeX1.bin", "word__afchunk.mht"]
)
def test_embedded_files_are_refused(
    small_plan: PlanText, built: Callable[..., Path], name: str
) -> None:
    assert codes(small_plan, built(**{name: b"x"})) == ["DO-42"]


@pytest.mark.parametrize(
    "kind", ["attachedTemplate", "image", "oleObject", "subDocument", "frame", "header"]
)
@pytest.mark.parametrize("target", ["http://example.com/a", "file://///may/o/a.dotm"])
def test_links_that_word_follows_by_itself_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], kind: str, target: str
) -> None:
    link = (
        f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )
    template = edited("</Relationships>", link, RELATIONS)
    with pytest.raises(FaultsError, match=re.escape(target)) as caught:
        document_bytes(small_plan, template=template)
    assert [fault.code for fault in caught.value.faults] == ["DO-43"]


def test_a_link_that_a_reader_clicks_is_allowed(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    link = (
        f'<Relationship Id="rId99" Type="{OFFICE}/hyperlink" Target="http://example.com/" '
        'TargetMode="External"/></Relationships>'
    )
    assert document_bytes(small_plan, template=edited("</Relationships>", link, RELATIONS))


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ('INCLUDEPICTURE "http://example.com/a.png"', "INCLUDEPICTURE"),
        ("DDEAUTO c:\\\\windows\\\\cmd.exe", "DDEAUTO"),
        (
            "INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT a.docx",
            "INCLUDETEXT",
        ),
        ("MACROBUTTON x", "MACROBUTTON"),
        (
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            'QUOTE "DDE"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r>'
            "<w:instrText> x",
            "QUOTE",
        ),
    ],
)
def test_fields_that_load_or_run_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], field: str, named: str
) -> None:
    with pytest.raises(FaultsError, match=named) as caught:
        document_bytes(small_plan, template=edited(" PAGE ", field, HEADER))
    assert {fault.code for fault in caught.value.faults} == {"DO-45"}


# --- XML and ZIP ---

LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "AAAA">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">',
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", RELATIONS])
def test_entities_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], doctype: str, part: str
) -> None:
    opening = {"word/document.xml": "<w:document ", "word/styles.xml": "<w:styles "}
    start = opening.get(part, "<Relationships ")
    assert codes(small_plan, edited(start, doctype + start, part)) == ["DO-44"]


def test_an_entity_in_the_text_reads_no_file(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    template = edited("<w:document ", f"{doctype}<w:document ")
    with ZipFile(template, "a") as package:
        xml = package.read("word/document.xml").replace(b"{{ title }}", b"&a;")
    assert b"&a;" in xml
    assert codes(small_plan, template) == ["DO-44"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "iso-8859-1"])
def test_parts_in_another_encoding_are_refused(
    small_plan: PlanText, built: Callable[..., Path], encoding: str
) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode(
        encoding if encoding == "utf-16" else "ascii"
    )
    assert codes(small_plan, built(**{"word__a.xml": xml})) in (["DO-44"], ["DO-02"])


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word__media__a.png": b"\0" * 19_000_000}, "gấp"),
        ({"word__a.xml": b"<a>" + b" " * 5_900_000 + b"</a>"}, "gấp"),
        ({f"word__a{n}.txt": b"" for n in range(600)}, "phần"),
    ],
    ids=["image", "xml", "entries"],
)
def test_a_zip_bomb_is_refused(
    small_plan: PlanText, built: Callable[..., Path], parts: dict[str, bytes], words: str
) -> None:
    with pytest.raises(FaultsError, match=words) as caught:
        document_bytes(small_plan, template=built(**parts))
    assert [fault.code for fault in caught.value.faults] == ["DO-40"]


def test_a_bomb_that_lies_about_its_size_is_damaged(
    small_plan: PlanText, built: Callable[..., Path]
) -> None:
    template = built(**{"word__a.xml": b"<a>" + b" " * 900_000 + b"</a>"})
    size, small = (900_007).to_bytes(4, "little"), (100).to_bytes(4, "little")
    data = template.read_bytes()
    assert data.count(size) == 2
    template.write_bytes(data.replace(size, small))
    assert codes(small_plan, template) == ["DO-02"]


def test_a_large_file_is_refused_before_it_is_read(template: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        let_in(template, limits=Limits(size=100))
    assert [fault.code for fault in caught.value.faults] == ["DO-40"]


def test_unusual_compression_and_parts_of_one_name_are_damage(
    small_plan: PlanText, built: Callable[..., Path]
) -> None:
    assert codes(small_plan, built(ZIP_BZIP2)) == ["DO-02"]
    template = built()
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(template, "a") as package:
        package.writestr("word/document.xml", b"<a/>")
    assert codes(small_plan, template) == ["DO-02"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('<w:gridCol w:w="3458"/>', "<w:gridCol/>", "DO-46"),
        ('<w:gridCol w:w="3458"/>', '<w:gridCol w:w="1e9"/>', "DO-46"),
        ("<w:pgSz", '<w:pgSz w:code="9"/><w:pgSzz', "DO-46"),
        ('w:type="dxa"/></w:tcPr>', 'w:type="dxa"/><w:gridSpan/></w:tcPr>', "DO-46"),
        ("<w:body>", "<w:body>" + "<w:sdt>" * 400 + "</w:sdt>" * 400, "DO-02"),
    ],
)
def test_a_structure_that_word_does_not_write_is_refused(
    small_plan: PlanText, edited: Callable[..., Path], old: str, new: str, code: str
) -> None:
    assert codes(small_plan, edited(old, new)) == [code]
