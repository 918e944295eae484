"""Reports as tests of sign-offs and of the page over all reports need them: small and made up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from analysis.runs.manifest import FILE
from analysis.runs.writing import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PLAN, FACTS, WORKBOOK, PAGE = "ke-hoach.docx", "facts.json", "nhiem-vu.xlsx", "bao-cao.html"
PLACES = "<!--tinh-trang--><!--/tinh-trang--><main><!--xac-nhan-->chưa<!--/xac-nhan--></main>"
WARNINGS = (
    {"code": "PL-10", "place": "mục IV", "what": "Câu chữ nêu cơ quan không có."},
    {"code": "RN-41", "place": "dòng 4", "what": "Người soạn ghi khác đề xuất mới."},
)


def small_report(
    folder: Path,
    *,
    files: Iterable[str] = (PLAN, FACTS, WORKBOOK, PAGE),
    warnings: Iterable[dict[str, str]] = (),
    **parameters: Any,
) -> Path:
    """Write a report whose files hold their own names, the page the places for sign-offs."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in files:
        (folder / name).write_text(PLACES if name == PAGE else name, "utf-8")
    asked = {
        "unit_code": "20",
        "unit": "tỉnh Lạng Sơn",
        "plan_year": 2023,
        "plan_date": "2023-06-30",
        "form": "province-narrative",
        "form_name": "Kế hoạch cấp tỉnh",
    }
    told = {
        "parameters": asked | parameters,
        "started": "2023-06-20T08:05:00+07:00",
        "inputs": {},
        "outputs": {name: sha256(folder / name) for name in files},
        "warnings": list(warnings),
    }
    (folder / FILE).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return folder
