"""--previous: what last year's plan finished, what people made of it, what goes on."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from docx import Document
from tests.builders.cascades import report, repository
from tests.builders.plans import as_typed

from analysis.errors import FaultsError
from analysis.plan.facts import facts
from analysis.plan.vacancies import every_task
from analysis.plan.yearly import Comparison, comparison
from analysis.runs import messages
from analysis.runs.cascade import cascade
from analysis.runs.jobs import Request, job_for
from analysis.runs.notebooks import NAMES
from analysis.runs.previous import DOCUMENT, FACTS, PROGRESS, read_last_year
from analysis.runs.run import run
from analysis.tasks import reference_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from analysis.plan.study import Study
    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

    Next = Callable[[Path], Study]

LAST, NOW = ("Lạng Sơn", 2023), ("Lạng Sơn", 2024)
KEY, STATE = messages.PROGRESS_COLUMNS[0], messages.PROGRESS_COLUMNS[-2]


@pytest.fixture(scope="module")
def untouched(
    job: Callable[..., Job], inputs: Inputs, paths: Paths, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return the folder of last year's report as the program left it."""
    folder = tmp_path_factory.mktemp("nam-truoc") / "2023"
    return report(job(*LAST), folder, inputs=inputs, paths=paths)


@pytest.fixture
def last(untouched: Path, tmp_path: Path) -> Path:
    """Return the folder of last year's report, for a person to work in."""
    return shutil.copytree(untouched, tmp_path / "2023")


@pytest.fixture(scope="module")
def with_last(inputs: Inputs, paths: Paths) -> Next:
    """Return a maker of this year's study with a last year."""
    return lambda previous: job_for(Request(*NOW, previous=previous), inputs, paths).planned.study


@pytest.fixture(scope="module")
def recurring(inputs: Inputs) -> frozenset[str]:
    return frozenset(task.id for task in inputs.library.tasks if task.deadline.recurs)


def ids(study: Study) -> list[str]:
    return [one.task.id for one in every_task(study)]


def compared(study: Study) -> Comparison:
    found = comparison(study)
    assert found is not None
    return found


def follow(folder: Path, states: Mapping[str, str]) -> None:
    """Write states into the table of progress, as people do."""
    rows = list(csv.DictReader(io.StringIO((folder / PROGRESS).read_text("utf-8-sig"))))
    for row in rows:
        row[STATE] = states.get(row[KEY], "")
    file = io.StringIO()
    writer = csv.DictWriter(file, messages.PROGRESS_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / PROGRESS).write_text(file.getvalue(), "utf-8-sig")


def reword(folder: Path, old: str, new: str | None) -> None:
    """Change words in the first paragraph that holds them; None takes the paragraph out."""
    document = Document(str(folder / DOCUMENT))
    paragraph = next(p for p in document.paragraphs if old in as_typed(p.text))
    if new is None:
        paragraph.text = ""
    else:
        paragraph.text = as_typed(paragraph.text).replace(old, new)
    document.save(str(folder / DOCUMENT))


def text_of(folder: Path, task: str) -> str:
    told = json.loads((folder / FACTS).read_text("utf-8"))["tasks"]
    return next(str(one["text"]) for one in told if one["id"] == task)


def test_the_table_of_progress_holds_every_task_with_its_state_still_empty(
    untouched: Path, job: Callable[..., Job]
) -> None:
    text = (untouched / PROGRESS).read_bytes()
    assert text.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert tuple(rows[0]) == messages.PROGRESS_COLUMNS
    assert [row[KEY] for row in rows] == ids(job(*LAST).planned.study)
    assert {row[STATE] for row in rows} == {""}


@pytest.mark.parametrize(
    "plan",
    [
        {"province": "Lạng Sơn", "plan_year": 2023, "form": "province-tables"},
        {"province": "Lạng Sơn", "plan_year": 2023, "form": "province-single"},
        {"plan": "ubnd-tinh-ha-tinh-2021"},
        {"plan": "ubnd-tinh-lang-son-2023"},
        {"plan": "ubnd-tinh-soc-trang-2023"},
    ],
    ids=str,
)
def test_no_document_of_ours_counts_as_edited(
    job: Callable[..., Job], inputs: Inputs, paths: Paths, tmp_path: Path, plan: dict[str, Any]
) -> None:
    folder = report(job(**plan), tmp_path / "report", inputs=inputs, paths=paths)
    last = read_last_year(folder)
    assert (last.rewording.edited, last.rewording.removed) == ({}, ())
    assert set(ids(job(**plan).planned.study)) == set(last.tasks)


def test_without_states_or_edits_this_year_s_plan_is_the_same_with_a_comparison(
    untouched: Path, with_last: Next, job: Callable[..., Job]
) -> None:
    study, alone = with_last(untouched), job(*NOW).planned.study
    assert study.parts == alone.parts
    found, before = compared(study), ids(job(*LAST).planned.study)
    assert found.plan_year == 2023
    assert (found.done, found.reworded, found.removed) == ((), (), ())
    assert found.kept == tuple(key for key in before if key in ids(study))
    assert found.dropped == tuple(key for key in before if key not in ids(study))
    assert found.new == tuple(key for key in ids(study) if key not in before)


def test_its_document_may_be_named_instead_of_its_folder(untouched: Path) -> None:
    assert read_last_year(untouched / DOCUMENT) == read_last_year(untouched)


def test_without_a_table_of_progress_everything_goes_on(last: Path) -> None:
    (last / PROGRESS).unlink()
    found = read_last_year(last)
    assert (found.done, found.given_up) == (frozenset(), frozenset())


def test_a_task_that_is_done_gives_its_place_to_the_next(
    last: Path,
    with_last: Next,
    job: Callable[..., Job],
    inputs: Inputs,
    recurring: frozenset[str],
) -> None:
    alone = job(*NOW).planned.study
    known = set(ids(alone)) & set(ids(job(*LAST).planned.study)) - recurring
    done = next(
        one
        for one in alone.of("PAPI").tasks
        if one.task.id in known and len(_serving(inputs, alone, one.code)) > 1
    )
    follow(last, {done.task.id: "hoàn thành"})
    study = with_last(last)
    assert done.task.id not in ids(study)
    following = [task.id for task in _serving(inputs, alone, done.code)]
    assert following[0] == done.task.id
    assert following[1] in [one.task.id for one in study.of("PAPI").tasks]
    assert compared(study).done == (done.task.id,)
    assert done.task.id not in compared(study).dropped
    assert set(ids(alone)) - {done.task.id} <= set(ids(study))


def _serving(inputs: Inputs, study: Study, code: str) -> list[Any]:
    line = study.of("PAPI").ledger.line(code)
    assert line is not None
    found = inputs.library.serving(reference_of("PAPI", line.criterion.key))
    return [task for task in found if "province" in task.levels]


def test_a_task_that_recurs_stays_when_it_was_done_and_goes_when_it_was_given_up(
    last: Path, with_last: Next, job: Callable[..., Job], recurring: frozenset[str]
) -> None:
    both = [key for key in ids(job(*LAST).planned.study) if key in recurring]
    here = [key for key in both if key in ids(job(*NOW).planned.study)]
    done, given_up = here[0], here[1]
    follow(last, {done: "hoàn thành", given_up: "bỏ"})
    study = with_last(last)
    assert done in ids(study)
    assert given_up not in ids(study)
    found = compared(study)
    assert found.done == ()
    assert done in found.kept
    assert given_up in found.dropped


@pytest.mark.parametrize("state", ["bỏ", "Bỏ", "BỎ"])
def test_what_was_given_up_is_not_proposed_again_however_it_is_written(
    last: Path, job: Callable[..., Job], state: str
) -> None:
    key = ids(job(*LAST).planned.study)[0]
    follow(last, {key: state})
    assert read_last_year(last).given_up == {key}


@pytest.mark.parametrize("state", ["tiếp tục", ""])
def test_what_goes_on_is_proposed_again(last: Path, job: Callable[..., Job], state: str) -> None:
    follow(last, {ids(job(*LAST).planned.study)[0]: state})
    assert read_last_year(last).finished(frozenset()) == frozenset()


def test_states_without_a_meaning_are_told_with_their_rows_all_at_once(
    last: Path, job: Callable[..., Job]
) -> None:
    first, second, third, *_ = ids(job(*LAST).planned.study)
    follow(last, {first: "xong", second: "hoàn thành", third: "chờ"})
    with (last / PROGRESS).open("a", encoding="utf-8") as file:
        file.write("khong-co,,,,,bỏ,\n")
    rows = len((last / PROGRESS).read_text("utf-8").splitlines())
    with pytest.raises(FaultsError) as caught:
        read_last_year(last)
    faults = caught.value.faults
    assert [(f.code, f.place.file, f.place.row) for f in faults] == [
        ("RN-29", PROGRESS, 2),
        ("RN-29", PROGRESS, 4),
        ("RN-29", PROGRESS, rows),
    ]
    assert "“xong”" in faults[0].what
    assert all(state in faults[0].remedy for state in messages.STATES)


def test_wording_that_people_gave_is_carried_on_with_its_years_moved(
    last: Path, with_last: Next, job: Callable[..., Job], inputs: Inputs, paths: Paths
) -> None:
    kept = compared(with_last(last)).kept
    key = next(key for key in kept if text_of(last, key).endswith("."))
    old = text_of(last, key)
    reword(last, old, f"{old.removesuffix('.')}, xong trong năm 2023, hơn kết quả năm 2022.")
    study = with_last(last)
    (one,) = [one for one in every_task(study) if one.task.id == key]
    assert one.task.sentence.endswith("xong trong năm 2024, hơn kết quả năm 2023.")
    assert one.task.sentence[0] == old[0]
    assert compared(study).reworded == (key,)
    printed = job_for(Request(*NOW, previous=last), inputs, paths).text(inputs)
    assert any(one.task.sentence in as_typed(paragraph.text) for paragraph in printed.body)
    others = [each for each in every_task(study) if each.task.id != key]
    assert others == [e for e in every_task(job(*NOW).planned.study) if e.task.id != key]


def test_a_task_that_people_took_out_is_told_as_removed_and_still_proposed(
    last: Path, with_last: Next
) -> None:
    key = compared(with_last(last)).kept[0]
    reword(last, text_of(last, key), None)
    study = with_last(last)
    assert compared(study).removed == (key,)
    assert key in ids(study)


def test_facts_tell_the_comparison_of_the_two_plans(
    last: Path, with_last: Next, job: Callable[..., Job]
) -> None:
    follow(last, {ids(job(*LAST).planned.study)[0]: "hoàn thành"})
    study = with_last(last)
    told, found = facts(study)["previous"], compared(study)
    assert json.loads(json.dumps(told)) == {
        "plan_year": 2023,
        **{
            name: list(getattr(found, name))
            for name in ("done", "kept", "dropped", "new", "reworded", "removed")
        },
    }


def test_a_plan_of_last_year_that_was_not_ours_has_nothing_in_common(
    untouched: Path, inputs: Inputs, paths: Paths, job: Callable[..., Job], tmp_path: Path
) -> None:
    own = report(job(plan="ubnd-tinh-lang-son-2023"), tmp_path / "own", inputs=inputs, paths=paths)
    found = compared(job_for(Request(*NOW, previous=own), inputs, paths).planned.study)
    assert (found.kept, found.reworded, found.removed) == ((), (), ())
    assert all(key.startswith("ls2023-") for key in found.dropped)


def test_a_run_tells_the_comparison_and_its_cascade_gives_the_same_tasks(
    last: Path,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    job: Callable[..., Job],
) -> None:
    def notebooks(*, out: Path, **_: Any) -> dict[str, Path]:
        made = {name: out / f"{name}.ipynb" for name in NAMES}
        out.mkdir()
        for path in made.values():
            nbformat.write(nbformat.v4.new_notebook(), path)
        return made

    monkeypatch.setattr("analysis.runs.run.run_notebooks", notebooks)
    monkeypatch.setattr("analysis.runs.run.write_pages", lambda *_, **__: None)
    done = ids(job(*LAST).planned.study)[0]
    follow(last, {done: "hoàn thành"})
    project = repository(paths, tmp_path / "kho")
    made = run(Request(*NOW, previous=last), paths=project, today=date(2026, 11, 24))
    found = compared(made.study)
    names = ("kept", "reworded", "new", "done", "dropped")
    counts = {name: len(getattr(found, name)) for name in names}
    assert made.notices == (messages.COMPARED.format(year=2023, **counts),)
    told = json.loads((made.folder / FACTS).read_text("utf-8"))["previous"]
    assert told["done"] == [done]
    assert (made.folder / PROGRESS).is_file()
    given = cascade(
        made.folder, paths=project, started=datetime(2026, 11, 24, tzinfo=UTC), only="department"
    )
    tasks: Any = given.content["tasks"]
    assert [task["id"] for task in tasks] == ids(made.study)


@pytest.fixture
def refused(inputs: Inputs, paths: Paths) -> Callable[..., list[tuple[str, str]]]:
    """Return codes and files of the faults of a request with a last year."""

    def refuse(previous: Path, args: Any = NOW, **others: Any) -> list[tuple[str, str]]:
        request = replace(Request(*args, **others), previous=previous)
        with pytest.raises(FaultsError) as caught:
            job_for(request, inputs, paths)
        return [(fault.code, fault.place.file) for fault in caught.value.faults]

    return refuse


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "[]",
        "{}",
        '{"plan_year": 2023, "result_year": 2022, "tasks": [{"id": "a", "text": "b"}]}',
        '{"plan_year": 2023, "tasks": []}',
        '{"plan_year": "2023", "result_year": 2022, "tasks": []}',
        '{"plan_year": 2023, "result_year": 2022, "tasks": [{"id": 1, "text": 2, "duty": 3, '
        '"activity": 4}]}',
    ],
)
def test_a_last_year_without_readable_facts_is_refused(
    last: Path, refused: Callable[..., Any], text: str | None
) -> None:
    if text is None:
        (last / FACTS).unlink()
    else:
        (last / FACTS).write_text(text, "utf-8")
    assert refused(last) == [("RN-28", f"2023/{FACTS}")]


def test_a_last_year_that_is_not_there_is_refused(
    tmp_path: Path, refused: Callable[..., Any]
) -> None:
    assert [code for code, _ in refused(tmp_path / "khong-co")] == ["RN-28"]


def test_a_document_that_cannot_be_read_is_refused(last: Path, refused: Callable[..., Any]) -> None:
    (last / DOCUMENT).write_bytes((last / DOCUMENT).read_bytes()[:1000])
    assert refused(last) == [("DO-35", DOCUMENT)]
    (last / DOCUMENT).unlink()
    assert refused(last) == [("DO-35", DOCUMENT)]


@pytest.mark.parametrize(
    ("args", "others"),
    [
        ((None, None), {"plan": "ubnd-tinh-lang-son-2023"}),
        (NOW, {"form": "department", "agency": "noi_vu"}),
        (NOW, {"form": "local", "place": "Bình Gia"}),
    ],
)
def test_only_a_province_s_new_plan_has_a_last_year(
    untouched: Path, refused: Callable[..., Any], args: Any, others: dict[str, Any]
) -> None:
    assert [code for code, _ in refused(untouched, args, **others)] == ["RN-30"]
