"""ACLED exports: the 31 columns of today and the older layouts, small letters or capitals (ACLED Codebook)."""

from __future__ import annotations

from geo.publishers.base import Publisher
from geo.publishers.codes import precisions

NOW = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
#: Columns that earlier exports had and today's don't.
OLDER = ("data_id", "event_id_no_cnty", "iso3", "gwno", "ally_actor_1", "ally_actor_2")

ACLED = Publisher(
    name="acled",
    title="ACLED",
    columns=NOW + OLDER,
    telling=("event_id_cnty", "event_date", "event_type", "actor1"),
    written_days=("event_date",),
    lon="longitude",
    lat="latitude",
    day=("event_date",),
    type="event_type",
    precision="geo_precision",
    where=precisions("acled", "geo_precision"),
)
