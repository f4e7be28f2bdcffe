"""Every reason for which a row is set aside: with its row, field and value, and nothing lost."""

from __future__ import annotations

import pytest

from geo.ingest.result import REASONS

SOUND = {"id": "007", "date": "2021-09-05", "lat": "34.5", "lon": "66.2", "province": "", "country": "Afghanistan"}
NO_POINT = {"lat": "", "lon": ""}
#: reason -> (changes of a sound row, field, value)
CASES = {
    "date_missing": ({"date": ""}, "date", ""),
    "date_format": ({"date": "last spring"}, "date", "last spring"),
    "date_none": ({"date": "2021-02-30"}, "date", "2021-02-30"),
    "date_range": ({"date": "1921-02-03"}, "date", "1921-02-03"),
    "date_order": ({"date_end": "2021-09-01"}, "date_end", "2021-09-01"),
    "day_order": ({"date": "03/04/2022"}, "date", "03/04/2022"),
    "solar_hijri": ({"date": "1400-05-24"}, "date", "1400-05-24"),
    "serial_day": ({"date": "44444"}, "date", "44444"),
    "projected": ({"lat": "3903980", "lon": "542417"}, "point", "lat 3903980.0, lon 542417.0"),
    "number": ({"lat": "NaN"}, "lat", "NaN"),
    "coordinate_half": ({"lon": ""}, "lon", ""),
    "coordinate_range": ({"lat": "400"}, "point", "lat 400.0, lon 66.2"),
    "swapped": ({"lat": "66.2", "lon": "34.5"}, "point", "lat 66.2, lon 34.5"),
    "outside": ({"lat": "51.5", "lon": "-0.1"}, "point", "lat 51.5, lon -0.1"),
    "country": ({"country": "Iran"}, "country", "Iran"),
    "place_missing": (NO_POINT, "", ""),
    "place_unknown": (NO_POINT | {"province": "Atlantis"}, "province", "Atlantis"),
}
ELSEWHERE = {
    "broken_row",
    "cells",
    "geometry",
    "not_solar_hijri",
    "place_doubtful",
    "kind",
    "duplicate_id",
    "excel_day",
    "older_version",
}


@pytest.mark.parametrize("reason", CASES)
def test_a_row_is_set_aside_with_what_is_wrong(make, read, reason) -> None:
    changes, field, value = CASES[reason]
    result = read(make.table(SOUND | {"date_end": ""}, SOUND | {"id": "008", "date_end": ""} | changes))
    (row,) = result.set_aside
    assert (row.row, row.reason, row.field, row.value) == (3, reason, field, value)
    assert row.id in ("008", "")
    assert len(result.accepted) == 1 and result.accepted[0]["event_id"] == "007"


def test_every_reason_has_a_test() -> None:
    assert set(CASES) | ELSEWHERE == set(REASONS)


def reasons(result) -> list[str]:
    return [row.reason for row in result.set_aside]


def test_a_row_with_too_few_cells(read) -> None:
    result = read(b"date,lat,lon\n2021-09-05,34.5,66.2\n2021-09-05,34.5\n2021-09-05,34.5,66.2,,\n2021-09-05,1,2,3\n")
    assert [(row.row, row.reason) for row in result.set_aside] == [(3, "cells"), (5, "cells")]


def test_a_row_that_is_no_csv_does_not_swallow_the_rest(read) -> None:
    rows = [
        '2021-09-05,34.5,66.2,"a"b',
        "2021-09-05,34.5,66.2,c",
        '2021-09-06,34.5,66.2,"open',
        "2021-09-07,34.5,66.2,d",
    ]
    result = read(("date,lat,lon,name\n" + "\n".join(rows)).encode())
    assert [(row.row, row.reason) for row in result.set_aside] == [(2, "broken_row"), (4, "broken_row")]
    assert result.read == 4  # what follows an open quotation mark is read all the same
    assert result.detected["held"] == {"lines": 5, "above_heading": 0, "heading": 1, "empty": 0, "inside_cells": 0}


def test_geometry_that_is_no_point(make, read) -> None:
    line = {
        "type": "Feature",
        "properties": {"date": "2021-09-05"},
        "geometry": {"type": "LineString", "coordinates": []},
    }
    result = read(make.geojson({"date": "2021-09-05"}, line, {"type": "Feature", "properties": {}, "geometry": 7}))
    assert [(row.row, row.reason, row.value) for row in result.set_aside] == [
        (2, "geometry", "LineString"),
        (3, "geometry", ""),
    ]


def test_a_gregorian_year_in_a_file_said_to_be_solar(make, read) -> None:
    result = read(make.table(SOUND, SOUND | {"id": "2", "date": "1400-06-14"}), calendar="solar-hijri")
    assert reasons(result) == ["not_solar_hijri"] and result.accepted[0]["date_start"] == "2021-09-05"


def test_a_name_that_is_only_like_one_of_ours_is_proposed_and_taken_when_confirmed(make, read_shipped) -> None:
    row = SOUND | NO_POINT | {"province": "Panshar"}
    result = read_shipped(make.table(row))
    assert reasons(result) == ["place_doubtful"]
    (doubtful,) = result.joined.doubtful
    assert (doubtful["name"], doubtful["proposed"], doubtful["count"], doubtful["rows"]) == (
        "Panshar",
        "AF-PAN",
        1,
        [2],
    )
    assert 75 <= doubtful["score"] < 90
    confirmed = read_shipped(make.table(row), names={"Panshar": "AF-PAN"})
    assert confirmed.accepted[0]["admin1"] == "AF-PAN" and confirmed.joined.doubtful == []


def test_the_second_row_with_an_id_is_set_aside(make, read) -> None:
    result = read(make.table(SOUND, SOUND, SOUND | {"id": "7"}))
    assert [(row.row, row.reason, row.value) for row in result.set_aside] == [(3, "duplicate_id", "007")]
    assert [event["event_id"] for event in result.accepted] == ["007", "7"]


def test_set_aside_rows_of_reading_and_joining_stand_in_the_order_of_the_file(make, read) -> None:
    lost = SOUND | NO_POINT
    result = read(make.table(lost | {"id": "1"}, SOUND | {"date": ""}, lost | {"id": "2"}))
    assert [row.row for row in result.set_aside] == [2, 3, 4]
