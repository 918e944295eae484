"""The page over all reports: a row each, with what a reviewer asks first and links to the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, TemplateError
from markupsafe import Markup

from analysis.errors import FaultsError, Place
from analysis.review import signature_messages as messages
from analysis.review.html import Row, items, paragraph, table, with_reason
from analysis.review.policy import policy
from analysis.vietnamese import capitalised, joined, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from analysis.review.signatures import Signature

TEMPLATE, STYLE = "danh-muc.html.j2", "trang.css"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as the page over all reports tells of it.

    Parameters
    ----------
    folder
        Its folder below the page's, with slashes.
    unit, body, year, form
        The province, the body whose plan it is below the province, the year, the form.
    made
        When it was made.
    files
        Names of the files to link, as they lie below `folder`.
    edited, missing
        Files of the report that are not as they were made, or gone.
    warnings
        The codes of its warnings, one each.
    signatures
        The sign-offs in order; None where they cannot be read.
    signed_in
        The file that keeps the sign-offs.
    """

    folder: str
    unit: str
    body: str
    year: int
    form: str
    made: datetime
    files: Sequence[str]
    edited: Sequence[str] = ()
    missing: Sequence[str] = ()
    warnings: Sequence[str] = ()
    signatures: Sequence[Signature] | None = ()
    signed_in: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder that should hold a report, and why it cannot be told of."""

    folder: str
    reason: str


def reports_page(
    rows: Sequence[ReportRow], unreadable: Sequence[Unreadable], *, template: Path
) -> str:
    """Return the page over all reports.

    Parameters
    ----------
    rows
        The reports in any order; they are shown by province, the newest year first.
    unreadable
        Folders that could not be read, in a table of their own.
    template
        The folder that holds the page's template and style.

    Raises
    ------
    FaultsError
        RV-40 when the template is broken.
    """
    ordered = sorted(rows, key=lambda row: (row.folder.partition("/")[0], -row.year, row.folder))
    body = Markup("")
    if ordered:
        caption = messages.ALL_CAPTION.format(count=len(ordered))
        body += table(caption, messages.ALL_HEAD, map(_row, ordered), wide=frozenset({6}))
    elif not unreadable:
        body += paragraph(messages.NO_REPORTS)
    if unreadable:
        told = [Row((one.folder, one.reason)) for one in unreadable]
        body += table(messages.UNREADABLE_CAPTION, messages.UNREADABLE_HEAD, told)
    environment = Environment(loader=FileSystemLoader(template), autoescape=True)
    try:
        style = (template / STYLE).read_text("utf-8")
        return environment.get_template(TEMPLATE).render(
            title=messages.ALL_REPORTS,
            body=body,
            style=Markup(style),
            policy=policy(style=style),
        )
    except (TemplateError, OSError, UnicodeDecodeError) as error:
        place = Place(file=TEMPLATE)
        raise FaultsError(messages.INDEX_TEMPLATE_BROKEN.at(place, cause=error)) from error


def _row(row: ReportRow) -> Row:
    void = bool(row.signatures) and all(one.changed for one in row.signatures or ())
    unit = with_reason(capitalised(row.body or row.unit), row.body and row.unit)
    made = f"{short_date(row.made.date())}, {row.made:%H:%M}"
    return Row(
        (unit, str(row.year), _links(row), _signed(row), _state(row), made, row.form),
        kind="lech" if void else "",
    )


def _state(row: ReportRow) -> str:
    told = []
    if row.edited:
        told.append(messages.EDITED.format(files=joined(row.edited)))
    if row.missing:
        told.append(messages.MISSING.format(files=joined(row.missing)))
    if row.warnings:
        codes = ", ".join(dict.fromkeys(row.warnings))
        told.append(messages.WARNED.format(count=len(row.warnings), codes=codes))
    return " ".join(told) or messages.AS_MADE


def _signed(row: ReportRow) -> str | Markup:
    if row.signatures is None:
        return messages.NOT_READ.format(file=row.signed_in)
    if not row.signatures:
        return messages.NOT_SIGNED
    told = [
        with_reason(messages.SIGNED_BY.format(name=one.name, day=short_date(one.day)), one.state)
        for one in row.signatures
    ]
    return items(told)


def _links(row: ReportRow) -> Markup:
    """Return the links; a reader who hears them one by one is told whose file each is."""
    whose = f"{row.body or row.unit}, {row.year}, {row.form}"
    links = []
    for name in row.files:
        what = messages.LINKS.get(name, name)
        said = messages.LINKS_OF.format(what=what, whose=whose)
        address = quote(f"{row.folder}/{name}")
        link = Markup('<a href="{}" aria-label="{}">{}</a>').format(address, said, what)
        links.append(link)
    return items(links)
