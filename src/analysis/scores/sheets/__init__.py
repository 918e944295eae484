"""Files as they arrive: workbooks and CSV opened safely, as plain grids of cells."""

from analysis.scores.sheets.grid import Cell, Grid, Measured, as_number, as_text, letter
from analysis.scores.sheets.opening import Limits, read_grids

__all__ = [
    "Cell",
    "Grid",
    "Limits",
    "Measured",
    "as_number",
    "as_text",
    "letter",
    "read_grids",
]
