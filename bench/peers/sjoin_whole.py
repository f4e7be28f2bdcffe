"""The peer of `python -m geo join`: EVENTS OUT: the whole file in one frame, `geopandas.sjoin`, group by, one file."""

from __future__ import annotations

import sys

import geopandas as gpd
import pandas as pd

from geo.record.load import load


def main() -> None:
    rows = pd.read_parquet(sys.argv[1], columns=["lon", "lat", "date_start", "event_type"])
    good = rows.lon.between(-180, 180) & rows.lat.between(-90, 90)
    points = gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy(rows.lon, rows.lat), crs="EPSG:4326")[good]
    districts = load().frame("districts")[["admin2_id", "geometry"]]
    joined = points.sjoin(districts, predicate="intersects").sort_values("admin2_id")
    joined = joined[~joined.index.duplicated()]  # on a shared border: the lowest id
    counts = joined.groupby(["date_start", "admin2_id", "event_type"]).size()
    counts.reset_index(name="events").to_parquet(sys.argv[2])


if __name__ == "__main__":
    main()
