"""What a page shows in its tables and boxes, read as a reader would: brought into sight, opened."""

from __future__ import annotations

import contextlib

from playwright.sync_api import Locator, Page, TimeoutError

#: How often a reader tries to open a box.
TRIES = 10


def cells(page: Page) -> list[str]:
    """The cells of all tables; a table is drawn when it comes into sight, and its cells are told to who hears the page."""
    found: list[str] = []
    for table in page.get_by_test_id("stDataFrame").all():
        table.scroll_into_view_if_needed()
        table.locator("canvas td").first.wait_for(state="attached")
        found += table.locator("canvas td").all_text_contents()
    return found


def first_chosen(page: Page, box: Locator) -> list[str]:
    """The options of a box, after the first of them was chosen; opened anew where a rerun closed it meanwhile."""
    for _ in range(TRIES):
        options = opened(page, box)
        found = options.all_text_contents()
        with contextlib.suppress(TimeoutError):
            options.first.click(timeout=2000)
            return found
    raise AssertionError(f"a box whose first option can't be chosen: {box.text_content()}")


def opened(page: Page, box: Locator) -> Locator:
    """The first options of a box, which stays open."""
    options = page.get_by_role("listbox").locator("li, [role=option]")
    for _ in range(TRIES):  # a click opens it or only sets the focus, as the page happens to be; a rerun closes it
        box.locator("input").focus()
        page.keyboard.press("ArrowDown")
        with contextlib.suppress(TimeoutError):
            options.first.wait_for(timeout=2000)
            return options
    raise AssertionError(f"a box that does not open: {box.text_content()}")


def first_options(page: Page, box: Locator) -> list[str]:
    """The texts of the first options of a box, which is closed again."""
    found = opened(page, box).all_text_contents()
    page.keyboard.press("Escape")
    return found
