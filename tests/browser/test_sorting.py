"""Tables that sort and filter, and read as they stand without the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser


def ledger(sheet: Page) -> Locator:
    return sheet.locator("table").filter(has=sheet.locator("caption", has_text="Sổ điểm mất PAPI"))


def controls(sheet: Page) -> Locator:
    return sheet.get_by_role("group", name="Lọc và sắp xếp: Sổ điểm mất PAPI")


def column(table: Locator, title: str) -> list[str]:
    titles = table.locator("thead th").all_text_contents()
    place = titles.index(title) + 1
    return table.locator(f"tbody tr:visible > :nth-child({place})").all_text_contents()


def press(table: Locator, title: str) -> None:
    table.get_by_role("button", name=title, exact=True).click()


def figures(texts: list[str]) -> list[float]:
    return [float(text.replace(",", ".").replace("−", "-")) for text in texts]


def test_figures_sort_as_figures_up_then_down_then_as_the_ledger_has_them(opened: Opened) -> None:
    sheet = opened("Lạng Sơn", 2023)
    table = ledger(sheet)
    tree_order = column(table, "Mã")
    head = table.get_by_role("columnheader", name="Mất", exact=True)
    press(table, "Mất")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert figures(column(table, "Mất")) == sorted(figures(column(table, "Mất")))
    press(table, "Mất")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert column(table, "Mất")[0] == "36,15"
    press(table, "Mất")
    expect(head).to_have_attribute("aria-sort", "none")
    assert column(table, "Mã") == tree_order


def test_a_button_restores_the_order_of_the_ledger(opened: Opened) -> None:
    sheet = opened("Lạng Sơn", 2023)
    table, restore = ledger(sheet), controls(sheet).get_by_role("button", name="Thứ tự ban đầu")
    tree_order = column(table, "Mã")
    expect(restore).to_be_disabled()
    press(table, "Tiêu chí")
    assert column(table, "Mã") != tree_order
    restore.click()
    assert column(table, "Mã") == tree_order
    expect(table.get_by_role("button", name="Tiêu chí")).to_be_focused()


def test_words_sort_as_vietnamese_does(opened: Opened) -> None:
    table = ledger(opened("Lạng Sơn", 2023))
    press(table, "Tiêu chí")
    names = column(table, "Tiêu chí")
    first = {name.split()[0]: place for place, name in reversed(list(enumerate(names)))}
    assert first["An"] < first["Chất"] < first["Công"] < first["Cơ"] < first["Danh"] < first["Đáp"]


def test_what_is_unknown_stands_last_either_way(opened: Opened) -> None:
    table = ledger(opened("Lạng Sơn", 2023))
    press(table, "Nhóm")
    assert column(table, "Nhóm")[0] != "–"
    assert column(table, "Nhóm")[-1].startswith("–")
    press(table, "Nhóm")
    assert column(table, "Nhóm")[-1].startswith("–")


def test_a_fall_is_less_than_a_rise(opened: Opened) -> None:
    table = ledger(opened("Lạng Sơn", 2023))
    press(table, "So với năm trước")
    told = [text[:5] for text in column(table, "So với năm trước")]
    assert told[0] == "−1,99"
    assert told[-1].startswith("+")


def test_the_filter_needs_no_accents_and_tells_how_many_are_left(opened: Opened) -> None:
    sheet = opened("Lạng Sơn", 2023)
    box = controls(sheet).get_by_label("Lọc bảng")
    status = controls(sheet).get_by_role("status")
    expect(status).to_have_text("37/37 dòng")
    box.fill("DIEN tu")
    expect(status).to_have_text("3/37 dòng")
    assert set(column(ledger(sheet), "Mã")) == {"8", "8.1", "8.3"}
    box.fill("")
    expect(status).to_have_text("37/37 dòng")


def test_a_link_to_a_hidden_row_shows_it(opened: Opened) -> None:
    sheet = opened("Lạng Sơn", 2023)
    controls(sheet).get_by_label("Lọc bảng").fill("điện tử")
    row = sheet.locator("[id='papi-1.1']")
    expect(row).to_be_hidden()
    sheet.evaluate("location.hash = 'papi-1.1'")
    expect(row).to_be_visible()


def test_a_figure_leads_to_its_source_that_is_folded_away(opened: Opened) -> None:
    sheet = opened("Lạng Sơn", 2023)
    link = sheet.locator("a.nguon").first
    row = sheet.locator(f"[id='{(link.get_attribute('href') or '').lstrip('#')}']")
    expect(row).to_be_hidden()
    link.click()
    expect(row).to_be_visible()
    expect(row).to_be_in_viewport()


def test_a_sort_button_works_from_the_keyboard(opened: Opened) -> None:
    table = ledger(opened("Lạng Sơn", 2023))
    table.get_by_role("button", name="Đạt", exact=True).press("Enter")
    assert figures(column(table, "Đạt")) == sorted(figures(column(table, "Đạt")))


def test_without_the_script_the_tables_stand_whole(
    opened: Opened,
) -> None:
    sheet = opened("Lạng Sơn", 2023, java_script_enabled=False)
    assert sheet.locator("button, input").count() == 0
    assert ledger(sheet).locator("tbody tr").count() == 37
