"""Checks a plan in Word against the rules of form of Decree 30/2020/NĐ-CP."""

from analysis.document.decree.checking import Finding, check
from analysis.document.decree.report import report_json, report_text
from analysis.document.decree.rulebook import Profile, Rule, read_profile, read_rules

__all__ = [
    "Finding",
    "Profile",
    "Rule",
    "check",
    "read_profile",
    "read_rules",
    "report_json",
    "report_text",
]
