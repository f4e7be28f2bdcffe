"""Places: which provinces border on each other, and by which names one may look for a province."""

from __future__ import annotations

from geo.record.load import Dataset


def neighbours(dataset: Dataset, admin1: str) -> list[str]:
    """The provinces that share a border line with a province, by code; a common corner is not enough.

    Computed from the polygons of the record (EPSG:4326), which share their border points.
    """
    provinces = dataset.frame("provinces").set_index("admin1").geometry
    border = provinces[admin1].boundary
    touching = provinces.index[provinces.intersects(provinces[admin1])]
    return sorted(
        code for code in touching if code != admin1 and border.intersection(provinces[code].boundary).length > 0
    )


def province_names(dataset: Dataset, admin1: str) -> list[str]:
    """A province's names in English, Dari and Pashto, then other spellings; each once."""
    record = dataset.by_id("provinces")[admin1]
    names = [record["name_en"], record["name_fa"], record["name_ps"], *(record["aliases"] or [])]
    return list(dict.fromkeys(name for name in names if name))
