"""Study + form + details → the plan as it is printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from analysis.plan import messages
from analysis.plan.appendices import ORDER, appendices, label_of
from analysis.plan.form import IndexTarget, filled
from analysis.plan.opening import opening
from analysis.plan.sections import numbered, papi_section, par_index_section, sipas_section
from analysis.plan.text import Paragraph, PlanText
from analysis.vietnamese import LETTERS, draft_date, number, short_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.form import Form, PlanDetails
    from analysis.plan.study import IndexStudy, Study


def build_plan(study: Study, *, form: Form, details: PlanDetails | None, rule: str) -> PlanText:
    """Return the plan of the narrative form, ready to be set in Word.

    Parameters
    ----------
    study
        What was computed for the unit.
    form
        The form's prose.
    details
        What this plan adds; without it targets are proposed and dates are the form's.
    rule
        The rule of proposed criterion targets, named below the tables.

    Raises
    ------
    FaultsError
        PL-02 for a placeholder of the form that has no meaning.
    """
    words = _words(study, form=form, details=details)

    def fill(text: str) -> str:
        return filled(text, words, file=f"{form.form}.yml")

    place = study.unit.name if study.unit.name != "Hồ Chí Minh" else study.unit.full_name()
    return PlanText(
        issuer=(messages.ISSUER, _issuer(study)),
        number=messages.NUMBER_LINE,
        place_date=messages.PLACE_DATE.format(place=place, date=draft_date(study.day)),
        kind=form.kind,
        title=fill(form.title),
        body=tuple(_body(study, form=form, details=details, fill=fill)),
        recipients=_recipients(form, fill),
        signatory=messages.SIGNATORY,
        appendices=appendices(study, rule=rule),
    )


def _issuer(study: Study) -> str:
    name = study.unit.full_name()
    return name.upper()


def _body(
    study: Study, *, form: Form, details: PlanDetails | None, fill: Callable[[str], str]
) -> list[Paragraph]:
    published = details is not None and details.print_published
    intro = [Paragraph("body", fill(form.targets_intro))] if form.targets_intro else []
    return [
        *opening(study, print_published=published),
        Paragraph("body", fill(form.promulgation)),
        Paragraph("section", messages.SECTION_PURPOSE),
        *numbered(form.purpose, fill=fill),
        Paragraph("section", messages.SECTION_TARGETS),
        *intro,
        *_targets(study, details),
        Paragraph("section", messages.SECTION_TASKS),
        *par_index_section(study, form, fill=fill, label=label_of("PAR INDEX")),
        *sipas_section(study, label=label_of("SIPAS")),
        *papi_section(study, label=label_of("PAPI")),
        Paragraph("heading_1", messages.SECTION_COMPLETION),
        Paragraph("body", fill(form.completion)),
        Paragraph("section", messages.SECTION_ORGANISATION),
        *_organisation(form, fill),
        Paragraph("body", fill(form.closing)),
    ]


def _organisation(form: Form, fill: Callable[[str], str]) -> list[Paragraph]:
    paragraphs = []
    for place, party in enumerate(form.organisation, start=1):
        paragraphs.append(Paragraph("heading_1", f"{place}. {fill(party.party)}"))
        if len(party.duties) == 1:
            paragraphs.append(Paragraph("body", fill(party.duties[0])))
            continue
        paragraphs += [
            Paragraph("lettered", messages.LETTERED.format(letter=letter, sentence=fill(duty)))
            for letter, duty in zip(LETTERS, party.duties, strict=False)
        ]
    return paragraphs


def _recipients(form: Form, fill: Callable[[str], str]) -> tuple[str, ...]:
    *names, last = dict.fromkeys(fill(name) for name in form.recipients)
    lines = [messages.RECIPIENT.format(name=name) for name in names]
    return (*lines, messages.LAST_RECIPIENT.format(name=last))


def _targets(study: Study, details: PlanDetails | None) -> list[Paragraph]:
    """Return one numbered sentence an index: the unit's own target, else a proposal."""
    own = {goal.index: goal for goal in details.targets} if details else {}
    sentences = [
        _own_target(own[index], study) if index in own else _proposal(study.of(index), study)
        for index in ORDER
    ]
    return [Paragraph("body", f"{place}. {text}.") for place, text in enumerate(sentences, 1)]


def _own_target(goal: IndexTarget, study: Study) -> str:
    form = messages.TARGET_TOP
    if goal.group is not None:
        form = messages.TARGET_GROUP if goal.top_n is None else messages.TARGET_TOP_IN_GROUP
    return form.format(
        name=messages.INDEX_NAMES[goal.index],
        index=goal.index,
        year=study.plan_year,
        top=goal.top_n,
        group=goal.group,
    )


def _proposal(item: IndexStudy, study: Study) -> str:
    """Return a modest proposal: keep the best group, else the group above, else improve."""
    labels = item.ledger.edition.index.groups.labels
    group = item.ledger.total.group
    form, wanted = messages.TARGET_IMPROVE, None
    if group is not None:
        place = labels.index(group)
        form = messages.TARGET_KEEP_GROUP if place == 0 else messages.TARGET_NEXT_GROUP
        wanted = labels[max(place - 1, 0)]
    return form.format(
        name=messages.INDEX_NAMES[item.index],
        index=item.index,
        year=study.plan_year,
        group=wanted,
        base=study.result_year,
    )


def _words(study: Study, *, form: Form, details: PlanDetails | None) -> dict[str, str]:
    """Return every word that the form's prose may ask for."""
    words = study.directory.words(plan_year=study.plan_year, result_year=study.result_year)
    districts, communes = words["ubnd_cap_huyen"], words["ubnd_cap_xa"]
    total = study.of("PAR INDEX").ledger.total
    subplan = details.subplan_date if details else None
    completion = details.completion_date if details else None
    return words | {
        "dia_phuong": districts
        if districts == communes
        else messages.LOCALITIES.format(districts=districts, communes=communes),
        "cap_uy": messages.PARTY_COMMITTEE[study.unit.kind],
        "subplan_date": short_date(subplan or date(study.plan_year, *form.subplan_date)),
        "completion_date": short_date(completion or date(study.plan_year, *form.completion_date)),
        "lost": messages.UNKNOWN if total.lost is None else number(total.lost),
        "score": messages.UNKNOWN if total.score is None else number(total.score),
        "result_year": str(study.result_year),
    }
