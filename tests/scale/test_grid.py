"""Look-up by cells and exact test together say what `geo.queries.join` says of each point alone."""

from __future__ import annotations

import pickle
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from geo.aggregate import grid
from geo.aggregate.grid import NOWHERE, ON_BORDER, districts_of, raster_of
from geo.queries.join import assign_districts
from geo.record.schema import CRS


@pytest.mark.parametrize(
    ("lon", "lat", "district"),
    [
        (66.25, 34.5, "AF-AAA-west"),
        (66.5, 34.25, "AF-AAA-east"),  # on the line between east and west
        (67.0, 34.25, "AF-AAA-east"),  # on the line between two provinces
        (67.5, 34.5, "AF-BBB-ne"),  # where four districts meet
        (66.0, 34.0, "AF-AAA-west"),  # the corner of the country
        (np.nextafter(66.5, 0), 34.25, "AF-AAA-west"),  # the last number before the line
        (np.nextafter(66.0, 0), 34.25, None),
        (65.99, 34.5, None),
        (-180.0, -90.0, None),
        (np.nan, 34.5, None),
    ],
)
def test_a_point_lies_in_the_lowest_district_that_touches_it(
    lon: float, lat: float, district: str | None, squares: Any
) -> None:
    districts = squares.districts
    code = int(districts.assign(np.array([lon]), np.array([lat]))[0])
    assert (districts.ids[code] if code != NOWHERE else None) == district


edge = st.sampled_from([65.9, 66.0, 66.5, 67.0, 67.5, 68.0, 69.0, 69.1])
up = st.sampled_from([33.9, 34.0, 34.25, 34.5, 34.75, 35.0, 35.1])
hair = st.sampled_from([0.0, 1e-15, -1e-15, 1e-13, -1e-13, 1e-9, -1e-9, 1e-6, -1e-6])
near_lines = st.tuples(st.builds(lambda a, b: a + b, edge, hair), st.builds(lambda a, b: a + b, up, hair))
anywhere = st.tuples(st.floats(65.5, 69.5), st.floats(33.5, 35.5))


@given(st.lists(near_lines | anywhere, min_size=1, max_size=40))
def test_any_points_lie_where_they_lie_one_by_one(squares: Any, points: list[tuple[float, float]]) -> None:
    ours, theirs = squares.both(*np.array(points).T.copy())
    assert ours == theirs


@given(st.integers(0, 2**32), st.sampled_from([0, 1e-12, 1e-9, 1e-6, 1e-3, 0.3]))
def test_points_on_and_beside_the_real_borders(country: Any, seed: int, away: float) -> None:
    random = np.random.default_rng(seed)
    start, end = ends(country.frame)
    chosen = random.integers(len(start), size=100)
    share = random.choice([0.0, 0.5, 1.0, random.random()], size=100)[:, None]
    at = start[chosen] + share * (end[chosen] - start[chosen]) + away * random.normal(size=(100, 2))
    ours, theirs = country.both(*at.T.copy())
    assert ours == theirs


def ends(frame: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    points, ring = shapely.get_coordinates(shapely.get_rings(frame.geometry.to_numpy()), return_index=True)
    same = ring[1:] == ring[:-1]
    return points[:-1][same], points[1:][same]


def test_no_cell_that_is_looked_up_is_touched_by_a_border(country: Any) -> None:
    """By geometry: every cell of a coarse raster over the real districts."""
    districts = country.districts
    raster = raster_of(districts, most_cells=4_000)
    rows, columns = np.nonzero(raster.codes != ON_BORDER)
    west, south = raster.west + columns * raster.cell, raster.south + rows * raster.cell
    cells = shapely.box(west, south, west + raster.cell, south + raster.cell)
    borders = shapely.union_all(shapely.boundary(districts.polygons))
    shapely.prepare(borders)
    assert len(cells) > 1_000 and not shapely.intersects(borders, cells).any()
    assert (raster.codes[rows, columns] == districts.exact(west + raster.cell / 2, south + raster.cell / 2)).all()


def test_districts_that_overlap_or_have_holes_are_told_exactly() -> None:
    ring = Polygon(box(0, 0, 10, 10).exterior.coords, [box(4, 4, 6, 6).exterior.coords])
    frame = gpd.GeoDataFrame(
        {"admin2_id": ["B", "A", "C"], "admin1": ["P", "P", "Q"]},
        geometry=[ring, box(3, 3, 5, 5), Polygon([(9, 0), (20, 0.001), (20, 11)])], crs=CRS,
    )  # fmt: skip
    districts, random = districts_of(frame), np.random.default_rng(7)
    lon, lat = random.uniform(-1, 21, 20_000), random.uniform(-1, 12, 20_000)
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=CRS)
    expected = assign_districts(points, frame)["joined_admin2"]
    ids = [*districts.ids, None]
    assert [ids[code] for code in districts.assign(lon, lat)] == list(expected)


def test_the_raster_tells_most_points_and_another_process_gets_the_same(country: Any) -> None:
    districts = country.districts
    assert 0.003 < (districts.raster.codes == ON_BORDER).mean() < 0.02
    again = pickle.loads(pickle.dumps(districts))  # noqa: S301
    assert (again.raster.codes == districts.raster.codes).all() and districts.raster.codes.size * 1.1 > grid.MAX_CELLS
