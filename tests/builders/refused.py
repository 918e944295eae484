"""What is told of a template that is turned away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.document.render import document_bytes
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.plan.text import PlanText


def codes(plan: PlanText, template: Path) -> list[str]:
    """Return the codes of the faults, each once; every one of them names the template."""
    with pytest.raises(FaultsError) as caught:
        document_bytes(plan, template=template)
    assert all(fault.place.file == template.name for fault in caught.value.faults)
    return sorted({fault.code for fault in caught.value.faults})
