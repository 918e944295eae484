from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from analysis.tasks import Deadline


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"kind": "date", "month": 11, "day": 30}, "Trước ngày 30/11/2023"),
        ({"kind": "date", "month": 2, "day": 5}, "Trước ngày 05/02/2023"),
        ({"kind": "month", "month": 9}, "Tháng 9/2023"),
        ({"kind": "quarter", "quarter": 4}, "Quý IV/2023"),
        ({"kind": "year"}, "Năm 2023"),
        ({"kind": "yearly"}, "Hằng năm"),
        ({"kind": "continuous"}, "Thường xuyên"),
        ({"kind": "periodic", "every": "Hằng quý"}, "Hằng quý"),
        ({"kind": "document", "document": "Kế hoạch A"}, "Theo Kế hoạch A"),
        ({"kind": "roadmap", "document": "Đề án A"}, "Theo lộ trình Đề án A"),
        ({"kind": "event", "event": "ngay khi có văn bản"}, "ngay khi có văn bản"),
        ({"kind": "year", "condition": "nếu có kinh phí"}, "Năm 2023 (nếu có kinh phí)"),
    ],
)
def test_every_kind_of_deadline_is_printed(fields: dict[str, Any], printed: str) -> None:
    assert Deadline(**fields).text(2023) == printed


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "quarter"},
        {"kind": "quarter", "quarter": 5},
        {"kind": "date", "month": 3},
        {"kind": "periodic"},
        {"kind": "sometime"},
        {"kind": "month", "month": 13},
        {"kind": "date", "month": 2, "day": 29},
    ],
)
def test_a_deadline_without_what_its_kind_needs_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Deadline(**fields)
