"""Two plans compared: figures, tasks, rows of tables and wording, by how much a change matters."""

from analysis.plan.comparing.facts import PlanFacts, facts_from
from analysis.plan.comparing.model import (
    KINDS,
    SEVERITIES,
    Change,
    Comparison,
    Kind,
    Severity,
    Side,
)
from analysis.plan.comparing.telling import comparison_text
from analysis.plan.comparing.whole import compare
from analysis.plan.comparing.words import Piece, word_diff

__all__ = [
    "KINDS",
    "SEVERITIES",
    "Change",
    "Comparison",
    "Kind",
    "Piece",
    "PlanFacts",
    "Severity",
    "Side",
    "compare",
    "comparison_text",
    "facts_from",
    "word_diff",
]
