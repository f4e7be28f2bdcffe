"""From the files under `data/` to one immutable, validated `Dataset`."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, overload

from geo.beside import beside
from geo.record.geojson import Row, read_bytes, rows_of
from geo.record.problems import DataError, Problem
from geo.record.records import (
    Actor,
    ControlClaim,
    District,
    Event,
    Moment,
    Place,
    Presence,
    Province,
    Source,
    Statistic,
    UndatedReport,
)
from geo.record.schema import CRS, FILES, FIRST_DAY, WEEK
from geo.record.shown import RESTING, source_ids_behind
from geo.record.spans import Known
from geo.record.validate import validate

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

T = TypeVar("T")
DATA_DIR = beside("data")


@dataclass(frozen=True)
class Dataset:
    """The whole record at one version; shared by all sessions, never changed.

    Parameters
    ----------
    known : where it holds only what could be known by a day (`geo.known`); None for the record as we know it now.
    """

    version: str
    tables: Mapping[str, tuple[Row, ...]]
    _index: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    known: Known | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _dataset, (self.version, dict(self.tables), self.known)

    @overload
    def records(self, name: Literal["provinces"]) -> list[Province]: ...
    @overload
    def records(self, name: Literal["districts"]) -> list[District]: ...
    @overload
    def records(self, name: Literal["places"]) -> list[Place]: ...
    @overload
    def records(self, name: Literal["actors"]) -> list[Actor]: ...
    @overload
    def records(self, name: Literal["sources"]) -> list[Source]: ...
    @overload
    def records(self, name: Literal["events"]) -> list[Event]: ...
    @overload
    def records(self, name: Literal["control_claims"]) -> list[ControlClaim]: ...
    @overload
    def records(self, name: Literal["presence"]) -> list[Presence]: ...
    @overload
    def records(self, name: Literal["statistics"]) -> list[Statistic]: ...
    @overload
    def records(self, name: Literal["undated"]) -> list[UndatedReport]: ...
    @overload
    def records(self, name: Literal["moments"]) -> list[Moment]: ...
    @overload
    def records(self, name: str) -> list[Any]: ...
    def records(self, name: str) -> list[Any]:
        """The records of one file (`schema.FILES`), in file order."""
        return [row.record for row in self.tables[name]]

    @overload
    def by_id(self, name: Literal["provinces"]) -> dict[str, Province]: ...
    @overload
    def by_id(self, name: Literal["districts"]) -> dict[str, District]: ...
    @overload
    def by_id(self, name: Literal["places"]) -> dict[str, Place]: ...
    @overload
    def by_id(self, name: Literal["actors"]) -> dict[str, Actor]: ...
    @overload
    def by_id(self, name: Literal["sources"]) -> dict[str, Source]: ...
    @overload
    def by_id(self, name: Literal["events"]) -> dict[str, Event]: ...
    @overload
    def by_id(self, name: Literal["control_claims"]) -> dict[str, ControlClaim]: ...
    @overload
    def by_id(self, name: Literal["presence"]) -> dict[str, Presence]: ...
    @overload
    def by_id(self, name: Literal["statistics"]) -> dict[str, Statistic]: ...
    @overload
    def by_id(self, name: Literal["undated"]) -> dict[str, UndatedReport]: ...
    @overload
    def by_id(self, name: Literal["moments"]) -> dict[str, Moment]: ...
    @overload
    def by_id(self, name: str) -> dict[str, Any]: ...
    def by_id(self, name: str) -> dict[str, Any]:
        """The records of one file by their id."""
        id_field = FILES[name].id_field
        return self.cached(name, lambda: {record[id_field]: record for record in self.records(name)})

    def cached(self, name: str, make: Callable[[], T]) -> T:
        """What `make` works out of the record: made when first asked for, then kept as long as the record is.

        Parameters
        ----------
        name : what it is, in words that no other has.
        """
        if name not in self._index:
            self._index[name] = make()
        return cast("T", self._index[name])

    def shapes(self, name: str) -> dict[str, BaseGeometry]:
        """The geometries of one file by id, lon, lat in EPSG:4326; records without one are left out.

        For drawing: shapely loads in a tenth of the time that a GeoDataFrame needs.
        """
        from shapely.geometry import shape

        id_field = FILES[name].id_field
        rows = (row for row in self.tables[name] if row.geometry)
        return self.cached(f"shapes of {name}", lambda: {row.record[id_field]: shape(row.geometry) for row in rows})

    def frame(self, name: str) -> gpd.GeoDataFrame:
        """One GeoJSON file as a GeoDataFrame, EPSG:4326, one row a record in file order.

        Parameters
        ----------
        name : a file of form geojson: provinces, districts, places, events.

        Returns
        -------
        GeoDataFrame with the schema's columns and `geometry` (None where null).
        """
        import geopandas as gpd
        from shapely.geometry import shape

        rows = self.tables[name]
        geometry = [shape(row.geometry) if row.geometry else None for row in rows]
        columns = [f.name for f in FILES[name].fields]
        records = [row.record for row in rows]
        return gpd.GeoDataFrame(records, columns=columns, geometry=geometry, crs=CRS)

    @cached_property
    def first_day(self) -> str:
        """The first day of the replay."""
        return FIRST_DAY

    @cached_property
    def public_events(self) -> tuple[Event, ...]:
        """The events that may leave the build, in file order; worked out once, and the same for all who ask."""
        return tuple(public(self.records("events")))

    @cached_property
    def public_by_id(self) -> dict[str, Event]:
        """The same by their id."""
        return {event["event_id"]: event for event in self.public_events}

    @cached_property
    def places_by_name(self) -> dict[tuple[str | None, str], Place]:
        """The named places by province and English name, but for those that share both with another."""
        places = self.records("places")
        many = Counter((place["admin1"], place["name_en"]) for place in places)
        return {key: place for place in places if many[key := (place["admin1"], place["name_en"])] == 1}

    @cached_property
    def last_day(self) -> str:
        """The last day of which the public record tells: of an event known to its month the first; or where knowledge ends."""
        if self.known:
            return self.known.by
        ends = (event["date_end" if event["date_precision"] <= WEEK else "date_start"] for event in self.public_events)
        begun = (claim["valid_from"] for claim in self.records("control_claims"))
        return max([FIRST_DAY, *ends, *begun, *(presence["as_of"] for presence in self.records("presence"))])


def load(data_dir: Path = DATA_DIR) -> Dataset:
    """The validated data set of a folder.

    Raises
    ------
    DataError
        With every problem of every file, when there is any.
    """
    tables, problems, version = read_tables(data_dir)
    if not problems:
        problems = validate(tables)
    if problems:
        raise DataError(problems)
    return _dataset(version, tables)


def _dataset(version: str, tables: Mapping[str, Iterable[Row]], known: Known | None = None) -> Dataset:
    rows_by_name = MappingProxyType({name: tuple(rows) for name, rows in tables.items()})
    return Dataset(version=version, tables=rows_by_name, known=known)


def read_tables(data_dir: Path) -> tuple[dict[str, list[Row]], list[Problem], str]:
    """The rows of each file, the problems of reading them, and the hash of all their bytes."""
    tables: dict[str, list[Row]] = {}
    problems: list[Problem] = []
    digest = hashlib.sha256()
    for name, form in FILES.items():
        path = data_dir / form.path
        try:
            content = read_bytes(path)  # once: the version is that of the very bytes which were parsed
            digest.update(content)
            tables[name] = rows_of(content, path.name, form)
        except DataError as error:
            problems += [_under_data(problem) for problem in error.problems]
    return tables, problems, digest.hexdigest()[:12]


def public(events: Iterable[Event]) -> list[Event]:
    """The events that may leave the build: all but the withheld ones, which the others don't name either."""
    shown = {event["event_id"] for event in events if event["sensitivity"] != "withheld"}
    return [
        event | {"related_ids": [related for related in event["related_ids"] if related in shown]}
        for event in events
        if event["event_id"] in shown
    ]


def public_sources(dataset: Dataset) -> list[Source]:
    """The sources that may leave the build: all but those that only withheld events rest on."""
    resting: list[Mapping[str, Any]] = [*dataset.public_events]
    resting += [row.record for name in RESTING for row in dataset.tables[name]]
    shown = source_ids_behind(resting, dataset.by_id("sources"))
    return [source for source in dataset.records("sources") if source["source_id"] in shown]


def _under_data(problem: Problem) -> Problem:
    return Problem(
        f"data/{problem.file}", problem.line, problem.record_id, problem.field, problem.rule, problem.message
    )
