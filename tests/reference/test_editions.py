from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from analysis.errors import FaultsError
from analysis.reference import TOTAL, edition_of, read_index

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths


def test_maxima_of_a_summed_index_add_up_wherever_all_are_known(inputs: Inputs) -> None:
    for index in inputs.indices.values():
        for text in index.editions:
            edition = edition_of(index, text.years[0])
            for line in edition.criteria:
                for breakdown in ("field", "part", None):
                    maxima = [
                        child.max_score
                        for child in edition.children(line.code)
                        if child.breakdown == breakdown
                    ]
                    if index.summed and maxima and None not in maxima and line.max_score:
                        assert sum(m for m in maxima if m) == pytest.approx(line.max_score)


@pytest.mark.parametrize(
    ("year", "lines"),
    [
        (2011, 1 + 6 + 22),
        (2016, 1 + 6 + 22),
        (2018, 1 + 8 + 28),
        (2020, 1 + 8 + 29),
        (2021, 1 + 8 + 28),
    ],
)
def test_papi_has_as_many_lines_as_its_edition(inputs: Inputs, year: int, lines: int) -> None:
    assert len(edition_of(inputs.indices["PAPI"], year).criteria) == lines


def test_codes_after_2020_keep_their_meaning(inputs: Inputs) -> None:
    papi = inputs.indices["PAPI"]
    for year in (2020, 2022):
        line = edition_of(papi, year).criterion("5.4")
        assert line is not None
        assert line.key == "d5_personal"


def test_parents_come_before_their_children(inputs: Inputs) -> None:
    for index in inputs.indices.values():
        for text in index.editions:
            seen: set[str | None] = {None}
            for line in edition_of(index, text.years[0]).criteria:
                assert line.parent in seen
                seen.add(line.code)


def test_a_year_without_an_edition_is_refused(inputs: Inputs) -> None:
    with pytest.raises(FaultsError, match="1999"):
        edition_of(inputs.indices["PAPI"], 1999)


def test_a_rule_that_names_a_line_wins_over_the_rule_of_the_year(inputs: Inputs) -> None:
    edition = edition_of(inputs.indices["PAPI"], 2022)
    total, dimension = edition.group_rule(TOTAL), edition.group_rule("6")
    assert total is not None
    assert dimension is not None
    assert total.cuts == ((16, 32, 47),)
    assert dimension.cuts == ()


def mutated(paths: Paths, folder: Path, **changes: Any) -> Path:
    content = yaml.safe_load((paths.reference / "editions/papi.yml").read_text("utf-8"))
    path = folder / "papi.yml"
    path.write_text(yaml.safe_dump(content | changes, allow_unicode=True), "utf-8")
    return path


def test_a_tree_key_without_a_name_is_refused(paths: Paths, tmp_path: Path) -> None:
    tree = [{"code": "1", "key": "d99", "max": 10}]
    path = mutated(paths, tmp_path, editions=[{"id": "x", "years": [2030], "tree": tree}])
    with pytest.raises(FaultsError, match="d99"):
        read_index(path)


def test_a_code_that_yaml_reads_as_a_number_is_refused(paths: Paths, tmp_path: Path) -> None:
    tree = [{"code": 1.10, "key": "d1", "max": 10}]
    path = mutated(paths, tmp_path, editions=[{"id": "x", "years": [2030], "tree": tree}])
    with pytest.raises(FaultsError, match="code"):
        read_index(path)


def test_every_wrong_field_is_told_at_once(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        read_index(mutated(paths, tmp_path, max_score="tám mươi", decimals="hai", lạ=1))
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize(("year", "most"), [(2017, 60), (2018, 80), (2024, 80)])
def test_papi_is_of_60_points_until_2017_and_of_80_since(
    inputs: Inputs, year: int, most: int
) -> None:
    assert edition_of(inputs.indices["PAPI"], year).max_score == most


def test_a_code_has_meant_different_things_over_the_years(inputs: Inputs) -> None:
    papi = inputs.indices["PAPI"]
    keys = {year: edition_of(papi, year).criterion("2.1") for year in (2017, 2018)}
    assert [line and line.key for line in keys.values()] == ["d2_poverty_list", "d2_information"]


SUPPLEMENT: dict[str, Any] = {
    "index": "PAPI",
    "criteria": {"x1": {"name": "Chỉ số nội dung giả định", "control": "own"}},
    "editions": [
        {
            "id": "giả định",
            "years": [2030],
            "max_score": 20,
            "unit_set": "34",
            "synthetic": True,
            "tree": [
                {
                    "code": "1",
                    "key": "x1",
                    "max": 20,
                    "nodes": [
                        {"code": "1.1", "key": "d2", "max": 12, "children": {"1.1.1": "d2_land"}},
                        {"code": "1.2", "key": "d5", "max": 8},
                    ],
                }
            ],
        }
    ],
}


def supplemented(paths: Paths, folder: Path, content: object) -> Path:
    path = mutated(paths, folder)
    (folder / "papi_2030.yml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    return path


def test_a_further_file_adds_an_edition_of_any_depth(paths: Paths, tmp_path: Path) -> None:
    index = read_index(supplemented(paths, tmp_path, SUPPLEMENT))
    edition = edition_of(index, 2030)
    assert [(line.code, line.level, line.max_score) for line in edition.criteria] == [
        ("0", 0, 20),
        ("1", 1, 20),
        ("1.1", 2, 12),
        ("1.1.1", 3, 12),
        ("1.2", 2, 8),
    ]
    assert (edition.unit_set, edition.synthetic, edition.max_score) == ("34", True, 20)
    assert edition_of(index, 2024).id == "2021-2024"


def test_a_further_file_takes_the_place_of_the_edition_of_its_years(
    paths: Paths, tmp_path: Path
) -> None:
    editions = [SUPPLEMENT["editions"][0] | {"years": [2024]}]
    index = read_index(supplemented(paths, tmp_path, SUPPLEMENT | {"editions": editions}))
    assert edition_of(index, 2024).id == "giả định"
    assert edition_of(index, 2023).id == "2021-2024"


def test_a_further_file_of_another_index_is_refused(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match="SIPAS"):
        read_index(supplemented(paths, tmp_path, SUPPLEMENT | {"index": "SIPAS"}))
