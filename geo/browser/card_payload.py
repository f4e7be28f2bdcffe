"""What the cards show, as the browser reads it: claims and sources; it travels apart, when first asked for."""

from __future__ import annotations

from geo.record.fields import fields_of
from geo.record.geojson import dumps
from geo.record.load import Dataset, public_sources
from geo.wording.words import origin_names

#: An event's fields that only its card shows; they travel in a file of their own, on demand.
CARD_FIELDS = (
    "summary", "sub_event_type", "side_a", "side_b", "civilians_targeted", "place_name", "place_aliases", "place_id", "verified_by",
    "reported_on", "claims", "source_ids", "related_ids", "known_from", "notes", "recorded_on", "revised_on",
)  # fmt: skip
SOURCE_FIELDS = (
    "publisher", "title", "lang", "author", "date", "date_note", "url", "archive_url", "kind", "party_near",
    "read_as", "seen_through", "copy_of", "retells", "unresolved", "reliability",
)  # fmt: skip


def card_payload(dataset: Dataset) -> bytes:
    """What the cards show: claims and sources of events, control claims, sources."""
    events = {
        event["event_id"]: fields_of(event, CARD_FIELDS) | {"origins": origin_names(dataset, event)}
        for event in dataset.public_events
    }
    sources = {s["source_id"]: fields_of(s, SOURCE_FIELDS) for s in public_sources(dataset)}
    presence = [
        {
            name: row[name]
            for name in ("admin1", "as_of", "actor_id", "polarity", "claimant", "claimant_name", "says", "source_ids")
        }
        for row in dataset.records("presence")
    ]
    claims = {
        claim_id: claim | {"event_ids": [event_id for event_id in claim["event_ids"] if event_id in events]}
        for claim_id, claim in dataset.by_id("control_claims").items()
    }
    return dumps({"events": events, "claims": claims, "sources": sources, "presence": presence}).encode("utf-8")
