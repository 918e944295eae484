"""The tables that a reviewer signs: levels in words, rules in words, links that lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html
from tests.builders.plans import group, row, task, with_part

from analysis import review
from analysis.plan.judging import CHECK_KINDS, assumptions, checks
from analysis.review import judged_messages as messages
from analysis.review.judged import spot_anchor

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.review import Html

PLANS: tuple[dict[str, Any], ...] = (
    {"plan": "ubnd-tinh-lang-son-2023"},
    {"plan": "ubnd-tinh-ha-tinh-2021"},
    {"plan": "ubnd-tinh-soc-trang-2023"},
    {"province": "Lạng Sơn", "plan_year": 2026},
    {"province": "Cần Thơ", "plan_year": 2026},
)
INDICES = ("PAPI", "SIPAS", "PAR INDEX")


@pytest.fixture(params=PLANS, ids=lambda plan: "-".join(map(str, plan.values())))
def judged(request: pytest.FixtureRequest, job: Callable[..., Any]) -> Study:
    found: Study = job(**request.param).planned.study
    return found


def tree(*fragments: Html) -> Any:
    texts = "".join(fragment._repr_html_() for fragment in fragments)
    return lxml_html.fromstring(f"<div>{texts}</div>")


def places(study: Study) -> list[str]:
    """Return the ids of all rows of the page."""
    tables = [review.reconciliation_table(study)]
    for index in INDICES:
        tables += [
            review.ledger_table(study, index),
            review.tasks_table(study, index),
            review.targets_table(study, index),
        ]
    return [node.get("id") for node in tree(*tables).iter() if node.get("id")]


def test_every_link_leads_to_one_row_of_the_page(judged: Study) -> None:
    known = places(judged)
    assert len(known) == len(set(known))
    root = tree(review.checks_table(judged), review.assumptions_table(judged))
    targets = [link.get("href").removeprefix("#") for link in root.iter("a")]
    assert targets
    assert set(targets) <= set(known)
    assert all(link.text_content().strip() for link in root.iter("a"))


def test_every_spot_is_on_the_page_or_no_link(judged: Study) -> None:
    known = set(places(judged))
    spots = [spot for check in checks(judged) for spot in check.spots]
    spots += [spot for one in assumptions(judged) for spot in one.spots]
    assert {spot_anchor(spot, judged) for spot in spots} <= known | {""}


def test_a_ledger_of_which_nothing_is_known_is_not_linked(job: Callable[..., Any]) -> None:
    study = job("Cần Thơ", 2026).planned.study
    root = tree(review.assumptions_table(study))
    assert not [link for link in root.iter("a") if link.get("href").startswith("#papi-0")]
    assert "PAPI: không có điểm chung" in root.text_content()


def test_every_check_has_one_row_with_its_findings_the_gravest_first(judged: Study) -> None:
    rows = tree(review.checks_table(judged)).findall(".//tbody/tr")
    assert len(rows) == len(CHECK_KINDS)
    words = list(messages.CHECK_LEVELS.values())
    levels = [row.findtext("td[1]/span/span") for row in rows]
    assert levels == sorted(levels, key=list(messages.SHAPES.values()).index)
    told = " ".join(row.text_content() for row in rows)
    for check in checks(judged):
        assert check.what in told
    assert all(any(word in row[1].text_content() for word in words) for row in rows)


def test_a_level_is_a_word_a_shape_and_a_colour(judged: Study) -> None:
    root = tree(review.checks_table(judged), review.assumptions_table(judged))
    marks = [node for node in root.iter("span") if "muc" in (node.get("class") or "").split()]
    assert marks
    for mark in marks:
        shape = mark.find("span")
        assert shape.get("aria-hidden") == "true"
        assert shape.text in messages.SHAPES.values()
        assert shape.tail.strip()


def test_both_tables_count_their_levels(judged: Study) -> None:
    for made, register in (
        (review.checks_table(judged), CHECK_KINDS),
        (review.assumptions_table(judged), assumptions(judged)),
    ):
        assert f"{len(register)} " in tree(made).findtext("p")


def test_many_places_are_shortened_to_a_count(job: Callable[..., Any]) -> None:
    study = job("Cần Thơ", 2026).planned.study
    (many,) = [one for one in assumptions(study) if one.kind == "localities"]
    text = tree(review.assumptions_table(study)).text_content()
    assert f"và {len(many.spots) - 6} nhiệm vụ khác" in text


def test_what_people_wrote_is_escaped(job: Callable[..., Any]) -> None:
    study = job("Lạng Sơn", 2023).planned.study
    planted = with_part(
        study, group("Nhóm", row(task("t1", lead=(), activity="<script>x</script>")))
    )
    assert "<script>" not in review.checks_table(planted)._repr_html_()
