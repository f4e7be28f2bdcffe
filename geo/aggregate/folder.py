"""The counts as a folder of files: partitioned GeoParquet, what has no district, a summary, the map's form."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from geo.aggregate.reasons import BAD, REASONS, WITHOUT_DAY
from geo.aggregate.rows import NO_TYPE
from geo.aggregate.tally import Tally, pack, unpack

if TYPE_CHECKING:
    import geopandas as gpd

COUNTS, WITHOUT, AREAS, SUMMARY, MAP = (
    "counts", "without_district.parquet", "districts.parquet", "summary.json", "map.json",
)  # fmt: skip
FORM = "counts per day, district and type, 1"
GEOPARQUET = "1.1.0"


@dataclass(frozen=True)
class Counts:
    """Counts by rising day, district, type: arrays of equal length, and the names that they point to."""

    days: Any  # since 1970-01-01
    places: Any  # position in the districts, then in the provinces
    types: Any  # position in `type_names`, NO_TYPE where none
    reasons: Any  # code in REASONS
    events: Any
    type_names: list[str]


def sorted_counts(total: Tally) -> Counts:
    """The counts with the types in alphabetical order, so that files do not tell who came first."""
    total.settle()
    days, places, types, reasons = unpack(total.keys)
    used = sorted({total.type_names[number] for number in np.unique(types) if number != NO_TYPE})
    number = {name: at for at, name in enumerate(used)}
    new = np.array([*(number.get(name, NO_TYPE) for name in total.type_names), NO_TYPE], dtype=np.int64)
    order = np.argsort(pack(days, places, new[types], reasons), kind="stable")
    return Counts(days[order], places[order], new[types][order], reasons[order], total.events[order], used)


def write_folder(counts: Counts, districts: gpd.GeoDataFrame, summary: Mapping[str, Any], folder: Path) -> None:
    """Write all files but the map's form.

    Parameters
    ----------
    districts : GeoDataFrame by rising admin2_id, EPSG:4326, Polygon; columns admin2_id, admin1,
        name_en, label_lon, label_lat.
    summary : what is known of the whole.
    folder : an empty folder.
    """
    joined = counts.reasons == 0
    years = counts.days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    for year in np.unique(years[joined]):
        path = folder / COUNTS / f"year={year:04}" / "part-0.parquet"
        path.parent.mkdir(parents=True)
        _write(path, _joined_table(counts, joined & (years == year), districts))
    pq.write_table(_without_table(counts, ~joined, districts), folder / WITHOUT, compression="zstd")
    many = np.bincount(counts.places[joined], counts.events[joined], minlength=len(districts)).astype(np.int64)
    areas = districts[["admin2_id", "admin1", "name_en", "geometry"]]
    areas.assign(events=many).to_parquet(folder / AREAS, index=False, compression="zstd", schema_version=GEOPARQUET)
    (folder / SUMMARY).write_text(json.dumps(summary, ensure_ascii=False, indent=1) + "\n", "utf-8")


def summary_of(total: Tally, counts: Counts) -> dict[str, Any]:
    """Numbers of rows: all = in a district + without a district + bad, each reason with its first rows."""
    joined = int(counts.events[counts.reasons == 0].sum())
    dated = counts.days[counts.reasons == 0]
    reasons = {
        name: {"rows": total.reasons[name], "first": [{"file": f, "row": r} for f, r in total.first_rows[name]]}
        for name in REASONS
        if name in total.reasons
    }
    return {
        "rows": total.rows,
        "in_a_district": joined,
        "bad_rows": {name: why for name, why in reasons.items() if name in BAD},
        "without_district": {name: why for name, why in reasons.items() if name not in BAD},
        "without_day": sum(total.reasons.get(name, 0) for name in WITHOUT_DAY),
        "outside_but_inside_if_lon_and_lat_are_exchanged": total.swapped,
        "first_day": _day(dated[0]) if len(dated) else None,
        "last_day": _day(dated[-1]) if len(dated) else None,
        "types": counts.type_names,
        "counts": int((counts.reasons == 0).sum()),
    }


def check_target(folder: Path, force: bool) -> None:
    """Refuse a folder that can't be made, or that holds something else than a result of ours.

    Raises
    ------
    ValueError
        Also for a result of ours, unless `force`.
    """
    if not folder.parent.is_dir():
        raise ValueError(f"{folder}: the folder {folder.parent} does not exist")
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is a file; a folder was expected")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not force:
        raise ValueError(f"{folder} is there already; --force puts the new result in its place")
    if not (folder / SUMMARY).exists() or FORM not in (folder / SUMMARY).read_text("utf-8"):
        raise ValueError(f"{folder} holds something else than counts of this command; --force does not remove it")


def _day(number: int) -> str:
    return (dt.date(1970, 1, 1) + dt.timedelta(days=int(number))).isoformat()


def _joined_table(counts: Counts, which: Any, districts: gpd.GeoDataFrame) -> pa.Table:
    points = shapely.to_wkb(shapely.points(districts["label_lon"].to_numpy(), districts["label_lat"].to_numpy()))
    places = pa.array(counts.places[which])
    columns = {
        "day": pa.array(counts.days[which].astype(np.int32)).cast(pa.date32()),
        "admin1": _named(districts["admin1"], places),
        "admin2": _named(districts["admin2_id"], places),
        "event_type": _types(counts, which),
        "events": pa.array(counts.events[which]),
        "geometry": pa.array(points, pa.binary()).take(places),
    }
    bounds = [float(edge(districts[name])) for edge in (min, max) for name in ("label_lon", "label_lat")]
    about = {"encoding": "WKB", "geometry_types": ["Point"], "bbox": bounds}
    geo = {"version": GEOPARQUET, "primary_column": "geometry", "columns": {"geometry": about}}
    return pa.table(columns).replace_schema_metadata({"geo": json.dumps(geo)})


def _without_table(counts: Counts, which: Any, districts: gpd.GeoDataFrame) -> pa.Table:
    provinces = [None] * len(districts) + sorted(set(districts["admin1"]))
    at = np.minimum(counts.places[which], len(provinces))
    return pa.table(
        {
            "day": pa.array(counts.days[which].astype(np.int32)).cast(pa.date32()),
            "admin1": _named([*provinces, None], pa.array(at)),
            "event_type": _types(counts, which),
            "reason": _named(REASONS, pa.array(counts.reasons[which])),
            "events": pa.array(counts.events[which]),
        }
    )


def _types(counts: Counts, which: Any) -> pa.Array:
    return _named([*counts.type_names, None], pa.array(counts.types[which] % (len(counts.type_names) + 1)))


def _named(names: Any, positions: pa.Array) -> pa.Array:
    return pa.array(list(names), pa.string()).take(positions)


def _write(path: Path, table: pa.Table) -> None:
    pq.write_table(table, path, compression="zstd", row_group_size=100_000, use_dictionary=True)
