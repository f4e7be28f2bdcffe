"""What a page shows in its tables and boxes, read as a reader would: brought into sight, opened."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def cells(page: Page) -> list[str]:
    """The cells of all tables; a table is drawn when it comes into sight, and its cells are told to who hears the page."""
    found: list[str] = []
    for table in page.get_by_test_id("stDataFrame").all():
        table.scroll_into_view_if_needed()
        for _ in range(40):
            told = table.locator("canvas td").all_text_contents()
            if told:
                break
            page.wait_for_timeout(100)
        found += told
    return found


def opened(page: Page, box: Locator) -> Locator:
    """The first options of a box, which stays open."""
    box.locator("input").focus()
    page.keyboard.press("ArrowDown")  # a click opens it or only sets the focus, as the page happens to be
    options = page.get_by_role("listbox").locator("li, [role=option]")
    options.first.wait_for()
    return options


def first_options(page: Page, box: Locator) -> list[str]:
    """The texts of the first options of a box, which is closed again."""
    found = opened(page, box).all_text_contents()
    page.keyboard.press("Escape")
    return found
