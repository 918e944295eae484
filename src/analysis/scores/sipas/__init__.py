"""SIPAS: tables of published results, and a province's own survey, one row a respondent."""

from analysis.scores.sipas.columns import SAMPLE_ROWS, recognised
from analysis.scores.sipas.expectations import EXPECTATION_COLUMNS
from analysis.scores.sipas.importing import import_survey, is_survey
from analysis.scores.sipas.microdata import Survey, read_survey
from analysis.scores.sipas.published import import_published, recognised_results
from analysis.scores.sipas.satisfaction import FEW, SURVEY_COLUMNS

__all__ = [
    "EXPECTATION_COLUMNS",
    "FEW",
    "SAMPLE_ROWS",
    "SURVEY_COLUMNS",
    "Survey",
    "import_published",
    "import_survey",
    "is_survey",
    "read_survey",
    "recognised",
    "recognised_results",
]
