"""n things wrong with a file give n lines, each with its place and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from tests.builders import papi as made
from tests.builders.books import changed

from analysis.errors import faults_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.builders.papi import Year

    from analysis.runs.paths import Paths
    from analysis.scores.imported import Imported


def find(sheet: Any, text: str) -> int:
    """Return the row whose Vietnamese title begins with a text."""
    for row in range(1, sheet.max_row + 1):
        if str(sheet.cell(row, 2).value).startswith(text):
            return row
    raise AssertionError(text)


def column(sheet: Any, name: str) -> int:
    return next(c for c in range(4, sheet.max_column + 1) if sheet.cell(2, c).value == name)


def put(title: str, unit: str, value: object) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet.cell(find(sheet, title), column(sheet, unit)).value = value

    return change


def add(title: str, unit: str, points: float) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        cell = sheet.cell(find(sheet, title), column(sheet, unit))
        cell.value += points

    return change


def retitle(old: str, new: str) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet.cell(find(sheet, old), 2).value = new

    return change


def head(unit: str, row: int, value: object) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet.cell(row, column(sheet, unit)).value = value

    return change


def drop_row(title: str) -> Callable[[Any], None]:
    return lambda sheet: sheet.delete_rows(find(sheet, title))


def drop_column(unit: str) -> Callable[[Any], None]:
    return lambda sheet: sheet.delete_cols(column(sheet, unit))


PLANTED = {
    "a word for a score": (put("1.1", "Hà Nội", "khá"), "SC-03"),
    "a score above its scale": (put("1.2", "Lào Cai", 2.6), "SC-43"),
    "a score below its scale": (put("3.2", "Lai Châu", 0.1), "SC-43"),
    "a sub-dimension that does not fit its dimension": (add("2.1", "Sơn La", 0.05), "SC-44"),
    "a dimension that does not fit": (add("Chỉ số nội dung 4", "Yên Bái", 0.2), "SC-44"),
    "a total that does not fit": (add("Chỉ số PAPI tổng hợp (kh", "Cà Mau", 0.3), "SC-44"),
    "an interval beside its score": (
        lambda sheet: setattr(
            sheet.cell(find(sheet, "Chỉ số PAPI tổng hợp (kh") + 1, column(sheet, "Phú Thọ")),
            "value",
            79,
        ),
        "SC-45",
    ),
    "a criterion with another code": (retitle("6.2", "6.9: Giáo dục"), "SC-38"),
    "a meaning under another code": (retitle("7.2", "7.2: Danh sách hộ nghèo"), "SC-39"),
    "a criterion of another year": (retitle("8.1", "8.1: Giấy phép xây dựng"), "SC-39"),
    "a criterion that is not there": (drop_row("6.4"), "SC-41"),
    "a province nobody knows": (head("Kon Tum", 2, "Kôn Tum Mới"), "SC-35"),
    "a name that contradicts its code": (head("Gia Lai", 2, "Đắk Lắk"), "SC-07"),
    "a formula nobody computed": (put("5.1", "Bình Định", "=1+1"), "SC-27"),
    "a score that was lost": (put("1.4", "Điện Biên", None), "SC-49"),
    "a dimension that was lost": (put("Chỉ số nội dung 3", "Sơn La", None), "SC-49"),
    "a total that was lost": (put("Chỉ số PAPI tổng hợp (kh", "Bắc Kạn", None), "SC-49"),
    "a code nobody has": (head("Long An", 1, 500), "SC-63"),
    "figures before the first province": (
        lambda sheet: setattr(sheet.cell(5, 3), "value", 41.5),
        "SC-37",
    ),
    "a province that is not there": (drop_column("Tây Ninh"), "SC-09"),
    "figures without a province": (
        lambda sheet: setattr(sheet.cell(5, 70), "value", 1),
        "SC-37",
    ),
}


@pytest.fixture
def clean(tmp_path: Path, real: Callable[[int], Year]) -> Path:
    return made.transposed(real(2023), tmp_path)


@pytest.mark.parametrize("name", PLANTED)
def test_one_fault_gives_one_line(
    clean: Path, imported: Callable[..., Imported], name: str
) -> None:
    change, code = PLANTED[name]
    faults = imported(changed(clean, change)).faults
    assert [fault.code for fault in faults] == [code], faults_text(faults)
    assert faults[0].place.file == clean.name
    assert faults[0].place.sheet == "2023_VIE_ENG"
    assert faults[0].remedy


def test_many_faults_give_as_many_lines(clean: Path, imported: Callable[..., Imported]) -> None:
    # Rows and columns are dropped last, so that the other faults are planted where they are meant.
    order = sorted(PLANTED, key=lambda name: "not there" in name)
    changes = [PLANTED[name][0] for name in order]
    faults = imported(changed(clean, *changes)).faults
    assert sorted(f.code for f in faults) == sorted(code for _, code in PLANTED.values())


def test_a_fault_names_the_cell(clean: Path, imported: Callable[..., Imported]) -> None:
    (fault,) = imported(changed(clean, put("1.1", "Hà Nội", "khá"))).faults
    book = load_workbook(clean)
    sheet = book.worksheets[0]
    assert sheet[f"{fault.place.column}{fault.place.row}"].value == "khá"


def test_a_province_that_was_scored_and_has_nothing_is_told(
    tmp_path: Path, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    year = real(2023)
    year.unscored("01")
    (fault,) = imported(made.transposed(year, tmp_path)).faults
    assert (fault.code, fault.severity) == ("SC-62", "warning")
    assert "Hà Nội" in fault.what


def test_an_older_year_out_of_a_newer_file_is_a_warning(
    tmp_path: Path, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    path = made.transposed(real(2023), tmp_path, older=(real(2022),))
    (fault,) = imported(path, 2022).faults
    assert (fault.code, fault.severity) == ("SC-48", "warning")


def test_a_part_that_no_sheet_holds_is_told(
    tmp_path: Path, synthetic: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    path = made.yearly(synthetic(2017), tmp_path)
    book = load_workbook(path)
    del book["Điểm thành phần 3"]
    columns = [str(cell.value) for cell in book.worksheets[0][1]]
    for place in [n for n, title in enumerate(columns, 1) if title.startswith("3.")][::-1]:
        book.worksheets[0].delete_cols(place)
    book.save(path)
    told = [fault for fault in imported(path).faults if fault.code == "SC-41"]
    assert [fault.what[:19] for fault in told if "3." in fault.what] == [
        "Thiếu tiêu chí 3.1 ",
        "Thiếu tiêu chí 3.2 ",
        "Thiếu tiêu chí 3.3 ",
    ]


def test_made_up_scores_are_refused(
    tmp_path: Path, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    """A dataset on the web has values near 0.6-1.0 in every sub-dimension."""
    year = real(2023)
    for unit in year.names:
        for line in reversed(year.edition.criteria):
            children = year.edition.children(line.code)
            year.scores[unit, line.code] = (
                sum(year.scores[unit, child.code] for child in children) if children else 0.8
            )
    year.intervals = dict.fromkeys(year.intervals, float("nan"))
    faults = imported(made.transposed(year, tmp_path)).faults
    assert [fault.code for fault in faults] == ["SC-46"]


def test_a_file_of_another_year_is_named(clean: Path, imported: Callable[..., Imported]) -> None:
    (fault,) = imported(clean, 2021).faults
    assert fault.code == "SC-31"
    assert "2023" in fault.what


def test_a_file_without_a_year_asks_for_one(
    tmp_path: Path, paths: Paths, imported: Callable[..., Imported]
) -> None:
    path = tmp_path / "ket-qua.csv"
    path.write_bytes((paths.raw / "papi/papi_2022.csv").read_bytes())
    (fault,) = imported(path).faults
    assert fault.code == "SC-30"
    assert not imported(path, 2022).faults


def test_a_file_of_no_known_layout_is_told(
    tmp_path: Path, imported: Callable[..., Imported]
) -> None:
    path = tmp_path / "2023.csv"
    path.write_text("một,hai\n1,2\n", "utf-8")
    (fault,) = imported(path).faults
    assert fault.code == "SC-32"


def test_a_file_of_which_nothing_can_be_read_is_no_import(
    tmp_path: Path, synthetic: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    """Two provinces in a row of a further sheet look like the layout since 2018."""
    path = made.yearly(synthetic(2016), tmp_path)
    book = load_workbook(path)
    book.worksheets[3]["B1"].value, book.worksheets[3]["D1"].value = "Đắk Nông", "Sóc Trăng"
    book.save(path)
    (fault,) = imported(path).faults
    assert fault.code == "SC-32"


def test_a_file_without_any_score_is_no_import(
    tmp_path: Path, real: Callable[[int], Year], imported: Callable[..., Imported]
) -> None:
    year = real(2023)
    year.scores = dict.fromkeys(year.scores, float("nan"))
    (fault,) = imported(made.transposed(year, tmp_path)).faults
    assert fault.code == "SC-24"


@pytest.mark.parametrize("value", [1e25, 1e308, "9" * 400, "1e99"])
def test_a_score_beyond_all_bounds_is_a_fault(
    clean: Path, imported: Callable[..., Imported], value: object
) -> None:
    (fault,) = imported(changed(clean, put("1.1", "Hà Nội", value))).faults
    assert fault.code == "SC-03"


@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (("Hà Nội", "Hà Tây"), ["SC-35"]),
        (("02,Hà Giang", "20,Hà Giang"), ["SC-07"]),
        (("1.2903", "một"), ["SC-03"]),
        (("0.8524", "9"), ["SC-43"]),
        (("1.4", "1.9"), ["SC-02"]),
    ],
)
def test_our_own_form_is_judged_likewise(
    tmp_path: Path,
    paths: Paths,
    imported: Callable[..., Imported],
    edit: tuple[str, str],
    codes: list[str],
) -> None:
    path = tmp_path / "papi_2022.csv"
    text = (paths.raw / "papi/papi_2022.csv").read_text("utf-8")
    path.write_text(text.replace(*edit, 1), "utf-8")
    assert [fault.code for fault in imported(path).faults] == codes
