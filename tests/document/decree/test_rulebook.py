"""The rules as data, every rule judged or said not to be, and the profile of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.document.decree.rules import test_body, test_closing, test_letterhead, test_page

from analysis.document.decree import Rule, check, read_profile, read_rules
from analysis.document.decree.rules import CHECKS
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from pathlib import Path


def test_every_error_and_warning_is_judged_or_has_a_reason(rules: tuple[Rule, ...]) -> None:
    weighty = [rule for rule in rules if rule.severity != "info"]
    unchecked = [rule.id for rule in weighty if rule.unchecked]
    assert len(rules) == 151
    assert len(unchecked) <= 8
    assert {rule.id for rule in weighty} - set(unchecked) <= set(CHECKS)


def test_a_rule_is_either_judged_or_says_why_not(rules: tuple[Rule, ...]) -> None:
    assert {rule.id for rule in rules if not rule.unchecked} == set(CHECKS)
    assert not any(rule.values for rule in rules if rule.unchecked)


def test_every_rule_says_where_the_decree_has_it(rules: tuple[Rule, ...]) -> None:
    assert all(rule.clause and rule.message.endswith(".") for rule in rules)
    assert len({rule.component for rule in rules}) < 20


def test_every_rule_is_broken_by_a_case_of_its_own(rules: tuple[Rule, ...]) -> None:
    modules = (test_page, test_letterhead, test_body, test_closing)
    cases = [case for module in modules for case in module.CASES]
    cases += [*test_letterhead.DEPARTMENT, *test_closing.DEPARTMENT]
    broken = {id_ for _, _, expected in cases for id_ in expected}
    beside = {"META-01", "SKH-03", "DD-08", "PL-02", "PL-07", "PL-08", "ND-21"}
    assert len(cases) >= 120
    assert set(CHECKS) - broken <= beside


def _codes(error: FaultsError) -> list[str]:
    return [fault.code for fault in error.faults]


def _write(folder: Path, text: str) -> Path:
    path = folder / "tep.yml"
    path.write_text(text, encoding="utf-8")
    return path


RULE = "- {{id: {id}, component: Lề, clause: Mục I, basis: text, severity: error, message: Sai.}}\n"


def test_a_rule_stands_once(tmp_path: Path) -> None:
    path = _write(tmp_path, RULE.format(id="PAGE-01") * 2)
    with pytest.raises(FaultsError) as error:
        read_rules(path)
    assert _codes(error.value) == ["DC-10"]


@pytest.mark.parametrize("id_", ["page-1", "''", "PAGE01"])
def test_an_id_has_one_form(tmp_path: Path, id_: str) -> None:
    with pytest.raises(FaultsError) as error:
        read_rules(_write(tmp_path, RULE.format(id=id_)))
    assert _codes(error.value) == ["RF-03"]


def test_rules_that_lack_one_or_a_measure_are_refused(
    rules: tuple[Rule, ...], province: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(province)
    with pytest.raises(FaultsError) as error:
        check(path, rules=[rule for rule in rules if rule.id not in ("PAGE-01", "QH-01")])
    assert _codes(error.value) == ["DC-13", "DC-13"]
    bare = [r.model_copy(update={"values": {}}) if r.id == "PAGE-04" else r for r in rules]
    with pytest.raises(FaultsError) as error:
        check(path, rules=bare)
    assert _codes(error.value) == ["DC-12"]
    assert "PAGE-04" in error.value.faults[0].what


PROFILE = "office: Sở Nội vụ\naccepts:\n  - {{rule: {rule}, reason: Thói quen của cơ quan.}}\n"


def test_an_office_accepts_deviations_with_a_reason(
    rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    profile = read_profile(_write(tmp_path, PROFILE.format(rule="PAGE-04")), rules=rules)
    assert profile.accepted() == {"PAGE-04"}


def test_an_unknown_rule_is_answered_with_the_nearest(
    rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    with pytest.raises(FaultsError) as error:
        read_profile(_write(tmp_path, PROFILE.format(rule="page-4")), rules=rules)
    assert _codes(error.value) == ["DC-11"]
    assert "PAGE-04" in error.value.faults[0].what


@pytest.mark.parametrize(
    "text",
    ["- a\n", "office: A\n", "office: A\naccepts: [{rule: PAGE-04}]\n", "office: A\naccepts: 5\n"],
)
def test_a_profile_without_reason_or_form_is_refused(
    rules: tuple[Rule, ...], tmp_path: Path, text: str
) -> None:
    with pytest.raises(FaultsError) as error:
        read_profile(_write(tmp_path, text), rules=rules)
    assert set(_codes(error.value)) == {"RF-03"}
