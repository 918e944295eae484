"""How a body's plan tells its tasks: its own one by one, its parts in others' work together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import task

from analysis.plan import messages
from analysis.plan.mandate import Assigned
from analysis.plan.telling import Told, sentence, told

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def given() -> Callable[..., Assigned]:
    """Return a maker of assigned tasks by name and part."""

    def make(name: str, part: Any, lead: tuple[str, ...] = ("Sở A",), **changes: Any) -> Assigned:
        one = task(name, lead=lead)
        base: dict[str, Any] = {
            "task": one,
            "part": part,
            "text": f"Việc {name}.",
            "deadline": "",
            "product": "",
            "group": "Nhóm",
        }
        return Assigned(**base | changes)

    return make


def test_what_a_body_does_or_leads_is_a_line_each_with_its_term(
    given: Callable[..., Assigned],
) -> None:
    term = {"deadline": "Quý III/2023", "product": "Báo cáo", "division": "Phòng A"}
    assert told([given("a", "act", **term), given("b", "lead")]) == (
        Told("Việc a.", "Quý III/2023", "Báo cáo", "Phòng A"),
        Told("Việc b.", "", "", ""),
    )


def test_a_share_in_words_of_its_own_is_a_line_each(given: Callable[..., Assigned]) -> None:
    lines = told([given("a", "implement", source="h1"), given("b", "implement", source="h2")])
    assert [line.text for line in lines] == ["Việc a.", "Việc b."]


@pytest.mark.parametrize("part", ["implement", "coordinate"])
def test_other_parts_in_the_work_of_one_lead_stand_together_at_the_first(
    given: Callable[..., Assigned], part: str
) -> None:
    lines = told(
        [
            given("a", part),
            given("b", "act"),
            given("c", part),
            given("d", part, lead=("Sở B",)),
        ]
    )
    assert len(lines) == 3
    together, own, other = lines
    assert "hoạt động a; hoạt động c." in together.text
    assert "Sở A" in together.text
    assert own.text == "Việc b."
    assert other.text == "Việc d."


def test_parts_of_different_divisions_are_not_put_together(
    given: Callable[..., Assigned],
) -> None:
    lines = told(
        [given(name, "coordinate", division=f"Phòng {name}") for name in ("a", "b")],
    )
    assert [line.division for line in lines] == ["Phòng a", "Phòng b"]


def test_whoever_helps_has_no_product_and_no_day_of_the_lead_s(
    given: Callable[..., Assigned],
) -> None:
    (line,) = told([given("a", "coordinate")])
    assert (line.deadline, line.product) == (messages.AS_ASKED.format(lead="Sở A"), "")


def test_whoever_carries_a_part_out_reports_to_the_lead_by_the_task_s_day(
    given: Callable[..., Assigned],
) -> None:
    (line,) = told([given("a", "implement")])
    assert (line.deadline, line.product) == ("Năm 2023", messages.FIGURES_FOR.format(lead="Sở A"))


def test_without_a_lead_nobody_is_named(given: Callable[..., Assigned]) -> None:
    for part in ("implement", "coordinate"):
        (line,) = told([given("a", part, lead=()), given("b", part, lead=())])
        assert "  " not in line.text
        assert "hoạt động a; hoạt động b." in line.text
        assert line.product == ""


def test_a_line_is_a_sentence_with_its_deadline_and_product_as_far_as_it_has_them() -> None:
    assert sentence(Told("Làm việc a.", "", "", "")) == "Làm việc a."
    whole = sentence(Told("Làm việc a.", "Quý III/2023", "Báo cáo", ""))
    assert whole == "Làm việc a. Thời hạn: quý III/2023. Sản phẩm: báo cáo."
    assert sentence(Told("Làm việc a.", "", "Báo cáo", "")) == "Làm việc a. Sản phẩm: báo cáo."
