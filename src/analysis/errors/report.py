"""Faults as text: grouped by kind, bounded, in Vietnamese."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.errors.fault import Fault

_TITLES = {"error": "LỖI", "warning": "CẢNH BÁO"}


def _kind(fault: Fault) -> tuple[bool, str, str]:
    return (fault.severity != "error", fault.code, fault.remedy)


def faults_text(faults: Iterable[Fault], *, most: int = 5) -> str:
    """Return the faults grouped by what mends them, errors first.

    Parameters
    ----------
    faults
        Faults in any order.
    most
        How many places of one kind are listed; the rest is counted.

    Returns
    -------
    str
        One block a kind: title and count, at most `most` places, and the remedy.

    Examples
    --------
    >>> from analysis.errors import Fault, Place
    >>> print(faults_text([Fault("SC-01", "Thiếu cột 1.1.", "Thêm cột.", Place(file="a.csv"))]))
    LỖI SC-01 (1)
      - tệp a.csv: Thiếu cột 1.1.
      Cách sửa: Thêm cột.
    """
    blocks = []
    for _, group in groupby(sorted(faults, key=_kind), key=_kind):
        same = list(group)
        lines = [f"{_TITLES[same[0].severity]} {same[0].code} ({len(same)})"]
        for fault in same[:most]:
            place = fault.place.text()
            lines.append(f"  - {place}: {fault.what}" if place else f"  - {fault.what}")
        if len(same) > most:
            lines.append(f"  … và {len(same) - most} vị trí khác cùng loại")
        lines.append(f"  Cách sửa: {same[0].remedy}")
        blocks.append("\n".join(lines))
    return "\n".join(blocks)
