"""Forms are data: what a form may ask for, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from tests.builders.plans import FORM

from analysis.errors import FaultsError
from analysis.plan.blocks import WRITERS
from analysis.plan.details import read_details
from analysis.plan.draft import draft_of
from analysis.plan.form import BLOCKS, COLUMNS, check_texts, filled, read_form
from analysis.plan.nodes import ListStyle
from analysis.runs.plans import form_for, form_names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.errors import Fault
    from analysis.runs.paths import Paths

FORMS = ("department", "local", "province-narrative", "province-single", "province-tables")


@pytest.fixture
def faults(tmp_path: Path) -> Callable[..., tuple[Fault, ...]]:
    """Return a reader of the faults of a form with changes."""

    def find(**changes: Any) -> tuple[Fault, ...]:
        path = tmp_path / "thu.yml"
        path.write_text(yaml.safe_dump(FORM | changes, allow_unicode=True), "utf-8")
        with pytest.raises(FaultsError) as caught:
            read_form(path)
        assert {fault.place.file for fault in caught.value.faults} == {"thu.yml"}
        return caught.value.faults

    return find


def section(*content: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"title": "Nhiệm vụ", "content": list(content)}]


def table(shows: str, kind: str = "tasks") -> list[dict[str, Any]]:
    column = {"shows": shows, "title": "Cột", "width": 20}
    return [{"title": "Bảng thử", "table": kind, "of": "PAPI", "columns": [column]}]


def test_a_placeholder_without_meaning_is_a_fault() -> None:
    with pytest.raises(FaultsError, match="noi_vuu"):
        filled("Giao {noi_vuu}", {"noi_vu": "Sở Nội vụ"}, file="a.yml")


def test_all_placeholders_without_meaning_are_told_at_once_with_the_nearest() -> None:
    words = {"noi_vu": "Sở Nội vụ", "tai_chinh": "Sở Tài chính", "nam": "2023"}
    text = "Giao {noi_vuu}, {tai_chinhs} năm {nam}; {noi_vuu} và {abc} phối hợp"
    with pytest.raises(FaultsError) as caught:
        filled(text, words, file="a.yml")
    told = [fault.what for fault in caught.value.faults]
    assert {fault.code for fault in caught.value.faults} == {"PL-02"}
    assert ["{noi_vuu}" in told[0], "{tai_chinhs}" in told[1], "{abc}" in told[2]] == [True] * 3
    assert ["noi_vu." in told[0], "tai_chinh." in told[1]] == [True, True]
    assert "Gần nhất" not in told[2]


def test_the_placeholders_of_a_whole_form_are_told_at_once(
    job: Callable[..., Any], paths: Paths
) -> None:
    form = form_for(paths, "province-narrative")
    node = form.opening[0].model_copy(update={"heading": "{co_quan_la}"})
    changed = form.model_copy(
        update={"title": "{nam_} và {ten_tinhh}", "archive": "{van_phong_ubn}", "opening": (node,)}
    )
    study = job("Lạng Sơn", 2023).planned.study
    with pytest.raises(FaultsError) as caught:
        draft_of(study, form=changed, details=None)
    faults = caught.value.faults
    assert {(fault.code, fault.place.file) for fault in faults} == {
        ("PL-02", "province-narrative.yml")
    }
    told = [fault.what.split("{")[1].split("}")[0] for fault in faults]
    assert told == ["nam_", "ten_tinhh", "co_quan_la", "van_phong_ubn"]


@pytest.mark.parametrize(
    "text",
    [
        "Giao {noi_vu",
        "Giao noi_vu}",
        "}Giao{",
        "Giao {}",
        "Giao {0}",
        "Giao {noi_vu.ten}",
        "{noi_vu:9z}",
    ],
)
def test_braces_that_hold_no_word_are_a_fault_and_no_traceback(text: str) -> None:
    with pytest.raises(FaultsError) as caught:
        filled(text, {"noi_vu": "Sở Nội vụ"}, file="tasks.yml")
    (fault,) = caught.value.faults
    assert fault.code in ("PL-01", "PL-02")
    assert fault.place.file == "tasks.yml"


def test_a_brace_left_open_is_a_fault(faults: Callable[..., tuple[Fault, ...]]) -> None:
    (fault,) = faults(title="Kế hoạch của {ten_tinh")
    assert fault.code == "PL-01"
    assert "Kế hoạch của" in fault.what


def test_braces_are_looked_for_in_every_text_of_a_form(
    faults: Callable[..., tuple[Fault, ...]],
) -> None:
    found = faults(
        title="{1",
        opening=[{"text": [{"text": "{2", "dashes": ["{3"]}]}],
        sections=[{"title": "{4", "content": [{"heading": "{5", "content": [{"text": "{6"}]}]}],
        closing=[{"text": "{7"}],
        duties=[{"party": "{8", "duties": [{"text": "{9", "dashes": ["{10"]}]}],
        recipients=["{11"],
        appendices=[{**table("task")[0], "title": "{12"}],
    )
    told = {fault.what.split("“")[1].split("…")[0] for fault in found}
    assert told == {f"{{{place}" for place in range(1, 13)}


@pytest.mark.parametrize(
    ("node", "asked", "nearest"),
    [
        ({"block": "taks"}, "taks", "tasks"),
        ({"block": "tasks", "style": "role_block"}, "tasks/role_block", "role_blocks"),
        ({"block": "duties", "style": "letter"}, "duties/letter", "lettered"),
        ({"block": "keep_score", "style": "dashes"}, "keep_score/dashes", ""),
    ],
)
def test_an_unknown_block_or_style_is_refused_with_the_nearest(
    faults: Callable[..., tuple[Fault, ...]], node: dict[str, str], asked: str, nearest: str
) -> None:
    (fault,) = faults(sections=section(node))
    assert fault.code == "PL-03"
    assert f"“{asked}”" in fault.what
    assert nearest in fault.what


@pytest.mark.parametrize(
    ("shows", "kind", "nearest"),
    [("dead_line", "tasks", "deadline"), ("leed", "tasks", "lead"), ("scores", "targets", "")],
)
def test_an_unknown_column_is_refused_with_the_nearest(
    faults: Callable[..., tuple[Fault, ...]], shows: str, kind: str, nearest: str
) -> None:
    (fault,) = faults(appendices=table(shows, kind))
    assert fault.code == "PL-04"
    assert f"“{shows}”" in fault.what
    assert "“Bảng thử”" in fault.what
    assert nearest in fault.what


def test_a_table_of_tasks_has_no_columns_of_targets(
    faults: Callable[..., tuple[Fault, ...]],
) -> None:
    for shows in sorted(set(COLUMNS["targets"]) - set(COLUMNS["tasks"])):
        assert [fault.code for fault in faults(appendices=table(shows))] == ["PL-04"]


def test_a_name_that_two_texts_bear_is_told_once(
    faults: Callable[..., tuple[Fault, ...]],
) -> None:
    twice = {"heading": "Một", "content": [{"id": "goals", "text": "a"}]}
    (fault,) = faults(
        opening=[{"id": "goals", "text": "b"}],
        sections=section(twice),
        closing=[{"id": "goals", "text": "c"}],
    )
    assert fault.code == "PL-05"
    assert "“goals”" in fault.what


@pytest.mark.parametrize(
    "node",
    [
        {"heading": "Một", "text": "hai"},
        {"heading": "Một", "block": "tasks"},
        {"text": "Một", "block": "tasks"},
        {"id": "ten", "block": "tasks"},
        {"list": "dashes"},
        {},
    ],
    ids=str,
)
def test_a_part_is_exactly_one_thing(
    faults: Callable[..., tuple[Fault, ...]], node: dict[str, str]
) -> None:
    found = faults(sections=section(node))
    assert {fault.code for fault in found} == {"RF-03"}
    assert any("heading, text (hoặc id), block" in fault.what for fault in found)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"sections": []}, "sections"),
        ({"indices": []}, "indices"),
        ({"indices": ["PCI"]}, "indices"),
        ({"level": "nation"}, "level"),
        ({"colour": "red"}, "colour"),
        ({"sections": section({"text": "a", "list": "stars"})}, "list"),
        ({"appendices": [{**table("task")[0], "columns": []}]}, "columns"),
    ],
    ids=str,
)
def test_a_form_holds_what_forms_hold_and_nothing_else(
    faults: Callable[..., tuple[Fault, ...]], change: dict[str, Any], field: str
) -> None:
    found = faults(**change)
    assert {fault.code for fault in found} == {"RF-03"}
    assert any(f"{field}”" in fault.what or f"{field}." in fault.what for fault in found)


@pytest.mark.parametrize("of", ["activities", "assigned"])
def test_a_table_of_targets_is_of_an_index(
    faults: Callable[..., tuple[Fault, ...]], of: str
) -> None:
    (fault,) = faults(appendices=[{**table("lead", "targets")[0], "of": of}])
    assert fault.code == "PL-13"
    assert f"“{of}”" in fault.what


def test_a_copied_form_is_called_after_its_file(paths: Paths, tmp_path: Path) -> None:
    copy = tmp_path / "province-short.yml"
    copy.write_bytes((paths.templates / "province-narrative.yml").read_bytes())
    assert read_form(copy).form == "province-short"


def test_own_words_for_a_text_that_the_form_has_not_are_refused_with_the_nearest(
    paths: Paths,
) -> None:
    form = form_for(paths, "province-narrative")
    check_texts(form, ["purpose", "closing"], file="plan.yml")
    with pytest.raises(FaultsError) as caught:
        check_texts(form, ["purposes", "purpose", "close"], file="plan.yml")
    found = caught.value.faults
    assert {(fault.code, fault.place.file) for fault in found} == {("PL-12", "plan.yml")}
    assert ["purpose" in found[0].what, "closing" in found[1].what] == [True, True]


def test_all_faults_of_a_form_are_told_at_once(faults: Callable[..., tuple[Fault, ...]]) -> None:
    named = {"id": "a", "text": "x"}
    found = faults(
        title="{ten",
        sections=section({"block": "taks"}, named, named),
        appendices=table("leed"),
    )
    assert [fault.code for fault in found] == ["PL-01", "PL-03", "PL-04", "PL-05"]


def test_every_block_has_its_writer() -> None:
    assert set(BLOCKS) == set(WRITERS)


def test_the_forms_are_the_five(paths: Paths) -> None:
    assert tuple(form_names(paths)) == FORMS


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_read_under_its_own_name_and_has_a_word_template(
    paths: Paths, name: str
) -> None:
    form = form_for(paths, name)
    assert form.form == name
    assert (paths.templates / f"{name}.docx").is_file()
    assert f"`{name}.docx`" in (paths.templates / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", FORMS)
def test_the_tables_of_a_form_fit_its_page(paths: Paths, name: str) -> None:
    for appendix in form_for(paths, name).appendices:
        most = 247 if appendix.landscape else 160
        assert sum(column.width for column in appendix.columns) == pytest.approx(most)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_ends_as_an_administrative_text_does(paths: Paths, name: str) -> None:
    form = form_for(paths, name)
    assert form.closing[-1].text[-1].text.endswith("./.")
    assert (form.level == "department") == bool(form.contents)


def test_a_target_for_an_unknown_index_is_refused(paths: Paths, tmp_path: Path) -> None:
    text = (paths.raw / "plans/ubnd-tinh-lang-son-2023/plan.yml").read_text("utf-8")
    path = tmp_path / "plan.yml"
    path.write_text(text.replace("index: SIPAS", "index: PCI"), "utf-8")
    with pytest.raises(FaultsError, match="SIPAS"):
        read_details(path)


@pytest.mark.parametrize("file", ["README.md", "CHANGELOG.md", "docs/huong-dan.md"])
def test_what_is_written_of_forms_names_all_of_them(paths: Paths, file: str) -> None:
    text = (paths.root / file).read_text("utf-8")
    assert [name for name in FORMS if f"`{name}`" not in text] == []


def test_what_is_written_for_makers_of_forms_names_every_block_style_and_column(
    paths: Paths,
) -> None:
    text = (paths.templates / "README.md").read_text("utf-8")
    known = {*BLOCKS, *(style for styles in BLOCKS.values() for style in styles)}
    known |= {column for columns in COLUMNS.values() for column in columns}
    known |= set(get_args(ListStyle))
    assert [name for name in sorted(known) if f"`{name}`" not in text] == []
