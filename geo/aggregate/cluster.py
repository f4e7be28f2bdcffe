"""Parts counted by a cluster: frames of dask-geopandas, joined by its spatial join, on dask.distributed.

The cells of the raster tell most points; only the others get a geometry and go through
`dask_geopandas.sjoin`. That is another way than that of `local.py`, with the same counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.aggregate.columns import Columns
from geo.aggregate.grid import NOWHERE, ON_BORDER, Districts
from geo.aggregate.part import Part
from geo.aggregate.parts import batches_of
from geo.aggregate.rows import Rows, rows_of
from geo.aggregate.tally import Tally, tally_of
from geo.record.schema import CRS

if TYPE_CHECKING:
    import geopandas as gpd

AHEAD = 3  # parts in a group, for each thread of a worker
PLUGIN = "districts"
PATIENCE = "10s"  # with a scheduler that does not answer
MISSING = "--engine dask needs dask-geopandas and distributed: pip install -r requirements-scale.txt"


def tallies(
    parts: Sequence[Part], columns: Columns, districts: Districts, workers: int, scheduler: str | None = None
) -> Iterator[Tally]:
    """The counts of each part, in the order of the parts.

    Parameters
    ----------
    scheduler : the address of a running cluster, whose workers see the same files and have this
        code; None for one of `workers` processes on this machine, ended afterwards.

    Raises
    ------
    ValueError
        When dask is not installed.
    OSError
        When no scheduler answers at the address.
    """
    try:
        import dask_geopandas  # noqa: F401  (tells here, not in the middle, that it is missing)
        from distributed import Client, LocalCluster
    except ImportError:
        raise ValueError(MISSING) from None
    if scheduler:
        with Client(scheduler, timeout=PATIENCE, set_as_default=False) as client:
            yield from _by(client, parts, columns, districts)
        return
    here = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "worker_dashboard_address": "127.0.0.1:0"}
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, memory_limit=0, **here) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield from _by(client, parts, columns, districts)


def _by(client: Any, parts: Sequence[Part], columns: Columns, districts: Districts) -> Iterator[Tally]:
    """The parts in groups; while the results of one are fetched, the next is under way."""
    client.register_plugin(_plugin(districts), name=PLUGIN)
    room = AHEAD * max(1, sum(client.nthreads().values()))
    before: list[Any] = []
    for start in range(0, len(parts), room):
        under_way = client.compute(_graph(parts[start : start + room], columns, districts))
        yield from (future.result() for future in before)
        before = under_way
    yield from (future.result() for future in before)


def _graph(parts: Sequence[Part], columns: Columns, districts: Districts) -> list[Any]:
    """For each part what gives its tally: read and look up, join what the raster does not tell, count."""
    import dask
    import dask.dataframe as dd
    import dask_geopandas
    import geopandas as gpd

    shapes = gpd.GeoSeries.from_wkb(list(districts.shapes), crs=CRS)
    polygons = gpd.GeoDataFrame({"found": np.arange(len(shapes))}, geometry=shapes)
    meta = _frame(_no_rows(), np.zeros(0, np.int16))
    rows = dd.from_map(_points, list(parts), wanted=columns, meta=meta).optimize()
    joined = dask_geopandas.sjoin(rows, polygons, predicate="intersects")
    # Not optimised again: both keep the names of the tasks that they share, and a part is read once.
    pairs = zip(rows.to_delayed(optimize_graph=False), joined.to_delayed(optimize_graph=False), parts, strict=True)
    count = dask.delayed(_tally)
    return [count(all_rows, hits, part.path.name) for all_rows, hits, part in pairs]


def _points(part: Part, wanted: Columns) -> gpd.GeoDataFrame:
    """The rows of a part; those that the raster does not tell as points, the others without geometry."""
    import pandas as pd

    frames = []
    for batch in batches_of(part, wanted.names):
        rows = rows_of(batch, wanted)
        frames.append(_frame(rows, _districts().raster.look_up(rows.lon, rows.lat)))
    return pd.concat(frames, ignore_index=True) if frames else _frame(_no_rows(), np.zeros(0, np.int16))


def _frame(rows: Rows, looked_up: Any) -> gpd.GeoDataFrame:
    """Rows as a frame; `looked_up` is what the raster says of each."""
    import geopandas as gpd
    import shapely

    unsure = looked_up == ON_BORDER
    geometry = np.full(len(looked_up), None, dtype=object)
    geometry[unsure] = shapely.points(rows.lon[unsure], rows.lat[unsure])
    names = np.array([*rows.type_names, None], dtype=object)  # NO_TYPE is the last
    values = {"number": rows.numbers, "day": rows.days, "event_type": names[rows.types]}
    values |= {"lon": rows.lon, "lat": rows.lat, "reason": rows.reasons, "looked_up": looked_up}
    return gpd.GeoDataFrame(values, geometry=geometry, crs=CRS).astype({"event_type": "str"})


def _no_rows() -> Rows:
    whole, real = np.zeros(0, dtype=np.int64), np.zeros(0)
    return Rows(whole, whole.astype(np.int32), whole.astype(np.int32), [], real, real, whole.astype(np.int8))


def _tally(rows: gpd.GeoDataFrame, hits: gpd.GeoDataFrame, file: str) -> Tally:
    """The counts of a part; `hits` holds a point on a shared border once for each district."""
    import pandas as pd

    lowest = hits.groupby(level=0)["found"].min()
    found = rows["looked_up"].to_numpy(copy=True)
    found[found == ON_BORDER] = NOWHERE
    found[lowest.index] = lowest
    codes, names = pd.factorize(rows["event_type"])  # null is NO_TYPE
    number, day, lon, lat, reason = (rows[name].to_numpy() for name in ("number", "day", "lon", "lat", "reason"))
    return tally_of(Rows(number, day, codes, list(names), lon, lat, reason), found, _districts(), file)


def _plugin(districts: Districts) -> Any:
    """What gives every worker, also one that comes later, the districts once."""
    from distributed import WorkerPlugin

    class DistrictsOnWorker(WorkerPlugin):  # type: ignore[misc]
        def __init__(self, held: Districts) -> None:
            self.held = held

    return DistrictsOnWorker(districts)


def _districts() -> Districts:
    """Those of the worker that runs this."""
    from distributed import get_worker

    held: Districts = get_worker().plugins[PLUGIN].held
    return held
