"""Place: which province and district a point lies in, and which share of a province a zone covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.record.load import Dataset
from geo.record.problems import Problem
from geo.record.schema import KM_PER_DEGREE

if TYPE_CHECKING:
    import geopandas as gpd

#: How far outside the country a point may lie whose note says why; boundaries are drawn about as coarsely.
BORDER_KM = 5


def assign_districts(points: gpd.GeoDataFrame, districts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The points with the district and province that each lies in.

    Parameters
    ----------
    points : GeoDataFrame, EPSG:4326, Point or None geometry.
    districts : GeoDataFrame, EPSG:4326, Polygon; columns admin2_id, admin1.

    Returns
    -------
    A new frame, same rows and order, with columns `joined_admin2` and `joined_admin1`; None for a
    row without geometry or outside every district. A point on a shared border belongs to the
    lowest district id.

    Raises
    ------
    ValueError
        When the two frames differ in CRS or have none.
    """
    import pandas as pd

    if points.crs is None or points.crs != districts.crs:
        raise ValueError(f"points are in {points.crs}, districts in {districts.crs}; both need one CRS")
    zones = districts[["admin2_id", "admin1", "geometry"]].rename(
        columns={"admin2_id": "joined_admin2", "admin1": "joined_admin1"}
    )
    bare = points[[points.geometry.name]].reset_index(drop=True)
    hits = bare.sjoin(zones, predicate="intersects", how="inner")
    first = hits.sort_values("joined_admin2").groupby(level=0)[["joined_admin2", "joined_admin1"]].first()
    found = first.to_dict("index")
    nowhere: dict[str, str | None] = {"joined_admin2": None, "joined_admin1": None}
    joined = [found.get(number, nowhere) for number in range(len(points))]
    columns = {name: pd.Series([row[name] for row in joined], index=points.index, dtype=object) for name in nowhere}
    return points.assign(**columns)


def districts_at(points: Sequence[tuple[float, float]], dataset: Dataset) -> list[tuple[str | None, str | None]]:
    """District and province of each point [lon, lat], as `assign_districts` finds them; without a frame.

    For a process that reads one file and ends: pandas takes longer to load than most files to read.
    """
    import shapely

    found: list[tuple[str | None, str | None]] = [(None, None)] * len(points)
    if not points:
        return found
    outlines = sorted(dataset.shapes("districts").items(), reverse=True)  # the lowest id is set last
    provinces = dataset.by_id("districts")
    tree = shapely.STRtree(shapely.points(points))
    pairs = tree.query([outline for _, outline in outlines], predicate="intersects")
    for zone, point in zip(*pairs.tolist(), strict=True):
        district = outlines[zone][0]
        found[point] = (district, provinces[district]["admin1"])
    return found


def check_places(dataset: Dataset) -> list[Problem]:
    """The public events and the places whose point does not lie in the district that the record states.

    A note excuses another district of the same province (the 2005 scheme draws it elsewhere than the
    sources) and a point at most `BORDER_KM` outside the stated district and the country (a crossing).
    It excuses neither another province nor a place farther abroad.
    """
    districts = dataset.frame("districts")
    outlines = {row["admin2_id"]: row["geometry"] for row in districts.to_dict("records")}
    shown = {event["event_id"] for event in dataset.public_events}
    problems = []
    for name in ("events", "places"):
        joined = assign_districts(dataset.frame(name), districts)
        id_field = "event_id" if name == "events" else "place_id"
        for row, record in zip(dataset.tables[name], joined.to_dict("records"), strict=True):
            if name == "events" and record[id_field] not in shown:
                continue
            if row.geometry is None or record["joined_admin2"] == record["admin2_id"]:
                continue
            away = outlines[record["admin2_id"]].distance(record["geometry"]) * KM_PER_DEGREE
            near = record["joined_admin1"] == record["admin1"] or (not record["joined_admin2"] and away <= BORDER_KM)
            if near and row.record["notes"]:
                continue
            where = record["joined_admin2"] or f"no district, {away:.0f} km away"
            message = f"states {record['admin2_id']}, but its point lies in {where}"
            problems.append(Problem(f"data/{name}.geojson", row.line, record[id_field], "admin2_id", "join", message))
    return problems
