"""folium's Timeline plugin: every interval and every event in the page at once, its own slider in the frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import folium
import streamlit as st
from folium.plugins import Timeline, TimelineSlider
from folium.utilities import JsCode
from streamlit_folium import st_folium

from bench.peers.synthetic import COLOURS, INKS, World, local_files, requested

DAY_MS = 86_400_000
STYLE = "function (f) { return {color: f.properties.c, fillColor: f.properties.c, weight: 0.5, fillOpacity: 0.6}; }"
POINT = "function (f, at) { return L.circleMarker(at, {radius: 5, color: f.properties.c}); }"
SCRIPTS = ("leaflet.timeline.js", "moment.js")


def everything(shown: World, window: str) -> folium.Map:
    """The map of all days; the geometry of a district stands there once for each of its intervals."""
    drawn = folium.Map(location=[34, 66], zoom_start=6, tiles=None)
    local_files(drawn, *SCRIPTS)
    data = {"type": "FeatureCollection", "features": [*areas(shown), *events(shown, window)]}
    plugin: Any = Timeline(data, style=JsCode(STYLE), point_to_layer=JsCode(POINT))
    slider: Any = TimelineSlider(
        auto_play=False, enable_keyboard_controls=True, show_ticks=False, date_options="YYYY-MM-DD"
    )
    for part in (plugin, slider):
        part.default_js, part.default_css = [], []
    plugin.add_to(drawn)
    slider.add_timelines(plugin).add_to(drawn)
    return drawn


def feature(geometry: dict[str, Any], start: int, end: int, colour: str) -> dict[str, Any]:
    """A span of days of a geometry, as the plugin wants it."""
    return {
        "type": "Feature",
        "properties": {"start": int(start) * DAY_MS, "end": int(end) * DAY_MS, "c": colour},
        "geometry": geometry,
    }


def areas(shown: World) -> Iterator[dict[str, Any]]:
    """Each interval of each district."""
    for number, shape in enumerate(shown.shapes):
        ends = [*shown.starts[number, 1:], shown.days]
        for start, end, holder in zip(shown.starts[number], ends, shown.holders[number], strict=True):
            yield feature(shape, start, end, COLOURS[holder])


def events(shown: World, window: str) -> Iterator[dict[str, Any]]:
    """Each event, for as long as the window shows it."""
    for day, point, ink in zip(shown.day, shown.point.tolist(), shown.ink, strict=True):
        end = shown.days if window == "all" else day + int(window)
        yield feature({"type": "Point", "coordinates": point}, day, end, INKS[ink])


st.set_page_config(page_title="Timeline peer", layout="wide")
st_folium(everything(*requested()), key="map", height=520, use_container_width=True, returned_objects=[])
