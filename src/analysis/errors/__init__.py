"""One family of errors: a fault says what is wrong, where, and how to mend it."""

from analysis.errors.fault import Fault, FaultsError, FaultText, Place, Severity
from analysis.errors.report import faults_text

__all__ = ["Fault", "FaultText", "FaultsError", "Place", "Severity", "faults_text"]
