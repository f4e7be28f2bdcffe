"""Which columns of a file hold place, day and type: named by the caller, or found as `geo.publishers` knows them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.publishers.base import Publisher
from geo.publishers.days import NOTHING_CHOSEN, DateFormat
from geo.publishers.known import fields_of, publisher_of
from geo.publishers.table import PARTS, TABLE

DISTRICT, PROVINCE, COUNTRY = "district", "province", "country"
#: How much of its place an event tells, by our precision of places.
LEVELS = {1: DISTRICT, 2: DISTRICT, 3: DISTRICT, 4: PROVINCE, 5: COUNTRY, 6: COUNTRY}
ROLES = ("lon", "lat", "date", "type")


@dataclass(frozen=True)
class Columns:
    """Which column holds what, and why that is thought."""

    lon: str
    lat: str
    date: tuple[str, ...]  # one column, or year, month and day in three
    type: str | None
    precision: str | None
    levels: Mapping[int, str]  # what a code of `precision` tells of the place
    strict: bool  # whether another code is an error of the row
    reason: str
    written_days: tuple[str, ...] = ()  # columns whose dates show whether day or month comes first
    date_format: DateFormat = NOTHING_CHOSEN

    @property
    def names(self) -> list[str]:
        """The columns to read, each once."""
        named = (self.lon, self.lat, *self.date, self.type, self.precision)
        return list(dict.fromkeys(name for name in named if name is not None))

    @property
    def by_role(self) -> dict[str, str | None]:
        """The column of each role; None where there is none."""
        return {"lon": self.lon, "lat": self.lat, "date": ", ".join(self.date), "type": self.type}


def columns_of(header: Sequence[str], chosen: Mapping[str, str | None], use_precision: bool = True) -> Columns:
    """The columns of a file.

    Parameters
    ----------
    header : the names in the file.
    chosen : role (lon, lat, date, type) → the caller's column; None where it is to be found.
    use_precision : False to take every point at its coordinates, however coarse its record says it is.

    Raises
    ------
    ValueError
        When a column that was chosen is not there or is there twice, or place or day can't be found.
    """
    publisher = publisher_of(header)
    fields = fields_of(publisher, header)
    both = None if {publisher.lon, publisher.lat} & fields.keys() else fields.get("point")
    lon, lat, kind = (
        _one(role, chosen.get(role) or fields.get(name) or other, header)
        for role, name, other in (
            ("lon", publisher.lon, both),
            ("lat", publisher.lat, both),
            ("type", publisher.type, None),
        )
    )
    date = tuple(_one("date", name, header) or "" for name in _days(publisher, fields, chosen.get("date")))
    others = (fields[name] for name in publisher.written_days if name in fields and name not in publisher.day)
    precision = fields.get(publisher.precision) if use_precision else None
    return Columns(
        lon=lon or "",
        lat=lat or "",
        date=date,
        type=kind,
        precision=precision,
        levels={code: LEVELS[ours] for code, ours in publisher.where.items()} if precision else {},
        strict=publisher is not TABLE,
        reason=_reason(publisher, [f"--{role}" for role in ROLES if chosen.get(role)]),
        written_days=(*date, *others) if len(date) == 1 else (),
    )


def _days(publisher: Publisher, fields: Mapping[str, str], chosen: str | None) -> tuple[str | None, ...]:
    """The column of the date, or those of year, month and day where no column holds a whole date."""
    if chosen:
        return (chosen,)
    if publisher is TABLE and "date" not in fields and "year" in fields:
        parts = (fields.get(name) for name in PARTS)
        return tuple(itertools.takewhile(lambda name: name is not None, parts))
    return tuple(fields.get(name) for name in publisher.day)


def _reason(publisher: Publisher, by_caller: list[str]) -> str:
    found = "by their headings" if publisher is TABLE else f"as in {publisher.title}"
    return f"told by {', '.join(by_caller)}; otherwise {found}" if by_caller else found


def _one(role: str, column: str | None, header: Sequence[str]) -> str | None:
    """The column of a role, which has to stand in the file once; only a type may be lacking."""
    listed = ", ".join(header[:40]) + (" …" if len(header) > 40 else "")
    if column is None and role != "type":
        raise ValueError(f"no column for the {role} was found; name it with --{role}. The file has: {listed}")
    if column is not None and column not in header:
        raise ValueError(f"--{role} {column!r} is not a column of the file, which has: {listed}")
    if column is not None and list(header).count(column) > 1:
        raise ValueError(f"the column {column!r} stands twice in the file")
    return column
