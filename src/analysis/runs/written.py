"""What the program wrote last into a report, beside it in ``da-ghi.json``.

Edits are found by comparing with it: a hash tells that a file was edited, this tells what.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from analysis.errors import Place
from analysis.runs import workbook_messages as messages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.plan.merging import Table

FILE = "da-ghi.json"


@dataclass(frozen=True, slots=True)
class Written:
    """The state of a report: the base of the workbook's next merge, by sheet."""

    workbook: Mapping[str, Table] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()

    def text(self) -> str:
        """Return it as JSON."""
        told = {"workbook": self.workbook}
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


class _Written(BaseModel):
    """The file, as far as it is needed."""

    model_config = ConfigDict(frozen=True, strict=True)

    workbook: dict[str, dict[str, dict[str, str]]] = {}


def read_written(folder: Path) -> Written:
    """Return what was written last; nothing for a new report.

    A file that cannot be read is told in `Written.warnings`: without it every cell of a workbook
    counts as edited, so nothing is lost.
    """
    path = folder / FILE
    if not path.is_file():
        return Written()
    try:
        found = _Written.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError):
        return Written(warnings=(messages.STATE_UNREADABLE.at(Place(file=FILE)),))
    return Written(found.workbook)
