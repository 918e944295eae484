from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from analysis.reference import Directory
from analysis.tasks import worded

if TYPE_CHECKING:
    from analysis.runs.inputs import Inputs
    from analysis.tasks import WordedTask


def all_worded(inputs: Inputs, province: str, day: date) -> list[WordedTask]:
    directory = Directory(inputs.agencies, inputs.places.resolve(province, day=day), day)
    return [
        worded(
            task,
            library=inputs.library,
            directory=directory,
            plan_year=day.year,
            result_year=day.year - 1,
        )
        for task in inputs.library.tasks
    ]


@pytest.mark.parametrize("province", ["Lạng Sơn", "Cần Thơ"])
@pytest.mark.parametrize("year", [2021, 2023, 2026])
def test_every_task_reads_as_a_sentence_for_every_year(
    inputs: Inputs, province: str, year: int
) -> None:
    for task in all_worded(inputs, province, date(year, 6, 30)):
        assert "{" not in task.sentence + task.activity
        assert task.activity == " ".join(task.activity.split())
        assert task.sentence[0].isupper()
        assert task.sentence.endswith(".")
        assert "  " not in task.sentence
        assert task.lead
        assert task.product
        assert task.deadline


def test_no_task_of_2026_names_a_body_that_is_gone(inputs: Inputs) -> None:
    gone = ("Sở Kế hoạch và Đầu tư", "Sở Thông tin", "Sở Lao động", "Sở Giao thông", "thị trấn")
    for task in all_worded(inputs, "Lạng Sơn", date(2026, 6, 30)):
        text = " ".join((task.sentence, *task.lead, *task.implementers, *task.coordinators))
        assert not [name for name in (*gone, "huyện") if name in text], task.id


def test_nobody_is_named_in_two_roles_of_one_task(inputs: Inputs) -> None:
    for year in (2023, 2026):
        for task in all_worded(inputs, "Lạng Sơn", date(year, 6, 30)):
            named = (*task.lead, *task.implementers, *task.coordinators)
            assert len(named) == len(set(named)), task.id


def test_a_body_that_cannot_be_ordered_is_asked(inputs: Inputs) -> None:
    day = date(2023, 6, 30)
    directory = Directory(inputs.agencies, inputs.places.resolve("Lạng Sơn", day=day), day)
    sentences = {task.id: task.sentence for task in all_worded(inputs, "Lạng Sơn", day)}
    assert any(text.startswith("Đề nghị Ủy ban MTTQ") for text in sentences.values())
    for task in inputs.library.tasks:
        proposed = directory.proposed(task.actors or task.lead)
        assert sentences[task.id].startswith("Đề nghị ") == proposed, task.id
