"""The menders of every rule whose breach is one of pure form, by the rule's id.

A rule that is not here asks for other words, or for a place that only a person can choose.
"""

from __future__ import annotations

from analysis.document.decree.fixes import drawn, head, rows, sheet, text
from analysis.document.decree.fixes.desk import Desk
from analysis.document.decree.fixes.letters import Mender

# Sheets first, then letters: how long a line is drawn depends on both.
MENDERS: dict[str, Mender] = {
    **sheet.MENDERS,
    **head.MENDERS,
    **text.MENDERS,
    **rows.MENDERS,
    **drawn.MENDERS,
}

__all__ = ["MENDERS", "Desk", "Mender"]
