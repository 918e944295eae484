"""Everything that is wrong with a template, in one go, each with its place."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from analysis.document.decree import Rule, read_rules
from analysis.document.decree import check as judged
from analysis.document.engine import inspected
from analysis.document.sample import SAMPLE, read_sample
from analysis.document.tags import leaves
from analysis.document.template_check import check_template
from analysis.document.trial import tried
from analysis.errors import Fault, FaultsError
from analysis.plan.text import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.text import PlanText

ROOT = Path(__file__).parents[2]
TYPE = '<w:p><w:pPr><w:pStyle w:val="KHType"/>'


def paragraph(text: str, style: str = "Normal") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


@pytest.fixture(scope="module")
def sample() -> PlanText:
    return read_sample(ROOT / SAMPLE)


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return read_rules(ROOT / "data/raw/reference/decree30.yml")


@pytest.fixture(scope="module")
def check(sample: PlanText, rules: tuple[Rule, ...]) -> Callable[[Path], tuple[Fault, ...]]:
    def checked(template: Path) -> tuple[Fault, ...]:
        return check_template(template, sample=sample, rules=rules)

    return checked


@pytest.fixture(scope="module")
def with_paragraphs(edited: Callable[..., Path]) -> Callable[..., Path]:
    """Copies the template with paragraphs above the line KẾ HOẠCH, which is the 13th."""

    def made(*paragraphs: str) -> Path:
        return edited(TYPE, "".join(paragraphs) + TYPE)

    return made


def codes(faults: tuple[Fault, ...]) -> list[str]:
    return [fault.code for fault in faults]


# --- the templates and the sample that are committed ---


def test_the_committed_templates_are_without_fault(
    any_template: Path, check: Callable[[Path], tuple[Fault, ...]]
) -> None:
    assert check(any_template) == ()


def test_the_committed_templates_ask_for_all_that_a_plan_gives(any_template: Path) -> None:
    assert set(leaves()) <= inspected(any_template).paths


def test_the_sample_has_every_kind_of_content(sample: PlanText) -> None:
    tables = [appendix.table for appendix in sample.appendices]
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    assert {paragraph.kind for paragraph in sample.body} == set(get_args(ParagraphKind))
    assert {row.kind for table in tables for row in table.rows} == {"total", "group", "data"}
    assert {appendix.landscape for appendix in sample.appendices} == {True, False}
    assert any(paragraph.footnotes for paragraph in sample.body)
    assert any(paragraph.notes for paragraph in sample.body)
    assert any(cell.merged for cell in cells)
    assert any(cell.note for cell in cells)
    assert any(cell.footnotes for cell in cells)
    assert any("\n" in cell.text for cell in cells)
    assert all((sample.superior, sample.signer, sample.appendices[0].notes))
    assert {"<", "&", '"'} <= set("".join(paragraph.text for paragraph in sample.body))


def test_the_sample_says_that_it_is_one(sample: PlanText) -> None:
    assert "ví dụ" in sample.title.lower()
    assert "không có thật" in (ROOT / SAMPLE).read_text("utf-8")


def test_a_sample_with_a_faulty_field_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "plan.yml"
    path.write_text(
        (ROOT / SAMPLE).read_text("utf-8").replace("kind: plus", "kind: minus"), "utf-8"
    )
    with pytest.raises(FaultsError) as caught:
        read_sample(path)
    assert [fault.code for fault in caught.value.faults] == ["RF-03"]


# --- places ---


def test_a_fault_names_paragraph_words_and_heading(
    check: Callable[[Path], tuple[Fault, ...]], with_paragraphs: Callable[..., Path]
) -> None:
    template = with_paragraphs(
        paragraph("I. MỤC ĐÍCH", "KHSection"), paragraph("Nhiệm vụ trọng tâm: {{ taks }}")
    )
    (fault,) = check(template)
    assert fault.place.text() == (
        "tệp mau.docx, đoạn 14 “Nhiệm vụ trọng tâm: {{ taks }}”, dưới đề mục “I. MỤC ĐÍCH”"
    )


def test_without_a_heading_above_the_paragraph_alone_is_named(
    check: Callable[[Path], tuple[Fault, ...]], with_paragraphs: Callable[..., Path]
) -> None:
    (fault,) = check(with_paragraphs(paragraph("Tên: {{ titel }}")))
    assert fault.place.text() == "tệp mau.docx, đoạn 13 “Tên: {{ titel }}”"


def test_a_fault_in_the_page_header_names_the_part(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    (fault,) = check(edited("<w:t>2</w:t>", "<w:t>{{ nmuber }}</w:t>", "word/header1.xml"))
    assert fault.place.detail == "đầu trang, đoạn 1 “{{ nmuber }}”"
    assert "có phải “number”" in fault.what


def test_all_faults_come_at_once_in_the_order_of_the_template(
    check: Callable[[Path], tuple[Fault, ...]], with_paragraphs: Callable[..., Path]
) -> None:
    faults = check(
        with_paragraphs(
            paragraph("{% set x = 1 %}"),
            paragraph("{{ titel }}"),
            paragraph("{{ title"),
            paragraph("Chữ {%p if title %}"),
            paragraph("{%p endif %}"),
        )
    )
    assert codes(faults) == ["DO-06", "DO-04", "DO-54", "DO-05"]
    assert [re.findall(r"đoạn (\d+)", fault.place.detail)[0] for fault in faults] == [
        "13",
        "15",
        "16",
        "14",
    ]


# --- names ---


@pytest.mark.parametrize(
    ("tag", "nearest"),
    [
        ("{{ recipient }}", "recipients"),
        ("{% for p in body %}{{ p.txt }}{% endfor %}", "text"),
        ("{% for a in appendices %}{{ a.referense }}{% endfor %}", "reference"),
        ("{% for p in body %}{% if p.kind == 'sectoin' %}{% endif %}{% endfor %}", "section"),
        ("{% for p in body %}{% if loop.lsat %}{% endif %}{% endfor %}", "last"),
    ],
)
def test_the_nearest_name_is_offered(
    check: Callable[[Path], tuple[Fault, ...]],
    with_paragraphs: Callable[..., Path],
    tag: str,
    nearest: str,
) -> None:
    (fault,) = check(with_paragraphs(paragraph(tag)))
    assert f"có phải “{nearest}”" in fault.what


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("{{ a.reference }}", "", "appendices.reference"),
        ("{{ note }}", "", "appendices.notes"),
        ("{{ signer }}", "", "signer"),
    ],
)
def test_a_name_that_is_never_used_is_a_warning(
    check: Callable[[Path], tuple[Fault, ...]],
    edited: Callable[..., Path],
    old: str,
    new: str,
    name: str,
) -> None:
    unused = [fault for fault in check(edited(old, new)) if fault.code == "DO-62"]
    assert [fault.severity for fault in unused] == ["warning"]
    assert f"“{name}”" in unused[0].what


def test_names_are_not_called_unused_when_a_broken_tag_hides_them(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    faults = check(edited("{%p for note in a.notes %}", "{%p if a.title %}"))
    assert codes(faults) == ["DO-04", "DO-05"]
    assert "“note”" in faults[1].what


def test_what_a_template_asks_for_is_known_in_all_its_branches(
    edited: Callable[..., Path],
) -> None:
    branches = "{% if number == 'a' %}{% else %}{{ signer }}{% endif %}"
    paths = inspected(edited("{{ signer }}", branches)).paths
    assert {"signer", "number", "body", "body[]", "body[].text", "appendices[].notes[]"} <= paths
    assert not any(path.startswith("loop") for path in paths)
    assert "signer" not in inspected(edited("{{ signer }}", "Ký tên")).paths


# --- what Word did to tags ---


def test_a_tag_that_word_cut_is_a_warning_with_its_place(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    cut = "</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>"
    pieces = cut.join(["{{ ki", "nd }", "}"])
    (warning,) = check(edited("{{ kind }}", pieces))
    assert (warning.code, warning.severity) == ("DO-60", "warning")
    assert "“{{ kind }}” bị Word cắt thành 3 mẩu" in warning.what
    assert warning.place.detail == "đoạn 13 “{{ kind }}”"


def test_curly_quotes_in_a_tag_are_a_warning(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    (warning,) = check(edited('p.kind == "plus"', "p.kind == “plus”"))
    assert (warning.code, warning.severity) == ("DO-61", "warning")


def test_curly_quotes_in_the_text_are_none_of_its_business(
    check: Callable[[Path], tuple[Fault, ...]], with_paragraphs: Callable[..., Path]
) -> None:
    assert check(with_paragraphs(paragraph("Chữ “in nghiêng” của mẫu"))) == ()


# --- what the template lacks ---


def test_missing_styles_are_told_all_at_once(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    faults = check(edited('<w:name w:val="Table', '<w:name w:val="Bảng', "word/styles.xml"))
    assert set(codes(faults)) == {"DO-08"}
    assert len(faults) > 1


def test_a_missing_section_is_told_with_faulty_tags(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    twice = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + paragraph("{{ titel }}") + TYPE
    assert codes(check(edited(TYPE, twice))) == ["DO-05", "DO-10"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{{ a.table }}", "Bảng: {{ a.table }}", "DO-09"),
        ("{{ title }}", "{{ kind }}", "DO-30"),
        ("{{ title }}", "{{ title }}  hết", "DO-32"),
        ("Nơi nhận:", "\uf0b7 Nơi nhận:", "DO-11"),
    ],
)
def test_what_only_the_printed_sample_shows_is_told(
    check: Callable[[Path], tuple[Fault, ...]],
    edited: Callable[..., Path],
    old: str,
    new: str,
    code: str,
) -> None:
    assert code in codes(check(edited(old, new)))


@pytest.mark.parametrize(("content", "code"), [(None, "DO-01"), (b"PK", "DO-02")])
def test_a_file_that_cannot_be_read_is_not_judged(
    check: Callable[[Path], tuple[Fault, ...]], tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "mau.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FaultsError) as caught:
        check(path)
    assert codes(caught.value.faults) == [code]


# --- what the decree asks of the printed sample ---


def test_the_sample_breaks_no_rule_by_its_own_words(
    any_template: Path, sample: PlanText, rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    path = tmp_path / "in-thu.docx"
    path.write_bytes(tried(any_template, sample))
    assert {finding.severity for finding in judged(path, rules=rules)} <= {"info"}


@pytest.mark.parametrize(
    ("old", "new", "name", "rule"),
    [
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập, Tự do, Hạnh phúc", "word/document.xml", "TN-01"),
        ('w:w="11906"', 'w:w="12240"', "word/document.xml", "PAGE-01"),
    ],
)
def test_a_breach_of_the_decree_is_told_with_its_rule_and_place_in_the_print(
    check: Callable[[Path], tuple[Fault, ...]],
    edited: Callable[..., Path],
    old: str,
    new: str,
    name: str,
    rule: str,
) -> None:
    faults = check(edited(old, new, name))
    assert set(codes(faults)) == {"DO-80"}
    assert {fault.severity for fault in faults} == {"error"}
    assert any(f"quy tắc {rule} của Nghị định" in fault.what for fault in faults)
    assert all(fault.place.text().startswith("tệp mau.docx, bản in thử, ") for fault in faults)


def test_a_breach_names_paragraph_and_heading_what_stands_there_and_what_should(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    name = '<w:name w:val="KH Dash"/><w:basedOn w:val="KHBody"/><w:qFormat/>'
    large = f'{name}<w:rPr><w:sz w:val="40"/></w:rPr>'
    (fault,) = check(edited(name, large, "word/styles.xml"))
    assert fault.place.text() == (
        "tệp mau.docx, bản in thử, đoạn 22, dưới đề mục “1.1.1. Đề mục cấp ba”"
    )
    assert "ND-01" in fault.what
    assert "Thấy: cỡ 20: “- Cơ quan chủ trì: phòng Ví dụ.”." in fault.what
    assert "(cần: cỡ 13-14)" in fault.remedy


def test_the_decree_is_not_asked_while_the_template_cannot_be_printed(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    faults = check(edited("Độc lập - Tự do - Hạnh phúc", "Độc lập {{ titel }}"))
    assert codes(faults) == ["DO-05"]


def test_what_two_appendices_lack_alike_is_told_once(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    assert codes(check(edited("{{ a.section_end }}", ""))) == ["DO-09", "DO-62"]


def test_errors_come_before_warnings(
    check: Callable[[Path], tuple[Fault, ...]], edited: Callable[..., Path]
) -> None:
    severities = [fault.severity for fault in check(edited("{{ signer }}", "{{ sign }}"))]
    assert severities == ["error", "warning"]


# --- the trial ---


def test_the_trial_returns_the_document(template: Path, sample: PlanText) -> None:
    assert tried(template, sample).startswith(b"PK")


@pytest.fixture(scope="module")
def huge(sample: PlanText) -> PlanText:
    """A plan as large as the bounds let through: one cell of very many long lines."""
    appendix = sample.appendices[1]
    row = appendix.table.rows[0]
    cell = replace(row.cells[1], text="\n".join(["Việc " * 16] * 40_000))
    rows = (replace(row, cells=(row.cells[0], cell, row.cells[2])),)
    table = replace(appendix.table, rows=rows)
    return replace(sample, appendices=(replace(appendix, table=table),))


@pytest.mark.parametrize(
    ("limits", "code"),
    [({"seconds": 0.05}, "DO-63"), ({"seconds": 60, "megabytes": 100}, "DO-64")],
    ids=["time", "memory"],
)
def test_a_trial_that_takes_too_much_is_ended(
    template: Path, huge: PlanText, limits: dict[str, int], code: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        tried(template, huge, **limits)
    assert [fault.code for fault in caught.value.faults] == [code]
