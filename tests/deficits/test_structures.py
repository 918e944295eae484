"""The ledger closes in every structure PAPI has had, and years are bridged as the edition says."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from tests.builders import papi

from analysis.deficits import build_ledger
from analysis.reference import TOTAL
from analysis.scores import YearScores, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.deficits import Ledger
    from analysis.runs.inputs import Inputs

YEARS = range(2011, 2025)


@pytest.fixture
def ledger(inputs: Inputs) -> Callable[[int], Ledger]:
    """Return a maker of ledgers of SYNTHETIC years, each with the year before it."""

    def scores(year: int) -> YearScores:
        made = papi.synthetic_year(inputs.indices["PAPI"], inputs.places, year)
        records: list[dict[str, object]] = [
            {
                "year": year,
                "unit_code": unit,
                "criterion": line.code,
                "score": made.scores[unit, line.code],
                "score_status": "published",
                "rank": math.nan,
                "ranked": math.nan,
                "rank_status": "",
                "source": "giả định",
                "note": "",
            }
            for unit in made.names
            for line in made.edition.criteria
            if line.level == 2
        ]
        return YearScores(made.edition, tidy(records), {}, {})

    def make(year: int) -> Ledger:
        unit = inputs.places.by_code("20", unit_set="63")
        assert unit is not None
        previous = scores(year - 1) if year > min(YEARS) else None
        region = inputs.places.region_codes(unit, unit_set="63")
        return build_ledger(unit=unit, year=scores(year), previous=previous, region=region)

    return make


@pytest.mark.parametrize("year", YEARS)
def test_lost_points_add_up_at_every_level(ledger: Callable[[int], Ledger], year: int) -> None:
    made = ledger(year)
    assert made.total.lost is not None
    assert made.total.score is not None
    assert made.total.lost == pytest.approx((60 if year < 2018 else 80) - made.total.score)
    for line in made.lines:
        children = made.children(line.code)
        if children:
            assert math.fsum(child.lost or 0 for child in children) == pytest.approx(
                line.lost, abs=1e-9
            )
    assert {line.kind for line in made.lines} == {"criterion"}


# year, criterion → what becomes of the change from the year before
BRIDGES = [
    (2015, "3", "computed"),
    (2016, "3", "refused"),
    (2016, "3.1", "computed"),
    (2016, "3.2", "new"),  # codes are not meanings: until 2015 it was the inspection board
    (2016, "3.3", "computed"),  # the inspection board, under its new code
    (2016, "1", "noted"),
    (2016, "1.2", "noted"),
    (2017, "1", "computed"),
    (2018, TOTAL, "refused"),
    (2018, "2", "refused"),
    (2018, "2.1", "new"),
    (2018, "2.2", 3 / 4),
    (2018, "3.3", "new"),
    (2018, "4", "computed"),
    (2018, "7", "new"),
    (2019, "8", "refused"),
    (2019, "8.1", 2 / 3),
    (2019, "8.3", "new"),
    (2020, "8.3", "noted"),
    (2021, "5", "refused"),
    (2021, "5.3", 4 / 3),
    (2021, "6.4", "noted"),
    (2022, "1.1", "noted"),
    (2024, TOTAL, "computed"),
]


@pytest.mark.parametrize(("year", "code", "bridge"), BRIDGES)
def test_a_change_is_computed_rescaled_or_refused_with_its_reason(
    ledger: Callable[[int], Ledger], year: int, code: str, bridge: str | float
) -> None:
    now, before = ledger(year), ledger(year - 1)
    line = now.line(code)
    assert line is not None
    assert line.score is not None
    change = line.change
    if bridge in ("refused", "new"):
        assert change.score is None
        assert not change.comparable
        assert "không so sánh được" in str(change.note)
        return
    earlier = next(one for one in before.lines if one.criterion.key == line.criterion.key)
    assert earlier.score is not None
    factor = bridge if isinstance(bridge, float) else 1.0
    assert change.score == pytest.approx(line.score - earlier.score * factor)
    assert bool(change.note) == (bridge != "computed")
