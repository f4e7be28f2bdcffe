"""Every reason for which a row is set aside, every form of a day, every layout."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from geo.aggregate.columns import columns_of
from geo.aggregate.days import NO_DAY, day_of
from geo.aggregate.part import Batch
from geo.aggregate.reasons import REASONS
from geo.aggregate.rows import rows_of

AUGUST_15 = (dt.date(2021, 8, 15) - dt.date(1970, 1, 1)).days


def checked(**columns: Any) -> tuple[list[int], list[str]]:
    """Days and reasons of rows: lon, lat, date and type as columns."""
    many = len(next(iter(columns.values())))
    plain = {"lon": [66.0] * many, "lat": [34.0] * many, "date": ["2021-08-15"] * many, "type": ["battles"] * many}
    table = pa.table(plain | columns).combine_chunks()
    batch = Batch(table.to_batches()[0], np.arange(1, many + 1))
    rows = rows_of(batch, columns_of(table.column_names, {}))
    return rows.days.tolist(), [REASONS[code] for code in rows.reasons]


def test_every_bad_row_is_told_with_its_reason_and_number(join: Any, csv_file: Any) -> None:
    result = join(csv_file())
    assert result.reasons == {
        "outside": [6, 7], "no_coordinate": [8], "not_a_number": [9], "not_finite": [10], "out_of_range": [11],
        "no_day": [12], "bad_day": [13], "solar_hijri_day": [14],
    }  # fmt: skip
    assert result.summary["without_day"] == 3
    assert result.summary["outside_but_inside_if_lon_and_lat_are_exchanged"] == 1


def test_nothing_is_dropped(join: Any, csv_file: Any) -> None:
    result = join(csv_file())
    summary = result.summary
    both = summary["bad_rows"] | summary["without_district"]
    assert summary["rows"] == 14 == summary["in_a_district"] + sum(found["rows"] for found in both.values())
    assert sum(result.counts.values()) == summary["in_a_district"] == 5
    assert sum(row[-1] for row in result.without) == summary["rows"] - 5 - summary["without_day"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021-08-15", ""), ("2021-08-15 23:59:59.000", ""), ("2021-08-15T00:00:00+00:00", ""), ("20210815", ""),
        ("15 August 2021", ""), ("15-Aug-2021", ""), (" 2021-08-15 ", ""),
        ("2021-8-15", ""), ("۲۰۲۱-۰۸-۱۵", ""), ("August 15, 2021", ""), ("15.8.2021", "day_order"),
        ("", "no_day"), ("  ", "no_day"), ("15/08/2021", "day_order"), ("2021-02-29", "bad_day"),
        ("0021-08-15", "bad_day"), ("1969-12-31", "bad_day"), ("2050-01-01", "bad_day"), ("15 Sunbula 2021", "bad_day"),
        ("2021-08-15 at noon", "bad_day"), ("24 May 1400", "bad_day"),
        ("1400-05-24", "solar_hijri_day"), ("1400-02-31", "solar_hijri_day"), ("24 Asad 1400", "solar_hijri_day"),
    ],
)  # fmt: skip
def test_days_as_text(text: str, reason: str) -> None:
    (day,), why = checked(date=[text])
    assert why == [reason]
    assert day == (NO_DAY if reason else AUGUST_15)
    assert reason or day_of(text.strip()) == AUGUST_15


def test_days_as_dates_and_instants() -> None:
    """A time without a zone is of the day that it names; an instant is of the day in Kabul (UTC+4:30)."""
    day, bad = dt.date(2021, 8, 15), [dt.date(1400, 5, 24), dt.date(3000, 1, 1), None]
    assert checked(date=pa.array([day, *bad])) == (
        [AUGUST_15, NO_DAY, NO_DAY, NO_DAY], ["", "solar_hijri_day", "bad_day", "no_day"],
    )  # fmt: skip
    late = dt.datetime(2021, 8, 15, 19, 29)
    instants = pa.array([late, late + dt.timedelta(minutes=1)], pa.timestamp("ms", tz="UTC"))
    assert checked(date=instants)[0] == [AUGUST_15, AUGUST_15 + 1]
    assert checked(date=pa.array([dt.datetime(2021, 8, 15, 23, 59)]))[0] == [AUGUST_15]
    assert checked(date=pa.array([20210815]))[0] == [AUGUST_15]
    assert checked(date=pa.array(["2021-08-15"]).dictionary_encode())[0] == [AUGUST_15]


@pytest.mark.parametrize(
    ("lon", "reason"),
    [
        ("66.5", ""), (" 66.5 ", ""), ("6.65e1", ""), ("180", ""), ("", "no_coordinate"), ("66,5", ""),
        ("NA", "not_a_number"), ("66°30'", ""), ("66°30'E", ""), ("66.5 N", "not_a_number"), ("nan", "not_finite"), ("-inf", "not_finite"),
        ("180.1", "out_of_range"), ("-1e300", "out_of_range"), ("۶۶", ""),
    ],
)  # fmt: skip
def test_coordinates_as_text(lon: str, reason: str) -> None:
    """The same whether the others of its batch are numbers or not."""
    assert checked(lon=[lon])[1] == [reason]
    assert checked(lon=["66", lon, "67", "68", ""])[1] == ["", reason, "", "", "no_coordinate"]
    assert checked(lon=["66", lon, "east"])[1] == ["", reason, "not_a_number"]


def test_coordinates_as_numbers() -> None:
    values = [66.0, None, float("nan"), float("inf"), 181.0]
    reasons = ["", "no_coordinate", "not_finite", "not_finite", "out_of_range"]
    assert checked(lat=pa.array(values))[1] == [*reasons[:4], "out_of_range"]
    assert checked(lon=pa.array(values, pa.float32()))[1] == reasons
    assert checked(lon=pa.array([66, None, 999]))[1] == ["", "no_coordinate", "out_of_range"]


def test_the_day_is_the_first_reason() -> None:
    assert checked(date=["x"], lon=[""])[1] == ["bad_day"]


ACLED = ("event_id_cnty", "event_date", "event_type", "latitude", "longitude", "geo_precision")
UCDP = ("id", "type_of_violence", "where_prec", "latitude", "longitude", "date_start", "date_end")
OURS = ("event_id", "date_start", "date_end", "event_type", "where_precision", "lon", "lat")


@pytest.mark.parametrize(
    ("header", "found", "reason"),
    [
        (ACLED, ["longitude", "latitude", "event_date", "event_type", "geo_precision"], "as in ACLED"),
        (UCDP, ["longitude", "latitude", "date_start", "type_of_violence", "where_prec"], "as in UCDP GED"),
        (OURS, ["lon", "lat", "date_start", "event_type", "where_precision"], "by their headings"),
        ([name.upper() for name in ACLED], ["LONGITUDE", "LATITUDE", "EVENT_DATE", "EVENT_TYPE", "GEO_PRECISION"], "as in ACLED"),
        (("Date", "Lng", "Lat"), ["Lng", "Lat", "Date"], "by their headings"),
    ],
)  # fmt: skip
def test_columns_are_seen_by_their_names(header: tuple[str, ...], found: list[str], reason: str) -> None:
    columns = columns_of(header, {})
    assert columns.names == found
    assert columns.reason == reason


def test_columns_can_be_told() -> None:
    columns = columns_of((*OURS, "kind"), {"type": "kind", "lon": None})
    assert (columns.type, columns.lon, columns.reason) == (
        "kind",
        "lon",
        "told by --type; otherwise by their headings",
    )
    assert columns_of(OURS, {}, use_precision=False).precision is None
    for header, chosen, message in (
        (("a", "b"), {}, "no column for the lon was found; name it with --lon. The file has: a, b"),
        (OURS, {"date": "when"}, "--date 'when' is not a column of the file, which has: event_id, date_start"),
        ((*OURS, "lat"), {}, "the column 'lat' stands twice"),
    ):
        with pytest.raises(ValueError, match=message.replace("(", r"\(")):
            columns_of(header, chosen)


def test_a_place_known_to_the_province_only_is_in_no_district(join: Any, csv_file: Any, parquet_file: Any) -> None:
    """UCDP 4 and ACLED 3 give the middle or the capital of a province as the point."""
    rows = [(66.25, 34.5, "2021-08-15", 1, where) for where in (1, 2, 3, 4, 5, 6, 7, 9, "")]
    header = ("longitude", "latitude", "date_start", "type_of_violence", "where_prec")
    events = csv_file(rows, header)
    result = join(events)
    assert result.counts == {("2021-08-15", "AF-AAA-west", "1"): 4}
    assert result.without == [
        ("2021-08-15", "AF-AAA", "1", "province_only", 1),
        ("2021-08-15", None, "1", "bad_precision", 1),
        ("2021-08-15", None, "1", "country_only", 3),
    ]
    assert sum(join(events, use_precision=False).counts.values()) == 9
    with_gaps = {"longitude": [66.25] * 4, "latitude": [34.5] * 4, "event_date": ["2021-08-15"] * 4}
    with_gaps |= {"event_type": ["Battles"] * 4, "geo_precision": [1.0, 2.0, 3.0, None]}
    acled = join(parquet_file(with_gaps))
    assert acled.counts == {("2021-08-15", "AF-AAA-west", "Battles"): 3}
    assert acled.without == [("2021-08-15", "AF-AAA", "Battles", "province_only", 1)]
