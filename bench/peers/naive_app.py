"""The naive peer: a new folium map at each step of the slider (as bench/naive_app.py, with synthetic events)."""

from __future__ import annotations

import folium
import streamlit as st
from streamlit_folium import st_folium

from bench.peers.synthetic import INKS, World, local_files, requested, slider


def day_map(shown: World, day: int, window: str) -> folium.Map:
    """The map of a day."""
    colours = dict(zip(shown.districts["admin2_id"], shown.colours(day), strict=True))
    style = lambda feature: {  # noqa: E731
        "fillColor": colours[feature["properties"]["admin2_id"]],
        "color": "#555",
        "weight": 0.5,
        "fillOpacity": 0.6,
        "className": f"day-{shown.date(day)}",
    }
    drawn = folium.Map(location=[34, 66], zoom_start=6, tiles=None)
    local_files(drawn)
    folium.GeoJson(shown.districts[["admin2_id", "name_en", "geometry"]], style_function=style).add_to(drawn)
    rows = shown.window(day, window)
    for (lon, lat), ink in zip(shown.point[rows].tolist(), shown.ink[rows].tolist(), strict=True):
        folium.CircleMarker([lat, lon], radius=5, fill=True, color=INKS[ink], tooltip="event").add_to(drawn)
    return drawn


st.set_page_config(page_title="Naive peer", layout="wide")
world, window = requested()
chosen = slider(world)
st_folium(day_map(world, chosen, window), key="map", height=520, use_container_width=True, returned_objects=[])
