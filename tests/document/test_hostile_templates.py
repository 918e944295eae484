"""Templates that mean harm, or that nobody wrote with care: refused, never run."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError, UndefinedError
from tests.builders.refused import codes

from analysis.document.context import context
from analysis.document.engine import environment, inspected
from analysis.document.marks import Notes
from analysis.document.render import document_bytes
from analysis.document.scanning import LONGEST_TAG, MOST_TAGS
from analysis.document.tags import MOST_DEEP
from analysis.errors import FaultsError
from analysis.plan.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.plan.text import PlanText

TITLE, HEADER, CORE = "{{ title }}", "word/header1.xml", "docProps/core.xml"


pytestmark = pytest.mark.usefixtures("within_five_seconds")


# --- code in tags ---


@pytest.mark.parametrize(
    "tag",
    [
        "{{ title.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''.__class__ }}",
        "{{ body.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__ }}",
        "{{ title|attr('__class__') }}",
        "{{ title['__class__'] }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ title.upper() }}",
        "{{ namespace() }}",
        "{{ loop.cycle('a') }}",
        "{% for p in body %}{{ loop.previtem }}{% endfor %}",
    ],
)
def test_walks_to_python_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], tag: str
) -> None:
    assert set(codes(small_plan, edited(TITLE, TITLE + tag))) <= {"DO-04", "DO-05", "DO-06"}


@pytest.mark.parametrize(
    "tag",
    [
        "{% for x in range(1000000000) %}x{% endfor %}",
        "{% for x in range(9999) %}{% for y in range(9999) %}x{% endfor %}{% endfor %}",
        "{% for x in body|batch(1) %}{% endfor %}",
        "{% for x in 'abc' * 1000000000 %}x{% endfor %}",
        "{% for x in [1, 2, 3] %}x{% endfor %}",
        "{% for x in title %}x{% endfor %}",
        "{% for p in body recursive %}{{ loop(body) }}{% endfor %}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ 'a' * 9999999999 }}",
        "{{ 1 + 1 }}",
        "{{ 'a' ~ title }}",
        "{{ title if kind else number }}",
        "{% if title is defined %}{% endif %}",
        "{% if title in body %}{% endif %}",
        "{% if title > 'a' %}{% endif %}",
        "{% if body == body %}{% endif %}",
        "{{ 'chữ' }}",
        "{{ none }}",
    ],
)
def test_endless_work_and_arithmetic_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], tag: str
) -> None:
    assert codes(small_plan, edited(TITLE, TITLE + tag)) == ["DO-06"]


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("{% include 'x' %}", "include"),
        ("{% import 'os' as os %}", "import"),
        ("{% from 'os' import system %}", "from"),
        ("{% extends 'x' %}", "extends"),
        ("{% macro f() %}{% endmacro %}", "macro"),
        ("{% call f() %}{% endcall %}", "call"),
        ("{% block a %}{% endblock %}", "block"),
        ("{% set x = 1 %}", "set"),
        ("{% with x = 1 %}{% endwith %}", "with"),
        ("{% filter upper %}x{% endfilter %}", "filter"),
        ("{% autoescape false %}{{ title }}{% endautoescape %}", "autoescape"),
        ("{% raw %}{{ x }}{% endraw %}", "raw"),
        ("{%raw%}x{%endraw%}", "raw"),
        ("{% do x %}", "do"),
        ("{% debug %}", "debug"),
        ("{% fro p in body %}", "fro"),
        ("{% colspan 2 %}", "colspan"),
        ("{% cellbg title %}", "cellbg"),
        ("{% vm %}", "vm"),
        ("{% hm %}", "hm"),
        ("{# ghi chú #}", "{# #}"),
        ("{%tr for p in body %}{%tr endfor %}", "tr"),
        ("{{p title }}", "p"),
        ("{{r title }}", "r"),
        ("{%- if title %}{% endif %}", "khoảng trắng"),
        ("{{ title -}}", "khoảng trắng"),
    ],
)
def test_other_commands_are_refused_by_name(
    small_plan: PlanText, edited: Callable[..., Path], tag: str, word: str
) -> None:
    with pytest.raises(FaultsError, match=re.escape(word)) as caught:
        document_bytes(small_plan, template=edited(TITLE, TITLE + tag))
    assert "DO-06" in {fault.code for fault in caught.value.faults}


def test_raw_does_not_hide_the_tags_within(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    template = edited(TITLE, "{% raw %}{{ title.x() }}{% endraw %}")
    with pytest.raises(FaultsError) as caught:
        document_bytes(small_plan, template=template)
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ " + "(" * 3000 + "title" + ")" * 3000 + " }}", "DO-51"),
        ("{{ title" + ".a" * LONGEST_TAG + " }}", "DO-51"),
        ("{% if title == " + "9" * 6000 + " %}{% endif %}", "DO-51"),
        ("{% if title %}" * (MOST_DEEP + 1) + "{% endif %}" * (MOST_DEEP + 1), "DO-53"),
        ("{% if title %}" * 200 + "{% endif %}" * 200, "DO-53"),
        ("{% if title %}" + "{% elif kind %}" * MOST_TAGS + "{% endif %}", "DO-52"),
        (TITLE * MOST_TAGS, "DO-52"),
        ("{{ " + "(" * 90 + "title" + ")" * 90 + " }}", "DO-04"),
        ("{{ " + "-" * 150 + "title }}", "DO-06"),
    ],
)
def test_tags_beyond_measure_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], tag: str, code: str
) -> None:
    assert code in codes(small_plan, edited(TITLE, TITLE + tag))


@pytest.mark.parametrize("count", [1, MOST_TAGS // 2])
def test_tags_up_to_the_bound_are_printed(
    small_plan: PlanText, edited: Callable[..., Path], count: int
) -> None:
    tags = "{% if kind == 'a' %}" + "{% elif kind == 'b' %}" * count + "{% endif %}"
    assert document_bytes(small_plan, template=edited(TITLE, TITLE + tags))


# --- loops end ---


@pytest.mark.parametrize(
    "loops",
    [
        "{% for p in body %}{% for q in body %}{% endfor %}{% endfor %}",
        "{% for p in body %}{% for line in issuer %}{% endfor %}{% endfor %}",
        "{% for a in appendices %}{% for n in a.notes %}{% for k in a.notes %}{% endfor %}"
        "{% endfor %}{% endfor %}",
        "{% for a in appendices %}{% if a.title %}{% for p in body %}{% endfor %}{% endif %}"
        "{% endfor %}",
    ],
)
def test_a_loop_within_a_loop_walks_only_what_its_item_holds(
    small_plan: PlanText, edited: Callable[..., Path], loops: str
) -> None:
    assert codes(small_plan, edited(TITLE, TITLE + loops)) == ["DO-55"]


@pytest.mark.parametrize("name", ["loop", "title", "body"])
def test_a_loop_does_not_take_over_a_known_name(
    small_plan: PlanText, edited: Callable[..., Path], name: str
) -> None:
    loop = f"{{% for {name} in recipients %}}{{% endfor %}}"
    assert codes(small_plan, edited(TITLE, TITLE + loop)) == ["DO-56"]


LISTS = ("body", "issuer", "recipients", "signatory", "appendices", "o.notes", "i.notes", "title")


@pytest.mark.parametrize(("outer", "inner"), list(product(LISTS, LISTS)))
def test_every_loop_that_passes_takes_no_more_steps_than_the_plan_has_items(
    plan: PlanText, edited: Callable[..., Path], outer: str, inner: str
) -> None:
    loops = f"{{% for o in {outer} %}}{{% for i in {inner} %}}x{{% endfor %}}{{% endfor %}}"
    if inspected(edited(TITLE, loops)).faults:
        return
    assert (outer, inner) == ("appendices", "o.notes")
    several = replace(
        plan,
        appendices=tuple(replace(appendix, notes=("Một.", "Hai.")) for appendix in plan.appendices),
    )
    steps = environment().from_string(loops).render(context(several, Notes()))
    assert len(steps) == sum(len(appendix.notes) for appendix in several.appendices)


def test_what_is_printed_many_times_over_ends_at_a_bound(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    long = replace(small_plan, body=(Paragraph("body", "x" * 1_000_000),))
    loops = "{% for p in body %}{{ p.text }}{% endfor %}" * 12
    assert codes(long, edited(TITLE, TITLE + loops)) == ["DO-58"]


def test_the_environment_knows_no_range_filters_or_tests() -> None:
    env = environment()
    assert (env.globals, env.filters, env.tests) == ({}, {}, {})
    with pytest.raises(UndefinedError):
        env.from_string("{{ range(3) }}").render()
    with pytest.raises(SecurityError):
        env.from_string("{{ x.__class__.__mro__ }}").render(x="")


# --- tags where no reader sees them ---


@pytest.mark.parametrize(
    ("old", "new", "part", "code"),
    [
        ("Phần đầu kế hoạch", "{{ 10 ** 10 }}", "word/document.xml", "DO-50"),
        ("<w:body>", "<w:body><!-- {{ title }} -->", "word/document.xml", "DO-50"),
        ("<w:body>", "<w:body><?x {% debug %}?>", "word/document.xml", "DO-50"),
        ("<w:body>", "<w:body><w:r><w:t>{{ title }}</w:t></w:r>", "word/document.xml", "DO-50"),
        ("<w:p>", "{{ title }}<w:p>", "word/document.xml", "DO-07"),
        (TITLE, "{{ title<w:x/>*9 }}", "word/document.xml", "DO-50"),
        (" PAGE ", " PAGE {{ title }}", HEADER, "DO-50"),
        ("<w:t>2</w:t>", "<w:t>{{ nmuber }}</w:t>", HEADER, "DO-05"),
        ("Kế hoạch (mẫu)", "{% for x in range(9) %}{% endfor %}", CORE, "DO-04"),
        ("Kế hoạch (mẫu)", "{{ title }}", CORE, "DO-04"),
    ],
)
def test_hidden_tags_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], old: str, new: str, part: str, code: str
) -> None:
    assert code in codes(small_plan, edited(old, new, part))


@pytest.mark.parametrize(
    "text", ["{", "{ {", "{{ title", "{{ title }", "{% if title", "{{ '}}' }}", "{{{ title }}}"]
)
def test_brackets_out_of_pairs_are_refused(
    small_plan: PlanText, edited: Callable[..., Path], text: str
) -> None:
    assert "DO-04" in codes(small_plan, edited(TITLE, f"{TITLE} {text}"))


def test_a_tag_over_two_paragraphs_is_refused(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    split = "{</w:t></w:r></w:p><w:p><w:r><w:t>{ title }}"
    assert codes(small_plan, edited(TITLE, split)) == ["DO-04"]


def test_what_closes_no_tag_is_printed_and_told(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    assert codes(small_plan, edited(TITLE, f"{TITLE} }}}}")) == ["DO-31"]
    assert document_bytes(small_plan, template=edited(TITLE, f"{TITLE} }}"))


def test_a_loop_from_one_cell_into_the_next_is_refused_with_its_place(
    small_plan: PlanText, edited: Callable[..., Path]
) -> None:
    cell = '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr><w:p><w:r>'
    loop = f"{{% for p in body %}}{cell}<w:t>{{% endfor %}}"
    with pytest.raises(FaultsError) as caught:
        document_bytes(small_plan, template=edited("{{ number }}", "{{ number }}" + loop))
    assert [(f.code, f.place.detail) for f in caught.value.faults] == [
        ("DO-07", "đoạn 12 “{% endfor %}”")
    ]


@pytest.mark.parametrize("text", ["Mở đầu {%p if title %}", "{%p if title %}{%p if kind %}"])
def test_a_paragraph_that_its_tag_would_swallow_is_refused(
    small_plan: PlanText, edited: Callable[..., Path], text: str
) -> None:
    assert "DO-54" in codes(small_plan, edited(TITLE, text))


@pytest.mark.parametrize("piece", ["{{", "{%", "{{r ", "{% vm %}{{", "</w:t>{%-"])
def test_repeated_halves_of_tags_do_not_keep_the_engine_busy(
    small_plan: PlanText, edited: Callable[..., Path], piece: str
) -> None:
    text = piece.replace("<", "&lt;") * 40_000
    assert "DO-04" in codes(small_plan, edited(TITLE, text))


BOX = "<w:pict><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:pict>"


@pytest.mark.parametrize("code", [" * 10", ".__class__", " | safe", "(1)"])
@pytest.mark.parametrize("wrapped", [BOX, '<w:t xmlns:w="x">{}</w:t>'], ids=["box", "namespace"])
def test_code_that_the_library_would_draw_into_a_tag_is_refused(
    small_plan: PlanText, edited: Callable[..., Path], wrapped: str, code: str
) -> None:
    crafted = "{{ title</w:t>" + wrapped.format(code) + "<w:t> }}"
    assert set(codes(small_plan, edited(TITLE, crafted))) <= {"DO-04", "DO-05", "DO-06"}


def test_what_breaks_the_library_below_is_a_fault(
    small_plan: PlanText, edited: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(DocxTemplate, "fix_tables", broken)
    assert codes(small_plan, edited(TITLE, TITLE)) == ["DO-59"]
