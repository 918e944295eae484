"""Every word that a form's texts may ask for, seen from one province, day and plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import body, details, form, mandate

from analysis.plan.words import plan_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.mandate import Mandate
    from analysis.plan.study import Study

    Words = Callable[..., dict[str, str]]

KH_1 = {"type": "Kế hoạch", "symbol": "1/KH-UBND", "issuer": "UBND tỉnh", "subject": "thử"}


@pytest.fixture
def words(study: Callable[[str, int], Study]) -> Words:
    """Return a maker of the words of a plan of Lạng Sơn of 2023, or of another unit and year."""

    def make(
        *,
        of: tuple[str, int] = ("Lạng Sơn", 2023),
        given: Mandate | None = None,
        own: dict[str, Any] | None = None,
        **of_form: Any,
    ) -> dict[str, str]:
        added = None if own is None else details(**own)
        return plan_words(study(*of), form=form(**of_form), details=added, mandate=given)

    return make


def test_functions_print_the_body_that_carries_them_on_the_day(words: Words) -> None:
    before, after = words(), words(of=("Lạng Sơn", 2026))
    assert before["ke_hoach_dau_tu"] == "Sở Kế hoạch và Đầu tư"
    assert after["ke_hoach_dau_tu"] == "Sở Tài chính"


def test_the_unit_is_named_by_its_kind(words: Words) -> None:
    province, city = words(), words(of=("TP. Hồ Chí Minh", 2023))
    assert province["ten_tinh"] == "tỉnh Lạng Sơn"
    assert (province["cap_uy"], city["cap_uy"]) == ("Tỉnh ủy", "Thành ủy")
    assert (province["ubnd_tinh"], city["ubnd_tinh"]) == ("UBND tỉnh", "UBND thành phố")


def test_the_places_below_are_of_two_levels_until_the_merger_and_of_one_since(
    words: Words,
) -> None:
    before, after = words(), words(of=("Lạng Sơn", 2026))
    districts, communes = before["ubnd_cap_huyen"], before["ubnd_cap_xa"]
    assert districts != communes
    assert before["dia_phuong"] == f"{districts}; {communes}"
    assert after["dia_phuong"] == after["ubnd_cap_xa"]


def test_years_are_those_of_the_plan_its_results_and_the_next(words: Words) -> None:
    found = words()
    assert (found["nam"], found["nam_ket_qua"], found["nam_sau"]) == ("2023", "2022", "2024")


def test_dates_are_the_plan_s_own_else_the_form_s_in_the_plan_year(words: Words) -> None:
    usual = words(of=("Lạng Sơn", 2026))
    assert (usual["subplan_date"], usual["completion_date"]) == ("31/7/2026", "30/11/2026")
    own = words(own={"subplan_date": "2023-06-05"})
    assert (own["subplan_date"], own["completion_date"]) == ("05/6/2023", "30/11/2023")


def test_a_dependent_plan_ends_before_the_provincial_one_wants_its_results(words: Words) -> None:
    given = mandate(body())
    assert words()["parent_completion_date"] == words()["completion_date"]
    for days, ends in ((0, "30/11/2023"), (15, "15/11/2023")):
        found = words(given=given, days_before=days)
        assert found["completion_date"] == ends
        assert found["parent_completion_date"] == "30/11/2023"
    own = words(given=given, own={"completion_date": "2023-10-01"}, days_before=15)
    assert own["completion_date"] == "01/10/2023"


def test_every_index_has_its_name_its_target_and_its_result(words: Words) -> None:
    found = words(own={"targets": [{"index": "SIPAS", "conditions": [{"kind": "above_mean"}]}]})
    assert found["papi"].endswith("(PAPI)")
    assert found["results_papi"].startswith(f"{found['papi']} đạt 43,85 điểm")
    assert found["target_sipas"].endswith("cao hơn mức bình quân chung của cả nước")
    assert found["target_par"].endswith("(đề xuất)")


def test_the_indices_of_the_plan_are_joined(words: Words) -> None:
    wide = ["PAPI", "SIPAS", "PAR INDEX"]
    found = words(indices=wide)
    places = [found["cac_chi_so"].index(found[short]) for short in ("par", "sipas", "papi")]
    assert places == sorted(places)
    assert words(indices=wide, own={"indices": ["SIPAS"]})["cac_chi_so"] == found["sipas"]


def test_a_plan_s_own_bodies_and_documents_go_before_the_register(words: Words) -> None:
    found = words(own={"bodies": {"noi_vu": "Ban Tổ chức"}, "documents": {"kh_1": KH_1}})
    assert found["noi_vu"] == "Ban Tổ chức"
    assert found["kh_1"] == "Kế hoạch số 1/KH-UBND của UBND tỉnh về thử"


def test_the_parent_is_what_the_plan_carries_out(words: Words) -> None:
    given = mandate(body())
    own = {"executes": ["kh_1"], "documents": {"kh_1": KH_1}}
    assert words()["parent"] == ""
    assert words(given=given)["parent"] == given.parent
    assert words(given=given, own=own)["parent"] == "Kế hoạch số 1/KH-UBND của UBND tỉnh về thử"


def test_several_plans_that_are_carried_out_are_joined(words: Words) -> None:
    documents = {name: {"type": "Kế hoạch", "symbol": f"{name}/KH"} for name in ("a", "b")}
    found = words(own={"executes": ["a", "b"], "documents": documents})
    assert found["parent"] == "Kế hoạch số a/KH và Kế hoạch số b/KH"


def test_the_words_of_a_mandate_speak_of_its_body(words: Words) -> None:
    found = words(given=mandate(body()))
    assert (found["co_quan"], found["nguoi_dung_dau"]) == ("Sở Nội vụ", "Giám đốc")
    assert "co_quan" not in words()


def test_published_figures_are_printed_only_where_the_plan_asks(words: Words) -> None:
    unit = ("Sóc Trăng", 2023)
    computed = words(of=unit)["results_papi"]
    published = words(of=unit, own={"print_published": True})["results_papi"]
    assert "đạt 42,86 điểm" in computed
    assert "đạt 42,85 điểm" in published
