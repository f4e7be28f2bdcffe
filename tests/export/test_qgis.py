"""Styles for QGIS and GeoPackages that bring their own: read with GDAL, with SQLite, and drawn with QGIS where it is there."""

from __future__ import annotations

import base64
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pyogrio
import pytest

from geo.area_style import area_style, sign_of
from geo.control.timeline import Timeline
from geo.export.qgis.markup import rgba
from geo.export.qgis.styles import STYLES, styles_of
from geo.export.qgis.tiles import tile_of, tile_svg
from geo.export.reference_table import ucdp_table
from geo.export.table_files import write_table
from geo.export.tables import ExportTable, Query, events_table, zones_table
from geo.reference.load import load_reference
from geo.style.events import EVENT_SYMBOLS, REFERENCE_COLOUR
from geo.style.signs import PATTERNS, holder_of

#: Layers of symbols and kinds of temporal modes as the documentation of QGIS's API has them (QgsSymbolLayerRegistry,
#: Qgis::VectorTemporalMode: 4 is start and end from expressions).
SYMBOL_LAYERS = {"SimpleFill", "SVGFill", "SimpleLine", "SimpleMarker", "FilledMarker"}
EXPRESSIONS = "4"
#: The columns of `layer_styles` in QGIS (QgsOgrProviderMetadata::saveStyle).
COLUMNS = [
    "id", "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD",
    "useAsDefault", "description", "owner", "ui", "update_time",
]  # fmt: skip
FIELD = re.compile(r'"(\w+)"')


def theirs(line: Timeline) -> ExportTable:
    """UCDP's rows as a table."""
    return ucdp_table(line, load_reference(line.dataset), Query())


@pytest.fixture(scope="module")
def package(shipped_line: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    span = Query(start=shipped_line.dataset.first_day, end=shipped_line.dataset.last_day)
    write_table(zones_table(shipped_line, span), folder / "zones.gpkg")
    write_table(events_table(shipped_line, Query()), folder / "events.gpkg")
    write_table(theirs(shipped_line), folder / "ucdp.gpkg")
    return folder


@pytest.mark.parametrize(
    ("file", "layers"),
    [
        ("zones", {"zones": "MultiPolygon", "places": "Point"}),
        ("events", {"events": "Point"}),
        ("ucdp", {"ucdp": "Point"}),
    ],
)
def test_gdal_reads_a_layer_of_one_kind_of_shape_each_with_days(
    package: Path, file: str, layers: dict[str, str]
) -> None:
    path = package / f"{file}.gpkg"
    found = {name: kind for name, kind in pyogrio.list_layers(path) if kind is not None}
    assert found == layers
    for name in layers:
        info = pyogrio.read_info(path, layer=name)
        types = dict(zip(info["fields"], info["ogr_types"], strict=True))
        start, end = ("date_start", "date_end") if name in ("events", "ucdp") else ("valid_from", "valid_to")
        assert types[start] == types[end] == "OFTDate" and info["crs"] == "EPSG:4326"
        assert info["layer_metadata"]["licence"].startswith("CC BY 4.0")
    assert "layer_styles" in {name for name, _ in pyogrio.list_layers(path)}, "GDAL knows the styles as a table"


def test_the_zones_and_places_of_a_package_are_all_rows(package: Path, shipped_line: Timeline) -> None:
    span = Query(start=shipped_line.dataset.first_day, end=shipped_line.dataset.last_day)
    frames = [pyogrio.read_dataframe(package / "zones.gpkg", layer=name) for name in ("zones", "places")]
    assert [set(frame["area_type"]) for frame in frames] == [{"district"}, {"place"}]
    ids = {row["zone_id"] for row in zones_table(shipped_line, span).rows}
    assert {zone for frame in frames for zone in frame["zone_id"]} == ids


@pytest.mark.parametrize("file", ["zones", "events", "ucdp"])
def test_the_stored_styles_are_ours_and_stand_as_qgis_keeps_them(
    package: Path, shipped_line: Timeline, file: str
) -> None:
    connection = sqlite3.connect(package / f"{file}.gpkg")
    assert [row[1] for row in connection.execute("PRAGMA table_info(layer_styles)")] == COLUMNS
    rows = connection.execute(
        "SELECT f_table_name, f_geometry_column, styleQML, useAsDefault FROM layer_styles"
    ).fetchall()
    geometries = dict(connection.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))
    contents = dict(connection.execute("SELECT table_name, data_type FROM gpkg_contents"))
    assert contents["layer_styles"] == "attributes" and connection.execute("PRAGMA integrity_check").fetchone() == (
        "ok",
    )
    connection.close()
    assert {name: column for name, column, _, _ in rows} == geometries
    assert all(qml == styles_of(shipped_line)[name] and is_usual == 1 for name, _, qml, is_usual in rows)


@pytest.mark.parametrize("name", STYLES)
def test_a_style_names_columns_and_layers_that_there_are(shipped_line: Timeline, name: str) -> None:
    root = ElementTree.fromstring(styles_of(shipped_line)[name])  # noqa: S314 - our own
    tables = {"events": lambda: events_table(shipped_line, Query()), "ucdp": lambda: theirs(shipped_line)}
    table = tables.get(name, lambda: zones_table(shipped_line, Query(day="2021-09-05")))()
    expressions = [option.get("value") or "" for option in root.iter("Option") if option.get("name") == "expression"]
    filters = [rule.get("filter") or "" for rule in root.iter("rule")]
    (time,) = root.iter("temporal")
    named = {
        field
        for text in (*expressions, *filters, time.get("startExpression"), time.get("endExpression"))
        for field in FIELD.findall(text or "")
    }
    assert named <= set(table.columns) and {time.get("startField"), time.get("endField")} <= named
    assert (time.get("enabled"), time.get("mode")) == ("1", EXPRESSIONS)
    assert {layer.get("class") for layer in root.iter("layer")} <= SYMBOL_LAYERS
    symbols = [symbol.get("name") for symbol in root.find("renderer-v2/symbols") or []]
    used = [rule.get("symbol") for rule in root.iter("rule") if rule.get("symbol")]
    assert sorted(used, key=int) == symbols and len(used) == len(set(used))
    assert all(text.count("(") == text.count(")") and text.count("'") % 2 == 0 for text in (*expressions, *filters))


def test_colours_and_patterns_are_those_of_the_map(shipped_line: Timeline) -> None:
    """Everything that is painted on any day in any perspective stands in the style: grounds, patterns in their ink, edges."""
    qml = styles_of(shipped_line)["zones"]
    pictures = {base64.b64decode(found).decode() for found in re.findall(r'value="base64:([^"]+)"', qml)}
    for area_id in shipped_line.districts:
        for perspective in ("assessed", "nrf", "taliban"):
            for interval in shipped_line.intervals(area_id, perspective):
                sign = sign_of(area_style(interval.state, interval.start))
                assert sign.ground is None or rgba(sign.ground) in qml
                assert sign.edge is None or rgba(sign.edge.colour) in qml
                for strokes in sign.strokes:
                    opacity = 1.0 if strokes.pattern in ("disputed", "active") else 0.8
                    assert tile_svg(strokes.pattern, strokes.colour, opacity, strokes.cased) in pictures, strokes


def test_events_have_their_shapes_and_colours(shipped_line: Timeline) -> None:
    qml = styles_of(shipped_line)["events"]
    assert all(
        f"'{name}'" in qml and rgba(one.colour) in qml and f"'{one.shape}'" in qml
        for name, one in EVENT_SYMBOLS.items()
    )


def test_ucdp_s_rows_have_the_map_s_ring_and_cross_and_no_shape_of_an_event(shipped_line: Timeline) -> None:
    qml = styles_of(shipped_line)["ucdp"]
    assert rgba(REFERENCE_COLOUR) in qml and 'value="cross"' in qml
    assert "cross" not in {one.shape for one in EVENT_SYMBOLS.values()}
    exact = [
        point
        for row, point in zip(theirs(shipped_line).rows, theirs(shipped_line).geometries, strict=True)
        if row["where_prec"] <= 2
    ]
    assert exact and all(exact)


@pytest.mark.parametrize("name", [name for name, pattern in PATTERNS.items() if pattern.lines or pattern.dots])
def test_a_tile_goes_on_in_its_neighbours(name: str) -> None:
    """What leaves a square on one side comes in on the other: each line and dot has its copies one square on."""
    tile = tile_of(name)
    for marks in (tile.lines, tuple((dot,) for dot in tile.dots)):
        moved = {tuple((round(x % tile.side, 6), round(y % tile.side, 6)) for x, y in mark) for mark in marks}
        assert len(marks) == 9 * len(moved) or not marks
    root = ElementTree.fromstring(tile_svg(name, holder_of("nrf").edge, cased=True))  # noqa: S314 - our own
    assert root.get("viewBox") == f"0 0 {tile.side:g} {tile.side:g}"


DRAW = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import *
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, Qt
app = QgsApplication([], False)
app.initQgis()
path, name = sys.argv[1:]
layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
said, loaded = layer.loadDefaultStyle()
rules = []
def walk(rule):
    rules.append(rule.filterExpression())
    assert not QgsExpression(rule.filterExpression()).hasParserError() or not rule.filterExpression(), rule.filterExpression()
    [walk(child) for child in rule.children()]
walk(layer.renderer().rootRule())
time, context = layer.temporalProperties(), QgsVectorLayerTemporalContext()
context.setLayer(layer)
def ids(day):
    start = QDateTime(QDate(*day), QTime(0, 0), Qt.UTC)
    holds = time.createFilterString(context, QgsDateTimeRange(start, start.addDays(1), True, False))
    found = layer.getFeatures(QgsFeatureRequest().setFilterExpression(holds))
    return sorted(f["area_id"] + " " + f["controller"] + " " + f["status"] for f in found)
print(loaded, layer.renderer().type(), time.isActive(), layer.labelsEnabled())
print("\\n".join(ids((2021, 9, 5))))
sys.stdout.flush()
os._exit(0)
"""


def test_qgis_takes_the_style_and_shows_each_day_as_it_was(
    package: Path, shipped_line: Timeline, needed: Callable[[str | None, str], str]
) -> None:
    """Where QGIS is installed; it is no part of the product, and no other test needs it."""
    python = shutil.which("python3", path="/usr/bin")
    has_qgis = python and subprocess.run([python, "-c", "import qgis.core"], capture_output=True).returncode == 0
    if not has_qgis:
        pytest.skip("QGIS is not installed")
    command = [str(python), "-c", DRAW, str(package / "zones.gpkg"), "zones"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin"})
    first, *rows = done.stdout.splitlines()
    assert first.split() == ["True", "RuleRenderer", "True", "True"], done.stderr
    states = {area_id: found.state for area_id, found in shipped_line.states_at("2021-09-05").items()}
    assert rows == sorted(f"{area_id} {state.controller} {state.status}" for area_id, state in states.items() if state)
