"""The menders at work: tracked changes, the order of the schema, files refused, work gone wrong."""

from __future__ import annotations

import random
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.document.decree.edits import (
    HEADER,
    Parts,
    after,
    copied,
    edited,
    element,
    layout,
    letters,
    line_gone,
    section_without,
)
from tests.document.decree.mending import content, mender, rules_of
from tests.document.decree.rules import test_body as body
from tests.document.decree.rules.test_letterhead import DASHES

from analysis.document.decree import Profile
from analysis.document.decree.fixes import MENDERS, Desk
from analysis.document.decree.fixes.order import child
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.document.decree.mending import Fix

    from analysis.document.decree import Rule
    from analysis.document.decree.case import Case


@pytest.fixture(scope="session")
def mend(rules: tuple[Rule, ...], tmp_path_factory: pytest.TempPathFactory) -> Fix:
    return mender(rules, tmp_path_factory.mktemp("fixes"))


def tracked(parts: Parts) -> None:
    """Words put in and taken out by somebody, and a note of how letters looked before."""
    who = 'w:id="901" w:author="A" w:date="2023-06-01T00:00:00Z"'
    text = parts.paragraph(body.TEXT)
    text.append(
        element(
            f"<w:ins {who}><w:r><w:rPr><w:sz w:val='20'/></w:rPr><w:t>, thêm</w:t></w:r></w:ins>"
        )
    )
    text.append(element(f"<w:del {who}><w:r><w:delText>, bớt</w:delText></w:r></w:del>"))
    run = text.find(qn("w:r"))
    assert run is not None
    was = f"<w:rPr><w:sz w:val='20'/><w:rPrChange {who}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>"
    for old in run.findall(qn("w:rPr")):
        run.remove(old)
    run.insert(0, element(was))


def test_tracked_changes_are_kept_as_they_are(province: bytes, mend: Fix) -> None:
    spoilt = edited(province, tracked)
    mended = mend(spoilt)
    assert "ND-01" in rules_of(mended.fixed)
    assert content(mended.data) == content(spoilt)
    with ZipFile(BytesIO(mended.data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    change = next(root.iter(qn("w:rPrChange")))
    assert change.getnext() is None  # the schema wants it last
    assert [e.tag for e in change.iter()][1:] == [qn("w:rPr"), qn("w:b")]
    assert [t.text for t in root.iter(qn("w:delText"))] == [", bớt"]


@pytest.mark.parametrize(
    ("before", "deeds", "order"),
    [
        (
            "<w:pPr><w:pStyle w:val='A'/><w:rPr/><w:pPrChange/></w:pPr>",
            ("jc", "ind", "spacing", "keepNext", "pBdr"),
            "pStyle keepNext pBdr spacing ind jc rPr pPrChange",
        ),
        (
            "<w:rPr><w:rStyle w:val='A'/><w:lang w:val='vi'/><w:rPrChange/></w:rPr>",
            ("szCs", "sz", "color", "caps", "b", "rFonts"),
            "rStyle rFonts b caps color sz szCs lang rPrChange",
        ),
        (
            "<w:sectPr><w:headerReference/><w:pgSz/><w:cols/><w:docGrid/></w:sectPr>",
            ("titlePg", "pgNumType", "pgMar", "type"),
            "headerReference type pgSz pgMar pgNumType cols titlePg docGrid",
        ),
        ("<w:tr><w:tblPrEx/><w:tc/></w:tr>", ("trPr",), "tblPrEx trPr tc"),
        ("<w:p><w:bookmarkStart/><w:r/></w:p>", ("pPr",), "pPr bookmarkStart r"),
    ],
)
def test_properties_stand_where_the_schema_wants_them(
    before: str, deeds: tuple[str, ...], order: str
) -> None:
    parent = element(before)
    for tag in deeds:
        child(parent, tag)
    assert " ".join(str(e.tag).rpartition("}")[2] for e in parent) == order


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    out = BytesIO(data)
    with ZipFile(out, "a") as package:
        package.writestr(name, part)
    return out.getvalue()


PROTECTION = "<w:documentProtection w:edit='forms' w:enforcement='1'/>"


def protected(parts: Parts) -> None:
    parts.roots["word/settings.xml"].append(element(PROTECTION))


def strict(data: bytes) -> bytes:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    other = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(usual, other))
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (strict, "DO-70"),
        (lambda data: edited(data, protected), "DO-71"),
        (lambda data: with_part(data, "_xmlsignatures/sig1.xml", b"<x/>"), "DO-72"),
        (lambda data: with_part(data, "word/vbaProject.bin", b"x"), "DO-73"),
        (lambda data: edited(data, copied("TỈNH MINH HỌA", "MẬT")), "DO-75"),
        (lambda data: data[:400], "DC-04"),
        (lambda _: b"{\\rtf1", "DC-02"),
    ],
)
def test_what_mending_would_spoil_is_refused(
    province: bytes, mend: Fix, spoil: Callable[[bytes], bytes], code: str
) -> None:
    with pytest.raises(FaultsError) as refused:
        mend(spoil(province))
    assert [fault.code for fault in refused.value.faults] == [code]


def test_two_parts_of_one_name_are_refused(province: bytes, mend: Fix) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = with_part(province, "word/styles.xml", b"<x/>")
    with pytest.raises(FaultsError) as refused:
        mend(twice)
    assert refused.value.faults[0].code == "DC-04"


def test_a_mender_that_changes_a_word_is_caught(
    province: bytes, mend: Fix, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(desk: Desk, case: Case, _rule: Rule) -> None:
        motto = case.anatomy.head.motto
        assert motto is not None
        for text in motto.paragraph.element.iter(qn("w:t")):
            text.text = (text.text or "").replace("Tự do", "Tự  do")
        desk.switch_paragraph(motto.paragraph, "keepNext", on=True)

    monkeypatch.setitem(MENDERS, "TN-02", careless)
    with pytest.raises(FaultsError) as refused:
        mend(edited(province, letters("Độc lập", b=0)))
    assert [fault.code for fault in refused.value.faults] == ["DO-74"]


def test_a_mender_that_breaks_another_rule_is_left_out(
    province: bytes, mend: Fix, monkeypatch: pytest.MonkeyPatch
) -> None:
    def clumsy(desk: Desk, case: Case, _rule: Rule) -> None:
        for paragraph in case.anatomy.text:
            desk.align(paragraph, "right")

    monkeypatch.setitem(MENDERS, "ND-27", clumsy)
    monkeypatch.delitem(MENDERS, "ND-03")
    mended = mend(edited(province, layout(body.TITLED, keepNext=0), letters("Độc lập", b=0)))
    assert rules_of(mended.fixed) == {"TN-02"}
    assert "ND-03" not in rules_of(mended.left)


def test_what_an_office_accepts_is_not_mended(
    province: bytes, mend: Fix, rules: tuple[Rule, ...]
) -> None:
    accepts = [{"rule": "TN-02", "reason": "thử"}]
    profile = Profile.model_validate({"office": "Văn phòng", "accepts": accepts})
    spoilt = edited(province, letters("Độc lập", b=0))
    assert mend(spoilt, profile=profile).data == spoilt


def test_signs_of_picture_fonts_are_left(province: bytes, mend: Fix) -> None:
    sign = (
        "<w:r><w:rPr><w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/></w:rPr><w:t>q</w:t></w:r>"
    )

    def signed(parts: Parts) -> None:
        parts.paragraph(body.TEXT).append(element(sign))

    spoilt = edited(province, signed)
    mended = mend(spoilt)
    assert mended.data == spoilt
    assert "PAGE-09" in rules_of(mended.left)


def test_the_code_of_a_page_number_is_set_like_the_number(province: bytes, mend: Fix) -> None:
    """A field that is counted anew looks as its code does."""
    mended = mend(edited(province, letters("2", part=HEADER, sz=20, i=1)))
    with ZipFile(BytesIO(mended.data)) as package:
        header = etree.fromstring(package.read(HEADER))
    runs = list(header.iter(qn("w:r")))
    looks = [(run.find(f".//{qn('w:i')}"), run.find(f".//{qn('w:sz')}")) for run in runs]
    assert len(runs) > 2
    assert all(i is None or i.get(qn("w:val")) == "0" for i, _ in looks)
    assert all(size is None or size.get(qn("w:val")) == "26" for _, size in looks)


def test_a_header_that_says_more_than_the_number_is_not_hidden(province: bytes, mend: Fix) -> None:
    def named(parts: Parts) -> None:
        section_without(0, "titlePg")(parts)
        header = parts.roots[HEADER]
        header.append(element("<w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p>"))

    assert "PAGE-17" in rules_of(mend(edited(province, named)).left)


def test_a_line_that_is_a_shape_is_left(province: bytes, mend: Fix) -> None:
    typed = after("TỈNH MINH HỌA", DASHES)
    spoilt = edited(province, line_gone("TỈNH MINH HỌA"), typed)
    mended = mend(spoilt)
    assert "CQ-07" in rules_of(mended.left)


def spoilt(seed: int) -> Callable[[Parts], None]:
    """Drop, double or move elements of every part, or spoil their attributes."""
    chance = random.Random(seed)

    def spoil(parts: Parts) -> None:
        for root in parts.roots.values():
            elements = [e for e in root.iter() if e.getparent() is not None]
            for chosen in chance.sample(elements, min(25, len(elements))):
                parent, deed = chosen.getparent(), chance.randrange(3)
                if parent is not None and deed < 2:
                    parent.append(chosen) if deed else parent.remove(chosen)
                for name in chosen.attrib if deed == 2 else ():
                    chosen.set(name, chance.choice(["", "-1", "9" * 20, "abc", "12.5mm"]))

    return spoil


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_mended_or_refused_but_loses_nothing(
    province: bytes, mend: Fix, seed: int
) -> None:
    damaged = edited(province, spoilt(seed))
    try:
        mended = mend(damaged)
    except FaultsError as error:
        assert {fault.code for fault in error.faults} <= {"DC-04", "DO-75"}
    else:
        assert content(mended.data) == content(damaged)
