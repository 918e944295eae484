"""How much a changed text matters."""

from __future__ import annotations

import pytest

from analysis.plan.comparing.deadlines import moved_to
from analysis.plan.comparing.weighing import Scale
from analysis.plan.comparing.words import word_diff

NAMES = ("Sở Nội vụ", "Văn phòng UBND tỉnh", "các sở, ban, ngành")


@pytest.mark.parametrize(
    ("was", "now", "severity"),
    [
        ("đạt 45,5 điểm", "đạt 45.5 điểm", "high"),
        ("đạt 45,5 điểm", "đạt 455 điểm", "high"),
        ("giảm 9 bậc", "giảm -9 bậc", "high"),
        ("hạng 5 và 7", "hạng 7 và 5", "high"),
        ("đạt 45%", "đạt 45 điểm", "high"),
        ("quý III", "quý IV", "high"),
        ("Sở Nội vụ trình", "Văn phòng UBND tỉnh trình", "high"),
        ("Sở Nội vụ trình", "Phòng Kế toán trình", "high"),
        ("các sở, ban, ngành báo cáo", "các đơn vị báo cáo", "high"),
        ("Văn phòng UBND tỉnh trình", "Văn phòng Ủy ban nhân dân tỉnh trình", "medium"),
        ("đôn đốc thực hiện", "kiểm tra thực hiện", "medium"),
        ("", "kiểm tra", "medium"),
        ("≥ 5", "≤ 5", "medium"),
        ("một cửa – hiện đại", "Một cửa - hiện đại", "low"),
        ("tại\u200b chỗ", "tại chỗ", "low"),
    ],
)
def test_it_depends_on_what_changed(was: str, now: str, severity: str) -> None:
    assert Scale(names=NAMES).weight(was, now).severity == severity
    assert Scale(names=NAMES).weight(now, was).severity == severity


def test_years_that_went_with_the_plan_matter_little_and_others_much() -> None:
    scale = Scale(years={2022: 2023, 2023: 2024})
    for was, now in (
        ("Năm 2022 đạt 5 điểm", "Năm 2023 đạt 5 điểm"),
        ("KẾ HOẠCH NĂM 2023", "KẾ HOẠCH NĂM 2024"),
        ("trước ngày 30/6/2023", "trước ngày 30/6/2024"),
        ("nguồn: (PAPI) 2022", "nguồn: (PAPI) 2023"),
    ):
        assert scale.weight(was, now).severity == "low", was
        assert Scale().weight(was, now).severity == "high", was
    assert scale.weight("Năm 2022 đạt 5", "Năm 2023 đạt 6").severity == "high"
    assert scale.weight("số 5/2022/NĐ-CP", "số 5/2023/NĐ-CP").severity == "high"


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("Tháng 6/2023", "Quý III/2023", "later"),
        ("ngày 30 tháng 9 năm 2023", "quý 3/2023", None),
        ("Trước ngày 30/9/2023", "Trước ngày 15/9/2023 (sau khi có kinh phí)", "earlier"),
        ("Năm 2023", "Hằng năm", None),
        ("Quý I/2023 và quý III/2023", "Quý IV/2023", "later"),
        ("Trước ngày 31/02/2023", "Quý IV/2023", None),
        ("tháng 13/2023", "Quý IV/2023", None),
    ],
)
def test_deadlines_move_only_where_the_texts_tell(was: str, now: str, told: str | None) -> None:
    assert moved_to(was, now) == told


def test_a_difference_in_words_holds_both_texts_whole() -> None:
    was, now = "Sở A chủ trì, phối hợp Sở B", "Sở A chủ trì; giao Sở C phối hợp"
    pieces = word_diff(was, now)
    assert "".join(one.text for one in pieces if one.op != "added") == was
    assert "".join(one.text for one in pieces if one.op != "removed") == now
    assert word_diff("", "") == ()
    other = word_diff("Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Môi trường")
    assert [one.op for one in other] == ["removed", "added"]
    assert [one.op for one in word_diff("x " * 5_000, "y " * 5_000)] == ["removed", "added"]
