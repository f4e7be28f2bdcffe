"""One province: names, activity, districts, control, presence, numbers, losses, events, and what is not known."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from geo.address.province import ProvinceQuery
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.province import profile
from geo.record.load import Dataset, public
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import area_names, span_in_words
from pages.ui import reader_page
from pages.ui.event import listing
from pages.ui.province import activity, overview
from pages.ui.province import tables as province_tables
from pages.ui.province.chosen import choose
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached

Profile = dict[str, Any]


def show(timeline: Timeline, view: ViewState, asked: ProvinceQuery, perspective: str) -> None:
    """Everything about the view's province."""
    dataset = timeline.dataset
    what = (view.province or "", asked.start, asked.end, perspective)
    found = cached(dataset, ("profile", *what), lambda: profile(timeline, *what))
    _head(dataset, view, asked, found)
    beside = [code for code in asked.beside if code != view.province]
    if beside:
        overview.side_by_side(timeline, [str(view.province), *beside], asked, perspective)
    activity.show(timeline, found)
    _lists(dataset, found)
    _losses(dataset, found)
    _events(dataset, found)
    _unknown(dataset, found)


def _head(dataset: Dataset, view: ViewState, asked: ProvinceQuery, found: Profile) -> None:
    province = found["province"]
    st.header(escape_markdown(province["name_en"]), anchor=False)
    also = t("provinces.also", names=", ".join(province["aliases"])) if province["aliases"] else ""
    st.text(t("provinces.names", fa=province["name_fa"], ps=province["name_ps"], code=province["admin1"], also=also))
    unknown = found["unknown"]
    figures = {
        "km2": f"{province['area_km2']:,.0f}",
        "districts": str(len(found["districts"])),
        "activity": province_tables.number(found["activity"]["count"]),
        "events": province_tables.number(len(found["events"])),
        "lists": province_tables.number(unknown["presence_lists"]),
        "silent": f"{len(unknown['silent_months'])} / {unknown['months']}",
    }
    with st.container(horizontal=True, key="province_figures"):
        for key, figure in figures.items():
            st.metric(t(f"provinces.figure.{key}"), figure, width=150)
    days = span_in_words(asked.start, asked.end)
    shares = province_tables.shares_in_words(dataset, found["shares"])
    st.text(
        t(
            "provinces.told",
            days=days,
            day=short_date(asked.end),
            shares=shares,
            perspective=t(f"perspective.{found['perspective']}"),
        )
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(t("provinces.borders"))
        for code in found["neighbours"]:
            name = escape_markdown(area_names(dataset, [code]))
            st.button(name, key=f"to_{code}", type="tertiary", on_click=partial(choose, dataset, code))
        query = reader_page.link_query(view, dataset, date=asked.end)
        st.page_link("map.py", label=t("provinces.on_map"), query_params=query)


def _lists(dataset: Dataset, found: Profile) -> None:
    """Presence by date and claimant; numbers of others."""
    parts = (
        ("presence", "provinces.presence_note", province_tables.presence),
        ("statistics", "provinces.statistics_note", province_tables.statistics),
    )
    for key, note, table in parts:
        rows = found[key]
        st.subheader(t(f"provinces.{key}"), anchor=False)
        st.caption(activity.stated(found, note, count=len(rows)))
        if rows:
            st.dataframe(table(dataset, rows), hide_index=True, height=min(38 + 35 * len(rows), 320))
        else:
            st.text(t(f"provinces.no_{key}"))


def _losses(dataset: Dataset, found: Profile) -> None:
    ledger = found["ledger"]
    st.subheader(t("provinces.losses"), anchor=False)
    st.caption(activity.stated(found, "provinces.losses_note", count=len(ledger["left_out"])))
    if not ledger["entries"]:
        st.text(t("provinces.no_losses"))
        return
    st.dataframe(
        province_tables.losses(dataset, ledger["entries"]), hide_index=True, placeholder=province_tables.NOTHING
    )


def _events(dataset: Dataset, found: Profile) -> None:
    """All events of the province; a row opens its record."""
    events = {event["event_id"]: event for event in public(dataset.records("events"))}
    rows = tuple(events[event_id] for event_id in reversed(found["events"]))
    st.subheader(t("provinces.list", count=len(rows)), anchor=False)
    st.caption(activity.stated(found, "provinces.list_note"))
    if not rows:
        st.text(t("provinces.no_events"))
        return
    table = listing.table_of(dataset, rows)
    table[t("provinces.column.sources")] = [province_tables.publishers(dataset, event) for event in rows]
    chosen = st.dataframe(
        table,
        hide_index=True,
        height=min(38 + 35 * len(rows), 460),
        selection_mode="single-row",
        on_select="rerun",
        key="province_events",
    )["selection"]["rows"]
    if chosen and chosen[0] < len(rows):
        event = rows[chosen[0]]
        query = reader_page.link_query(st.session_state["view"], dataset, event=event["event_id"])
        st.page_link(
            "pages/events.py", label=t("provinces.open", title=escape_markdown(event["title"])), query_params=query
        )


def _unknown(dataset: Dataset, found: Profile) -> None:
    """What a reader must not read out of the figures above."""
    unknown = found["unknown"]
    st.subheader(t("provinces.unknown"), anchor=False)
    blank = unknown["districts_without_record"]
    lines = [
        t(
            "provinces.unknown.silent",
            count=len(unknown["silent_months"]),
            all=unknown["months"],
            months=province_tables.silence_in_words(unknown["silent_months"]),
        ),
        t(
            "provinces.unknown.lists" if unknown["presence_lists"] else "provinces.unknown.no_lists",
            count=unknown["presence_lists"],
        ),
        t("provinces.unknown.where", mix=_mix("where", unknown["where_precision"])),
        t("provinces.unknown.date", mix=_mix("date", unknown["date_precision"])),
        t(
            "provinces.unknown.blank",
            count=len(blank),
            all=len(found["districts"]),
            names=area_names(dataset, blank) or province_tables.NOTHING,
        ),
    ]
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))


def _mix(words: str, counts: dict[str, int]) -> str:
    return ", ".join(f"{t(f'{words}.{value}')} {count}" for value, count in sorted(counts.items())) or t(
        "provinces.no_record"
    )
