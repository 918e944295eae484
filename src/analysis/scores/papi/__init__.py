"""PAPI: the official workbooks in every layout, and the project's own CSV."""

from analysis.scores.papi.importing import import_papi, recognised
from analysis.scores.papi.own import read_papi

__all__ = ["import_papi", "read_papi", "recognised"]
