"""What the layer of presence needs beyond events, as the browser reads it: rows of lists."""

from __future__ import annotations

from typing import Any

from geo.record.load import Dataset
from geo.record.schema import CLAIMANTS, SOURCE_KINDS
from geo.record.spans import days_between


def presence_rows(dataset: Dataset) -> list[list[Any]]:
    """[day, claimant, actor, province, present or absent, [kind of source, …]] of each row of a list, by number."""
    actors, provinces, sources = (
        list(dataset.by_id("actors")),
        list(dataset.by_id("provinces")),
        dataset.by_id("sources"),
    )
    return [
        [
            days_between(dataset.first_day, row["as_of"]),
            CLAIMANTS.index(row["claimant"]),
            actors.index(row["actor_id"]),
            provinces.index(row["admin1"]),
            int(row["polarity"] == "present"),
            sorted({SOURCE_KINDS.index(sources[s]["kind"]) for s in row["source_ids"]}),
        ]
        for row in dataset.records("presence")
    ]
