"""A record that a sentence rests on, named in words: its title or what it says, as a way to where it is shown."""

from __future__ import annotations

from geo.reading.content import Link, Part, Parts
from geo.record.load import Dataset
from geo.record.records import ControlClaim
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import actor_name, area_names, claim_in_words, speaker_in_words


def record_way(dataset: Dataset, record_id: str) -> Part:
    """An event by its title; a claim, a list or a number by what it says. One that is not shown is told as such."""
    if event := dataset.public_by_id.get(record_id):
        return Link(event["title"], "events", {"event": record_id})
    if claim := dataset.by_id("control_claims").get(record_id):
        return claim_way(dataset, claim)
    if record_id in dataset.by_id("presence"):
        return _presence(dataset, record_id)
    if record_id in dataset.by_id("statistics"):
        row = dataset.by_id("statistics")[record_id]
        return Link(
            t("words.remark", told=row["label"], remark=speaker_in_words(row)),
            "sources",
            {"source": row["source_ids"][0]},
        )
    return t("story.not_shown", id=record_id)


def record_ways(dataset: Dataset, record_ids: tuple[str, ...]) -> Parts:
    """The records of a sentence, one after the other."""
    parts: list[Part] = [t("story.rests_on"), " "]
    for place, record_id in enumerate(record_ids):
        parts += [t("list.dot")] if place else []
        parts.append(record_way(dataset, record_id))
    return tuple(parts)


def claim_way(dataset: Dataset, claim: ControlClaim) -> Link:
    """A claim over territory as a way to the map on its first day."""
    day = max(claim["valid_from"], dataset.first_day)
    return Link(claim_in_words(dataset, claim), "", {"date": day, "event": None})


def _presence(dataset: Dataset, presence_id: str) -> Link:
    row = dataset.by_id("presence")[presence_id]
    message = t(
        "story.presence_line",
        area=area_names(dataset, [row["admin1"]]),
        who=actor_name(dataset, row["actor_id"]),
        statement=t("provinces.present") if row["polarity"] == "present" else t("provinces.absent"),
        day=plain_date(row["as_of"]),
    )
    day = max(row["as_of"], dataset.first_day)
    return Link(message, "", {"date": day, "province": row["admin1"], "event": None})
