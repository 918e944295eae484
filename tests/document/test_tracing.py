"""The record inside a .docx: whole again when read, deterministic, and a sound Word file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from lxml import etree

from analysis.document.render import document_bytes
from analysis.document.tracing import NAMESPACE, read_record, record_xml, with_record
from analysis.plan.tracing.record import Record, RecordedBlock, recorded
from analysis.plan.tracing.sources import Source
from analysis.plan.tracing.tracing import Traced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.plan.text import PlanText

TYPES = b'<Types xmlns="t"></Types>'
LINKS = b'<Relationships xmlns="r"></Relationships>'
PARTS = {"[Content_Types].xml": TYPES, "word/_rels/document.xml.rels": LINKS}


@pytest.fixture(scope="module")
def record(study: Callable[[str, int], Study], real_plan: Callable[..., PlanText]) -> Record:
    return recorded(real_plan("Lạng Sơn", 2023), study("Lạng Sơn", 2023))


@pytest.fixture
def file(
    real_plan: Callable[..., PlanText], record: Record, template: Path, tmp_path: Path
) -> Path:
    path = tmp_path / "ke-hoach.docx"
    data = document_bytes(real_plan("Lạng Sơn", 2023), template=template, record=record)
    path.write_bytes(data)
    return path


def test_a_record_is_read_as_it_was_written(file: Path, record: Record) -> None:
    assert read_record(file) == record


def test_the_same_plan_gives_the_same_bytes(
    real_plan: Callable[..., PlanText], record: Record, template: Path, file: Path
) -> None:
    plan = real_plan("Lạng Sơn", 2023)
    assert document_bytes(plan, template=template, record=record) == file.read_bytes()


def test_the_part_has_its_type_its_properties_and_its_relation(file: Path) -> None:
    with ZipFile(file) as package:
        names = package.namelist()
        types = etree.fromstring(package.read("[Content_Types].xml"))
        links = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        own = etree.fromstring(package.read("customXml/_rels/item1.xml.rels"))
    assert {"customXml/item1.xml", "customXml/itemProps1.xml"} <= set(names)
    assert len(names) == len(set(names))
    assert any(one.get("PartName") == "/customXml/itemProps1.xml" for one in types)
    assert any(one.get("Extension") == "xml" for one in types)
    assert [one.get("Target") for one in links if one.get("Id") == "rIdTrace"] == [
        "../customXml/item1.xml"
    ]
    assert [one.get("Target") for one in own] == ["itemProps1.xml"]


def test_another_program_that_saves_the_file_keeps_the_record(file: Path, record: Record) -> None:
    document = Document(str(file))
    document.add_paragraph("Một đoạn thêm vào.")
    document.save(str(file))
    assert read_record(file) == record


def test_no_word_of_the_plan_is_in_the_record(
    real_plan: Callable[..., PlanText], record: Record
) -> None:
    xml = record_xml(record).decode()
    plan = real_plan("Lạng Sơn", 2023)
    assert not [one.text for one in plan.body if len(one.text) > 40 and one.text in xml]


def test_parts_of_others_keep_their_place() -> None:
    parts = with_record({**PARTS, "customXml/item3.xml": b"<a/>"}, b"<b/>")
    assert parts["customXml/item3.xml"] == b"<a/>"
    assert parts["customXml/item4.xml"] == b"<b/>"
    assert b"../customXml/item4.xml" in parts["word/_rels/document.xml.rels"]


def test_signs_of_xml_survive(tmp_path: Path) -> None:
    source = Source("a/b", 'Cột "A" & <B>', "1", "tệp.csv", 2, "c<d", "0f", "x − y", ("a/c",))
    number = Traced("1", 3, "task", 'tasks/a"&')
    record = Record((RecordedBlock("d", "f", (number, replace(number, kind=None))),), (source,))
    assert read_record(packed(tmp_path, record_xml(record))) == record


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a/>",
        b"<a",
        f'<trace xmlns="{NAMESPACE}"><blocks><b d="1"/></blocks></trace>'.encode(),
        f'<trace xmlns="{NAMESPACE}"><sources><source row="x"/></sources></trace>'.encode(),
        f'<trace xmlns="{NAMESPACE}"><blocks><b d="1" f="2"><n t="1" at="0" k="?"/></b></blocks>'
        "</trace>".encode(),
        b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>',
    ],
)
def test_what_is_no_record_is_none(tmp_path: Path, content: bytes) -> None:
    assert read_record(packed(tmp_path, content)) is None


def packed(folder: Path, content: bytes) -> Path:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("customXml/item1.xml", content)
    path = folder / "tep.docx"
    path.write_bytes(out.getvalue())
    return path
