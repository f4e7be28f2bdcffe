"""Which columns of a file hold place, day and type: told by the caller, or seen by the names in its header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

DISTRICT, PROVINCE, COUNTRY = "district", "province", "country"
#: How much of its place a record tells, by what its precision column says.
UCDP_PRECISION = {"1": DISTRICT, "2": DISTRICT, "3": DISTRICT, "4": PROVINCE, "5": COUNTRY, "6": COUNTRY, "7": COUNTRY}
ACLED_PRECISION = {"1": DISTRICT, "2": DISTRICT, "3": PROVINCE}
ROLES = ("lon", "lat", "date", "type")


@dataclass(frozen=True)
class Layout:
    """The names that one publisher gives to the columns."""

    name: str
    names: Mapping[str, tuple[str, ...]]
    precision: str | None = None
    levels: Mapping[str, str] = field(default_factory=dict)


LAYOUTS = (
    Layout(
        "this project",
        {"lon": ("lon",), "lat": ("lat",), "date": ("date_start",), "type": ("event_type",)},
        "where_precision",
        UCDP_PRECISION,
    ),
    Layout(
        "ACLED",
        {"lon": ("longitude",), "lat": ("latitude",), "date": ("event_date",), "type": ("event_type",)},
        "geo_precision",
        ACLED_PRECISION,
    ),
    Layout(
        "UCDP GED",
        {"lon": ("longitude",), "lat": ("latitude",), "date": ("date_start",), "type": ("type_of_violence",)},
        "where_prec",
        UCDP_PRECISION,
    ),
)
PLAIN = Layout(
    "plain names",
    {
        "lon": ("lon", "longitude", "lng", "x"),
        "lat": ("lat", "latitude", "y"),
        "date": ("date", "day", "event_date", "date_start"),
        "type": ("type", "event_type", "type_of_violence"),
    },
)


@dataclass(frozen=True)
class Columns:
    """Which column holds what, and why that is thought."""

    lon: str
    lat: str
    date: str
    type: str | None
    precision: str | None
    levels: Mapping[str, str]
    reason: str

    @property
    def names(self) -> list[str]:
        """The columns to read, each once."""
        return list(dict.fromkeys(name for name in (*self.by_role.values(), self.precision) if name is not None))

    @property
    def by_role(self) -> dict[str, str | None]:
        """The column of each role; None where there is none."""
        return {role: getattr(self, role) for role in ROLES}


def columns_of(header: Sequence[str], told: Mapping[str, str | None], use_precision: bool = True) -> Columns:
    """The columns of a file.

    Parameters
    ----------
    header : the names in the file.
    told : role (lon, lat, date, type) → the caller's column; None where it is to be found.
    use_precision : False to take every point at its coordinates, however coarse its record says it is.

    Raises
    ------
    ValueError
        When a column that was told is not there or is there twice, or place or day can't be found.
    """
    layout = next((layout for layout in LAYOUTS if _all_there(layout, header)), PLAIN)
    found = {role: told.get(role) or _first(layout.names[role], header) for role in ROLES}
    _check(found, header)
    precision = _first((layout.precision,), header) if use_precision and layout.precision else None
    by_caller = [f"--{role}" for role in ROLES if told.get(role)]
    reason = f"told by {', '.join(by_caller)}; otherwise as in {layout.name}" if by_caller else f"as in {layout.name}"
    return Columns(**found, precision=precision, levels=layout.levels if precision else {}, reason=reason)  # type: ignore[arg-type]


def _all_there(layout: Layout, header: Sequence[str]) -> bool:
    return all(_first(names, header) for names in layout.names.values())


def _first(names: Sequence[str], header: Sequence[str]) -> str | None:
    """The first column of one of these names, in capitals or not."""
    lowered = {name.strip().lower(): name for name in reversed(header)}
    return next((lowered[name] for name in names if name in lowered), None)


def _check(found: Mapping[str, str | None], header: Sequence[str]) -> None:
    listed = ", ".join(header[:40]) + (" …" if len(header) > 40 else "")
    for role, column in found.items():
        if column is None and role != "type":
            raise ValueError(f"no column for the {role} was found; name it with --{role}. The file has: {listed}")
        if column is not None and column not in header:
            raise ValueError(f"--{role} {column!r} is not a column of the file, which has: {listed}")
        if column is not None and list(header).count(column) > 1:
            raise ValueError(f"the column {column!r} stands twice in the file")
