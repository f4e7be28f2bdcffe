"""The peer of the benchmark: the same map as it is usually written with Streamlit and folium.

Each step of the slider builds the map anew: the districts coloured by who holds them, the events of 30 days.
It is kept honest: the record is read once, the component has a constant key and returns nothing.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

from geo.address.windows import DEFAULT_WINDOW
from geo.control.timeline import Timeline, window_start
from geo.record.load import load
from geo.style.areas import CONTROLLERS, OTHER_CONTROLLER

LEAFLET = "/app/static"  # from a package, not from another host: see bench.browser.leaflet_files


@st.cache_resource
def record() -> tuple[Timeline, Any, dict[str, Any]]:
    """The record, the districts as polygons, the points of the events."""
    timeline = Timeline(load())
    points = timeline.dataset.frame("events").set_index("event_id").geometry
    return (
        timeline,
        timeline.dataset.frame("districts")[["admin2_id", "name_en", "geometry"]],
        {k: p for k, p in points.items() if p},
    )


def day_map(day: str) -> folium.Map:
    """The map of a day."""
    timeline, districts, points = record()
    states = {admin2_id: interval.state for admin2_id, interval in timeline.states_at(day).items()}

    def style(feature: dict[str, Any]) -> dict[str, Any]:
        state = states[feature["properties"]["admin2_id"]]
        colour = CONTROLLERS.get(state.controller, OTHER_CONTROLLER) if state else "#FFFFFF"
        return {"fillColor": colour, "fillOpacity": 0.6, "color": "#555", "weight": 0.5, "className": f"day-{day}"}

    drawn = folium.Map(location=[34, 66], zoom_start=6, tiles=None)
    drawn.default_js, drawn.default_css = [("leaflet", f"{LEAFLET}/leaflet.js")], [("css", f"{LEAFLET}/leaflet.css")]
    folium.GeoJson(districts, style_function=style, tooltip=folium.GeoJsonTooltip(["name_en"])).add_to(drawn)
    for event in timeline.events_between(window_start(day, DEFAULT_WINDOW, timeline.dataset.first_day), day):
        if point := points.get(event["event_id"]):
            text = escape(event["title"])
            folium.CircleMarker([point.y, point.x], radius=5, fill=True, tooltip=text, popup=text).add_to(drawn)
    return drawn


st.set_page_config(page_title="Naive peer", layout="wide")
dataset = record()[0].dataset
first, last = dt.date.fromisoformat(dataset.first_day), dt.date.fromisoformat(dataset.last_day)
chosen = st.slider("Day", first, last, dt.date(2021, 9, 5), format="YYYY-MM-DD")
st_folium(day_map(chosen.isoformat()), key="map", height=520, use_container_width=True, returned_objects=[])
