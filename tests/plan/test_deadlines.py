"""Deadlines as plans print them and people type them: days, or why there are none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.plan.deadlines import Period, read_deadline
from analysis.tasks import LONGEST, Deadline


def period(first: str, last: str) -> Period:
    """Return a period from ISO dates; an empty one is open."""
    return Period(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Quý III/2023", "2023-07-01", "2023-09-30"),
        ("quý 4 năm 2023", "2023-10-01", "2023-12-31"),
        ("Quý III, IV/2023", "2023-07-01", "2023-12-31"),
        ("Quý II và quý III", "2023-04-01", "2023-09-30"),
        ("Tháng 9/2023", "2023-09-01", "2023-09-30"),
        ("tháng 02 năm 2024", "2024-02-01", "2024-02-29"),
        ("Tháng 6 - 9/2023", "2023-06-01", "2023-09-30"),
        ("Tháng 9-2023", "2023-09-01", "2023-09-30"),
        ("Từ tháng 7 đến tháng 9/2024", "2024-07-01", "2024-09-30"),
        ("Từ tháng 11/2022 đến hết năm 2023", "2022-11-01", "2023-12-31"),
        ("Trước ngày 30/6/2023", "", "2023-06-30"),
        ("trước 30-6", "", "2023-06-30"),
        ("Trước ngày 15 tháng 9 năm 2023", "", "2023-09-15"),
        ("Chậm nhất là ngày 20/11/2023", "", "2023-11-20"),
        ("Đến hết quý II/2023", "", "2023-06-30"),
        ("Trước quý IV/2023", "", "2023-09-30"),
        ("Trước ngày 01/01/2024", "", "2023-12-31"),
        ("Ngày 15/8/2023", "2023-08-15", "2023-08-15"),
        ("Năm 2023", "2023-01-01", "2023-12-31"),
        ("Trong năm", "2023-01-01", "2023-12-31"),
        ("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
        ("Giai đoạn 2023 – 2025", "2023-01-01", "2025-12-31"),
        ("Từ năm 2023", "2023-01-01", ""),
        ("Sau ngày 30/6/2023", "2023-06-30", ""),
        ("Quy III nam 2023", "2023-07-01", "2023-09-30"),
        ("Năm 2023 (sau khi có Kế hoạch ngày 15/02/2022)", "2023-01-01", "2023-12-31"),
        ("Tháng 7/2023 theo Kế hoạch ngày 15/02/2022", "2023-07-01", "2023-07-31"),
    ],
)
def test_named_days_are_read(text: str, first: str, last: str) -> None:
    assert read_deadline(text, year=2023).period == period(first, last)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("Hằng năm", "recurring"),
        ("Hàng tháng, trước ngày 20", "recurring"),
        ("Trước 30/11 hằng năm", "recurring"),
        ("Thường xuyên", "recurring"),
        ("Định kỳ hằng tháng có báo cáo UBND tỉnh", "recurring"),
        ("Trước mỗi cuộc bầu cử trên địa bàn", "recurring"),
        ("Theo Kế hoạch số 27/KH-UBND ngày 15/02/2022", "elsewhere"),
        ("Theo từng kỳ tuyển dụng", "elsewhere"),
        ("Trong thời hạn nêu tại từng kết luận, kiến nghị", "elsewhere"),
        ("Trong 30 ngày kể từ ngày 01/7/2023", "elsewhere"),
        ("Ngay khi nhận được văn bản gửi thẩm định", "event"),
        ("Tháng 13/2023", "event"),
        ("31/2/2023", "event"),
    ],
)
def test_what_names_no_days_has_a_reason(text: str, reason: str) -> None:
    found = read_deadline(text, year=2023)
    assert (found.period, found.reason) == (None, reason)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("Tháng 8/2023", (2023, 3)),
        ("Trước ngày 30/9/2023", (2023, 3)),
        ("Quý III, IV/2023", None),
        ("Năm 2023", None),
        ("Từ năm 2023", None),
    ],
)
def test_a_period_tells_its_quarter(text: str, quarter: tuple[int, int] | None) -> None:
    found = read_deadline(text, year=2023).period
    assert found is not None
    assert found.quarter == quarter


@given(
    st.integers(2015, 2035),
    st.one_of(
        st.builds(Deadline, kind=st.just("quarter"), quarter=st.integers(1, 4)),
        st.builds(Deadline, kind=st.just("month"), month=st.integers(1, 12)),
        st.integers(1, 12).flatmap(
            lambda month: st.builds(
                Deadline,
                kind=st.just("date"),
                month=st.just(month),
                day=st.integers(1, LONGEST[month - 1]),
            )
        ),
        st.just(Deadline(kind="year")),
    ),
)
def test_whatever_the_library_prints_lies_in_its_year(year: int, deadline: Deadline) -> None:
    found = read_deadline(deadline.text(year), year=2000).period
    assert found is not None
    assert found.last is not None
    assert (found.last + timedelta(days=deadline.day == 1)).year == year


@given(st.text())
def test_no_text_stops_the_reader(text: str) -> None:
    found = read_deadline(text, year=2023)
    assert (found.period is None) == (found.reason is not None)
