"""Which division answers for which criterion, in the table and in any table."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from analysis.errors import FaultsError
from analysis.reference import belongs, division_for, edition_of, read_divisions
from analysis.reference.divisions import Division, Divisions
from analysis.tasks import reference_of

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")
COMMUNES = ("xã", "phường", "đặc khu")
DAY = date(2024, 6, 30)
SO = "63:20/SO_NV.1"


def division(name: str, *references: str, **others: Any) -> Division:
    base = {"level": "district", "focal": False, "division": name, "references": references}
    return Division.model_validate(base | others)


def names(
    *rows: Division, level: str = "district", kind: str = "huyện", body: str = "", day: date = DAY
) -> list[str]:
    found = Divisions(rows).of(level=level, kind=kind, body=body, day=day)  # type: ignore[arg-type]
    return [row.division for row in found]


@pytest.mark.parametrize(
    ("reference", "prefix", "below"),
    [
        ("PAPI/d2", "PAPI/d2", True),
        ("PAPI/d2_budget", "PAPI/d2", True),
        ("PAPI/d2_budget", "PAPI", True),
        ("PAR/f10", "PAR/f1", False),
        ("PAR/f1", "PAR/f1_initiatives", False),
        ("PAPI/d2", "PAR/d2", False),
    ],
)
def test_a_criterion_lies_at_or_below_another(reference: str, prefix: str, *, below: bool) -> None:
    assert belongs(reference, prefix) is below


def test_the_longest_reference_decides_whatever_the_order() -> None:
    rows = (
        division("A", "PAPI"),
        division("B", "PAPI/d2", "PAR"),
        division("C", "PAPI/d2_budget"),
    )
    for given in (rows, rows[::-1]):
        assert division_for("PAPI/d2_budget", given) == "C"
        assert division_for("PAPI/d2_land", given) == "B"
        assert division_for("PAPI/d1", given) == "A"
        assert division_for("SIPAS/access", given) == ""


def test_a_level_and_a_kind_have_their_own_divisions() -> None:
    rows = (
        division("mọi huyện"),
        division("chỉ quận", kind="quận"),
        division("xã", level="commune"),
    )
    assert names(*rows) == ["mọi huyện"]
    assert names(*rows, kind="quận") == ["mọi huyện", "chỉ quận"]
    assert names(*rows, level="commune", kind="xã") == ["xã"]


def test_what_a_body_has_named_itself_goes_before_what_is_general() -> None:
    rows = (
        division("chung", level="department"),
        division("riêng", level="department", body=SO),
        division("nơi khác", level="department", body="63:20/SO_TC.1"),
    )
    assert names(*rows, level="department", kind="sở", body=SO) == ["riêng"]
    assert names(*rows, level="department", kind="sở", body="63:42/SO_NV.1") == ["chung"]


def test_a_division_holds_on_both_its_days_and_between() -> None:
    row = division("A", valid_from="2024-01-01", valid_to="2024-12-31")
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    one = timedelta(days=1)
    told = [bool(names(row, day=day)) for day in (first - one, first, DAY, last, last + one)]
    assert told == [False, True, True, True, False]


def test_a_body_s_own_division_that_has_ended_leaves_the_general_one() -> None:
    rows = (
        division("chung", level="department"),
        division("cũ", level="department", body=SO, valid_to="2024-01-01"),
    )
    assert names(*rows, level="department", kind="sở", body=SO) == ["chung"]


def test_several_files_are_read_as_one_table(tmp_path: Path) -> None:
    files = []
    for name in "AB":
        row = {"level": "commune", "focal": True, "division": name, "references": ["PAPI"]}
        files.append(tmp_path / f"{name}.yml")
        files[-1].write_text(yaml.safe_dump([row]), "utf-8")
    assert [row.division for row in read_divisions(*files).rows] == ["A", "B"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"level": "nation"}, "level"),
        ({"focal": "có"}, "focal"),
        ({"references": "PAPI"}, "references"),
        ({"valid_from": "hôm qua"}, "valid_from"),
        ({"phone": "1"}, "phone"),
    ],
    ids=str,
)
def test_a_row_that_is_not_as_it_should_be_is_named(
    tmp_path: Path, change: dict[str, Any], field: str
) -> None:
    row = {"level": "commune", "focal": True, "division": "A", "references": ["PAPI"]}
    path = tmp_path / "divisions.yml"
    path.write_text(yaml.safe_dump([row | change], allow_unicode=True), "utf-8")
    with pytest.raises(FaultsError) as caught:
        read_divisions(path)
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.file) == ("RF-03", "divisions.yml")
    assert field in fault.what


@pytest.fixture(scope="module")
def table(paths: Paths) -> Divisions:
    return read_divisions(paths.reference / "divisions.yml")


@pytest.fixture(scope="module")
def references(inputs: Inputs) -> list[str]:
    """Return the reference of every criterion of every edition."""
    found = {
        reference_of(index.index, line.key)
        for index in inputs.indices.values()
        for text in index.editions
        for line in edition_of(index, text.years[0]).criteria
        if line.level > 0
    }
    return sorted(found)


BOUNDARIES = [
    *(("district", kind, day) for kind in DISTRICTS for day in (
        date(2020, 1, 1),
        date(2025, 2, 28),
        date(2025, 3, 1),
        date(2025, 6, 30),
    )),
    *(("commune", kind, day) for kind in COMMUNES for day in (date(2025, 7, 1), date(2030, 1, 1))),
]  # fmt: skip


@pytest.mark.parametrize(("level", "kind", "day"), BOUNDARIES)
def test_every_criterion_has_exactly_one_division(
    table: Divisions, references: list[str], level: Any, kind: str, day: date
) -> None:
    rows = table.of(level=level, kind=kind, body="", day=day)
    for reference in references:
        fitting = [
            (len(prefix), row.division)
            for row in rows
            for prefix in row.references
            if belongs(reference, prefix)
        ]
        longest = max(fitting, default=(0, ""))[0]
        assert len({name for size, name in fitting if size == longest}) == 1, reference
        assert division_for(reference, rows)


@pytest.mark.parametrize(("level", "kind", "day"), BOUNDARIES)
def test_one_division_follows_the_plan(table: Divisions, level: Any, kind: str, day: date) -> None:
    rows = table.of(level=level, kind=kind, body="", day=day)
    assert sum(row.focal for row in rows) == 1


def test_there_is_no_district_after_and_no_new_commune_before_the_first_of_july(
    table: Divisions,
) -> None:
    for kind in DISTRICTS:
        assert not table.of(level="district", kind=kind, body="", day=date(2025, 7, 1))
    for kind in COMMUNES:
        assert not table.of(level="commune", kind=kind, body="", day=date(2025, 6, 30))


def test_every_reference_of_the_table_has_a_criterion_below_it(
    table: Divisions, references: list[str]
) -> None:
    for row in table.rows:
        for prefix in row.references:
            assert any(belongs(reference, prefix) for reference in references), prefix


def test_every_row_of_the_table_says_where_it_is_from(table: Divisions) -> None:
    assert all(row.source for row in table.rows)
