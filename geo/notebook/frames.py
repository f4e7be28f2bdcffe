"""Rows as tables of pandas: days as days, shapes with their CRS, and what is known of the whole in `attrs`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geo.answers.columns import DAYS
from geo.record.schema import CRS

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

Shape = Mapping[str, Any] | None


def frame_of(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], about: Mapping[str, str]) -> pd.DataFrame:
    """Rows as a DataFrame with these columns; a day is a `datetime64`, what is not known is None or NaT."""
    import pandas as pd

    frame = pd.DataFrame.from_records([[row[name] for name in columns] for row in rows], columns=list(columns))
    for name in columns:
        if name in DAYS:
            frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d")
    frame.attrs.update(about)
    return frame


def shaped_frame(
    rows: Sequence[Mapping[str, Any]], shapes: Sequence[Shape], columns: Sequence[str], about: Mapping[str, str]
) -> gpd.GeoDataFrame:
    """The same with a geometry each (GeoJSON, or None), as a GeoDataFrame in EPSG:4326."""
    import geopandas as gpd
    from shapely.geometry import shape

    frame = frame_of(rows, columns, about)
    made = gpd.GeoDataFrame(frame, geometry=[shape(one) if one else None for one in shapes], crs=CRS)
    made.attrs.update(about)
    return made
