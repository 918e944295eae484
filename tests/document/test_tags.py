"""What a template's tags may do, and how faults in them are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.document.context import context
from analysis.document.engine import environment
from analysis.document.marks import Notes
from analysis.document.tags import SHAPE, Shape, TagLinter

if TYPE_CHECKING:
    from analysis.errors import Fault
    from analysis.plan.text import PlanText


def lint(*paragraphs: str) -> list[Fault]:
    source = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return TagLinter(environment(), source, file="mau.docx").lint()


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{{ title }}"],
        ["{% for line in issuer %}", "{{ line }}", "{% endfor %}"],
        [
            '{% for p in body %}{% if p.kind == "dash" and not loop.last %}',
            "{{ p.text }}{% elif loop.first or p.kind != 'plus' %}",
            "{{ p.text }}{% endif %}{% endfor %}",
        ],
        ["{% for a in appendices %}{% for n in a.notes %}{{ n }}{% endfor %}{% endfor %}"],
        ["{% if signer %}{{ signer }}{% endif %}"],
    ],
)
def test_names_loops_and_conditions_are_allowed(paragraphs: list[str]) -> None:
    assert lint(*paragraphs) == []


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("{{ title.upper() }}", "lời gọi hàm"),
        ("{{ title|upper }}", "bộ lọc"),
        ("{{ ''.__class__ }}", "''.__class__"),
        ("{% set x = 1 %}", "Assign"),
        ("{% include 'x' %}", "Include"),
        ("{{ 1 + 1 }}", "Add"),
        ("{{ body }}", "danh sách “body”"),
        ("{% for c in title %}{% endfor %}", "vòng lặp trên “title”"),
        ("{% for a, b in body %}{% endfor %}", "For"),
        ("{% if number > 'a' %}{% endif %}", "so sánh lớn nhỏ"),
        ("{% if title|length %}{% endif %}", "bộ lọc"),
    ],
)
def test_anything_else_is_refused(tag: str, what: str) -> None:
    (fault,) = lint(tag)
    assert fault.code in {"DO-05", "DO-06"}
    assert what.replace("''", "…") in fault.what


def test_an_unknown_name_is_answered_with_the_nearest_known_one() -> None:
    (fault,) = lint("Tên: {{ titel }}")
    assert fault.what == "Thẻ gọi tên “titel” không có trong kế hoạch; có phải “title”."


def test_all_faults_come_at_once_even_in_branches_that_would_not_run() -> None:
    faults = lint(
        "Đoạn thứ nhất {{ titel }}",
        "{% for p in body %}{% if p.sort == 'x' %}{{ p.txt }}",
        "{% else %}{{ q }}{% endif %}{% endfor %}",
    )
    assert [fault.what.split("”")[0] for fault in faults] == [
        "Thẻ gọi tên “titel",
        "Thẻ gọi tên “p.sort",
        "Thẻ gọi tên “p.txt",
        "Thẻ gọi tên “q",
    ]


def test_a_fault_names_file_and_paragraph() -> None:
    (fault,) = lint("Đoạn đầu", "Nhiệm vụ trọng tâm: {{ taks }}", "Đoạn cuối")
    assert fault.place.text() == "tệp mau.docx, đoạn “Nhiệm vụ trọng tâm: {{ taks }}”"


@pytest.mark.parametrize(
    "text", ["Số {{ number", "{% for p in body %}", "{% endif %}", "{{ }}", "{% fro p in body %}"]
)
def test_a_broken_tag_is_a_fault(text: str) -> None:
    (fault,) = lint("Phần đầu của mẫu", text)
    assert fault.code == "DO-04"
    assert fault.place.file == "mau.docx"


def test_the_known_names_are_the_ones_a_plan_gives(plan: PlanText) -> None:
    def shape(value: object) -> Shape:
        if isinstance(value, dict):
            return {name: shape(inner) for name, inner in value.items()}
        return [shape(value[0])] if isinstance(value, list) else ""

    assert shape(context(plan, Notes())) == SHAPE


def names(*paragraphs: str) -> list[str]:
    told = [fault for fault in lint(*paragraphs) if fault.code == "DO-05"]
    return [fault.what.split("“")[1].split("”")[0] for fault in told]


def test_unknown_names_are_all_told_within_a_faulty_loop_but_not_those_of_its_item() -> None:
    body = ("{{ titel }}{{ p.txt }}", "{% if p.kind == numbr and loop.lsat %}{% endif %}")
    for loop in ("{% for p in bdy %}", "{% for p in title %}", "{% for a, p in body %}"):
        told = [name for name in names(loop, *body, "{% endfor %}") if name != "bdy"]
        assert told == ["titel", "numbr", "loop.lsat"]


def test_unknown_names_are_told_beside_tags_that_do_not_pair() -> None:
    faults = lint("{% for p in bdy %}", "{{ p.txt }}{{ titel }}", "{% if sgner %}", "{{ kind }}")
    assert [fault.code for fault in faults] == ["DO-04", "DO-05", "DO-05", "DO-05"]
    assert names("{% for p in bdy %}", "{{ p.txt }}{{ titel }}", "{% if sgner %}") == [
        "bdy",
        "titel",
        "sgner",
    ]
    places = [fault.place.detail for fault in faults[1:]]
    assert [word in place for word, place in zip(("bdy", "titel", "sgner"), places, strict=True)]


def test_a_broken_expression_hides_no_other_name() -> None:
    assert names("{{ title title }}", "{{ titel }}{% endif %}", "{% elif nmber %}") == [
        "titel",
        "nmber",
    ]
