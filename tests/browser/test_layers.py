"""Layers of activity and presence on the real page: a question answered by one look, the ways to choose a layer."""

from __future__ import annotations

import re

import pytest

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.layers.activity_map import activity_at
from geo.style.layers import ACTIVITY_RAMP

pytestmark = pytest.mark.browser

REQUESTED = {"date": "2024-12-31", "window": "365", "actor": "nrf", "layer": "activity"}
NUMBERS = "conflictMap.view.numbers()"


def labels(replay) -> dict[str, str]:
    return {one["province"]: one["text"] for one in replay.frame.evaluate(NUMBERS) if one["isLabel"]}


def on_screen(replay) -> list[list[float]]:
    """Where numbers stand on the canvas that shows them: left, top, right, bottom in pixels of the screen."""
    return replay.frame.evaluate(
        """() => { const canvas = document.querySelector('.leaflet-events-pane canvas').getBoundingClientRect();
          const ratio = Math.min(window.devicePixelRatio || 1, 2);
          return conflictMap.view.numbers().filter((one) => one.isLabel).map(({box: [l, t, r, b]}) =>
            [canvas.x + l / ratio, canvas.y + t / ratio, canvas.x + r / ratio, canvas.y + b / ratio]); }"""
    )


@pytest.mark.parametrize("size", [(1440, 900), (768, 1024), (390, 844)])
def test_where_the_nrf_was_active_in_2024_is_on_the_map_that_a_link_opens(
    pages, server, shipped_line: Timeline, size: tuple[int, int]
) -> None:
    """Without a click: the number of each province, whole on the map, none over another; and what is counted."""
    replay = pages(server, width=size[0], height=size[1]).open(**REQUESTED)
    wanted = activity_at(shipped_line, ViewState(**REQUESTED)).totals
    found = labels(replay)
    assert {admin1: int(re.match(r"\d+", text)[0]) for admin1, text in found.items()} == dict(wanted)
    boxes = on_screen(replay)
    frame = replay.frame.evaluate("[innerWidth, innerHeight]")
    assert all(l >= 0 and t >= 0 and r <= frame[0] and b <= frame[1] for l, t, r, b in boxes)  # noqa: E741
    for at, (l, t, r, b) in enumerate(boxes):  # noqa: E741
        assert not any(l < r2 and l2 < r and t < b2 and t2 < b for l2, t2, r2, b2 in boxes[at + 1 :])
    caption = replay.frame.locator(".layer-caption")
    assert caption.is_visible() and "Actor: NRF" in caption.inner_text()
    over = caption.bounding_box()
    origin = replay.page.locator("iframe[src*=folium]").bounding_box()
    x, y = over["x"] - origin["x"], over["y"] - origin["y"]
    assert not any(l < x + over["width"] and x < r and t < y + over["height"] and y < b for l, t, r, b in boxes)  # noqa: E741
    assert f"{sum(wanted.values()) + 1} in the record" in replay.sentence.inner_text()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_layer_is_chosen_by_the_keyboard_and_stays_in_the_address(pages, server, width: int) -> None:
    replay = pages(server, width=width).open(date="2022-02-01")
    before = replay.picture("zones")
    replay.unfold()
    replay.page.get_by_role("group", name="Map shows").get_by_role("button", name="Activity", exact=True).focus()
    replay.page.keyboard.press("Enter")
    replay.wait_for_query(layer="activity")
    assert replay.settle().picture("zones") != before
    assert not replay.page.get_by_role("group", name="According to").is_visible()
    assert not replay.page.get_by_role("group", name="Counted").is_visible()
    replay.axis.focus()
    replay.page.keyboard.press("m")
    replay.wait_for_query(layer="presence")
    reports = labels(replay.settle())
    replay.choose("Counted", replay.t("presence.claims"))
    replay.wait_for_query(presence="claims")
    assert len(labels(replay.settle())) > len(reports)
    replay.axis.focus()
    replay.page.keyboard.press("m")
    replay.wait_for_query(layer=None)
    assert replay.settle().picture("zones") == before
    assert labels(replay) == {} and not replay.frame.locator(".layer-caption").is_visible()


def test_legend_table_tooltip_and_card_follow_the_layer(replay) -> None:
    replay.open(**REQUESTED)
    legend = replay.panel.locator(".legend")
    assert replay.t("layers.head.activity") in legend.inner_text()
    assert replay.t("layers.row.blank") in legend.inner_text()
    replay.panel.get_by_text(replay.t("layers.table.activity")).click()
    first = replay.panel.locator(".data-table tbody tr").first.locator("td").all_inner_texts()
    assert first[:2] == ["Kabul", labels(replay)["AF-KAB"].rstrip("▲▼*")]
    x, y = replay.on_map(62.2, 34.3)  # in Herat
    replay.page.mouse.move(x, y, steps=3)
    assert "in Herat" in replay.frame.locator(".replay-tip").inner_text()
    replay.page.mouse.click(x, y)
    replay.wait_for_query(province="AF-HER", layer="activity")
    assert "in Herat" in replay.card.locator(".layer-lines").inner_text()


def test_a_layer_is_drawn_in_its_own_colours_and_days_move_it(replay) -> None:
    replay.open(date="2021-09-05", layer="activity", window="7")
    first = labels(replay)
    assert first
    colours = replay.frame.evaluate(
        """() => { const canvas = document.querySelector('.leaflet-zones-pane canvas');
          const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const found = new Set();
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 230) found.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
          return [...found]; }"""
    )
    ramp = [tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in ACTIVITY_RAMP]
    near = [[int(part) for part in colour.split(",")] for colour in colours]
    assert any(all(abs(a - b) <= 3 for a, b in zip(one, step, strict=True)) for one in near for step in ramp)
    replay.go_to("2021-12-31")
    assert labels(replay.settle()) != first


#: Boxes of what stands over the map: the caption of the layer, the map's own buttons; the map's width.
OVER_THE_MAP = """() => { const box = (e) => { const { left, top, right, bottom } = e.getBoundingClientRect(); return [left, top, right, bottom]; };
  return [box(document.querySelector('.layer-caption')), [...document.querySelectorAll('.leaflet-control:not(.leaflet-control-attribution)')].map(box), innerWidth]; }"""


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_caption_covers_no_button_and_not_the_country(pages, server, size: tuple[int, int], lang: str) -> None:
    """Buttons and country stand at the left in every language; numbers on the map have the language's digits."""
    replay = pages(server, width=size[0], height=size[1]).open(**REQUESTED, lang=lang)
    (left, top, right, bottom), buttons, width = replay.frame.evaluate(OVER_THE_MAP)
    assert right > left and buttons
    for a, b, c, d in buttons:
        assert not (left < c and a < right and top < d and b < bottom)
    assert left > width / 2 or size[0] < 560
    assert all(re.search(r"[۰-۹]" if lang == "fa" else r"[0-9]", text) for text in labels(replay).values())
