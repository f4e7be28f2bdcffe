"""The pydeck peer: districts and events of the day sent to deck.gl at each step of the slider."""

from __future__ import annotations

import pandas as pd
import pydeck
import streamlit as st

from bench.peers.synthetic import INKS, World, requested, slider


def rgb(colour: str) -> list[int]:
    """Red, green, blue."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def day_deck(shown: World, day: int, window: str) -> pydeck.Deck:
    """The map of a day."""
    features = [
        {"type": "Feature", "properties": {"fill": [*rgb(colour), 150]}, "geometry": shape}
        for shape, colour in zip(shown.shapes, shown.colours(day), strict=True)
    ]
    rows = shown.window(day, window)
    frame = pd.DataFrame(shown.point[rows], columns=["lon", "lat"])
    frame["fill"] = [rgb(INKS[ink]) for ink in shown.ink[rows]]
    return pydeck.Deck(
        layers=[
            pydeck.Layer("GeoJsonLayer", features, id="districts", get_fill_color="properties.fill"),
            pydeck.Layer(
                "ScatterplotLayer",
                frame,
                id="events",
                get_position=["lon", "lat"],
                get_fill_color="fill",
                radius_units="pixels",
                get_radius=4,
            ),
        ],
        initial_view_state=pydeck.ViewState(latitude=34, longitude=66, zoom=5),
        map_style="/app/static/empty.json",  # with None Streamlit asks a foreign host for one
        map_provider="carto",
    )


st.set_page_config(page_title="pydeck peer", layout="wide")
world, window = requested()
chosen = slider(world)
st.pydeck_chart(day_deck(world, chosen, window), key="map", height=520)
st.html(f"<p id='day'>{world.date(chosen)}</p>")
