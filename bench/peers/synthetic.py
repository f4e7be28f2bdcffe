"""What all peers show: seeded events of a chosen number, the districts, and who holds each on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import streamlit as st

from geo.record.geojson import dumps
from geo.record.load import load
from geo.style.areas import CONTROLLERS

STATIC = "/app/static"
EACH = 10  # intervals a district
COLOURS = [CONTROLLERS["taliban"]] * 9 + [CONTROLLERS["nrf"]]
INKS = ("#D55E00", "#E69F00", "#CC79A7", "#0072B2", "#56B4E9", "#666666")


@dataclass(frozen=True)
class World:
    """Columns of events sorted by day, and the intervals of the districts."""

    first: dt.date
    days: int
    districts: Any
    starts: np.ndarray  # district, interval → first day
    holders: np.ndarray  # district, interval → colour
    day: np.ndarray
    point: np.ndarray  # longitude, latitude
    ink: np.ndarray

    @cached_property
    def shapes(self) -> list[dict[str, Any]]:
        """The districts' geometries as GeoJSON, once."""
        return [feature["geometry"] for feature in self.districts.__geo_interface__["features"]]

    def date(self, day: int) -> str:
        """The day as YYYY-MM-DD."""
        return str(self.first + dt.timedelta(days=int(day)))

    def colours(self, day: int) -> list[str]:
        """The colour of each district on a day."""
        at = (self.starts <= day).sum(axis=1) - 1
        return [COLOURS[self.holders[number, i]] for number, i in enumerate(at)]

    def window(self, day: int, window: str) -> slice:
        """Which events a window shows."""
        first = 0 if window == "all" else day - int(window) + 1
        return slice(np.searchsorted(self.day, first), np.searchsorted(self.day, day + 1))


@st.cache_resource
def world(count: int) -> World:
    """The same for the same number."""
    dataset, rng = load(), np.random.default_rng(7)
    districts = dataset.frame("districts")[["admin2_id", "name_en", "label_lon", "label_lat", "geometry"]]
    first, last = dt.date.fromisoformat(dataset.first_day), dt.date.fromisoformat(dataset.last_day)
    days, many = (last - first).days + 1, len(districts)
    starts = np.sort(rng.integers(1, days, (many, EACH)), axis=1)
    starts[:, 0] = 0
    labels = districts[["label_lon", "label_lat"]].to_numpy(float)
    point = labels[rng.integers(0, many, count)] + rng.normal(0, 0.05, (count, 2))
    return World(
        first, days, districts, starts, rng.integers(0, len(COLOURS), (many, EACH)),
        np.sort(rng.integers(0, days, count)), point.round(5), rng.integers(0, len(INKS), count),
    )  # fmt: skip


def requested() -> tuple[World, str]:
    """The world and the window that the address asks for."""
    query = st.query_params
    return world(int(query.get("events", 1000))), query.get("window", "30")


def slider(shown: World) -> int:
    """The day of Streamlit's slider."""
    start = dt.date.fromisoformat(st.query_params.get("date", "2026-03-01"))
    last = shown.first + dt.timedelta(days=shown.days - 1)
    return (st.slider("Day", shown.first, last, start, format="YYYY-MM-DD") - shown.first).days


def local_files(frame: Any, *names: str) -> None:
    """Leaflet and the plugins from our own folder, never from another host."""
    scripts = [name for name in ("leaflet.js", *names) if name.endswith(".js")]
    styles = [name for name in ("leaflet.css", *names) if name.endswith(".css")]
    frame.default_js = [(name, f"{STATIC}/{name}") for name in scripts]
    frame.default_css = [(name, f"{STATIC}/{name}") for name in styles]


def points(shown: World, rows: slice, day: int) -> str:
    """Events as GeoJSON text, each with its colour and the day's class."""
    inks = [{"color": ink, "className": f"day-{shown.date(day)}"} for ink in INKS]
    features = [
        {"type": "Feature", "properties": inks[ink], "geometry": {"type": "Point", "coordinates": [lon, lat]}}
        for (lon, lat), ink in zip(shown.point[rows].tolist(), shown.ink[rows].tolist(), strict=True)
    ]
    return dumps({"type": "FeatureCollection", "features": features})
