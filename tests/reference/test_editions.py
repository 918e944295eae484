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


@pytest.mark.parametrize(("year", "lines"), [(2020, 1 + 8 + 29), (2021, 1 + 8 + 28)])
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
