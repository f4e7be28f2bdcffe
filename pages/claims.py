"""The page of claims over territory: `/claims` lists them, `/claims?claim=CC-…` shows the whole record of one."""

from __future__ import annotations

import streamlit as st

from geo.address.keys import InvalidParam, read_key
from geo.reading.claim_page import claim_blocks, claims_table, first_day_way
from geo.reading.content import Link, Paragraph
from geo.reading.versions_page import history_section
from geo.record.load import Dataset
from geo.wording.cite import cite_claim
from geo.wording.text import t
from pages.ui import content, layout, reader_page, state


def show() -> None:
    """Draw the page: one claim, or all."""
    now = reader_page.begin("claims.title")
    if now is None:
        return
    dataset = now.timeline.dataset
    view, refused = state.current_view(dataset)
    invalid: list[InvalidParam] = [*refused]
    chosen = read_key(st.query_params.to_dict(), "claim", "", dataset, invalid, "claims")
    reader_page.tell_refused(invalid)
    if chosen:
        _record(dataset, chosen, reader_page.link_query(view, dataset) | {"claim": chosen})
    else:
        st.header(t("claims.title"), anchor=False)
        st.caption(t("claims.intro"))
        content.show(dataset, claims_table(dataset, dataset.records("control_claims")))
    state.write_address(dataset, {"claim": chosen} if chosen else {})
    layout.end()


def _record(dataset: Dataset, claim_id: str, query: dict[str, str]) -> None:
    claim = dataset.by_id("control_claims")[claim_id]
    st.header(t("claims.one", id=claim_id), anchor=False)
    ways = Paragraph((Link(t("claims.back"), "claims"), t("list.dot"), first_day_way(dataset, claim)))
    content.show(dataset, ways, *claim_blocks(dataset, claim), *history_section(dataset, claim_id))
    st.subheader(t("cite.claim"), anchor=False)
    reader_page.show_citation(cite_claim(claim, dataset, reader_page.reading(dataset, "claims", query)))


show()
