"""What only a browser shows of signs: pixels of the map, and that patterns are kept while days go by."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

#: Mean grey over paper of so many pixels around a place on the canvas of the zones.
GREY = """([lon, lat]) => {
  const { map } = conflictMap, canvas = document.querySelector(".leaflet-zones-pane canvas");
  const box = canvas.getBoundingClientRect(), frame = map.getContainer().getBoundingClientRect();
  const ratio = canvas.width / box.width, at = map.latLngToContainerPoint([lat, lon]), side = 24 * ratio;
  const [x, y] = [at.x + frame.left - box.left, at.y + frame.top - box.top];
  const { data } = canvas.getContext("2d").getImageData(x * ratio - side / 2, y * ratio - side / 2, side, side);
  let grey = 0;
  for (let i = 0; i < data.length; i += 4) {
    const own = 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2], alpha = data[i + 3] / 255;
    grey += own * alpha + 240 * (1 - alpha);
  }
  return grey / (data.length / 4);
}"""
#: From here on every new canvas of the map's frame is counted.
COUNT_CANVASES = """() => {
  window.__canvases = 0;
  const make = document.createElement.bind(document);
  document.createElement = (name, ...more) => {
    if (name === "canvas") window.__canvases += 1;
    return make(name, ...more);
  };
}"""
PARYAN, DARA, MANDOL = (70.0, 35.55), (69.75, 35.33), (70.45, 35.35)


def test_who_held_a_contested_district_last_is_seen_without_hue(replay):
    """The NRF: a dark ground; the Taliban: a light one, yet not that of ground nobody contests."""
    replay.open(date="2021-09-05")
    replay.look_at(*PARYAN, 9)
    nrf_last = replay.frame.evaluate(GREY, list(PARYAN))
    ground = replay.frame.evaluate(GREY, list(MANDOL))
    replay.go_to("2021-09-07")
    taliban_last = replay.frame.evaluate(GREY, list(DARA))
    assert nrf_last + 15 < taliban_last < ground - 15, (nrf_last, taliban_last, ground)


def test_patterns_are_made_once_and_kept_while_days_go_by(replay):
    replay.open(date="2021-08-15", window="7")
    replay.look_at(69.6, 35.5, 8.5)
    days = ("2021-08-20", "2021-09-05", "2021-09-07", "2022-02-10")
    for day in days:
        replay.go_to(day)
    replay.frame.evaluate(COUNT_CANVASES)
    for day in days:
        replay.go_to(day)
    assert replay.frame.evaluate("window.__canvases") == 0


def test_the_legend_has_a_row_for_each_sign_in_true_words(replay):
    replay.open(date="2021-09-05")
    rows = replay.page.locator(".legend .key").all_inner_texts()
    assert "Contested with the Taliban; last held by the NRF" in rows
    assert "NRF also claims it (disputed)" in rows and "The Taliban say they hold it (disputed)" in rows
    assert len(set(rows)) == len(rows)
