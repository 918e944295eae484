"""What is set close together, what stays on one line; ``~`` is a blank that does not break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.vietnamese import breakable, draft_date, long_date, mended, typeset
from analysis.vietnamese.typography import NO_BREAK


def shown(text: str) -> str:
    return typeset(text).replace(NO_BREAK, "~")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mất 2,5 điểm", "mất 2,5~điểm"),
        ("giảm 9 bậc", "giảm 9~bậc"),
        ("trong 3-5 ngày làm việc", "trong 3-5~ngày làm việc"),
        ("Ít nhất 02 lần/năm", "Ít nhất 02~lần/năm"),
        ("kinh phí 1.200 tỷ đồng", "kinh phí 1.200~tỷ~đồng"),
        ("50.000 đồng", "50.000~đồng"),
        ("kế hoạch 5 năm", "kế hoạch 5~năm"),
    ],
)
def test_a_count_keeps_to_its_unit(text: str, kept: str) -> None:
    assert shown(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "năm, tháng",
        "ngày 05 tháng 02 năm 2026",
        "quý III/2026, bậc 4, khóm 1",
        "điểm b khoản 2 Điều 7, Phụ lục IV",
        "giai đoạn 2021 - 2030",
        "điểm y tế",
        "các điểm dân cư",
        "xếp hạng 13/61 tỉnh",
        "xếp hạng 13 năm liền",
        "13/61 tỉnh, thành phố",
        "có số liệu",
        "Mục tiêu",
        "III. NHIỆM VỤ",
    ],
)
def test_other_words_may_be_parted(text: str) -> None:
    assert shown(text) == text


def test_a_number_that_names_is_no_count() -> None:
    assert shown("năm 2023 người dân") == "năm 2023 người dân"
    assert shown("mất 0,5 điểm năm 2023") == "mất 0,5~điểm năm 2023"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("tăng , giảm ; giữ : hết .", "tăng, giảm; giữ: hết."),
        ("đạt 80 %", "đạt 80%"),
        ("kế hoạch này ./.", "kế hoạch này./."),
        ("một  hai   ba", "một hai ba"),
        ("dòng một ;\ndòng  hai .", "dòng một;\ndòng hai."),
        ("các loại giấy tờ ...", "các loại giấy tờ ..."),
        ("tệp .docx", "tệp .docx"),
        ("tỷ lệ % người dân", "tỷ lệ % người dân"),
    ],
)
def test_blanks_that_do_not_belong_are_taken_out(text: str, clean: str) -> None:
    assert mended(text) == clean
    assert breakable(typeset(text)) == clean


def test_what_a_clerk_fills_stays_and_stays_on_one_line() -> None:
    number = "Kế hoạch số        /KH-UBND ngày     tháng 6 năm 2026"
    assert mended(number) == number
    assert shown(number) == "Kế hoạch số~~~~~~~~/KH-UBND ngày~~~~~tháng 6 năm 2026"


WORDS = ("ngày", "tháng", "năm", "số", "điểm", "a", "5", "12", "2,5", "/", "-", ",", ".", "%", " ")


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_set_once_is_set_for_good_and_nothing_but_blanks_has_changed(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once
    assert "".join(once.split()) == "".join(text.split())
    assert breakable(once) == mended(text)


@given(st.dates())
def test_dates_keep_their_words(day: object) -> None:
    for form in (long_date, draft_date):
        text = form(day)  # type: ignore[arg-type]
        assert breakable(typeset(text)) == text
