"""What the columns of Python's tables mean: docs/python.md is made from it, and every table is held to it."""

from __future__ import annotations

from geo.record.schema import FILES


def _of(file: str) -> dict[str, str]:
    """The meanings of a data file's fields."""
    return {field.name: field.meaning for field in FILES[file].fields}


_STATE = {
    "controller": "who holds it, by id; unknown where no claim says anything",
    "controller_name": "the same in words",
    "status": "control, contested or besieged; disagreed where the parties name different holders; unknown",
    "basis": "assessed, or claimed by a party alone",
    "certainty": "A to E: how well it is known (docs/method.md)",
    "told_by": "own: the perspective's party says so itself; assessed: it has said nothing",
    "partial": "whether the claim speaks of a part of the area only",
    "last_confirmed": "the last day that a source supports",
    "claim_ids": "the claims that say so, the deciding one first",
    "source_ids": "the sources behind them",
    "disputed": "claims that tell it otherwise",
    "active": "claims that somebody is present or advancing there",
}
#: How an area is drawn.
SIGN = {
    "fill": "how the map fills the area: none, solid, claimed, contested, besieged, disagreed",
    "against": "the first who is said to hold it too; the second colour of a contested area",
    "disputed_by": "who claims it against the state shown; strokes over it on the map",
    "active_by": "who is said to be active there and neither holds nor claims it; dots on the map",
}
#: Method → column → meaning; `geometry` stands last where there is one.
COLUMNS: dict[str, dict[str, str]] = {
    "at": {
        "zone_id": "area and first day of this state",
        "area_id": "id of the district or named place",
        "area_type": "district (a polygon) or place (a point, or nothing where none is known)",
        "name": "its name in English",
        "admin1": "its province, ISO 3166-2",
        "area_km2": "area of a district",
        "radius_km": "how far off the point of a place may be",
        "as_of": "the day that was asked for, at its end in Kabul",
        "perspective": "according to whom",
        "valid_from": "first day of this state",
        "valid_to": "first day on which it no longer holds; NaT while open",
        "since": "first day of the present controller and status",
        **_STATE,
        **SIGN,
        "geometry": "EPSG:4326",
    },
    "events": {
        **_of("events"),
        "lon": "degrees, WGS 84",
        "lat": "degrees, WGS 84",
        "time_precision": "date_precision in ACLED's codes",
        "geo_precision": "where_precision in ACLED's codes",
        "date_prec": "date_precision in UCDP's codes",
        "where_prec": "where_precision in UCDP's codes",
        "geometry": "a point in EPSG:4326; None where the place is known to no better than the province",
    },
    "diff": {
        "admin2_id": "the district",
        "name": "its name in English",
        "admin1": "its province",
        "before": "who held it, and how",
        "after": "who holds it, and how",
        "kind": "which way it changed: gained, contested, settled, ended (only no longer reported), differs (between views)",
        "side": "whose change it is",
        "other": "who is on its other end; None where nobody is",
        "area_km2": "its area",
        "claim_ids": "the claims behind the later state",
        "geometry": "its polygon, EPSG:4326",
    },
    "presence": {
        "claimant": "who says so",
        "list_id": "the list",
        "as_of": "the day of the list",
        "actor_id": "who is said to be there",
        "admin1": "the province; one that no list names is not in the table: no data, not zero",
        "name": "its name in English",
        "polarity": "present, or absent: said not to be there",
        "source_ids": "the sources of the list",
    },
    "sources": {
        **_of("sources"),
        "events": "events that rest on it",
        "control_claims": "control claims that rest on it",
        "presence": "rows of presence lists that rest on it",
        "statistics": "numbers of others that rest on it",
        "undated": "undated reports that rest on it",
        "events_in_span": "events of the span that was asked for that rest on it",
    },
    "claims": {**_of("control_claims"), "ends_on": "first day on which it no longer holds, also by a later claim"},
    "provinces": {
        "share_id": "province and controller",
        "admin1": "the province, ISO 3166-2",
        "name": "its name in English",
        "as_of": "the day that was asked for",
        "perspective": "according to whom",
        "controller": "who holds this share",
        "controller_name": "the same in words",
        "area_km2": "area of its districts that the controller holds, contested ones whole",
        "area_pct": "the same as a part of the province",
        "districts": "how many districts",
        "contested_districts": "how many of them are contested",
        "geometry": "the province, EPSG:4326",
    },
}
#: Columns that hold days.
DAYS = frozenset(
    {
        *(
            field.name
            for file in ("events", "sources", "control_claims")
            for field in FILES[file].fields
            if field.kind == "day"
        ),
        *("as_of", "since", "valid_from", "valid_to", "last_confirmed", "ends_on"),
    }
)
