"""The findings of a check of form as one page that works offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.review import messages
from analysis.review.html import Row, paragraph, table
from analysis.review.policy import policy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    "<title>{title}</title><style>{style}</style></head>"
    "<body><main><h1>{title}</h1>{body}</main></body></html>\n"
)


def findings_page(findings: Sequence[Mapping[str, str]], *, title: str, style: str) -> str:
    """Return a page with one table a file, the heaviest findings first.

    Parameters
    ----------
    findings
        Mappings with ``file``, ``rule``, ``severity``, ``place``, ``found``, ``expected`` and
        ``message``.
    title
        The page's title.
    style
        The style sheet, set into the page.
    """
    files = dict.fromkeys(finding["file"] for finding in findings)
    tables = Markup("").join(
        _table(file, [finding for finding in findings if finding["file"] == file]) for file in files
    )
    body = tables or paragraph(messages.NOTHING_FOUND)
    return str(
        _PAGE.format(title=title, style=Markup(style), body=body, policy=policy(style=style))
    )


def _table(file: str, findings: list[Mapping[str, str]]) -> Markup:
    weights = list(messages.SEVERITIES)
    ranked = sorted(findings, key=lambda finding: weights.index(finding["severity"]))
    return table(
        file,
        messages.FINDING_COLUMNS,
        (
            Row(
                [
                    finding["rule"],
                    messages.SEVERITIES[finding["severity"]],
                    finding["message"],
                    finding["place"],
                    finding["found"],
                    finding["expected"],
                ]
            )
            for finding in ranked
        ),
        wide=frozenset({2, 3}),
    )
