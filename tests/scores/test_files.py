"""Where figures stand: rows of the data files by their keys, whatever else lies there."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from analysis.scores import NATIONAL, PUBLISHED, Spot, read_data_files

if TYPE_CHECKING:
    from pathlib import Path


def written(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "data/raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "data/raw"


def test_rows_are_found_by_their_keys(tmp_path: Path) -> None:
    raw = written(
        tmp_path,
        {
            "sipas/sipas.csv": "year,unit_code,criterion,score\n2022,20,0,75.44\n",
            "sipas/national.csv": "year,area,criterion,mean\n2022,Cả nước,0,80.08\n",
            "papi/papi_2022.csv": "unit_code,unit,1.1\n01,Hà Nội,1.2\n20,Lạng Sơn,1.1\n",
            "published_facts.csv": "index,year,unit_code,criterion,fact,value\n"
            'PAPI,2022,20,0,score,"43,85"\n',
        },
    )
    assert dict(read_data_files(raw, root=tmp_path).rows) == {
        ("sipas", "2022", "20", "0"): Spot("data/raw/sipas/sipas.csv", 2),
        (NATIONAL, "sipas", "2022", "Cả nước", "0"): Spot("data/raw/sipas/national.csv", 2),
        ("papi", "2022", "01", ""): Spot("data/raw/papi/papi_2022.csv", 2),
        ("papi", "2022", "20", ""): Spot("data/raw/papi/papi_2022.csv", 3),
        (PUBLISHED, "PAPI", "2022", "20", "0", "score"): Spot("data/raw/published_facts.csv", 2),
    }


def test_each_file_has_its_digest_and_a_broken_one_is_left_to_its_reader(tmp_path: Path) -> None:
    raw = written(
        tmp_path, {"sipas/sipas.csv": "a,b\n1\n", "reference/editions/papi.yml": "a: 1\n"}
    )
    (raw / "sipas/hong.csv").write_bytes(b"\xff\xfe\x00")
    found = read_data_files(raw, root=tmp_path)
    assert dict(found.rows) == {}
    assert found.digests == {
        f"data/raw/{name}": hashlib.sha256((raw / name).read_bytes()).hexdigest()
        for name in ("sipas/sipas.csv", "reference/editions/papi.yml")
    }
