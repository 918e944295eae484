"""The parts of a plan around its body, as Decree 30/2020/NĐ-CP has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.builders.plans import body, details, draft, form, mandate

from analysis.plan import letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.draft import Draft
    from analysis.plan.mandate import Body
    from analysis.plan.study import Study

    Drafts = Callable[..., Draft]

ISSUED = {"state": "issued", "number": "12/KH-UBND", "date": "2023-06-04"}


@pytest.fixture
def drafts(study: Callable[[str, int], Study]) -> Drafts:
    """Return a maker of drafts of Lạng Sơn, 2023: a body's, with details, in a form."""

    def make(
        of: Body | None = None, *, unit: str = "Lạng Sơn", form_of: Any = None, **own: Any
    ) -> Draft:
        return draft(
            study(unit, 2023),
            form=form(**(form_of or {})),
            details=details(**own) if own else None,
            mandate=None if of is None else mandate(of),
        )

    return make


def district() -> Body:
    return body(
        name="UBND huyện Bình Gia",
        level="district",
        place="huyện Bình Gia",
        issuer=("ỦY BAN NHÂN DÂN", "HUYỆN BÌNH GIA"),
        superior="",
        seat="Bình Gia",
        symbol="UBND",
        head="Chủ tịch UBND huyện",
    )


def test_a_draft_has_blanks_for_its_number_and_day(drafts: Drafts) -> None:
    made = drafts()
    assert letter.number(made) == "       /KH-UBND"
    assert letter.day_line(made) == "ngày     tháng 6 năm 2023"
    assert letter.place_line(made) == "Lạng Sơn, ngày     tháng 6 năm 2023"


def test_a_draft_may_say_its_month(drafts: Drafts) -> None:
    assert letter.day_line(drafts(month=8)) == "ngày     tháng 8 năm 2023"
    assert letter.day_line(drafts(month=2)) == "ngày     tháng 02 năm 2023"


def test_an_issued_plan_has_its_number_and_day(drafts: Drafts) -> None:
    made = drafts(**ISSUED)
    assert letter.number(made) == "12/KH-UBND"
    assert letter.place_line(made) == "Lạng Sơn, ngày 04 tháng 6 năm 2023"


def test_the_number_of_a_department_s_plan_bears_its_symbol(drafts: Drafts) -> None:
    assert letter.number(drafts(body())).strip() == "/KH-SNV"
    assert letter.number(drafts(district())).strip() == "/KH-UBND"


def test_a_committee_issues_for_its_unit_and_has_nobody_above(drafts: Drafts) -> None:
    made = drafts()
    assert letter.issuer(made) == ("ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN")
    assert letter.superior(made) == ""


def test_a_department_stands_below_the_provincial_committee(drafts: Drafts) -> None:
    made = drafts(body())
    assert letter.issuer(made) == ("SỞ NỘI VỤ",)
    assert letter.superior(made) == "UBND TỈNH LẠNG SƠN"


def test_a_district_dates_its_plan_at_its_own_seat(drafts: Drafts) -> None:
    made = drafts(district())
    assert letter.issuer(made) == ("ỦY BAN NHÂN DÂN", "HUYỆN BÌNH GIA")
    assert letter.place_line(made).startswith("Bình Gia, ngày ")


def test_a_city_named_after_a_person_is_written_in_full(drafts: Drafts) -> None:
    assert letter.place_line(drafts(unit="TP. Hồ Chí Minh")).startswith("Thành phố Hồ Chí Minh, ")


@pytest.mark.parametrize(
    ("own", "line"),
    [
        ({}, "(Kèm theo Kế hoạch số        /KH-UBND ngày     tháng 6 năm 2023 của "),
        (ISSUED, "(Kèm theo Kế hoạch số 12/KH-UBND ngày 04 tháng 6 năm 2023 của "),
    ],
)
def test_an_appendix_names_its_plan(drafts: Drafts, own: dict[str, Any], line: str) -> None:
    assert letter.reference(drafts(**own)) == f"{line}Ủy ban nhân dân tỉnh Lạng Sơn)"


def test_an_appendix_of_a_department_s_plan_names_the_department(drafts: Drafts) -> None:
    assert letter.reference(drafts(body())).endswith(" của Sở Nội vụ)")


def test_recipients_are_told_once_each_and_the_archive_last(drafts: Drafts) -> None:
    wanted = {"recipients": ["các sở", "{noi_vu}", "Sở Nội vụ"], "archive": "VT, NC"}
    assert letter.recipients(drafts(form_of=wanted)) == (
        "- Các sở;",
        "- Sở Nội vụ;",
        "- Lưu: VT, NC.",
    )


def test_a_plan_s_own_recipients_and_archive_go_before_the_form_s(drafts: Drafts) -> None:
    assert letter.recipients(drafts(recipients=["{tu_phap}"], archive="VT, TH")) == (
        "- Sở Tư pháp;",
        "- Lưu: VT, TH.",
    )
    assert letter.recipients(drafts(recipients=["{tu_phap}"]))[-1] == "- Lưu: VT."


@pytest.mark.parametrize(
    ("of", "deputy", "lines"),
    [
        (None, False, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (None, True, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (district(), False, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (district(), True, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (body(), False, ("GIÁM ĐỐC",)),
        (body(), True, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (
            body(name="Văn phòng UBND tỉnh", head="Chánh Văn phòng"),
            True,
            ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
    ],
)
def test_who_signs_and_for_whom(
    drafts: Drafts, of: Body | None, *, deputy: bool, lines: tuple[str, ...]
) -> None:
    assert letter.signatory(drafts(of, signatory={"deputy": deputy})) == lines


def test_the_signatory_s_name_is_never_guessed(drafts: Drafts) -> None:
    assert letter.signer(drafts()) == ""
    assert letter.signer(drafts(**ISSUED)) == ""
    assert letter.signer(drafts(**ISSUED, signatory={"name": "Nguyễn Văn A"})) == "Nguyễn Văn A"
