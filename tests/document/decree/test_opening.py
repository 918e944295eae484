"""Files that are no sound .docx: each a fault with a remedy, never a traceback."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree
from tests.document.decree.edits import MAIN, Edit, edited, opened, packed, raw

from analysis.document.decree import opening
from analysis.document.decree.opening import open_package
from analysis.document.decree.reading import read_document
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"


def zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "DC-04"),
        (b"PK\x03\x04 cut off", "DC-04"),
        (b"a letter", "DC-04"),
        (zipped(**{"a.txt": b"a"}), "DC-04"),
        (zipped(**{"xl/workbook.xml": b"<a/>"}), "DC-04"),
        (OLE + b"\0" * 600, "DC-02"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "DC-03"),
        (b"{\\rtf1 abc}", "DC-02"),
    ],
)
def test_what_is_no_docx_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(data)
    with pytest.raises(FaultsError) as error:
        read_document(path)
    (fault,) = error.value.faults
    assert (fault.code, fault.place.file) == (code, "ke-hoach.docx")
    assert fault.remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "không có.docx", "DC-01"), (tmp_path, "DC-04")):
        with pytest.raises(FaultsError) as error:
            read_document(path)
        assert error.value.faults[0].code == code


@pytest.mark.parametrize("text", [ENTITIES, b"<a><b></a>", b"", b"\xff\xfe"])
def test_xml_that_is_broken_or_declares_entities_is_refused(
    tmp_path: Path, province: bytes, text: bytes
) -> None:
    parts = opened(province)
    del parts.roots[MAIN]
    parts.others[MAIN] = text
    path = tmp_path / "a.docx"
    path.write_bytes(packed(parts))
    with pytest.raises(FaultsError) as error:
        read_document(path)
    assert error.value.faults[0].code == "DC-04"


def test_a_part_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, province: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(province)
    monkeypatch.setattr(opening, "MOST_PART", 1000)
    with pytest.raises(FaultsError) as error:
        open_package(path)
    assert error.value.faults[0].code == "DC-05"


def test_tables_in_tables_end_in_a_reading_or_a_fault(tmp_path: Path, province: bytes) -> None:
    def nested(depth: int) -> Edit:
        head, tail = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
        return raw(MAIN, "<w:body>", f"<w:body>{head * depth}{tail * depth}")

    path = tmp_path / "a.docx"
    path.write_bytes(edited(province, nested(50)))
    assert len(read_document(path).sections) == 4
    parts = opened(province)
    text = etree.tostring(parts.roots.pop(MAIN)).replace(b"<w:body>", b"<w:body>" + b"<w:p>" * 3000)
    parts.others[MAIN] = text.replace(b"</w:body>", b"</w:p>" * 3000 + b"</w:body>")
    path.write_bytes(packed(parts))
    with pytest.raises(FaultsError) as error:
        read_document(path)
    assert error.value.faults[0].code == "DC-04"


def test_a_strict_file_is_read_like_any_other(tmp_path: Path, province: bytes) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with ZipFile(BytesIO(province)) as package:
        parts = {
            n: package.read(n).replace(usual.encode(), strict.encode()) for n in package.namelist()
        }
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(**parts))
    document = read_document(path)
    assert next(document.paragraphs()).words == "ỦY BAN NHÂN DÂN"
    assert len(document.sections) == 4
