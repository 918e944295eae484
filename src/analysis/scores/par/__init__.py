"""PAR INDEX: a province's scoring sheet."""

from analysis.scores.par.importing import import_par, recognised

__all__ = ["import_par", "recognised"]
