"""Who holds what on a day as GeoJSON: the table of zones, with the shapes of areas put into text once for all days."""

from __future__ import annotations

from geo.control.timeline import Timeline
from geo.export.table_files import collection_head
from geo.export.tables import ExportTable, Query, zones_table
from geo.record.geojson import dumps, rounded


def day_geojson(timeline: Timeline, day: str, perspective: str = "assessed") -> str:
    """Districts (polygons) and named places (points, or no geometry) with their state at the end of a day.

    The same as `python -m geo export zones --day DAY -o FILE.geojson`. EPSG:4326.
    """
    table = zones_table(timeline, Query(day=day, perspective=perspective))
    shapes = timeline.dataset.cached("shapes of areas as text", lambda: dict[str, str]())
    return collection_head(table) + "\n" + ",\n".join(_features(table, shapes)) + "\n]}\n"


def _features(table: ExportTable, shapes: dict[str, str]) -> list[str]:
    features = []
    for row, geometry in zip(table.rows, table.geometries, strict=True):
        area_id = row["area_id"]
        if area_id not in shapes:
            shapes[area_id] = dumps(rounded(geometry))
        head = f'{{"type":"Feature","id":{dumps(row[table.id_column])},"properties":{dumps(row)}'
        features.append(f'{head},"geometry":{shapes[area_id]}}}')
    return features
