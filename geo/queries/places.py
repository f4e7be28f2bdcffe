"""Places: which provinces border on each other, and by which names one may look for a province."""

from __future__ import annotations

from itertools import combinations

from geo.record.load import Dataset


def neighbours(dataset: Dataset, admin1: str) -> list[str]:
    """The provinces that share a border line with a province, by code; a common corner is not enough.

    Computed from the polygons of the record (EPSG:4326), which share their border points.
    """
    return list(dataset.cached("neighbours of provinces", lambda: _neighbours(dataset))[admin1])


def _neighbours(dataset: Dataset) -> dict[str, list[str]]:
    shapes = dataset.shapes("provinces")
    borders = {code: shape.boundary for code, shape in shapes.items()}
    found: dict[str, list[str]] = {code: [] for code in dataset.by_id("provinces")}
    for one, other in combinations(sorted(shapes), 2):
        if shapes[one].intersects(shapes[other]) and borders[one].intersection(borders[other]).length > 0:
            found[one].append(other)
            found[other].append(one)
    return {code: sorted(beside) for code, beside in found.items()}


def province_names(dataset: Dataset, admin1: str) -> list[str]:
    """A province's names in English, Dari and Pashto, then other spellings; each once."""
    record = dataset.by_id("provinces")[admin1]
    names = [record["name_en"], record["name_fa"], record["name_ps"], *(record["aliases"] or [])]
    return list(dict.fromkeys(name for name in names if name))
