"""Points in districts: on squares, so that a pencil can check them."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pytest
from shapely.geometry import Point

from geo.queries.join import assign_districts, check_places
from geo.record.geojson import Row
from geo.record.load import Dataset
from geo.record.schema import CRS


def points(*pairs: Any, **options: Any) -> gpd.GeoDataFrame:
    geometry = [Point(*pair) if pair else None for pair in pairs]
    return gpd.GeoDataFrame({"n": range(len(pairs))}, geometry=geometry, **({"crs": CRS} | options))


@pytest.mark.parametrize(
    ("lon", "lat", "district"),
    [
        (66.25, 34.5, "AF-AAA-west"),
        (66.5, 34.25, "AF-AAA-east"),  # on the line between east and west
        (67.0, 34.25, "AF-AAA-east"),  # on the line between two provinces
        (67.5, 34.5, "AF-BBB-ne"),  # where four districts meet
        (68.0, 34.5, "AF-BBB-ne"),  # where four districts of two provinces meet
        (66.0, 34.0, "AF-AAA-west"),  # the corner of the country
        (65.99, 34.5, None),
        (70.0, 40.0, None),
    ],
)
def test_a_point_lies_in_the_lowest_district_that_touches_it(
    tiny: Dataset, lon: float, lat: float, district: str | None
) -> None:
    (joined,) = assign_districts(points((lon, lat)), tiny.frame("districts")).to_dict("records")
    assert joined["joined_admin2"] == district
    assert joined["joined_admin1"] == (district and district[:6])


def test_rows_order_and_index_are_kept_and_nothing_is_dropped(tiny: Dataset) -> None:
    given = points((68.5, 34.75), None, (0, 0), (66.5, 34.25), index=[7, 7, "a", 3])
    joined = assign_districts(given, tiny.frame("districts"))
    assert list(joined.index) == [7, 7, "a", 3]
    assert list(joined["n"]) == [0, 1, 2, 3]
    assert list(joined["joined_admin2"]) == ["AF-CCC-north", None, None, "AF-AAA-east"]
    assert "joined_admin2" not in given


@pytest.mark.parametrize("crs", ["EPSG:3857", None])
def test_frames_in_two_systems_are_refused(tiny: Dataset, crs: str | None) -> None:
    with pytest.raises(ValueError, match="both need one CRS"):
        assign_districts(points((66.5, 34.25), crs=crs), tiny.frame("districts"))


def moved(dataset: Dataset, event_id: str, *coordinates: float, **changes: Any) -> Dataset:
    """The data set with one event at another point."""
    rows = [
        Row(row.line, row.record | changes, {"type": "Point", "coordinates": list(coordinates)})
        if row.record["event_id"] == event_id
        else row
        for row in dataset.tables["events"]
    ]
    return Dataset("moved", {**dataset.tables, "events": tuple(rows)})


def test_points_in_their_districts_are_no_problem(tiny: Dataset) -> None:
    assert check_places(tiny) == []


@pytest.mark.parametrize(
    ("to", "where"),
    [((68.5, 34.75), "AF-CCC-north"), ((67.25, 34.25), "AF-BBB-sw"), ((60.5, 30.5), "no district, 897 km away")],
)
def test_a_point_elsewhere_is_a_problem(tiny: Dataset, to: Any, where: str) -> None:
    (problem,) = check_places(moved(tiny, "EV-2021-0002", *to))
    assert (
        str(problem) == f"data/events.geojson:3 EV-2021-0002 admin2_id: states AF-BBB-ne, but its point lies in {where}"
    )


def test_a_note_excuses_another_district_but_not_another_province(tiny: Dataset) -> None:
    note = {"notes": "The source draws the district otherwise."}
    assert check_places(moved(tiny, "EV-2021-0002", 67.25, 34.25, **note)) == []
    assert len(check_places(moved(tiny, "EV-2021-0002", 68.5, 34.75, **note))) == 1


@pytest.mark.parametrize(("lat", "count"), [(35.03, 0), (35.06, 1), (37.0, 1)])
def test_a_note_excuses_a_point_at_the_border_but_not_one_abroad(tiny: Dataset, lat: float, count: int) -> None:
    """AF-BBB-ne ends at 35° north; 0.03° are 3.3 km."""
    note = {"notes": "The crossing lies on the other side."}
    assert len(check_places(moved(tiny, "EV-2021-0002", 67.75, lat, **note))) == count
    assert len(check_places(moved(tiny, "EV-2021-0002", 67.75, lat))) == 1


def test_a_place_elsewhere_is_a_problem_too(tiny: Dataset) -> None:
    rows = [
        Row(r.line, r.record, r.geometry and {"type": "Point", "coordinates": [66.25, 34.5]})
        for r in tiny.tables["places"]
    ]
    problems = check_places(Dataset("moved", {**tiny.tables, "places": tuple(rows)}))
    assert [p.record_id for p in problems] == ["PL-alpha", "PL-beta"]
