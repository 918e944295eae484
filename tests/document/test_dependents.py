"""Decree 30/2020/NĐ-CP on the plans of a department, a district and a commune."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml.ns import qn
from tests.document import test_decree as decree

from analysis.document.checks import text_faults
from analysis.document.fidelity import fidelity_faults
from analysis.document.render import document_bytes
from analysis.document.wordml import paragraphs, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from analysis.plan.text import PlanText
    from analysis.runs.paths import Paths

BODIES: dict[str, dict[str, Any]] = {
    "department": {"year": 2023, "form": "department", "agency": "SO_NV.1"},
    "office": {"year": 2026, "form": "department", "agency": "VP_UBND"},
    "district": {"year": 2023, "form": "local", "place": "Bình Gia"},
    "city": {"year": 2023, "form": "local", "place": "thành phố Lạng Sơn"},
    "commune": {"year": 2026, "form": "local", "place": "xã Bình Gia"},
}


@pytest.fixture(scope="module", params=BODIES)
def body(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def plan(body: str, real_plan: Callable[..., PlanText]) -> PlanText:
    return real_plan("Lạng Sơn", **BODIES[body])


@pytest.fixture(scope="module")
def rendered(body: str, plan: PlanText, paths: Paths) -> bytes:
    template = paths.templates / f"{BODIES[body]['form']}.docx"
    return document_bytes(plan, template=template)


@pytest.fixture
def root(rendered: bytes, part: Callable[..., etree._Element]) -> etree._Element:
    return part(rendered)


@pytest.fixture
def find(rendered: bytes, root: etree._Element, look: decree.Look) -> decree.Find:
    """How the first paragraph that starts with some words is set."""

    def found(words: str) -> Callable[[str], str]:
        paragraph = next(p for p in paragraphs(root) if text_of(p).startswith(words))
        return look(rendered, paragraph)

    return found


def test_the_text_can_be_printed_and_the_document_holds_all_of_it(
    plan: PlanText, rendered: bytes
) -> None:
    assert text_faults(plan) == []
    assert fidelity_faults(rendered, plan, file="mau.docx") == []


def test_sheets_page_numbers_and_the_national_name_are_the_decree_s(
    rendered: bytes, root: etree._Element, part: Callable[..., etree._Element], look: decree.Look
) -> None:
    decree.test_every_sheet_is_a4_with_the_decrees_margins(root)
    decree.test_the_page_number_is_centred_in_the_header_14_pt_and_hidden_on_the_first_page(
        rendered, root, part, look
    )
    decree.test_the_national_name_fits_its_column(root)


def test_each_component_is_set_as_the_decree_says(
    find: decree.Find, plan: PlanText, body: str
) -> None:
    local = body in ("district", "city", "commune")
    expected = [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "bold", "center"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "bold", "center"),
        (plan.issuer[0], 13, "bold", "center"),
        (plan.issuer[-1], 13, "bold", "center"),
        (plan.number, 13, "", "center"),
        (plan.place_date, 14, "italic", "center"),
        ("KẾ HOẠCH", 14, "bold", "center"),
        (plan.title, 14, "bold", "center"),
        ("I. MỤC ĐÍCH", 14, "bold", "both"),
        ("1. Mục đích", 14, "bold", "both"),
        ("Nơi nhận:", 12, "bold italic", ""),
        (plan.recipients[0], 11, "", ""),
        (plan.signatory[0], 14, "bold", "center"),
        (plan.signatory[-1], 14, "bold", "center"),
    ]
    if local:
        (appendix,) = plan.appendices
        expected += [
            (appendix.label, 14, "bold", "center"),
            (appendix.title, 14, "bold", "center"),
            (appendix.reference, 14, "italic", "center"),
        ]
    else:
        expected.append((plan.superior, 13, "", "center"))
    for words, size, weight, align in expected:
        decree.test_each_component_is_set_as_the_decree_says(find, words, size, weight, align)


def test_running_text_is_justified_indented_and_spaced(
    rendered: bytes, root: etree._Element, look: decree.Look
) -> None:
    values = [look(rendered, paragraph) for paragraph in decree.flowing(root)]
    running = [value for value in values if value("pPr/jc") != "center"]
    assert len(running) > 15
    for value in running:
        assert value("pPr/jc") == "both"
        assert (value("pPr/ind@firstLine"), value("pPr/ind@left")) == ("720", "0")
        assert int(value("pPr/spacing@after")) >= 120
        assert 240 <= int(value("pPr/spacing@line")) <= 360
        assert value("rPr/sz") == "28"


def test_letterhead_and_closing_hold_the_body_and_its_head(
    root: etree._Element, plan: PlanText
) -> None:
    head, closing = root[0].findall(qn("w:tbl"))[:2]
    cells = [
        [text for p in paragraphs(cell) if (text := text_of(p))] for cell in head.iter(qn("w:tc"))
    ]
    above = [plan.superior] if plan.superior else []
    assert cells[0] == [*above, *plan.issuer]
    assert cells[2:] == [[plan.number], [plan.place_date]]
    left, right = ([text_of(p) for p in paragraphs(cell)] for cell in closing.iter(qn("w:tc")))
    assert left == ["Nơi nhận:", *plan.recipients]
    assert right == [*plan.signatory, *[""] * 5, plan.signer]


def test_only_a_people_s_committee_is_signed_on_behalf_of(
    root: etree._Element, plan: PlanText, body: str
) -> None:
    texts = [text_of(p) for p in paragraphs(root)]
    local = body in ("district", "city", "commune")
    assert texts.count("TM. ỦY BAN NHÂN DÂN") == int(local)
    assert bool(plan.superior) is not local
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", plan.signatory[-1]):
        assert texts.count(words) == 1


def test_lines_are_drawn_not_typed(root: etree._Element, plan: PlanText) -> None:
    borders = list(root.iter(qn("w:pBdr")))
    assert len(borders) == 3 + len(plan.appendices)
    assert not any("__" in text_of(p) or "---" in text_of(p) for p in paragraphs(root))


def test_a_long_name_makes_both_columns_of_the_letterhead_smaller_within_the_decree(
    real_plan: Callable[..., PlanText],
    paths: Paths,
    part: Callable[..., etree._Element],
    look: decree.Look,
) -> None:
    plan = real_plan("Lạng Sơn", 2023, form="department", agency="SO_LDTBXH.1")
    data = document_bytes(plan, template=paths.templates / "department.docx")
    head = part(data)[0].find(qn("w:tbl"))
    assert head is not None
    sizes = {text_of(p): look(data, p)("rPr/sz") for p in paragraphs(head) if text_of(p)}
    assert {sizes[line] for line in plan.issuer} == {"24"}
    assert sizes["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == "24"
    assert sizes["Độc lập - Tự do - Hạnh phúc"] == "26"
