from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.deficits import reconcile
from analysis.scores import PublishedFact

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs

PLANS = (("Lạng Sơn", 2023), ("Hà Tĩnh", 2021), ("Sóc Trăng", 2023))


def test_every_printed_papi_fact_is_reproduced_but_the_one_counted_differently(
    study: Callable[[str, int], Study],
) -> None:
    verdicts = {
        (province, one.fact.criterion, one.fact.fact): one.agrees
        for province, year in PLANS
        for one in study(province, year).of("PAPI").reconciliation
    }
    assert len(verdicts) == 21
    different = [key for key, agrees in verdicts.items() if not agrees]
    assert different == [("Sóc Trăng", "0", "rank_change")]


def test_the_one_disagreement_shows_both_values(study: Callable[[str, int], Study]) -> None:
    one = next(
        one
        for one in study("Sóc Trăng", 2023).of("PAPI").reconciliation
        if one.fact.fact == "rank_change"
    )
    assert (one.fact.value, one.computed, one.verdict) == ("27", "28", "lệch")
    assert one.fact.note


def test_every_printed_score_and_rank_of_the_other_indices_agrees(
    study: Callable[[str, int], Study],
) -> None:
    for province, year in PLANS:
        for index in ("SIPAS", "PAR INDEX"):
            for one in study(province, year).of(index).reconciliation:
                assert one.agrees is not False


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("42,86", "khớp"),
        ("42,860", "lệch"),
        ("42,85", "khớp (bên công bố cắt bớt chữ số)"),
        ("42,87", "lệch"),
        ("42,9", "khớp"),
        ("42,856/80", "khớp"),
        ("không rõ", "không có số để đối chiếu"),
    ],
)
def test_a_printed_score_may_be_off_by_one_unit_of_its_last_digit(
    study: Callable[[str, int], Study], printed: str, verdict: str
) -> None:
    fact = PublishedFact("PAPI", 2022, "94", "0", "score", printed, "nguồn", "")
    (one,) = reconcile(study("Sóc Trăng", 2023).of("PAPI").ledger, [fact])
    assert one.verdict == verdict


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("53", "khớp (nguồn đếm cả 3 tỉnh không có điểm ở trên)"),
        ("53/63", "khớp (nguồn đếm cả 3 tỉnh không có điểm ở trên)"),
        ("50", "khớp"),
        ("50/60", "khớp"),
        ("50/63", "lệch"),
        ("52", "lệch"),
        ("hạng cao", "không có số để đối chiếu"),
    ],
)
def test_a_rank_may_count_the_unscored_above(
    study: Callable[[str, int], Study], printed: str, verdict: str
) -> None:
    """Sơn La 2021: printed 53, computed 50 of the 60 that were scored."""
    fact = PublishedFact("PAPI", 2021, "14", "0", "rank", printed, "nguồn", "")
    (one,) = reconcile(study("Sơn La", 2022).of("PAPI").ledger, [fact])
    assert (one.computed or "50/60", one.verdict) == ("50/60", verdict)


def test_every_printed_papi_fact_that_can_be_computed_agrees_or_is_explained(
    inputs: Inputs, study: Callable[[str, int], Study]
) -> None:
    compared = 0
    for fact in inputs.published:
        if fact.index == "PAPI":
            name = inputs.places.by_code(fact.unit_code, unit_set="63")
            assert name is not None
            ledger = study(name.name, fact.year + 1).of("PAPI").ledger
            (one,) = reconcile(ledger, [fact])
            compared += one.agrees is not None
            assert one.agrees or fact.note, fact
    assert compared >= 32


def test_facts_of_others_are_left_alone(study: Callable[[str, int], Study]) -> None:
    fact = PublishedFact("PAPI", 2022, "01", "0", "score", "1", "nguồn", "")
    assert reconcile(study("Sóc Trăng", 2023).of("PAPI").ledger, [fact]) == ()
