"""Checking templates from the command: ours pass, broken ones are told all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from analysis.runs.template_checking import CheckedTemplate, check_templates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.runs.paths import Paths

FORMS = ("department", "local", "province-narrative", "province-single", "province-tables")


@pytest.fixture
def broken(paths: Paths, tmp_path: Path) -> Callable[..., Path]:
    """Copies a template with words of its text replaced."""

    def make(*pairs: tuple[str, str]) -> Path:
        out = tmp_path / "mau.docx"
        with ZipFile(paths.templates / "local.docx") as source, ZipFile(out, "w") as copy:
            for name in source.namelist():
                data = source.read(name)
                if name == "word/document.xml":
                    for old, new in pairs:
                        assert old.encode() in data
                        data = data.replace(old.encode(), new.encode())
                copy.writestr(name, data)
        return out

    return make


def codes(checked: CheckedTemplate) -> list[str]:
    return [fault.code for fault in checked.faults]


def test_the_forms_templates_are_all_checked(paths: Paths) -> None:
    assert sorted(path.stem for path in paths.templates.glob("*.docx")) == list(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_every_template_of_ours_has_no_error_and_no_warning(paths: Paths, form: str) -> None:
    (checked,) = check_templates([paths.templates / f"{form}.docx"], paths=paths)
    assert checked == CheckedTemplate(f"{form}.docx", ())


def test_a_broken_template_is_told_all_at_once(paths: Paths, broken: Callable[..., Path]) -> None:
    path = broken(
        ("{{ title }}", "{{ titel }} {{ sgner }}"),
        ("{{ kind }}", "{{ kind|upper }}"),
        ("{{ a.label }}", "{{ a.lable }}"),
    )
    (checked,) = check_templates([path], paths=paths)
    assert checked.readable
    assert codes(checked) == ["DO-06", "DO-05", "DO-05", "DO-05", *["DO-62"] * 3]
    assert (checked.count("error"), checked.count("warning")) == (4, 3)


def test_what_the_decree_refuses_in_the_print_is_an_error(
    paths: Paths, broken: Callable[..., Path]
) -> None:
    path = broken(("Độc lập - Tự do - Hạnh phúc", "Độc lập, Tự do, Hạnh phúc"))
    (checked,) = check_templates([path], paths=paths)
    assert codes(checked) == ["DO-80"]
    (record,) = checked.records()
    assert record["place"].startswith("bản in thử, Tiêu ngữ")
    assert "TN-01" in record["what"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    paths: Paths, broken: Callable[..., Path], tmp_path: Path
) -> None:
    missing, empty = tmp_path / "khong-co.docx", tmp_path / "rong.docx"
    empty.touch()
    good = broken(("{{ title }}", "{{ title }}"))
    found = check_templates([missing, empty, good], paths=paths)
    assert [one.readable for one in found] == [False, False, True]
    assert [codes(one) for one in found] == [["DO-01"], ["DO-02"], []]


def test_a_record_tells_file_code_severity_place_what_and_remedy(
    paths: Paths, broken: Callable[..., Path]
) -> None:
    (checked,) = check_templates([broken(("{{ title }}", "{{ titel }}"))], paths=paths)
    first, second = checked.records()
    assert list(first) == ["file", "code", "severity", "place", "what", "remedy"]
    assert (first["file"], first["code"], first["severity"]) == ("mau.docx", "DO-05", "error")
    assert first["place"].endswith("“{{ titel }}”")
    assert "có phải “title”" in first["what"]
    assert second["severity"] == "warning"
