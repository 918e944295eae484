"""What the program wrote last into a report, beside it in ``da-ghi.json``.

Edits are found by comparing with it: a hash tells that a file was edited, this tells what.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from analysis.errors import FaultsError, Place
from analysis.plan.word.printed import Written as Printed
from analysis.plan.word.printed import from_json
from analysis.runs import workbook_messages as messages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.plan.merging import Table

__all__ = ["FILE", "Printed", "Written", "read_written"]

FILE = "da-ghi.json"


@dataclass(frozen=True, slots=True)
class Written:
    """The state of a report.

    `workbook` is the base of the workbook's next merge, by sheet. `documents` tells what was
    printed into a Word file, by the SHA-256 of that file as it was written.
    """

    workbook: Mapping[str, Table] = field(default_factory=dict)
    documents: Mapping[str, Printed] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()

    def text(self) -> str:
        """Return it as JSON."""
        documents = {digest: printed.as_json() for digest, printed in self.documents.items()}
        told = {"workbook": self.workbook, "documents": documents}
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


class _Written(BaseModel):
    """The file, as far as it is needed."""

    model_config = ConfigDict(frozen=True, strict=True)

    workbook: dict[str, dict[str, dict[str, str]]] = {}
    documents: dict[str, Any] = {}


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
        documents = {digest: from_json(told, file=FILE) for digest, told in found.documents.items()}
    except (OSError, UnicodeDecodeError, ValidationError, FaultsError):
        return Written(warnings=(messages.STATE_UNREADABLE.at(Place(file=FILE)),))
    return Written(found.workbook, documents)
