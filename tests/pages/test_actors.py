"""The pages of actors and for classes in the app, and the filter by a branch of the tree of actors."""

from __future__ import annotations

import pytest

from geo.control.timeline import Timeline
from geo.queries.actors import actor_profile
from tests.pages.html_page import HtmlPage
from tests.pages.test_words import visit

pytestmark = pytest.mark.usefixtures("own_snapshot")


def test_all_actors_stand_in_a_tree(shipped_line: Timeline) -> None:
    page = visit("actors")
    assert not page.exception
    ways = {link.query.get("actor") for link in HtmlPage(page).links if link.page == "actors"}
    assert ways == set(shipped_line.dataset.by_id("actors"))


def test_one_actor_has_a_page(shipped_line: Timeline) -> None:
    page = visit("actors", actor="nrf")
    assert not page.exception and page.query_params["actor"] == "nrf"
    assert page.header[0].value.startswith("NRF")
    text = HtmlPage(page).text
    assert f"{len(actor_profile(shipped_line, 'nrf').claims)} control claims" in text
    assert "جبهه مقاومت ملی افغانستان" in text


def test_several_actors_have_no_page_of_their_own() -> None:
    page = visit("actors", actor="nrf,taliban")
    assert not page.exception and page.header[0].value == "Actors"


def test_events_of_a_branch_say_whom_they_count() -> None:
    page = visit("events", branch="dissidents")
    told = [text.value for text in page.text if "with all below" in text.value]
    assert not page.exception and len(told) == 1 and "Taliban dissidents with all below (3 actors)" in told[0]
    assert page.query_params["branch"] == "dissidents"


def test_provinces_of_a_branch_say_whom_they_count() -> None:
    page = visit("provinces", branch="resistance_front")
    assert not page.exception and page.query_params["branch"] == "resistance_front"
    assert "Fronts against the Taliban with all below" in HtmlPage(page).text


def test_worksheets_are_listed_and_opened(shipped_line: Timeline) -> None:
    every = visit("classes")
    assert not every.exception and HtmlPage(every).text.count("Open the worksheet") == 3
    page = visit("classes", sheet="andarab-2021")
    assert not page.exception and page.query_params["sheet"] == "andarab-2021"
    assert "What was told by the end of 23 August 2021" in HtmlPage(page).text
    lost = visit("classes", sheet="nowhere")
    assert not lost.exception and any("nowhere" in text.value for text in lost.text)
