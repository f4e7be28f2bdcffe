"""The peer of `python -m geo join`: the whole file in one frame, `geopandas.sjoin`, group by. Prints a digest as JSON."""

from __future__ import annotations

import hashlib
import json
import sys

import geopandas as gpd
import pandas as pd

from geo.load import load


def main() -> None:
    rows = pd.read_parquet(sys.argv[1])
    good = rows.lon.between(-180, 180) & rows.lat.between(-90, 90)
    points = gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy(rows.lon, rows.lat), crs="EPSG:4326")[good]
    districts = load().frame("districts")[["admin2_id", "geometry"]]
    joined = points.sjoin(districts, predicate="intersects").sort_values("admin2_id")
    joined = joined[~joined.index.duplicated()]  # on a shared border: the lowest id
    counts = joined.groupby(["date_start", "admin2_id", "event_type"]).size()
    print(json.dumps(digest(counts.reset_index(name="events").to_numpy().tolist())))


def digest(rows: list[list[object]]) -> dict[str, object]:
    """The number of counts and events, and a hash over all of them."""
    lines = sorted(f"{str(day)[:10]} {district} {kind} {events}" for day, district, kind, events in rows)
    events = sum(int(row[-1]) for row in rows)  # type: ignore[call-overload]
    return {"counts": len(rows), "events": events, "sha256": hashlib.sha256("\n".join(lines).encode()).hexdigest()}


if __name__ == "__main__":
    main()
