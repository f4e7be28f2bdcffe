"""One province: names, activity, districts, control, presence, numbers, losses, events, and what is not known."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.address.province import ProvinceQuery
from geo.address.view import ViewState
from geo.queries.find import in_order
from geo.queries.province import profile
from geo.queries.province_types import Profile
from geo.reading import province_tables
from geo.reading.content import Block, Contents, Link, Paragraph, Section, Table, Within
from geo.reading.event_list import events_table
from geo.reading.province_activity import days_in_words
from geo.reading.province_unknown import unknown_points
from geo.reading.province_words import count_or_none, names_line, shares_in_words
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import area_names, span_in_words
from pages.ui import content, reader_page
from pages.ui.province import activity, overview
from pages.ui.province.chosen import choose
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import Snapshot, cached

#: The sections of a province, by their anchors.
SECTIONS = (
    "activity",
    "districts",
    "control",
    "presence",
    "statistics",
    "losses",
    "events",
    "unknown",
    "reference",
    "all",
)
#: So many events are shown until the reader asks for all.
FIRST_EVENTS = 10


def show(now: Snapshot, view: ViewState, requested: ProvinceQuery, perspective: str) -> None:
    """Everything about the view's province."""
    timeline, dataset = now.timeline, now.timeline.dataset
    what = (view.province or "", requested.start, requested.end, perspective)
    found = cached(dataset, ("profile", *what), lambda: profile(timeline, *what))
    _head(dataset, view, requested, found)
    ways = tuple(
        Within(t(f"provinces.section.{anchor}"), anchor)
        for anchor in SECTIONS
        if now.reference or anchor != "reference"
    )
    content.show(dataset, Contents(t("reading.contents"), ways))
    beside = [code for code in requested.beside if code != view.province]
    if beside:
        overview.side_by_side(timeline, [str(view.province), *beside], requested, perspective)
    activity.show(timeline, found)
    content.show(
        dataset,
        *_lists(dataset, found),
        _losses(dataset, found),
        _events(dataset, found, requested),
        Section(t("provinces.unknown"), (unknown_points(dataset, found),), anchor="unknown"),
    )


def _head(dataset: Dataset, view: ViewState, requested: ProvinceQuery, found: Profile) -> None:
    province = found["province"]
    st.header(escape_markdown(province["name_en"]), anchor=False)
    content.show(dataset, names_line(province))
    unknown = found["unknown"]
    figures = {
        "km2": f"{province['area_km2']:,.0f}",
        "districts": str(len(found["districts"])),
        "activity": count_or_none(found["activity"]["count"]),
        "events": count_or_none(len(found["events"])),
        "lists": count_or_none(unknown["presence_lists"]),
        "silent": f"{len(unknown['silent_months'])} / {unknown['months']}",
    }
    with st.container(horizontal=True, key="province_figures"):
        for key, figure in figures.items():
            st.metric(t(f"provinces.figure.{key}"), figure, width=150)
    st.text(
        t(
            "provinces.told",
            days=span_in_words(requested.start, requested.end),
            day=plain_date(requested.end),
            shares=shares_in_words(dataset, found["shares"]),
            perspective=t(f"perspective.{found['perspective']}"),
        )
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(t("provinces.borders"))
        for code in found["neighbours"]:
            name = escape_markdown(area_names(dataset, [code]))
            st.button(name, key=f"to_{code}", type="tertiary", on_click=partial(choose, dataset, code))
        query = reader_page.link_query(view, dataset, date=requested.end)
        st.page_link("map.py", label=t("provinces.on_map"), query_params=query)


def _lists(dataset: Dataset, found: Profile) -> tuple[Section, Section]:
    """Presence by date and claimant; numbers of others."""
    message = days_in_words(found)
    presence, statistics = found["presence"], found["statistics"]
    return (
        _section(
            "presence",
            t("provinces.presence_note", count=len(presence), **message),
            province_tables.presence(dataset, presence, t("provinces.presence")) if presence else None,
            t("provinces.no_presence"),
        ),
        _section(
            "statistics",
            t("provinces.statistics_note", count=len(statistics), **message),
            province_tables.statistics(dataset, statistics, t("provinces.statistics")) if statistics else None,
            t("provinces.no_statistics"),
        ),
    )


def _losses(dataset: Dataset, found: Profile) -> Section:
    ledger, message = found["ledger"], days_in_words(found)
    entries = ledger["entries"]
    note = t("provinces.losses_note", count=len(ledger["left_out"]), **message)
    table = province_tables.losses(dataset, entries, t("provinces.losses")) if entries else None
    return _section("losses", note, table, t("provinces.no_losses"))


def _section(key: str, note: str, table: Table | None, nothing: str) -> Section:
    """A heading, what the rows below it are, and the rows, or that there are none."""
    blocks: tuple[Block, ...] = (Paragraph((note,), is_quiet=True), table or Paragraph((nothing,)))
    title = t(f"provinces.section.{key}")
    return Section(title, blocks, anchor=key, is_folded=table is not None)


def _events(dataset: Dataset, found: Profile, requested: ProvinceQuery) -> Section:
    """All events of the province, and the way to the list of them."""
    events = dataset.public_by_id
    rows = in_order([events[event_id] for event_id in found["events"]], "newest")
    title = t("provinces.list", count=len(rows))
    if not rows:
        return Section(title, (Paragraph((t("provinces.no_events"),)),), anchor="events")
    query = {
        "area": found["province"]["admin1"],
        "days": "span",
        "from": requested.start,
        "to": requested.end,
        "event": None,
    }
    note = t("provinces.list_note", **days_in_words(found))
    lead = Paragraph((note, " ", Link(t("provinces.list_open"), "events", query)), is_quiet=True)
    return Section(title, (lead, events_table(dataset, rows, title, FIRST_EVENTS)), anchor="events")
