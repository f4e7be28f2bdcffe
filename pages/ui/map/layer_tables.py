"""On the page that compares: what the layers of activity and presence show at the two days, in a sentence and a table."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from geo.address.compare import Sides
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.layer_style import LAYERS
from geo.queries.layer_difference import ActivityDifference, VoiceRow, activity_difference, presence_difference
from geo.queries.presence_map import Voice
from geo.record.load import Dataset
from geo.wording.dates import short_date
from geo.wording.layer_words import voice_in_words
from geo.wording.text import t
from geo.wording.words import area_names

CONTROL, ACTIVITY, _ = LAYERS
NOT_SAID = "–"


def show(timeline: Timeline, view: ViewState, sides: Sides) -> None:
    """The layer's own table under the maps; nothing on the layer of control."""
    if view.layer == CONTROL:
        return
    st.subheader(t(f"sides.table.{view.layer}"), anchor=False)
    dataset, days = timeline.dataset, (sides.a.day, sides.b.day)
    if view.layer == ACTIVITY:
        _table(_count_rows(dataset, activity_difference(timeline, view, *days)))
        st.caption(t("sides.table_note.activity", version=dataset.version))
    else:
        _table(_voice_rows(dataset, presence_difference(timeline, view, *days)))
        st.caption(t("sides.table_note.presence", version=dataset.version))


def sentence(timeline: Timeline, view: ViewState, sides: Sides) -> str:
    """What differs on the layer, in one sentence; plain text, empty on the layer of control."""
    if view.layer == CONTROL:
        return ""
    days = {"a": short_date(sides.a.day), "b": short_date(sides.b.day)}
    if view.layer == ACTIVITY:
        found = activity_difference(timeline, view, sides.a.day, sides.b.day)
        if not found.is_comparable:
            return t("sides.activity.silence", **days)
        return t("sides.activity.differ", **days, **_ways(row.more for row in found.rows if row.admin1))
    rows = presence_difference(timeline, view, sides.a.day, sides.b.day)
    return t("sides.presence.differ", **days, **_ways(row.more for row in rows))


def _ways(differences: Iterable[int]) -> dict[str, int]:
    """In how many provinces it is more, fewer, as many."""
    every = list(differences)
    more, fewer = (sum(way * one > 0 for one in every) for way in (1, -1))
    return {"more": more, "fewer": fewer, "same": len(every) - more - fewer}


def _table(rows: list[dict[str, str | int]]) -> None:
    if rows:
        st.dataframe(pd.DataFrame(rows), hide_index=True)
    else:
        st.text(t("sides.no_row.layer"))


def _count_rows(dataset: Dataset, found: ActivityDifference) -> list[dict[str, str | int]]:
    return [
        {
            t("sides.column.province"): area_names(dataset, [row.admin1]) if row.admin1 else t("sides.nowhere"),
            t("sides.column.events_a"): row.before,
            t("sides.column.events_b"): row.after,
            t("sides.column.more"): _signed(row.more) if found.is_comparable else NOT_SAID,
        }
        for row in found.rows
    ]


def _voice_rows(dataset: Dataset, rows: tuple[VoiceRow, ...]) -> list[dict[str, str | int]]:
    return [
        {
            t("sides.column.province"): area_names(dataset, [row.admin1]),
            t("sides.column.more"): _signed(row.more),
            t("sides.column.voices_a"): _spoken(row.before),
            t("sides.column.voices_b"): _spoken(row.after),
        }
        for row in rows
    ]


def _spoken(voices: tuple[Voice, ...]) -> str:
    """Who names a province as one of presence, then who says that there is none."""
    ordered = sorted(voices, key=lambda voice: not voice.present)
    lines = [
        t("layers.voice_present" if voice.present else "layers.voice_absent", voice=voice_in_words(voice))
        for voice in ordered
    ]
    return "; ".join(lines) or t("sides.unnamed")


def _signed(number: int) -> str:
    """'+3', '−2', '0'."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"
