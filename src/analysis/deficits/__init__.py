"""Pure functions on scores: the ledger of lost points, ranks, groups, changes, targets."""

from analysis.deficits.field import Field, field_of
from analysis.deficits.ledger import build_ledger
from analysis.deficits.line import Change, Gains, Ledger, Line, Standing
from analysis.deficits.ranks import group_of, percentile_cuts, ranks
from analysis.deficits.reconcile import Reconciliation, reconcile
from analysis.deficits.targets import Target, TargetRule, targets_of

__all__ = [
    "Change",
    "Field",
    "Gains",
    "Ledger",
    "Line",
    "Reconciliation",
    "Standing",
    "Target",
    "TargetRule",
    "build_ledger",
    "field_of",
    "group_of",
    "percentile_cuts",
    "ranks",
    "reconcile",
    "targets_of",
]
