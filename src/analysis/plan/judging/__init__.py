"""What a reviewer signs: checks of the plan, and what it takes for granted."""

from analysis.plan.judging.checking import checks, rule_of
from analysis.plan.judging.model import (
    ASSUMPTION_KINDS,
    CHECK_KINDS,
    Assumption,
    Check,
    Severity,
    Spot,
)

__all__ = [
    "ASSUMPTION_KINDS",
    "CHECK_KINDS",
    "Assumption",
    "Check",
    "Severity",
    "Spot",
    "checks",
    "rule_of",
]
