"""The sample plan that a template is tried with: made up, and marked as such in its every part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.text import PlanText
from analysis.reference.files import Strict, read_yaml, validated

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "data/examples/plan.yml"
"""Where it lies in the repository."""


class _Sample(Strict):
    plan: PlanText


def read_sample(path: Path) -> PlanText:
    """Return a plan that is written out in YAML, field by field as `PlanText` has them.

    Raises
    ------
    FaultsError
        RF-01 to RF-03 when the file cannot be read or a field is not as it should be.
    """
    return validated(_Sample, {"plan": read_yaml(path)}, file=path.name).plan
