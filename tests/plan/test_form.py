from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.errors import FaultsError
from analysis.plan.details import read_details
from analysis.plan.form import filled, read_form

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths


def test_a_placeholder_without_meaning_is_a_fault() -> None:
    with pytest.raises(FaultsError, match="noi_vuu"):
        filled("Giao {noi_vuu}", {"noi_vu": "Sở Nội vụ"}, file="a.yml")


def test_a_brace_left_open_is_a_fault(paths: Paths, tmp_path: Path) -> None:
    text = (paths.templates / "province-narrative.yml").read_text("utf-8")
    path = tmp_path / "a.yml"
    path.write_text(text.replace("{ubnd_tinh} yêu cầu", "{ubnd_tinh yêu cầu"), "utf-8")
    with pytest.raises(FaultsError) as caught:
        read_form(path)
    assert [fault.code for fault in caught.value.faults] == ["PL-01"]


def test_the_prose_of_the_form_keeps_its_numbers_of_duties(paths: Paths) -> None:
    form = read_form(paths.templates / "province-narrative.yml")
    named = {node.id: node.text for node in form.nodes() if node.id}
    assert len(named["purpose"]) >= 3
    assert all(party.duties for party in form.duties)
    assert named["closing"][-1].text.endswith("./.")


def test_a_target_for_an_unknown_index_is_refused(paths: Paths, tmp_path: Path) -> None:
    text = (paths.raw / "plans/ubnd-tinh-lang-son-2023/plan.yml").read_text("utf-8")
    path = tmp_path / "plan.yml"
    path.write_text(text.replace("index: SIPAS", "index: PCI"), "utf-8")
    with pytest.raises(FaultsError, match="SIPAS"):
        read_details(path)
