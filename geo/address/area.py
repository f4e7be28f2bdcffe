"""The area that an address names: the country, the Panjshir, provinces, or a box of degrees."""

from __future__ import annotations

import re

from geo.record.load import Dataset
from geo.record.schema import COUNTRY
from geo.style.extents import WIDE_BOUNDS

BOX = re.compile(r"(\d{1,2}(\.\d{1,6})?,){3}\d{1,2}(\.\d{1,6})?", re.ASCII)


def area_in(dataset: Dataset, value: str) -> str | None:
    """An area as an address names it; None when it is none within reach of the map."""
    if value in (COUNTRY, "panjshir") or set(value.split(",")) <= set(dataset.by_id("provinces")):
        return value
    if not BOX.fullmatch(value):
        return None
    west, south, east, north = map(float, value.split(","))
    (low, left), (high, right) = WIDE_BOUNDS
    return value if left <= west < east <= right and low <= south < north <= high else None
