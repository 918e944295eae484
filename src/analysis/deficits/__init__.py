"""Pure functions on scores: ledger, ranks, groups, changes, targets, goals and their chance."""

from analysis.deficits.chance import Chance, chance_of
from analysis.deficits.field import Field, field_of
from analysis.deficits.goals import Goal, GoalKind, Need, Requirement, need_of
from analysis.deficits.ledger import build_ledger
from analysis.deficits.line import Change, Gains, Ledger, Line, Standing
from analysis.deficits.ranks import group_of, percentile_cuts, ranks
from analysis.deficits.reconcile import Reconciliation, reconcile
from analysis.deficits.shortest import Shortest, Step, shortest_way
from analysis.deficits.targets import Target, TargetRule, targets_of

__all__ = [
    "Chance",
    "Change",
    "Field",
    "Gains",
    "Goal",
    "GoalKind",
    "Ledger",
    "Line",
    "Need",
    "Reconciliation",
    "Requirement",
    "Shortest",
    "Standing",
    "Step",
    "Target",
    "TargetRule",
    "build_ledger",
    "chance_of",
    "field_of",
    "group_of",
    "need_of",
    "percentile_cuts",
    "ranks",
    "reconcile",
    "shortest_way",
    "targets_of",
]
