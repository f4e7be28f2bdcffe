"""The legend of UCDP's rows on a picture: their signs by how exactly the place is known, with counts."""

from __future__ import annotations

from geo.export.drawing.basemap import Basemap
from geo.export.drawing.primitives import PixelBox, Primitive
from geo.export.drawing.reference_marks import badge, crossed_ring, ring
from geo.export.drawing.reference_scene import ReferenceScene, RowSpot
from geo.export.sheet.legend import LegendRow, Sample, dash_sample
from geo.record.geojson import Record
from geo.style.events import SYMBOL_PX
from geo.wording.text import in_digits, t


def reference_rows(rows: ReferenceScene, basemap: Basemap, px_scale: float) -> list[LegendRow]:
    """How many rows the map shows of each precision, and how many belong to its area and can't be drawn."""
    found = [
        ("point", _point_sample(px_scale), len(_on(basemap, rows.points))),
        ("district_precision", _ring_sample(px_scale), len(_on(basemap, rows.districts))),
        ("province_precision", _badge_sample(px_scale), len(_on(basemap, rows.provinces))),
        ("not_drawn", dash_sample(px_scale), len(_listed(rows, basemap))),
    ]
    shown = [LegendRow(sample, t(f"reference.key.{key}"), in_digits(number)) for key, sample, number in found if number]
    return shown or [LegendRow(dash_sample(px_scale), t("reference.no_rows"), in_digits(0))]


def rows_in_view(rows: ReferenceScene, basemap: Basemap) -> list[Record]:
    """The rows that the map and its legend speak of."""
    return [*_on(basemap, rows.drawn()), *_listed(rows, basemap)]


def _on(basemap: Basemap, spots: tuple[RowSpot, ...]) -> list[Record]:
    return [spot.row for spot in spots if basemap.frame.holds(*basemap.frame.point(spot.lon, spot.lat))]


def _listed(rows: ReferenceScene, basemap: Basemap) -> list[Record]:
    """Those that belong to the map's area and can't be drawn on it."""
    whole = len(basemap.provinces) == len(basemap.dataset.records("provinces"))
    return [row for row in rows.not_drawn if whole or row["admin1"] in basemap.provinces]


def _point_sample(px_scale: float) -> Sample:
    return lambda left, top, width, height: crossed_ring(
        left + width / 2, top + height / 2, SYMBOL_PX * px_scale, px_scale
    )


def _ring_sample(px_scale: float) -> Sample:
    return lambda left, top, width, height: ring(left + width / 2, top + height / 2, 11 * px_scale, px_scale)


def _badge_sample(px_scale: float) -> Sample:
    def draw(left: float, top: float, width: float, height: float) -> list[Primitive]:
        x, y = left + width / 2, top + height / 2
        return badge(PixelBox(x - 8 * px_scale, y - 8 * px_scale, x + 8 * px_scale, y + 8 * px_scale), 2, px_scale)

    return draw
