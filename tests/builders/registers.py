"""Small registers of agencies and localities, written as files."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

AGENCY = {
    "code": "",
    "name": "",
    "short_names": "",
    "kind": "sở",
    "level": "tỉnh",
    "address": "order",
    "valid_from": "",
    "valid_to": "",
    "successors": "",
    "scope": "",
    "members": "",
    "belongs_to": "",
}
FUNCTION = {
    "function": "",
    "description": "",
    "agency": "",
    "valid_from": "",
    "valid_to": "",
    "scope": "",
    "stands_in_for": "",
}
LOCALITY = {
    "code": "",
    "name": "",
    "kind": "",
    "province_code": "20",
    "valid_from": "",
    "valid_to": "",
    "successor": "",
}


def agency(code: str, name: str, **cells: str) -> dict[str, str]:
    return AGENCY | {"code": code, "name": name} | cells


def function(code: str, agency_code: str, **cells: str) -> dict[str, str]:
    return FUNCTION | {"function": code, "agency": agency_code, "description": code} | cells


def locality(code: str, name: str, kind: str, **cells: str) -> dict[str, str]:
    return LOCALITY | {"code": code, "name": name, "kind": kind} | cells


def written(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
