"""Tables: each form read by another program gives the record again; withheld records are in none."""

from __future__ import annotations

import csv
import io
import json

import geopandas as gpd
import pyarrow.parquet as pq
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.export.precision import ACLED_GEO, ACLED_TIME
from geo.export.table_files import FORMS, SIDECAR, csv_text, write_table
from geo.export.tables import KINDS, Query, events_table, provinces_table, zones_table
from geo.record.schema import DATE_PRECISIONS, WHERE_PRECISIONS
from geo.record.spreadsheet import STARTS, quoted, unquoted

SPAN = Query(start="2021-08-15", end="2021-09-30")
DAY = "2021-09-05"


def written(table, tmp_path, form, **options):
    path = tmp_path / f"{table.name}.{form}"
    write_table(table, path, **options)
    return path


def test_events_are_those_of_the_record(shipped_line, tmp_path):
    table = events_table(shipped_line, SPAN)
    events = shipped_line.events_between(SPAN.start, SPAN.end)
    ids = [event["event_id"] for event in events]
    assert len(ids) > 10

    rows = list(csv.DictReader(written(table, tmp_path, "csv").open(encoding="utf-8", newline="")))
    features = json.loads(written(table, tmp_path, "geojson").read_text("utf-8"))["features"]
    package = pyogrio.read_dataframe(written(table, tmp_path, "gpkg"))
    parquet = gpd.read_parquet(written(table, tmp_path, "parquet"))
    assert [row["event_id"] for row in rows] == ids
    assert [feature["id"] for feature in features] == ids
    assert list(package["event_id"]) == ids and list(parquet["event_id"]) == ids
    for n, event in enumerate(events):
        assert rows[n]["title"] == event["title"] == features[n]["properties"]["title"] == package["title"][n]
        assert str(parquet["date_start"][n]) == event["date_start"] == str(package["date_start"][n])[:10]
        assert list(parquet["side_a"][n]) == event["side_a"] and package["side_a"][n] == ";".join(event["side_a"])
        assert json.loads(parquet["claims"][n]) == event["claims"] == features[n]["properties"]["claims"]
        point = features[n]["geometry"]
        assert (point is None) == (parquet.geometry[n] is None) == (package.geometry[n] is None)
        if point:
            assert point["coordinates"] == pytest.approx([package.geometry[n].x, package.geometry[n].y])


def test_precision_columns_are_those_of_acled_and_ucdp(shipped_line):
    assert set(ACLED_GEO) == set(WHERE_PRECISIONS) and set(ACLED_TIME) == set(DATE_PRECISIONS)
    for row in events_table(shipped_line, SPAN).rows:
        assert row["where_prec"] == row["where_precision"] and row["date_prec"] == row["date_precision"]
        assert row["geo_precision"] == ACLED_GEO[row["where_precision"]]
        assert row["time_precision"] == ACLED_TIME[row["date_precision"]]
    for scale in (ACLED_GEO, ACLED_TIME):  # never finer than ours, never out of order
        known = [value for _, value in sorted(scale.items()) if value]
        assert known == sorted(known) and known[0] == 1


@pytest.mark.parametrize("perspective", ["assessed", "nrf", "taliban", "both"])
def test_zones_are_the_states_of_the_day(shipped_line, tmp_path, perspective):
    table = zones_table(shipped_line, Query(day=DAY, perspective=perspective))
    frame = pyogrio.read_dataframe(written(table, tmp_path, "gpkg"))
    districts = frame[frame["area_type"] == "district"].set_index("area_id")
    seen = shipped_line.states_at(DAY, perspective)
    assert set(districts.index) == set(seen)
    for admin2_id, interval in seen.items():
        row = districts.loc[admin2_id]
        assert (row["controller"], row["status"]) == (interval.state.controller, interval.state.status)
        assert row.geometry.geom_type in ("Polygon", "MultiPolygon")


def test_zones_of_a_span_hold_each_state_once(shipped_line):
    table = zones_table(shipped_line, SPAN)
    assert len({row["zone_id"] for row in table.rows}) == len(table.rows)
    for row in table.rows:
        assert row["valid_from"] <= SPAN.end and (row["valid_to"] is None or row["valid_to"] > SPAN.start)
        assert row["as_of"] is None


def test_provinces_sum_to_the_whole(shipped_line, tmp_path):
    table = provinces_table(shipped_line, Query(day=DAY))
    frame = gpd.read_parquet(written(table, tmp_path, "parquet"))
    assert frame.groupby("admin1")["area_pct"].sum().between(99.9, 100.1).all()
    assert frame["districts"].sum() == len(shipped_line.districts)


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_file_says_licence_version_and_query(shipped_line, tmp_path, kind):
    query = SPAN if kind == "events" else Query(day=DAY)
    table = KINDS[kind](shipped_line, query)
    version = shipped_line.dataset.version
    written(table, tmp_path, "csv")
    cases = {
        "csv": json.loads((tmp_path / f"{kind}.csv{SIDECAR}").read_text("utf-8"))["notes"],
        "geojson": json.loads(written(table, tmp_path, "geojson").read_text("utf-8"))["metadata"],
        "gpkg": pyogrio.read_info(written(table, tmp_path, "gpkg"))["dataset_metadata"],
        "parquet": {
            k.decode(): v.decode() for k, v in pq.read_schema(written(table, tmp_path, "parquet")).metadata.items()
        },
    }
    for form, about in cases.items():
        assert about["licence"].startswith("CC BY 4.0"), form
        assert about["dataset_version"] == version and "=" in about["query"] and about["credits"], form


def test_geoparquet_is_version_1_1(shipped_line, tmp_path):
    path = written(events_table(shipped_line, SPAN), tmp_path, "parquet")
    geo = json.loads(pq.read_schema(path).metadata[b"geo"])
    assert geo["version"] == "1.1.0" and geo["primary_column"] == "geometry"
    assert geo["columns"]["geometry"]["encoding"] == "WKB"


@pytest.mark.parametrize("form", FORMS)
def test_the_same_bytes_each_time(shipped_line, tmp_path, form):
    table = events_table(shipped_line, SPAN)
    one = written(table, tmp_path, form).read_bytes()
    assert written(table, tmp_path, form).read_bytes() == one


@pytest.mark.parametrize("form", FORMS)
def test_what_is_withheld_is_in_no_table(tiny_line, tmp_path, form):
    withheld = [e for e in tiny_line.dataset.records("events") if e["sensitivity"] == "withheld"]
    assert withheld
    table = events_table(tiny_line, Query())
    content = written(table, tmp_path, form).read_bytes()
    for event in withheld:
        assert event["event_id"].encode() not in content and event["title"].encode() not in content


# --- spreadsheets -------------------------------------------------------------------------


@given(
    st.text(max_size=30) | st.sampled_from(STARTS).flatmap(lambda s: st.text(max_size=10).map(lambda rest: s + rest))
)
def test_quoting_is_undone_and_leaves_no_formula(text):
    cell = quoted(text)
    assert unquoted(cell) == text
    assert not cell.startswith(STARTS)


def test_spreadsheet_cells(tiny_line):
    table = events_table(tiny_line, Query())
    table.rows[0]["title"] = "=1+1"
    table.rows[0]["summary"] = "＝HYPERLINK(1)"
    table.rows[0]["notes"] = "a;=1+1"
    table.rows[0]["lon"] = -12.5
    text = csv_text(table, for_spreadsheets=True)
    row = next(csv.DictReader(io.StringIO(text)))
    assert row["title"] == "'=1+1" and row["summary"] == "'＝HYPERLINK(1)"
    assert row["lon"] == "-12.5" and ",-12.5," in text  # a number stays a number
    assert '"a;=1+1"' in text  # in quotation marks where `;` separates
    raw = next(csv.DictReader(io.StringIO(csv_text(table))))
    assert raw["title"] == "=1+1"


def test_the_spreadsheet_variant_is_csv_only(tiny_line, tmp_path):
    with pytest.raises(ValueError, match="csv only"):
        write_table(events_table(tiny_line, Query()), tmp_path / "events.gpkg", for_spreadsheets=True)
    assert list(tmp_path.iterdir()) == []
    path = written(events_table(tiny_line, Query()), tmp_path, "csv", for_spreadsheets=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
