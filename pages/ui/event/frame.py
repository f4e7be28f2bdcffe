"""Events as a data frame whose rows are chosen, where choosing one does not leave the page."""

from __future__ import annotations

import pandas as pd

from geo.record.load import Dataset
from geo.record.records import Event
from geo.wording.text import t
from geo.wording.words import place_in_words, span_in_words


def table_of(dataset: Dataset, events: tuple[Event, ...]) -> pd.DataFrame:
    """One row an event; plain text."""
    return pd.DataFrame(
        {
            t("events.column.day"): span_in_words(event["date_start"], event["date_end"]),
            t("events.column.title"): event["title"],
            t("events.column.place"): place_in_words(dataset, event),
            t("events.column.grade"): t(f"verification.{event['verification']}"),
            t("events.column.type"): t(f"type.{event['event_type']}"),
            t("events.column.precision"): t(f"events.where.{event['where_precision']}"),
            t("events.column.id"): event["event_id"],
        }
        for event in events
    )
