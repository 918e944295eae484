"""Wording that people gave tasks in last year's document: found again, each for its own task."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.plan.rewording import Printed, bare, brought_forward, rewording

WORDS = (
    "rà soát, công bố, niêm yết danh mục thủ tục hành chính tại nơi tiếp nhận hồ sơ",
    "tổ chức đối thoại với người dân, doanh nghiệp ở từng xã theo lịch công khai",
    "tập huấn kỹ năng giao tiếp cho công chức trực tiếp giải quyết công việc",
    "kiểm tra đột xuất việc chấp hành giờ làm việc, kỷ luật, kỷ cương hành chính",
    "số hóa kết quả giải quyết còn hiệu lực và đưa vào kho dữ liệu điện tử",
    "lấy ý kiến Nhân dân về dự toán, quyết toán ngân sách trước khi quyết định",
    "bố trí hòa giải viên, niêm yết họ tên và số điện thoại ở nhà văn hóa thôn",
    "thu gom, phân loại rác thải tại nguồn, công khai lịch thu gom từng tuyến đường",
)


def sentence(number: int) -> str:
    return f"Sở {chr(65 + number)} {WORDS[number]}."


def duty(number: int) -> str:
    return f"{WORDS[number].capitalize()}."


TASKS = {f"t{n}": Printed(sentence(n), duty(n)) for n in range(len(WORDS))}
DOCUMENT = [f"+ {sentence(n)} Thời hạn: quý IV/2023. Sản phẩm: báo cáo." for n in range(8)]


def slightly(text: str, position: int, word: str) -> str:
    """Put a word between two others of a text."""
    words = text.split(" ")
    place = 2 + position % (len(words) - 3)
    return " ".join((*words[:place], word, *words[place:]))


def test_wording_that_nobody_touched_is_not_edited() -> None:
    found = rewording(TASKS, DOCUMENT)
    assert (found.edited, found.removed) == ({}, ())


@pytest.mark.parametrize("form", ["{}", "- {}", "a) {}", "+ {} Sản phẩm: báo cáo.", "1.2. {}"])
def test_list_marks_deadlines_and_products_are_no_part_of_it(form: str) -> None:
    sentences = [form.format(one.sentence) for one in TASKS.values()]
    duties = [form.format(one.duty) for one in TASKS.values()]
    for paragraphs in (sentences, duties):
        assert rewording(TASKS, paragraphs).edited == {}
        assert rewording(TASKS, paragraphs).removed == ()


@given(
    touched=st.sets(st.sampled_from(range(len(WORDS)))),
    position=st.integers(0, 50),
    word=st.sampled_from(["ngay", "kịp thời", "ít nhất 02 lần", "(nếu có)", "2024"]),
    order=st.permutations(range(len(WORDS))),
)
def test_exactly_the_edited_sentences_are_found_each_for_its_task(
    touched: set[int], position: int, word: str, order: list[int]
) -> None:
    now = {n: slightly(sentence(n), position, word) for n in touched}
    document = [f"+ {now.get(n, sentence(n))} Thời hạn: năm 2023." for n in order]
    found = rewording(TASKS, document)
    assert found.edited == {f"t{n}": text for n, text in now.items()}
    assert found.removed == ()


@given(
    touched=st.sets(st.sampled_from(range(len(WORDS)))),
    gone=st.sets(st.sampled_from(range(len(WORDS)))),
)
def test_taken_out_are_those_that_nothing_like_them_stands_for(
    touched: set[int], gone: set[int]
) -> None:
    now = {n: slightly(sentence(n), 3, "kịp thời") for n in touched - gone}
    document = [now.get(n, sentence(n)) for n in range(len(WORDS)) if n not in gone]
    found = rewording(TASKS, ["I. NHIỆM VỤ", *document, "TM. ỦY BAN NHÂN DÂN"])
    assert set(found.edited) == {f"t{n}" for n in now}
    assert set(found.removed) == {f"t{n}" for n in gone}


def test_another_text_in_its_place_is_no_edit_of_it() -> None:
    document = [*DOCUMENT[1:], "+ Xây dựng cầu vượt sông, hoàn thành trước mùa mưa lũ."]
    found = rewording(TASKS, document)
    assert (found.edited, found.removed) == ({}, ("t0",))


def test_one_paragraph_goes_to_one_task_the_most_alike_first() -> None:
    tasks = {
        "a": Printed("Sở A tổ chức tập huấn cho công chức cấp xã.", "-"),
        "b": Printed("Sở A tổ chức tập huấn cho công chức cấp tỉnh.", "-"),
    }
    found = rewording(tasks, ["Sở A tổ chức hai lớp tập huấn cho công chức cấp xã."])
    assert (list(found.edited), found.removed) == (["a"], ("b",))


def test_words_put_behind_a_sentence_are_an_edit() -> None:
    found = rewording(TASKS, [f"{DOCUMENT[0][2:].split('. Thời')[0]}. Báo cáo hằng tháng."])
    assert found.edited["t0"] == f"{sentence(0)} Báo cáo hằng tháng."


def test_a_task_of_several_paragraphs_stands_where_they_follow_each_other() -> None:
    tasks = {"a": Printed(f"{duty(0)} {duty(1)}", f"{duty(0)} {duty(1)}")}
    found = rewording(tasks, [duty(2), f"- {duty(0)}", f"- {duty(1)}", duty(3)])
    assert (found.edited, found.removed) == ({}, ())
    apart = rewording(tasks, [duty(0), duty(3), duty(1)])
    assert set(apart.edited) | set(apart.removed) == {"a"}


def test_an_empty_document_has_lost_everything() -> None:
    assert rewording(TASKS, []).removed == tuple(TASKS)


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("+ Sở A họp. Thời hạn: quý I/2023. Sản phẩm: biên bản.", "Sở A họp."),
        ("b) Sở A họp. Sản phẩm: biên bản.", "Sở A họp."),
        ("(2) Sở A họp.", "Sở A họp."),
        ("1.2.3. Sở A họp.", "Sở A họp."),
        ("Sở A họp về Sản phẩm: không phải.", "Sở A họp về"),
        ("Sở A họp.", "Sở A họp."),
    ],
)
def test_bare_is_the_sentence_alone(paragraph: str, text: str) -> None:
    assert bare(paragraph) == text


YEARS = {2023: 2024, 2022: 2023}


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("trong năm 2023", "trong năm 2024"),
        ("kết quả năm 2022", "kết quả năm 2023"),
        ("trước ngày 30/11/2023", "trước ngày 30/11/2024"),
        ("quý III/2023", "quý III/2024"),
        ("tháng 9/2023", "tháng 9/2024"),
        ("so với năm 2021", "so với năm 2021"),
        ("2023 hộ dân", "2023 hộ dân"),
    ],
)
def test_years_of_the_plan_and_its_results_move_with_it(then: str, now: str) -> None:
    assert brought_forward(then, years=YEARS) == now


@pytest.mark.parametrize(
    "text",
    [
        "theo Quyết định số 2007/QĐ-UBND ngày 20/12/2022 của UBND tỉnh",
        "theo Kế hoạch số 25/KH-UBND ngày 05 tháng 02 năm 2023 của UBND tỉnh",
        "theo Kế hoạch 25/KH-UBND ngày 05/02/2023",
        "theo Nghị quyết số 16/2022/NQ-HĐND",
        "theo Luật Thực hiện dân chủ ở cơ sở năm 2022",
        "theo Luật Phòng, chống tham nhũng năm 2022",
        "trong các năm 2022-2025",
        "giai đoạn từ năm 2022 - 2025",
    ],
)
def test_years_of_documents_laws_and_periods_stay(text: str) -> None:
    assert brought_forward(text, years=YEARS) == text


def test_a_law_does_not_hold_back_the_deadline_behind_it() -> None:
    text = "phổ biến Luật Đất đai, hoàn thành trong năm 2023; Luật Hộ tịch: năm 2023"
    moved = "phổ biến Luật Đất đai, hoàn thành trong năm 2024; Luật Hộ tịch: năm 2024"
    assert brought_forward(text, years=YEARS) == moved
