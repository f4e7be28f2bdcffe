"""Events that were read, one by one, to those that are accepted: newest versions, places, actors, titles."""

from __future__ import annotations

from collections import Counter

from geo.ingest.actors import actor_ids, known_names
from geo.ingest.event import Event
from geo.ingest.notes import Notes
from geo.ingest.places import Joiner
from geo.ingest.result import RawRow, RejectedRow, RowRejected
from geo.publishers.acled import ACLED
from geo.record.load import Dataset
from geo.wording.text import t

MAX_TITLE = 160


class SameRows:
    """Tells rows without an id that are the same as an earlier one, cell by cell; each is kept."""

    def __init__(self, notes: Notes) -> None:
        self._notes, self._seen = notes, set[int]()

    def look(self, row: RawRow, event: Event) -> None:
        """Look at one more row."""
        if event["event_id"] != f"row-{row.number}":
            return
        try:
            key = hash((row.cells, row.point))
        except TypeError:  # lists and objects of JSON
            return
        if key in self._seen:
            self._notes.add("same_row", row.number)
        self._seen.add(key)


def accept(
    drafts: list[Event], joiner: Joiner, rejected: list[RejectedRow], dataset: Dataset, notes: Notes
) -> list[Event]:
    """The events with province, district, actors and title; those that can't be placed go aside."""
    accepted: list[Event] = []
    seen: set[str] = set()
    names = known_names(dataset)
    actors = dataset.by_id("actors")
    newest = _newest(drafts)
    for event, by_point in zip(drafts, joiner.look_up(drafts), strict=True):
        try:
            if newest.get(event["event_id"], event) is not event:
                raise RowRejected("older_version", "id", event["event_id"])
            if event["event_id"] in seen:
                raise RowRejected("duplicate_id", "id", event["event_id"])
            joiner.join(event, by_point)
        except RowRejected as reason:
            rejected.append(RejectedRow(event["row"], event["event_id"], reason.field, reason.value, reason.reason))
            continue
        seen.add(event["event_id"])
        sides = [*event["side_a"], *event["side_b"]]
        event["actor_ids"], others = actor_ids(sides, event["date_start"], names, actors)
        for name, why in others:
            notes.add("actor_not_linked" if why else "actor_unknown", event["row"], f"{name} ({why})" if why else name)
        event["title"] = _title(event)
        accepted.append(event)
    return accepted


def _newest(drafts: list[Event]) -> dict[str, Event]:
    """Of ids that stand twice in an export of ACLED: the event with the latest timestamp, by which they correct."""
    many = {key for key, count in Counter(event["event_id"] for event in drafts).items() if count > 1}
    found: dict[str, Event] = {}
    for event in drafts:
        if event["event_id"] in many and event["layout"] == ACLED.name:
            known = found.setdefault(event["event_id"], event)
            found[event["event_id"]] = event if _stamp(event) > _stamp(known) else known
    return found


def _stamp(event: Event) -> int:
    stamps = (str(value) for name, value in event["extra"].items() if name.lower() == "timestamp")
    return next((int(stamp) for stamp in stamps if stamp.isascii() and stamp.isdigit()), 0)


def _title(event: Event) -> str:
    """The file's own title; else kind and place; else the beginning of the text."""
    if event["title"]:
        return str(event["title"])[:MAX_TITLE]
    kind = event["sub_event_type"] or event["event_type"]
    words = t(f"subtype.{kind}") if event["sub_event_type"] else t(f"type.{kind}") if kind else t("add.untitled")
    place = event["place_name"] or event["stated_admin2"] or event["stated_admin1"]
    return ", ".join(part for part in (words, place) if part)[:MAX_TITLE]
