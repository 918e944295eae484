"""What the check of a template says beyond the engine's own faults."""

from __future__ import annotations

from analysis.errors import FaultText

_WHAT = "Bản in thử trái quy tắc {rule} của Nghị định số 30/2020/NĐ-CP: {message}{found}"
_REMEDY = "Sửa định dạng hoặc chữ cố định của phần đó trong mẫu{expected}."

RULE_BROKEN = FaultText("DO-80", _WHAT, _REMEDY)
RULE_DOUBTED = FaultText("DO-81", _WHAT, _REMEDY, severity="warning")

FOUND, EXPECTED = " Thấy: {found}.", " (cần: {expected})"
PLACE = "bản in thử, {place}"
