from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.reference.files import read_rows, read_text, read_yaml

if TYPE_CHECKING:
    from pathlib import Path


def code_of(error: pytest.ExceptionInfo[FaultsError]) -> list[str]:
    return [fault.code for fault in error.value.faults]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        read_text(tmp_path / "khong_co.csv")
    assert code_of(caught) == ["RF-01"]
    assert caught.value.faults[0].place.file == "khong_co.csv"


@pytest.mark.parametrize("content", [b"", b"  \n", b"\xff\xfe\x00bad"])
def test_an_empty_or_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(FaultsError) as caught:
        read_text(path)
    assert code_of(caught) == ["RF-02"]


def test_text_is_read_in_nfc_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffLa\u0323ng".encode())
    assert read_text(path) == "Lạng"


def test_a_syntax_fault_of_yaml_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: 1\nb: ]\nc: 2\n", "utf-8")
    with pytest.raises(FaultsError) as caught:
        read_yaml(path)
    assert caught.value.faults[0].place.row == 2


def test_every_missing_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(FaultsError) as caught:
        read_rows(path, columns=("a", "c", "d"))
    assert code_of(caught) == ["RF-04", "RF-04"]


@pytest.mark.parametrize("row", ["1,2,3", "1"])
def test_a_row_with_too_many_or_too_few_cells_is_told(tmp_path: Path, row: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"a,b\n1,2\n{row}\n", "utf-8")
    with pytest.raises(FaultsError) as caught:
        read_rows(path, columns=("a", "b"))
    assert code_of(caught) == ["RF-23"]
    assert caught.value.faults[0].place.row == 3


def test_blanks_around_a_cell_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n 1 ,2\n", "utf-8")
    assert read_rows(path, columns=("a",)) == [{"a": "1", "b": "2"}]
