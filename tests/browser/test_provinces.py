"""The provinces page in a browser: charts stand, nothing scrolls sideways, nobody else is asked."""

from __future__ import annotations

import pytest

from trials.at_rest import wait_in

pytestmark = pytest.mark.browser


def test_it_fits_a_telephone_and_its_charts_are_drawn(pages, server):
    page = pages(server, width=390).page
    page.goto(f"{server}/provinces?province=AF-PAN&with=AF-BGL")
    page.get_by_role("heading", name="All 34 provinces").wait_for()
    page.locator(".stVegaLiteChart canvas, .stVegaLiteChart svg").nth(7).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_neighbour_is_one_click_away(pages, server):
    page = pages(server).page
    page.goto(f"{server}/provinces?province=AF-PAN")
    page.get_by_role("button", name="Takhar", exact=True).click()
    wait_in(page, "new URLSearchParams(location.search).get('province') === 'AF-TAK'")
    page.get_by_role("heading", name="Takhar", exact=True).wait_for()
