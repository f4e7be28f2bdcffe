"""Days that are only known to lie in a span: told in the sentence of a place, and handed to the browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from geo.address.view import ViewState
from geo.area_style import sign_of
from geo.browser.known_payload import edges
from geo.control.edges import begun_by, changing_on
from geo.control.timeline import Timeline
from geo.export.drawing.scene import scene_of
from geo.export.sheet.legend_keys import overlay_keys
from geo.record.load import Dataset
from geo.wording.place_sentence import place_sentence
from geo.wording.text import t

AREA = "AF-AAA-east"
TOLD = "The first day lies between 18 August 2021 and 20 August 2021."
HELD = {"controller": "nrf", "valid_from": "2021-08-18", "from_latest": "2021-08-20", "from_precision": 2}


def test_a_state_has_begun_by_the_latest_day_of_its_claim(with_claims: Callable[..., Dataset]) -> None:
    line = Timeline(with_claims({"area_type": "country", "area_ids": ["AF"]}, HELD))
    claims = line.dataset.by_id("control_claims")
    span = line.interval_at(AREA, "2021-08-25")
    assert span is not None and span.state is not None
    assert begun_by(claims, span.state, span.since) == "2021-08-20"
    assert begun_by(claims, span.state, "2021-08-19") is None
    assert begun_by(claims, replace(span.state, claim_ids=("CC-0001",)), span.since) is None


def test_the_sentence_of_a_place_tells_the_span(with_claims: Callable[..., Dataset]) -> None:
    line = Timeline(with_claims({"area_type": "country", "area_ids": ["AF"]}, HELD))
    assert TOLD in place_sentence(line, AREA, "2021-08-25")
    exact = Timeline(with_claims({"area_type": "country", "area_ids": ["AF"]}, HELD | {"from_latest": None}))
    assert "lies between" not in place_sentence(exact, AREA, "2021-08-25")


def test_the_browser_gets_the_claims_with_a_span(with_claims: Callable[..., Dataset]) -> None:
    ended = HELD | {"valid_to": "2021-08-30", "to_latest": "2021-09-02"}
    assert edges(with_claims({}, HELD, ended)) == {"CC-0002": [3, 5, None, None], "CC-0003": [3, 5, 15, 18]}


def test_the_shipped_record_says_how_exactly_every_edge_is_known(shipped: Dataset) -> None:
    for claim in shipped.records("control_claims"):
        assert claim["from_precision"] is not None, claim["claim_id"]
        assert (claim["to_precision"] is not None) == (claim["valid_to"] is not None), claim["claim_id"]


def test_a_district_is_marked_while_it_may_have_changed_hands_or_not(with_claims: Callable[..., Dataset]) -> None:
    ended = HELD | {"valid_to": "2021-08-30", "to_latest": "2021-09-02"}
    line = Timeline(with_claims({"area_type": "country", "area_ids": ["AF"]}, ended))
    days = (
        "2021-08-17",
        "2021-08-18",
        "2021-08-20",
        "2021-08-21",
        "2021-08-29",
        "2021-08-30",
        "2021-09-02",
        "2021-09-03",
    )
    assert [AREA in changing_on(line, day) for day in days] == [False, True, True, False, False, True, True, False]
    assert changing_on(line, "2021-08-18") == {AREA}


def test_what_the_record_begins_with_has_not_changed_hands(shipped: Dataset) -> None:
    assert changing_on(Timeline(shipped), shipped.first_day) == frozenset()


def test_the_map_hatches_it_and_the_legend_says_so(shipped: Dataset) -> None:
    scene = scene_of(Timeline(shipped), ViewState("2021-08-31"))
    style = scene.area_styles["AF-BGL-dih-salah"]
    assert style.changing and sign_of(style).strokes[-1].pattern == "changing"
    keys = overlay_keys(shipped, scene.area_styles.values())
    assert (t("legend.changing"), 1) in [(text, number) for _, text, number in keys]
