"""What the script of a document of ours has to know besides the record."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from geo.address.view import ViewState
from geo.address.windows import WINDOWS
from geo.export.drawing.extents import box_of
from geo.record.load import Dataset
from geo.record.schema import (
    CLAIMANTS,
    COUNTRY,
    EVENT_TYPES,
    SOURCE_KINDS,
    VERIFICATIONS,
    VIEW_PERSPECTIVES,
    WHERE_PRECISIONS,
)
from geo.style.extents import WIDE_BOUNDS
from geo.wording.text import t


def page_facts(dataset: Dataset, view: ViewState, extent: str = COUNTRY) -> dict[str, Any]:
    """The view that a document opens at, what an address may ask of it, how far its map goes."""
    west, south, east, north = box_of(dataset, extent)
    return {
        "view": asdict(view),
        "days": [dataset.first_day, dataset.last_day],
        "perspectives": VIEW_PERSPECTIVES,
        "windows": WINDOWS,
        "filters": {
            "type": list(EVENT_TYPES),
            "grade": VERIFICATIONS,
            "actor": list(dataset.by_id("actors")),
            "area": list(dataset.by_id("provinces")),
            "precision": [str(precision) for precision in WHERE_PRECISIONS],
            "claimant": CLAIMANTS,
            "kind": SOURCE_KINDS,
        },
        "extent": None if extent == COUNTRY else ((south, west), (north, east)),
        "widest": WIDE_BOUNDS,
        "credits": t("app.map_credits"),
    }
