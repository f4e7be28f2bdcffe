"""folium's TimestampedGeoJson: every event in the page at once; it knows no intervals, so the districts stand still."""

from __future__ import annotations

from typing import Any

import folium
import streamlit as st
from folium.plugins import TimestampedGeoJson
from streamlit_folium import st_folium

from bench.peers.synthetic import INKS, World, local_files, requested

PLUGIN: Any = TimestampedGeoJson  # not typed
FILES = ("iso8601.js", "leaflet.timedimension.js", "moment.js", "leaflet.timedimension.css")


def everything(shown: World, window: str) -> folium.Map:
    """The map of all days."""
    drawn = folium.Map(location=[34, 66], zoom_start=6, tiles=None)
    local_files(drawn, *FILES)
    folium.GeoJson(shown.districts[["admin2_id", "geometry"]]).add_to(drawn)
    dates = [shown.date(day) for day in range(shown.days)]
    styles = [{"radius": 5, "color": ink} for ink in INKS]
    features = [
        {
            "type": "Feature",
            "properties": {"times": [dates[day]], "icon": "circle", "iconstyle": styles[ink]},
            "geometry": {"type": "Point", "coordinates": point},
        }
        for day, point, ink in zip(shown.day, shown.point.tolist(), shown.ink, strict=True)
    ]
    plugin = PLUGIN(
        {"type": "FeatureCollection", "features": features},
        period="P1D",
        duration=None if window == "all" else f"P{window}D",
        auto_play=False,
        loop=False,
    )
    plugin.default_js, plugin.default_css = [], []
    plugin.add_to(drawn)
    return drawn


st.set_page_config(page_title="TimestampedGeoJson peer", layout="wide")
st_folium(everything(*requested()), key="map", height=520, use_container_width=True, returned_objects=[])
