"""PAR INDEX: a province's scoring sheet."""

from analysis.scores.par.checks import differences
from analysis.scores.par.importing import import_par, recognised
from analysis.scores.par.own import own_rows
from analysis.scores.par.sheet import ScoringSheet
from analysis.scores.par.year import edition_of_sheet, read_scoring

__all__ = [
    "ScoringSheet",
    "differences",
    "edition_of_sheet",
    "import_par",
    "own_rows",
    "read_scoring",
    "recognised",
]
