from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

from analysis.errors import FaultsError
from analysis.scores import read_results

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.paths import Paths

HEAD = "year,unit_code,unit,criterion,score,score_status,rank,rank_status,ranked,source,note"
GOOD = "2022,20,Lạng Sơn,0,81.45,published,54,published,63,một nguồn,"


def read(inputs: Inputs, tmp_path: Path, *rows: str) -> list[dict[Hashable, Any]]:
    path = tmp_path / "par_index.csv"
    path.write_text("\n".join((HEAD, *rows)), "utf-8")
    table = read_results(path, index=inputs.indices["PAR INDEX"], places=inputs.places)
    return table.to_dict("records")


def test_a_row_is_read_with_its_source(inputs: Inputs, tmp_path: Path) -> None:
    (record,) = read(inputs, tmp_path, GOOD)
    assert (record["score"], record["rank"], record["ranked"]) == (81.45, 54, 63)
    assert record["source"] == "một nguồn"


def test_a_doubtful_figure_is_not_used(inputs: Inputs, tmp_path: Path) -> None:
    row = GOOD.replace("published", "uncertain")
    (record,) = read(inputs, tmp_path, row)
    assert math.isnan(record["score"])
    assert math.isnan(record["rank"])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (GOOD.replace("81.45", "181.45"), "SC-05"),
        (GOOD.replace("81.45", "tám"), "SC-03"),
        (GOOD.replace("81.45", '"81,45"'), "SC-04"),
        (GOOD.replace("một nguồn", ""), "SC-11"),
        (GOOD.replace(",0,81", ",F99,81"), "SC-12"),
        (GOOD.replace("81.45,published", "81.45,chắc"), "SC-10"),
        (GOOD.replace("2022,", "năm nay,"), "SC-15"),
        (GOOD.replace("20,Lạng Sơn", "20,Cao Bằng"), "SC-07"),
        (f"{GOOD}\n{GOOD}", "SC-08"),
    ],
)
def test_each_kind_of_bad_row_is_refused(
    inputs: Inputs, tmp_path: Path, row: str, code: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        read(inputs, tmp_path, row)
    assert {fault.code for fault in caught.value.faults} == {code}


def test_every_figure_held_has_a_source(inputs: Inputs, paths: Paths) -> None:
    for slug in ("par_index", "sipas"):
        index = {item.slug: item for item in inputs.indices.values()}[slug]
        table = read_results(paths.raw / slug / f"{slug}.csv", index=index, places=inputs.places)
        assert len(table) > 70
        assert (table["source"].str.len() > 0).all()


def test_scores_and_ranks_of_one_year_run_the_same_way(inputs: Inputs) -> None:
    for name in ("PAR INDEX", "SIPAS"):
        for year, scores in inputs.years[name].items():
            rows = scores.table[(scores.table["criterion"] == "0")].dropna(subset=["score", "rank"])
            ordered = rows.sort_values("rank")["score"].tolist()
            assert ordered == sorted(ordered, reverse=True), (name, year)
