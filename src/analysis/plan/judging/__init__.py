"""What a reviewer signs: checks of the plan, and what it takes for granted."""

from analysis.plan.judging.assumptions import assumptions, colours_of
from analysis.plan.judging.checking import checks, rule_of, title_of
from analysis.plan.judging.model import (
    ASSUMPTION_KINDS,
    CHECK_KINDS,
    Assumption,
    AssumptionKind,
    Check,
    CheckKind,
    Severity,
    Spot,
)

__all__ = [
    "ASSUMPTION_KINDS",
    "CHECK_KINDS",
    "Assumption",
    "AssumptionKind",
    "Check",
    "CheckKind",
    "Severity",
    "Spot",
    "assumptions",
    "checks",
    "colours_of",
    "rule_of",
    "title_of",
]
