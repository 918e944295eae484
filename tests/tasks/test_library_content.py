"""What the library holds: a name and clean words for every task, tasks for every level."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from analysis.reference import edition_of
from analysis.tasks import reference_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.reference import Edition
    from analysis.runs.inputs import Inputs
    from analysis.tasks import Library, Task

LOCAL = {"ubnd_cap_huyen", "ubnd_cap_xa"}
LATEST = {"PAPI": 2024, "PAR INDEX": 2023, "SIPAS": 2023}

# What no department, or no commune, can do in general; with the reason.
NOT_OF_DEPARTMENTS = {
    "PAPI/d1_election": "villages elect, communes organise",
    "PAPI/d2_poverty_list": "communes review and post it",
    "PAPI/d2_budget": "the communes' budgets",
    "PAPI/d2_land": "one department asks, communes publish",
    "PAPI/d3_justice": "one department and the courts",
    "PAPI/d6_order": "the police and communes",
    "PAPI/d8_internet": "one department and the carriers",
}

NOT_OF_COMMUNES = {
    "PAR/f4_fewer_units": "districts until 30/6/2025; communes have no units to merge",
    "PAR/p_sipas": "a survey of the whole province",
    "PAR/p_leaders_survey": "communes are not surveyed",
    "PAR/p_economy": "figures of the whole province",
    "PAR/f6_autonomy": "service units of departments and districts",
    "PAR/f6_direct_spending": "service units of departments and districts",
    "PAR/f7_lgsp": "applications of departments and districts",
}


def editions(inputs: Inputs) -> Iterator[Edition]:
    for index in inputs.indices.values():
        for text in index.editions:
            if not text.synthetic:
                yield from (edition_of(index, year) for year in text.years)


def at(library: Library, reference: str, *levels: str) -> list[Task]:
    return [task for task in library.serving(reference) if set(levels) & set(task.levels)]


def test_every_current_papi_sub_dimension_has_two_tasks_of_the_province(inputs: Inputs) -> None:
    lines = [c for c in edition_of(inputs.indices["PAPI"], 2024).criteria if c.level == 2]
    assert len(lines) == 28
    for line in lines:
        reference = reference_of("PAPI", line.key)
        tasks = at(inputs.library, reference, "province")
        own = [task for task in tasks if task.criteria[0] == reference]
        assert len(own) >= 2, reference


def test_every_criterion_without_parts_has_a_task_of_the_province(inputs: Inputs) -> None:
    divided: set[str] = set()
    single: set[str] = set()
    for edition in editions(inputs):
        for line in edition.criteria[1:]:
            reference = reference_of(edition.index.index, line.key)
            (divided if edition.children(line.code) else single).add(reference)
    for reference in sorted(single - divided):
        assert at(inputs.library, reference, "province"), reference


@pytest.mark.parametrize("name", ["PAPI", "PAR INDEX", "SIPAS"])
def test_every_criterion_of_today_has_a_task_of_communes_or_a_reason(
    inputs: Inputs, name: str
) -> None:
    edition = edition_of(inputs.indices[name], LATEST[name])
    for line in edition.criteria[1:]:
        reference = reference_of(name, line.key)
        if not edition.children(line.code) and reference not in NOT_OF_COMMUNES:
            assert at(inputs.library, reference, "commune"), reference


@pytest.mark.parametrize("name", ["PAPI", "PAR INDEX", "SIPAS"])
def test_every_field_and_dimension_has_two_tasks_a_commune_can_do_and_one_of_a_department(
    inputs: Inputs, name: str
) -> None:
    edition = edition_of(inputs.indices[name], LATEST[name])
    for line in edition.criteria[1:]:
        parts = edition.children(line.code)
        if parts:
            tasks = [t for p in parts for t in inputs.library.serving(reference_of(name, p.key))]
            for level, least in (("department", 1), ("district", 2), ("commune", 2)):
                found = {task.id for task in tasks if level in task.levels}
                assert len(found) >= least, (line.name, level)


def test_every_sipas_content_has_two_tasks_a_commune_can_do_and_one_of_a_department(
    inputs: Inputs,
) -> None:
    for line in edition_of(inputs.indices["SIPAS"], 2023).criteria:
        if line.level == 2:
            reference = reference_of("SIPAS", line.key)
            assert len(at(inputs.library, reference, "commune")) >= 2, reference
            assert len(at(inputs.library, reference, "district")) >= 2, reference
            assert at(inputs.library, reference, "department"), reference


def test_every_papi_sub_dimension_has_a_task_of_departments_or_a_reason(inputs: Inputs) -> None:
    for line in edition_of(inputs.indices["PAPI"], 2024).criteria:
        if line.level == 2:
            reference = reference_of("PAPI", line.key)
            found = at(inputs.library, reference, "department")
            assert bool(found) != (reference in NOT_OF_DEPARTMENTS), reference


def test_what_lists_a_level_can_be_done_by_any_body_of_that_level(inputs: Inputs) -> None:
    for task in inputs.library.tasks:
        actors = set(task.actors or task.lead)
        if "department" in task.levels:
            assert "cac_so_nganh" in actors, task.id
        if {"district", "commune"} & set(task.levels):
            assert actors & LOCAL, task.id


def test_every_task_has_a_short_name_of_its_own(inputs: Inputs) -> None:
    names = [task.activity for task in inputs.library.tasks]
    assert len(set(names)) == len(names)
    for task in inputs.library.tasks:
        name = task.activity
        words = [word for word in name.split() if any(char.isalnum() for char in word)]
        assert 4 <= len(words) <= 20, task.id
        assert name[0].isupper(), task.id
        assert name[-1] not in ".,;:", task.id
        assert name.lower() != task.text.rstrip(".").lower(), task.id
        assert unicodedata.is_normalized("NFC", name), task.id
        assert "huyện" not in name, task.id
        assert name == " ".join(name.split()), task.id


def test_task_texts_are_clean_vietnamese(inputs: Inputs) -> None:
    for task in inputs.library.tasks:
        assert unicodedata.is_normalized("NFC", task.text)
        assert task.text.endswith("."), task.id
        assert "  " not in task.text, task.id
        assert not {" ,", " ;", " .", " :"} & {task.text[i : i + 2] for i in range(len(task.text))}
        assert task.text[0].islower() or task.text.split()[0].isupper(), task.id
        assert "huyện" not in task.text, task.id


def test_every_task_says_where_it_was_learned(inputs: Inputs) -> None:
    known = {
        "ubnd-tinh-lang-son-2023",
        "so-ldtbxh-lang-son-2022",
        "ubnd-tinh-ha-tinh-2021",
        "ubnd-huyen-binh-gia-2024",
        "ubnd-tinh-soc-trang-2023",
        "soan-moi",
    }
    for task in inputs.library.tasks:
        assert task.learned_from
        assert set(task.learned_from) <= known


def test_no_task_urges_without_an_act_that_can_be_measured(inputs: Inputs) -> None:
    empty = ("đẩy mạnh", "tăng cường", "nâng cao hiệu quả", "hàng năm", "hàng tháng", "hàng quý")
    for task in inputs.library.tasks:
        words = " ".join((task.activity, task.text, *task.products)).lower()
        assert not [filler for filler in empty if filler in words], task.id
