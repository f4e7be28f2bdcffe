"""UCDP's rows on the events page: under the list as rows of their own, and on the record of the event that tells the same."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from geo.address.listing import Listing
from geo.address.view import ViewState
from geo.queries.find import days_of
from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.reference.find import FoundRow, find_rows, rows_of_event
from geo.wording.reference_words import credit_of, facts_of, place_of, title_of
from geo.wording.text import t
from geo.wording.words import range_in_words, span_in_words
from pages.ui import reader_page
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import Snapshot

SHOWN = "ucdp"
#: So many rows are shown; the others are counted.
MOST = 500
COLUMNS = {"day": 125, "row": 370, "place": 215, "precision": 145, "killed": 115, "ours": 165, "months": 120, "id": 80}


def switch(dataset: Dataset, view: ViewState, key: str) -> None:
    """The box that switches UCDP's rows on, on every page and in the address."""
    st.session_state[key] = view.reference == SHOWN
    st.checkbox(
        t("reference.show"),
        key=key,
        on_change=lambda: reader_page.change_view(dataset, reference=SHOWN if st.session_state[key] else None),
    )


def of_list(now: Snapshot, view: ViewState, listing: Listing) -> None:
    """The rows of the days that the list asks for, each with the events of ours that tell the same."""
    if now.reference is None:
        return
    dataset = now.timeline.dataset
    st.subheader(t("events.reference"), anchor=False)
    switch(dataset, view, "list_reference")
    if view.reference != SHOWN:
        return
    words, span = normalise(listing.q).split(), days_of(dataset, view, listing)
    found = find_rows(now.reference, dataset, view, span, words)
    both = sum(bool(one.lines) for one in found)
    st.text(t("events.reference_told", count=len(found), days=span_in_words(*span), both=both, only=len(found) - both))
    st.caption(t("events.reference_note"))
    shown = found[-MOST:][::-1] if listing.order == "newest" else found[:MOST]
    if shown:
        _table(dataset, shown)
    if len(found) > len(shown):
        st.text(t("events.reference_more", count=len(found) - len(shown)))
    st.caption(escape_markdown(credit_of(now.reference)))


def of_event(now: Snapshot, view: ViewState) -> None:
    """The rows that tell what the view's event tells, whole; folded while UCDP's rows are not switched on."""
    if now.reference is None or view.event is None:
        return
    dataset = now.timeline.dataset
    found = rows_of_event(now.reference, dataset, view.event)
    if not found:
        return
    with st.expander(t("events.reference_of", count=len(found)), expanded=view.reference == SHOWN):
        for one in found:
            lines = [
                f"**{escape_markdown(label)}** {escape_markdown(text)}"
                for label, text in _facts(dataset, one, view.event)
            ]
            with st.container(border=True):
                st.markdown(f"**{escape_markdown(title_of(one.row))}**")
                st.markdown("  \n".join(lines))
        st.caption(escape_markdown(credit_of(now.reference)))


def table_of(dataset: Dataset, found: list[FoundRow]) -> pd.DataFrame:
    """One row a row of UCDP's; plain text."""
    cells = [
        {
            "day": span_in_words(one.row["date_start"], one.row["date_end"]),
            "row": f"{one.row['side_a']} – {one.row['side_b']}",
            "place": place_of(dataset, one.row),
            "precision": t(f"reference.where.{one.row['where_prec']}"),
            "killed": f"{one.row['best']} ({range_in_words(one.row['low'], one.row['high'])})",
            "ours": _ours_in_words(one),
            "months": t(f"events.reference_{'whole' if one.is_covered else 'not_whole'}"),
            "id": one.row["ucdp_id"],
        }
        for one in found
    ]
    return pd.DataFrame({t(f"events.reference_column.{key}"): [row[key] for row in cells] for key in COLUMNS})


def _table(dataset: Dataset, found: list[FoundRow]) -> None:
    st.dataframe(
        table_of(dataset, found),
        hide_index=True,
        height=min(38 + 35 * len(found), 460),
        column_config={
            t(f"events.reference_column.{key}"): st.column_config.TextColumn(width=width)
            for key, width in COLUMNS.items()
        },
        alt=t("events.reference_alt", count=len(found)),
    )
    pairs = [(one, line["event_id"]) for one in found for line in one.lines]
    if not pairs:
        return
    events = dataset.by_id("events")
    st.session_state["reference_open"] = None
    st.selectbox(
        t("events.reference_open"),
        range(len(pairs)),
        format_func=lambda n: f"{title_of(pairs[n][0].row)} → {events[pairs[n][1]]['title']}",
        key="reference_open",
        placeholder=t("events.reference_open_hint"),
        on_change=partial(_open, dataset, [event_id for _, event_id in pairs]),
    )


def _open(dataset: Dataset, ids: list[str]) -> None:
    chosen = st.session_state["reference_open"]
    if chosen is not None:
        reader_page.change_view(dataset, event=ids[chosen])


def _ours_in_words(found: FoundRow) -> str:
    ids = ", ".join(line["event_id"] for line in found.lines)
    return t("events.reference_both", ids=ids) if ids else t("events.reference_only")


def _facts(dataset: Dataset, found: FoundRow, event_id: str) -> list[tuple[str, str]]:
    """What a card tells of a row, and how it came to be taken for the same as the event."""
    line = next(line for line in found.lines if line["event_id"] == event_id)
    reviewed = t(f"events.reference_reviewed.{line['reviewed']}")
    how = ": ".join(filter(None, [f"{t('events.reference_how.' + line['how'])}; {reviewed}", line["remark"]]))
    return [*facts_of(dataset, found.row), (t("events.reference_match"), how)]
