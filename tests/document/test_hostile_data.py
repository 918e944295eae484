"""Plans that mean harm, or that a machine spoilt: refused, or printed letter by letter."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis.document import bounds
from analysis.document.bounds import size_faults
from analysis.document.context import texts
from analysis.document.render import document_bytes
from analysis.document.trial import tried
from analysis.document.wordml import paragraphs, text_of
from analysis.errors import FaultsError
from analysis.plan.text import Appendix, Cell, Column, Footnote, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText

COLUMNS = (Column("number", "STT", 20), Column("text", "Nội dung", 100))
LONG = "Kế hoạch " * 110_000 + "hết"


@pytest.fixture(autouse=True)
def _within_five_seconds() -> Iterator[None]:
    started = time.process_time()
    yield
    assert time.process_time() - started < 5


def in_title(plan: PlanText, text: str) -> PlanText:
    return replace(plan, title=text)


def in_issuer(plan: PlanText, text: str) -> PlanText:
    return replace(plan, issuer=(text,))


def in_signer(plan: PlanText, text: str) -> PlanText:
    return replace(plan, signer=text)


def in_body(plan: PlanText, text: str) -> PlanText:
    return replace(plan, body=(Paragraph("body", text),))


def in_footnote(plan: PlanText, text: str) -> PlanText:
    body = Paragraph("body", "Nội dung./.", footnotes=(Footnote("Nội dung", text),))
    return replace(plan, body=(body,))


def in_note(plan: PlanText, text: str) -> PlanText:
    return replace(plan, body=(Paragraph("body", "chưa có số liệu", notes=(text,)),))


def in_cell(plan: PlanText, text: str) -> PlanText:
    table = Table(COLUMNS, (Row("data", (Cell("1"), Cell(text))),), "Bảng")
    return replace(plan, appendices=(Appendix("Phụ lục", "BẢNG", "(Kèm theo)", table, ()),))


def in_heading(plan: PlanText, text: str) -> PlanText:
    table = Table(COLUMNS, (Row("data", (Cell("1"), Cell("a"))),), "Bảng")
    return replace(plan, appendices=(Appendix("Phụ lục", text, "(Kèm theo)", table, (text,)),))


PLACES = (in_title, in_issuer, in_signer, in_body, in_footnote, in_note, in_cell, in_heading)


@pytest.fixture
def printed(template: Path, part: Callable[..., etree._Element]) -> Callable[[PlanText], list[str]]:
    """Renders a plan and reads every paragraph of it, footnotes and comments too."""

    def read(plan: PlanText) -> list[str]:
        data = document_bytes(plan, template=template)
        texts = []
        for name in ("document", "footnotes", "comments"):
            try:
                root = part(data, f"word/{name}.xml")
            except KeyError:
                continue
            texts += [text_of(paragraph).strip() for paragraph in paragraphs(root)]
        return texts

    return read


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "{{ title }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for x in range(1000000000) %}x{% endfor %}",
        "{# ghi chú",
        "{_{ title }_}",
        "⟦bảng 1⟧",
        "⟦ghi chú 0⟧",
        "a\x00b",
        "a\x07b",
        "a\x0cb",
        "a\x1bb",
        "a\u200bb",
        "a\u200fb",
        "a\u202eb",
        "a\u00adb",
        "a\u061cb",
        "a\u180eb",
        "a\u2060b",
        "a\u2066b\u2069c",
        "a\U000e0041b",
        "a\ud800b",
        "a\ufffeb",
    ],
)
def test_marks_of_templates_and_unseen_letters_are_refused(
    small_plan: PlanText,
    template: Path,
    place: Callable[[PlanText, str], PlanText],
    text: str,
) -> None:
    with pytest.raises(FaultsError) as caught:
        document_bytes(place(small_plan, text), template=template)
    assert {fault.code for fault in caught.value.faults} <= {"DO-20", "DO-21"}
    assert all(fault.place.detail for fault in caught.value.faults)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        "</w:t></w:r></w:p></w:body></w:document>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
        "]]><!--",
        "a & b &amp; c &#x0; &lt;",
        "tỷ lệ < 50% & tăng > 5%",
        "{ title }",
        "%s %(title)s {0} {title} $title",
        "__import__('os').system('id')",
        "=HYPERLINK('http://example.com')",
        "INCLUDEPICTURE http://example.com/a.png",
        "' OR 1=1; --",
        "\\x00 \\u202e \\n",
    ],
)
def test_code_of_other_languages_is_printed_letter_by_letter(
    small_plan: PlanText,
    printed: Callable[[PlanText], list[str]],
    place: Callable[[PlanText, str], PlanText],
    text: str,
) -> None:
    assert text in printed(place(small_plan, text))


@pytest.mark.parametrize("text", ["עברית", "مرحبا"])
def test_letters_from_right_to_left_are_printed_as_they_are(
    small_plan: PlanText, printed: Callable[[PlanText], list[str]], text: str
) -> None:
    assert text in printed(in_title(small_plan, text))


def test_two_halves_of_a_tag_do_not_meet(
    small_plan: PlanText, printed: Callable[[PlanText], list[str]]
) -> None:
    body = (Paragraph("body", "{"), Paragraph("body", "{ title }"), Paragraph("body", "}"))
    assert {"{", "{ title }", "}"} <= set(printed(replace(small_plan, body=body)))


def test_two_texts_beside_each_other_do_not_become_a_tag(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    template = edited("{{ title }}", "{{ title }}{{ kind }}{{ number }}")
    plan = replace(small_plan, title="{", kind="{ signer }", number="}")
    with pytest.raises(FaultsError) as caught:
        document_bytes(plan, template=template)
    assert {fault.code for fault in caught.value.faults} == {"DO-31"}


@pytest.mark.parametrize("place", PLACES)
def test_a_text_of_a_megabyte_is_printed(
    small_plan: PlanText,
    printed: Callable[[PlanText], list[str]],
    place: Callable[[PlanText, str], PlanText],
) -> None:
    assert LONG in printed(place(small_plan, LONG))


def test_megabytes_in_several_places_stay_within_the_memory_of_a_trial(
    small_plan: PlanText, template: Path
) -> None:
    for place in (in_body, in_signer, in_cell):
        small_plan = place(small_plan, LONG)
    assert tried(template, small_plan, megabytes=500)


def test_a_word_of_a_megabyte_is_printed(
    small_plan: PlanText, printed: Callable[[PlanText], list[str]]
) -> None:
    assert "K" * 1_000_000 in printed(in_title(small_plan, "K" * 1_000_000))


def test_texts_longer_than_any_plan_are_refused(small_plan: PlanText, template: Path) -> None:
    body = tuple(Paragraph("body", f"{number} {LONG}") for number in range(11))
    with pytest.raises(FaultsError) as caught:
        document_bytes(replace(small_plan, body=body), template=template)
    assert [fault.code for fault in caught.value.faults] == ["DO-65"]


def test_a_plan_of_real_size_is_within_bounds(plan: PlanText) -> None:
    assert size_faults(texts(plan)) == []


@pytest.mark.parametrize(
    ("text", "found"), [("a\n" * 250_000 + "a", "đoạn"), (LONG * 5, "ký tự")], ids=["lines", "long"]
)
def test_a_plan_larger_than_any_is_told_before_it_is_rendered(
    small_plan: PlanText, text: str, found: str
) -> None:
    (fault,) = size_faults(texts(in_cell(small_plan, text)))
    assert fault.code == "DO-65"
    assert found in fault.what


def test_the_bounds_count_every_string(
    small_plan: PlanText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_STRINGS", 0)
    monkeypatch.setattr(bounds, "MOST_LETTERS", 0)
    assert [fault.code for fault in size_faults(texts(small_plan))] == ["DO-65", "DO-65"]
