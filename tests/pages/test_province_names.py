"""The map of provinces names the busiest, whatever their size, and no two names where one would cover the other."""

from __future__ import annotations

from collections import Counter

from geo.record.load import Dataset
from pages.ui.province.map import APART_DEG, _spots


def test_the_busiest_provinces_are_named_first(shipped: Dataset) -> None:
    found = Counter(event["admin1"] for event in shipped.records("events") if event["admin1"])
    counts = {province["admin1"]: found[province["admin1"]] for province in shipped.records("provinces")}
    spots = _spots(shipped, counts)
    names = [spot["name"] for spot in spots]
    assert names[:4] == ["Panjshir", "Kabul", "Baghlan", "Takhar"]
    across, up = APART_DEG
    for at, one in enumerate(spots):
        assert all(abs(one["lon"] - o["lon"]) > across or abs(one["lat"] - o["lat"]) > up for o in spots[:at])


def test_without_events_the_large_provinces_are_named(shipped: Dataset) -> None:
    names = {spot["name"] for spot in _spots(shipped, dict.fromkeys(shipped.by_id("provinces"), 0))}
    assert {"Helmand", "Kandahar", "Herat"} <= names and "Panjshir" not in names
