"""Documents a task rests on, cited as they stand on the plan's date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from analysis.errors import FaultsError
from analysis.reference import Directory
from analysis.tasks import citation, read_library, worded

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.inputs import Inputs

CHECK = " (cần rà soát)"

# Cited by the plans that the forms were learned from.
OF_PLANS = {
    "76/NQ-CP",
    "3787/BNV-CCHC",
    "61/2018/NĐ-CP",
    "45/2020/NĐ-CP",
    "120/2020/NĐ-CP",
    "60/2021/NĐ-CP",
    "32/2019/NĐ-CP",
    "59/2019/NĐ-CP",
    "10/CT-TTg",
    "724/CĐ-TTg",
    "17/NQ-CP",
    "19/2014/QĐ-TTg",
    "02/NQ-CP",
    "08/CT-TTg",
    "148/2020/NĐ-CP",
    "43/2011/NĐ-CP",
    "01/2018/TT-VPCP",
    "04/2012/TT-BNV",
    "14/2018/TT-BNV",
    "16/2022/NQ-HĐND",
    "08/2019/NQ-HĐND",
    "15/2021/NQ-HĐND",
    "2007/QĐ-UBND",
    "157/KH-UBND",
    "168/KH-UBND",
    "513/KH-UBND",
    "266/KH-UBND",
    "739/QĐ-UBND",
    "52/2017/QĐ-UBND",
    "121/KH-UBND",
    "107/KH-UBND",
    "27/KH-UBND",
    "02/ĐA-UBND",
    "12-NQ/TU",
    "07-NQ/TU",
    "18-NQ/TU",
    "20-KL/TU",
    "07-QC/TU",
    "04-NQ/TU",
    "10-KL/TW",
    "10/2022/QH15",
    "34/2007/PL-UBTVQH11",
}


def document(key: str, **fields: Any) -> dict[str, Any]:
    return {
        "key": key,
        "type": "Nghị định",
        "symbol": f"{key}/NĐ-CP",
        "date": date(2018, 1, 1),
        "issuer": "Chính phủ",
        "subject": "một việc",
        "status": "in_force",
        "source": "thử nghiệm",
    } | fields


def test_the_documents_of_real_plans_are_known(inputs: Inputs) -> None:
    assert {item.symbol for item in inputs.library.documents} >= OF_PLANS


@pytest.mark.parametrize(
    ("key", "day", "cited"),
    [
        ("luat-thuc-hien-dan-chu-o-co-so-2022", date(2023, 6, 30), "34/2007/PL-UBTVQH11"),
        ("luat-thuc-hien-dan-chu-o-co-so-2022", date(2023, 7, 1), "10/2022/QH15"),
        ("phap-lenh-dan-chu-2007", date(2024, 1, 1), "10/2022/QH15"),
        ("nd-61-2018", date(2025, 6, 30), "61/2018/NĐ-CP"),
        ("nd-61-2018", date(2025, 7, 1), "118/2025/NĐ-CP"),
        ("luat-to-chuc-cqdp-2025", date(2024, 6, 30), "77/2015/QH13"),
        ("luat-to-chuc-cqdp-2015", date(2026, 6, 30), "72/2025/QH15"),
        ("luat-dat-dai-2024", date(2023, 6, 30), "45/2013/QH13"),
    ],
)
def test_the_document_in_force_on_the_day_is_cited(
    inputs: Inputs, key: str, day: date, cited: str
) -> None:
    text = citation(inputs.library, key, day=day)
    assert text is not None
    assert cited in text
    assert CHECK not in text


@pytest.mark.parametrize(
    ("key", "day", "reason"),
    [
        ("qd-19-2014", date(2023, 6, 30), "always to be reviewed"),
        ("nq-02-2020", date(2023, 6, 30), "for one year, followed by none that is known"),
        ("nq-76-2021", date(2021, 6, 30), "a gap between two programmes"),
        ("nd-45-2020", date(2026, 6, 30), "known to hold until a day"),
        ("luat-luc-luong-an-ninh-co-so-2023", date(2024, 6, 30), "issued, not yet in force"),
    ],
)
def test_a_document_that_may_not_hold_is_marked(
    inputs: Inputs, key: str, day: date, reason: str
) -> None:
    text = citation(inputs.library, key, day=day)
    assert text is not None, reason
    assert text.endswith(CHECK), reason


def test_a_document_that_was_not_issued_yet_is_not_cited(inputs: Inputs) -> None:
    day = date(2023, 6, 30)
    assert citation(inputs.library, "luat-luc-luong-an-ninh-co-so-2023", day=day) is None


def test_a_citation_leaves_out_what_is_not_known(inputs: Inputs) -> None:
    day = date(2023, 6, 30)
    assert citation(inputs.library, "nd-61-2018", day=day) == (
        "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế "
        "một cửa, một cửa liên thông trong giải quyết thủ tục hành chính"
    )
    texts = [citation(inputs.library, d.key, day=day) for d in inputs.library.documents]
    assert "None" not in " ".join(text for text in texts if text is not None)


@pytest.mark.parametrize("day", [date(2021, 9, 27), date(2023, 6, 30), date(2026, 6, 30)])
def test_no_task_rests_on_a_document_known_not_to_hold_without_saying_so(
    inputs: Inputs, day: date
) -> None:
    directory = Directory(inputs.agencies, inputs.places.resolve("Lạng Sơn", day=day), day)
    doubted = [d.symbol for d in inputs.library.documents if not d.holds(day)]
    for task in inputs.library.tasks:
        printed = worded(
            task,
            library=inputs.library,
            directory=directory,
            plan_year=day.year,
            result_year=day.year - 1,
        ).legal_basis
        assert len(set(printed)) == len(printed), task.id
        for text in printed:
            symbols = [symbol for symbol in doubted if symbol and f"số {symbol} " in f"{text} "]
            assert not symbols or text.endswith(CHECK), (task.id, text)


@pytest.mark.parametrize(
    "follower",
    [
        {"replaced_by": "khong-co", "valid_to": date(2020, 1, 1)},
        {"replaced_by": "b", "valid_to": date(2021, 1, 1)},
        {"replaced_by": "b"},
        {"replaced_by": "a", "valid_to": date(2020, 1, 1)},
    ],
)
def test_a_document_must_be_followed_by_a_known_later_one(
    inputs: Inputs, tmp_path: Path, follower: dict[str, Any]
) -> None:
    documents = [document("a", **follower), document("b", valid_from=date(2021, 1, 1))]
    (tmp_path / "a.yml").write_text("[]", "utf-8")
    (tmp_path / "legal_documents.yml").write_text(
        yaml.safe_dump(documents, allow_unicode=True), "utf-8"
    )
    with pytest.raises(FaultsError) as caught:
        read_library(tmp_path, indices=inputs.indices.values(), functions=frozenset())
    assert [fault.code for fault in caught.value.faults] == ["TK-06"]
