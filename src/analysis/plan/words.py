"""Every word that the texts of a form and of a plan may ask for, by placeholder."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.form import indices_of
from analysis.plan.goals import target
from analysis.plan.results import clause
from analysis.tasks import document_text
from analysis.vietnamese import joined, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.plan.details import PlanDetails
    from analysis.plan.form import Form
    from analysis.plan.mandate import Mandate
    from analysis.plan.study import Study

SHORT = {"par": "PAR INDEX", "sipas": "SIPAS", "papi": "PAPI"}
"""The indices by their names in placeholders."""


def plan_words(
    study: Study, *, form: Form, details: PlanDetails | None, mandate: Mandate | None
) -> dict[str, str]:
    """Return the words of a plan.

    Notes
    -----
    Functions print the agency that carries them on the plan's date; the plan's own bodies and
    documents go before them, so that a plan may use a name of its own.
    """
    words: dict[str, str] = study.directory.words(
        plan_year=study.plan_year, result_year=study.result_year
    )
    published = details is not None and details.print_published
    words |= _places(study, words)
    words |= _dates(study, form, details, mandate)
    for short, index in SHORT.items():
        name = messages.INDEX_NAME.format(name=messages.INDEX_NAMES[index], index=index)
        words[short] = name
        words[f"target_{short}"] = target(study, details, index)
        words[f"results_{short}"] = clause(study.of(index), print_published=published)
    words["results_all"] = _results(study, indices_of(form, details, mandate), words)
    *first, last = [
        words[short]
        for short, index in SHORT.items()
        if index in indices_of(form, details, mandate)
    ]
    # Names of indices hold "và": here a comma still parts them, as titles have it.
    words["cac_chi_so"] = f"{', '.join(first)} {messages.AND} {last}" if first else last
    if details is not None:
        words |= details.bodies
        words |= {key: document_text(item) for key, item in details.documents.items()}
    words["parent"] = _parent(details, mandate, words)
    if mandate is not None:
        words |= mandate.words
    return words


def _results(study: Study, indices: tuple[str, ...], words: Mapping[str, str]) -> str:
    """Return the results in brackets; of a merged unit without its own, where they are told."""
    known = any(study.of(index).ledger.total.score is not None for index in indices)
    if study.former and not known:
        return messages.RESULTS_OF_FORMER
    told = [words[f"results_{short}"] for short, index in SHORT.items() if index in indices]
    return messages.RESULTS_ALL.format(results="; ".join(told))


def _places(study: Study, words: Mapping[str, str]) -> dict[str, str]:
    districts, communes = words["ubnd_cap_huyen"], words["ubnd_cap_xa"]
    both = messages.LOCALITIES.format(districts=districts, communes=communes)
    return {
        "dia_phuong": districts if districts == communes else both,
        "cap_uy": messages.PARTY_COMMITTEE[study.unit.kind],
        "nam_sau": str(study.plan_year + 1),
    }


def due_dates(study: Study, form: Form, details: PlanDetails | None) -> tuple[date, date]:
    """Return by when the plan wants the plans that carry it out, and the results."""
    subplan = details.subplan_date if details else None
    completion = details.completion_date if details else None
    return (
        subplan or date(study.plan_year, *form.subplan_date),
        completion or date(study.plan_year, *form.completion_date),
    )


def _dates(
    study: Study, form: Form, details: PlanDetails | None, mandate: Mandate | None
) -> dict[str, str]:
    """Return the plan's own days; a dependent plan ends some days before the provincial one.

    Its own units report early enough for the body to report in time.
    """
    subplan, completion = due_dates(study, form, details)
    if mandate is not None and not (details and details.completion_date):
        completion = mandate.due.results - timedelta(days=form.days_before)
    results = completion if mandate is None else mandate.due.results
    return {
        "subplan_date": short_date(subplan),
        "completion_date": short_date(completion),
        "parent_completion_date": short_date(results),
    }


def _parent(details: PlanDetails | None, mandate: Mandate | None, words: Mapping[str, str]) -> str:
    """Return the citation of the plan that is carried out; a provincial plan has none."""
    if details is not None and details.executes:
        return joined(words[key] for key in details.executes)
    return "" if mandate is None else mandate.parent
