"""The checks of every rule that a program can judge, by the rule's id."""

from __future__ import annotations

from analysis.document.decree.rules import (
    appendix,
    bases,
    body,
    capitals,
    issuer,
    national,
    number_date,
    page,
    page_numbers,
    recipients,
    scope,
    signature,
    structure,
    tables,
    title,
)

CHECKS = {
    **scope.CHECKS,
    **page.CHECKS,
    **page_numbers.CHECKS,
    **national.CHECKS,
    **issuer.CHECKS,
    **number_date.CHECKS,
    **title.CHECKS,
    **body.CHECKS,
    **bases.CHECKS,
    **structure.CHECKS,
    **tables.CHECKS,
    **signature.CHECKS,
    **recipients.CHECKS,
    **appendix.CHECKS,
    **capitals.CHECKS,
}

__all__ = ["CHECKS"]
