"""What happened in a province and who held it: the charts of its page, each with its table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from geo.control.timeline import Timeline
from geo.queries.province import control_strips
from geo.record.load import Dataset
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import actor_name, area_names, span_in_words
from pages.ui import charts
from pages.ui.province import charts as province_charts
from pages.ui.province import control_chart
from pages.ui.province import tables as province_tables
from pages.ui.server.snapshot import cached

Profile = dict[str, Any]
MAX_ACTORS = 10


def show(timeline: Timeline, found: Profile) -> None:
    """Activity by month, kind and actor; districts; control over time."""
    _activity(timeline.dataset, found)
    _districts(timeline.dataset, found)
    _control(timeline, found)


def stated(found: Profile, key: str, **values: object) -> str:
    """A note under a heading with the window, the perspective and the data that it holds for."""
    days = span_in_words(found["start"], found["end"])
    return t(key, days=days, day=short_date(found["end"]), version=found["dataset"], **values)


def _activity(dataset: Dataset, found: Profile) -> None:
    activity = found["activity"]
    st.subheader(t("provinces.activity"), anchor=False)
    st.caption(stated(found, "provinces.activity_note", count=activity["count"]))
    if not activity["count"]:
        st.text(t("provinces.no_activity"))
        return
    by_month = activity["by_month"]
    _chart(dataset, found, "months", partial(province_charts.months, by_month), count=activity["count"])
    with st.expander(t("provinces.as_table")):
        st.dataframe(
            province_tables.months_table(activity["by_month"]), hide_index=True, placeholder=province_tables.NOTHING
        )
    kinds = [(t(f"subtype.{kind}"), count) for kind, count in activity["by_sub_type"].items()]
    actors = [(actor_name(dataset, actor), count) for actor, count in activity["by_actor"].items()]
    for column, what, rows in zip(
        st.columns(2, gap="medium"), ("types", "actors"), (kinds, actors[:MAX_ACTORS]), strict=True
    ):
        with column:
            st.markdown(f"**{t(f'provinces.{what}')}**")
            told = ", ".join(f"{name} {count}" for name, count in rows)
            _chart(dataset, found, what, partial(province_charts.counts, rows), told=told)
            with st.expander(t("provinces.as_table")):
                st.dataframe(province_tables.counts_table(t(f"provinces.{what}"), rows), hide_index=True)
    st.caption(t("provinces.actors_note", count=activity["count"]))


def _chart(dataset: Dataset, found: Profile, what: str, make: Callable[[], charts.Spec], **told: object) -> None:
    """One of the charts of the province, with its title, place and days as its text alternative."""
    name, days = found["province"]["name_en"], span_in_words(found["start"], found["end"])
    key = (what, found["province"]["admin1"], found["start"], found["end"])
    charts.draw(dataset, key, make, t(f"provinces.{what}_alt", province=name, days=days, **told))


def _districts(dataset: Dataset, found: Profile) -> None:
    st.subheader(t("provinces.districts"), anchor=False)
    st.caption(stated(found, "provinces.districts_note", count=len(found["events"]), without=found["without_district"]))
    left, right = st.columns([2, 3], gap="medium")
    with left:
        told = ", ".join(f"{row['name']} {row['events']}" for row in found["districts"] if row["events"])
        draw = partial(province_charts.district_map, dataset, found["districts"])
        _chart(dataset, found, "districts", draw, told=told or t("provinces.no_record"))
    with right:
        rows = province_tables.districts(dataset, found["districts"])
        wide = {t("provinces.column.district"): st.column_config.TextColumn(width=150)}
        height = min(38 + 35 * len(rows), 400)
        st.dataframe(rows, hide_index=True, placeholder=province_tables.NOTHING, height=height, column_config=wide)


def _control(timeline: Timeline, found: Profile) -> None:
    """Strips of the districts that change under any perspective; the rest in words."""
    dataset = timeline.dataset
    what = (found["province"]["admin1"], found["start"], found["end"])
    every = cached(dataset, ("strips", *what), lambda: control_strips(timeline, *what))
    strips = control_chart.changing(every)
    st.subheader(t("provinces.control"), anchor=False)
    quiet = sorted({row["admin2_id"] for row in every} - {row["admin2_id"] for row in strips})
    if strips:
        last = control_chart.control_end(strips, found["start"], found["end"])
        st.caption(t("provinces.control_note", start=short_date(found["start"]), end=short_date(last)))
        for perspective, rows in control_chart.of_perspective(strips).items():
            st.markdown(f"**{t(f'perspective.{perspective}')}**")
            draw = partial(control_chart.control, dataset, rows, strips, found["start"], last)
            key = ("control", found["province"]["admin1"], found["start"], found["end"], perspective)
            view = t(f"perspective.{perspective}")
            name = found["province"]["name_en"]
            charts.draw(dataset, key, draw, t("provinces.control_alt", province=name, perspective=view))
        if last < found["end"]:
            st.caption(t("provinces.control_after", day=short_date(last), end=short_date(found["end"])))
    if quiet:
        held = {province_tables.held_in_words(dataset, row) for row in every if row["admin2_id"] in quiet}
        told = t("provinces.control_quiet", count=len(quiet), held=" / ".join(sorted(held)))
        st.text(f"{told} {area_names(dataset, quiet)}.")
    if strips:
        with st.expander(t("provinces.as_table")):
            st.dataframe(
                province_tables.strip_table(dataset, strips), hide_index=True, placeholder=province_tables.NOTHING
            )
