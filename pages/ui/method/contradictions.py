"""Where sources contradict each other: events graded disputed or refuted, and control claims of certainty D."""

from __future__ import annotations

import streamlit as st

from geo.address.view import ViewState
from geo.control.hard_cases import contradicted_claims, contradicted_events
from geo.record.load import Dataset
from geo.record.records import ControlClaim
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import actor_name, area_names, speaker_in_words
from pages.ui import reader_page
from pages.ui.event import record as event_record
from pages.ui.safe import escape_markdown

HEIGHT = 420


def show(dataset: Dataset, view: ViewState) -> None:
    """Two lists beside each other, each a link a line."""
    events, claims = contradicted_events(dataset), contradicted_claims(dataset)
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader(t("method.events", count=len(events)), anchor=False)
        with st.container(height=HEIGHT):
            for event in events:
                event_record.event_link(dataset, view, event)
    with right:
        st.subheader(t("method.claims", count=len(claims)), anchor=False)
        with st.container(height=HEIGHT):
            for claim in claims:
                _claim_link(dataset, view, claim)


def _claim_link(dataset: Dataset, view: ViewState, claim: ControlClaim) -> None:
    """A claim as a link to the map on its first day."""
    parts = [
        short_date(claim["valid_from"]),
        area_names(dataset, claim["area_ids"]),
        f"{actor_name(dataset, claim['controller'])}, {t('status.' + claim['status'])}",
        speaker_in_words(claim),
        claim["claim_id"],
    ]
    query = reader_page.link_query(view, dataset, date=max(claim["valid_from"], dataset.first_day), event=None)
    st.page_link("map.py", label=escape_markdown(" · ".join(parts)), query_params=query)
