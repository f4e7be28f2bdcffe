"""`geo.open()`: tables with their CRS and documented columns, pictures, maps; nothing of a record becomes code."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

import geo
from geo.answers.columns import COLUMNS
from geo.answers.record import record_of
from geo.control.timeline import Timeline
from geo.notebook.folium_map import folium_map, script_text
from geo.notebook.replay import Replay
from geo.record.load import Dataset
from geo.record.problems import DataError

DAY = "2021-08-24"


@pytest.fixture(scope="module")
def replay(line: Timeline, tiny_dir: Path) -> Replay:
    return Replay(record_of(line, tiny_dir), tiny_dir)


TABLES: dict[str, Callable[[Replay], pd.DataFrame]] = {
    "at": lambda r: r.at(DAY),
    "events": lambda r: r.events(),
    "diff": lambda r: r.diff("2021-08-15", DAY),
    "presence": lambda r: r.presence("2021-09-30"),
    "sources": lambda r: r.sources(),
    "claims": lambda r: r.claims(),
    "provinces": lambda r: r.provinces(DAY),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_that_are_documented(replay: Replay, name: str) -> None:
    frame = TABLES[name](replay)
    assert list(frame.columns) == list(COLUMNS[name]) and len(frame) > 0
    assert frame.attrs["dataset"] == replay.version and frame.attrs["licence"].startswith("CC BY 4.0")
    assert isinstance(frame, gpd.GeoDataFrame) == ("geometry" in COLUMNS[name])
    if isinstance(frame, gpd.GeoDataFrame):
        assert frame.crs == "EPSG:4326"
    days = [column for column in ("as_of", "date_start", "valid_from", "since") if column in frame]
    assert all(pd.api.types.is_datetime64_any_dtype(frame[column]) for column in days)
    assert set(COLUMNS) == set(TABLES)


def test_the_tables_say_what_the_timeline_says(replay: Replay, line: Timeline) -> None:
    frame = replay.at(DAY, "nrf").set_index("area_id")
    for area_id, interval in line.states_at(DAY, "nrf").items():
        assert frame.controller[area_id] == (interval.state.controller if interval.state else "unknown")
    assert list(replay.events("2021-08-20", "2021-08-24", actor="nrf").event_id) == [
        event["event_id"] for event in line.events_between("2021-08-20", "2021-08-24", actor="nrf")
    ]
    assert set(replay.diff("2021-08-15", DAY).admin2_id) == {"AF-BBB-ne", "AF-CCC-south"}
    assert "EV-2021-0003" not in set(replay.events().event_id), "withheld"


def test_a_day_may_be_told_in_many_ways(replay: Replay) -> None:
    told = [DAY, dt.date(2021, 8, 24), dt.datetime(2021, 8, 24, 23), pd.Timestamp(DAY)]
    first, *others = [replay.at(day) for day in told]
    assert all(first.equals(other) for other in others)
    assert len(replay.events(type=["battles"], grade=["claimed", "disputed"])) == len(
        replay.events(type="battles", grade="claimed,disputed")
    )


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda r: r.at("2031-01-01"), ValueError, "a day YYYY-MM-DD from 2021-08-15"),
        (lambda r: r.at("yesterday"), ValueError, "date='yesterday'"),
        (lambda r: r.at(DAY, "both"), ValueError, "assessed, nrf, taliban"),
        (lambda r: r.events(actor="ghosts"), ValueError, "aff, civilians, nrf, taliban"),
        (lambda r: r.events(actors="nrf"), TypeError, "there are type, grade, actor"),
        (lambda r: r.events("2021-09-01", "2021-08-20"), ValueError, "to is before from"),
        (lambda r: r.claims(day=DAY, village="x"), ValueError, "claims has no key of that name"),
        (lambda r: r.plot(DAY, size=(1, 1)), ValueError, "size"),
    ],
)
def test_what_means_nothing_is_told_with_what_is_allowed(
    replay: Replay, call: Callable[[Replay], Any], error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=re.escape(told)):
        call(replay)


def test_another_folder_is_opened_or_refused(tiny_dir: Path, tmp_path: Path) -> None:
    assert geo.open(tiny_dir).days[0] == "2021-08-15"
    assert geo.open(str(tiny_dir)).version in repr(geo.open(tiny_dir))
    with pytest.raises(DataError):
        geo.open(tmp_path)


def test_a_figure_is_the_picture_of_the_day(replay: Replay) -> None:
    figure = replay.plot(DAY, size=(640, 360))
    assert figure.get_size_inches().tolist() == [6.4, 3.6]
    assert figure._repr_png_().startswith(b"\x89PNG")
    with_name = [text.get_text() for text in figure.axes[0].texts]
    assert any("24 August 2021" in text for text in with_name)


def test_the_replay_stands_in_a_frame_of_its_own(replay: Replay, tmp_path: Path) -> None:
    shown = replay.map(DAY, "nrf", height=400)
    markup = shown._repr_html_()
    assert markup.startswith("<iframe ") and 'sandbox="allow-scripts allow-downloads"' in markup and "400px" in markup
    assert "allow-same-origin" not in markup and f'"date":"{DAY}"' in shown.html and '"perspective":"nrf"' in shown.html
    assert shown.save(tmp_path / "day.html").read_text("utf-8") == shown.html


def test_a_map_of_folium_has_its_layers_and_asks_no_other_host(replay: Replay, line: Timeline) -> None:
    made = replay.folium(DAY)
    names = [child.layer_name for child in made._children.values() if hasattr(child, "layer_name")]
    assert names == ["Who holds the districts", "Named places", "Events of 30 days"]
    page = made.get_root().render()
    assert re.findall(r'(?:src|href)="(https?:[^"]*)"', page) == []
    assert all(f'"name":"{district["name_en"]}"' in page for district in line.dataset.records("districts"))


HOSTILE = "{{ 7*191 }} {% raw %} {# x #} </script><script>alert(1)</script> \u2028 }} ${x}"


def test_no_text_of_a_record_is_code_in_a_map(line: Timeline) -> None:
    tables = {name: tuple(rows) for name, rows in line.dataset.tables.items()}
    from geo.record.geojson import Row

    def with_text(row: Row, **fields: str) -> Row:
        return Row(row.line, row.record | fields, row.geometry)

    tables["events"] = tuple(with_text(row, title=HOSTILE, summary=HOSTILE) for row in tables["events"])
    tables["districts"] = tuple(with_text(row, name_en=HOSTILE) for row in tables["districts"])
    page = folium_map(Timeline(Dataset("test", tables)), DAY, "assessed").get_root().render()
    assert "1337" not in page and "<script>alert" not in page and "{{" not in page
    (data, *_) = re.findall(r'\}\)\((\{"type":"FeatureCollection".*?\}), \[', page)
    assert json.loads(data)["features"][0]["properties"]["name"] == HOSTILE


def test_data_come_through_a_script_as_they_were() -> None:
    value = {"a": [HOSTILE, {"b": "{"}], "{{": 1.5}
    assert json.loads(script_text(value)) == value
    assert "{{" not in script_text(value) and "<" not in script_text(value)


def test_the_package_is_light_until_it_is_asked() -> None:
    program = "import sys, geo; print([m for m in ('pandas', 'numpy', 'shapely', 'geo.notebook', 'geo.record') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
