"""The peer that keeps its map: `feature_group_to_add` with two GeoJSON layers at each step of the slider."""

from __future__ import annotations

import folium
import streamlit as st
from streamlit_folium import st_folium

from bench.peers.synthetic import World, local_files, points, requested, slider


def day_group(shown: World, day: int, window: str) -> folium.FeatureGroup:
    """The districts and the events of a day."""
    colours = dict(zip(shown.districts["admin2_id"], shown.colours(day), strict=True))
    style = lambda feature: {  # noqa: E731
        "fillColor": colours[feature["properties"]["admin2_id"]],
        "color": "#555",
        "weight": 0.5,
        "fillOpacity": 0.6,
        "className": f"day-{shown.date(day)}",
    }
    group = folium.FeatureGroup(name="day")
    folium.GeoJson(shown.districts[["admin2_id", "name_en", "geometry"]], style_function=style).add_to(group)
    rows = shown.window(day, window)
    if rows.stop > rows.start:
        marker = folium.CircleMarker(radius=5, fill=True)
        style_of = lambda feature: {"color": feature["properties"]["color"]}  # noqa: E731
        folium.GeoJson(points(shown, rows, day), marker=marker, style_function=style_of).add_to(group)
    return group


st.set_page_config(page_title="Feature group peer", layout="wide")
world, window = requested()
chosen = slider(world)
frame = folium.Map(location=[34, 66], zoom_start=6, tiles=None)
local_files(frame)
st_folium(
    frame,
    key="map",
    height=520,
    use_container_width=True,
    returned_objects=[],
    feature_group_to_add=day_group(world, chosen, window),
)
