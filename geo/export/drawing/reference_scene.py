"""UCDP's rows of a window, by how exactly their place is known: what is drawn of them on a map, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.address.view import ViewState
from geo.mercator import LonLat
from geo.publishers.ucdp import UCDP
from geo.record.geojson import Record
from geo.record.load import Dataset
from geo.reference.find import find_rows
from geo.reference.load import Reference
from geo.style.events import DRAWN_DATE_PRECISION

POINT, DISTRICT, PROVINCE = (1, 2), 3, 4


@dataclass(frozen=True)
class RowSpot:
    """A row and where it is drawn."""

    lon: float
    lat: float
    row: Record


@dataclass(frozen=True)
class ReferenceScene:
    """The rows of a window: those at a point, at the name of a district or province, and those that are not drawn."""

    points: tuple[RowSpot, ...] = ()
    districts: tuple[RowSpot, ...] = ()
    provinces: tuple[RowSpot, ...] = ()
    not_drawn: tuple[Record, ...] = ()

    def drawn(self) -> tuple[RowSpot, ...]:
        """All that stand somewhere on the map of the country."""
        return (*self.points, *self.districts, *self.provinces)


def reference_scene(reference: Reference, dataset: Dataset, view: ViewState, first: str) -> ReferenceScene:
    """The rows from a first day to the view's date that pass its filters; none is drawn finer than UCDP knows it."""
    rows = [one.row for one in find_rows(reference, dataset, view, (first, view.date))]
    dated = [row for row in rows if row["date_prec"] <= DRAWN_DATE_PRECISION]
    points = tuple(RowSpot(row["longitude"], row["latitude"], row) for row in dated if _where(row) in POINT)
    districts = tuple(_at_names(dataset, dated, DISTRICT, "districts", "admin2_id"))
    provinces = tuple(_at_names(dataset, dated, PROVINCE, "provinces", "admin1"))
    drawn = {spot.row["ucdp_id"] for spot in (*points, *districts, *provinces)}
    return ReferenceScene(points, districts, provinces, tuple(row for row in rows if row["ucdp_id"] not in drawn))


def _where(row: Record) -> int:
    """How exactly the place is known, in our steps."""
    return UCDP.where[row["where_prec"]]


def _at_names(dataset: Dataset, rows: Iterable[Record], where: int, name: str, field: str) -> Iterable[RowSpot]:
    """The rows known to an area, where its name stands."""
    areas = dataset.by_id("districts") if name == "districts" else dataset.by_id("provinces")
    for row in rows:
        if _where(row) == where and row[field]:
            at = LonLat(areas[row[field]]["label_lon"], areas[row[field]]["label_lat"])
            yield RowSpot(at.lon, at.lat, row)
