"""The page of definitions: who holds a district by which rule, over the same claims; on a day, over time, in the hard cases."""

from __future__ import annotations

import streamlit as st

from geo.address.view import ViewState
from geo.reading.definitions.hard_cases import cases_section, district_of
from geo.reading.definitions.one_day import day_section
from geo.reading.definitions.over_time import ribbon_section
from geo.reading.definitions.rules import other_maps_section, rules_section
from geo.reading.definitions.small_maps import maps_section
from geo.reading.definitions.ways import contents
from geo.record.load import Dataset
from geo.wording.text import t
from geo.wording.words import area_names
from pages.ui import content, layout, reader_page, state
from pages.ui.date_field import date_field

#: The box of the district, in the session.
DISTRICT = "definitions_district"


def show() -> None:
    """Draw the page; the reader's day and district are those of the view, no filter applies."""
    now = reader_page.begin("definitions.title")
    if now is None:
        return
    timeline, dataset = now.timeline, now.timeline.dataset
    view, refused = state.current_view(dataset)
    reader_page.tell_refused(refused)
    st.header(t("definitions.title"), anchor=False)
    st.caption(t("definitions.intro"))
    content.show(dataset, contents())
    district = district_of(dataset, view.district)
    _boxes(dataset, view, district)
    content.show(
        dataset,
        day_section(timeline, district, view.date),
        maps_section(timeline, district, view.date),
        ribbon_section(timeline, district),
        cases_section(timeline),
        other_maps_section(timeline, view.date),
        rules_section(),
    )
    state.write_address(dataset)
    layout.end()


def _boxes(dataset: Dataset, view: ViewState, district: str) -> None:
    """The district and the day; kept for the map."""
    left, right = st.columns(2, gap="medium")
    st.session_state[DISTRICT] = district
    left.selectbox(
        t("definitions.choose"),
        sorted(dataset.by_id("districts"), key=lambda one: _spelt(dataset, one)),
        format_func=lambda one: _spelt(dataset, one),
        key=DISTRICT,
        on_change=lambda: reader_page.change_view(dataset, district=st.session_state[DISTRICT], province=None),
    )
    with right:
        date_field(
            t("definitions.day"),
            view.date,
            (dataset.first_day, dataset.last_day),
            "definitions_day",
            lambda day: reader_page.change_view(dataset, date=day),
        )


def _spelt(dataset: Dataset, district: str) -> str:
    """The district with its province, since some share a name."""
    return area_names(dataset, [district, dataset.by_id("districts")[district]["admin1"]])


show()
