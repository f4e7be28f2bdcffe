"""What happened in a province and who held it: the charts of its page, each with its table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from geo.control.timeline import Timeline
from geo.queries.province import control_strips
from geo.reading import province_tables
from geo.reading.content import Table
from geo.reading.province_words import held_in_words
from geo.record.load import Dataset
from geo.wording.dates import plain_date
from geo.wording.plural import counted
from geo.wording.text import t
from geo.wording.words import actor_name, area_names, span_in_words
from pages.ui import charts, content
from pages.ui.province import charts as province_charts
from pages.ui.province import control_chart
from pages.ui.server.snapshot import cached

Profile = dict[str, Any]
MAX_ACTORS = 10


def show(timeline: Timeline, found: Profile) -> None:
    """Activity by month, kind and actor; districts; control over time."""
    _activity(timeline.dataset, found)
    _districts(timeline.dataset, found)
    _control(timeline, found)


def days_in_words(found: Profile) -> dict[str, str]:
    """The window and the data that a note under a heading holds for."""
    days = span_in_words(found["start"], found["end"])
    return {"days": days, "day": plain_date(found["end"]), "version": found["dataset"]}


def as_table(dataset: Dataset, table: Table) -> None:
    """The table behind a chart, folded in."""
    with st.expander(t("provinces.as_table")):
        content.show(dataset, table)


def _activity(dataset: Dataset, found: Profile) -> None:
    activity, name = found["activity"], found["province"]["name_en"]
    st.subheader(t("provinces.activity"), anchor="activity")
    st.caption(counted("provinces.activity_note", activity["count"], **days_in_words(found)))
    if not activity["count"]:
        st.text(t("provinces.no_activity"))
        return
    by_month = activity["by_month"]
    _chart(dataset, found, "months", partial(province_charts.months, by_month), count=activity["count"])
    as_table(dataset, province_tables.months(by_month, t("provinces.months_table", province=name)))
    kinds = [(t(f"subtype.{kind}"), count) for kind, count in activity["by_sub_type"].items()]
    actors = [(actor_name(dataset, actor), count) for actor, count in activity["by_actor"].items()]
    for column, what, rows in zip(
        st.columns(2, gap="medium"), ("types", "actors"), (kinds, actors[:MAX_ACTORS]), strict=True
    ):
        with column:
            st.markdown(f"**{t(f'provinces.{what}')}**")
            message = t("list.between").join(f"{name} {count}" for name, count in rows)
            _chart(dataset, found, what, partial(province_charts.counts, rows), message=message)
            as_table(dataset, province_tables.counts(t(f"provinces.{what}"), rows, t(f"provinces.{what}")))
    st.caption(counted("provinces.actors_note", activity["count"]))


def _chart(dataset: Dataset, found: Profile, what: str, make: Callable[[], charts.Spec], **message: object) -> None:
    """One of the charts of the province, with its title, place and days as its text alternative."""
    name, days = found["province"]["name_en"], span_in_words(found["start"], found["end"])
    key = (what, found["province"]["admin1"], found["start"], found["end"])
    charts.draw(dataset, key, make, t(f"provinces.{what}_alt", province=name, days=days, **message))


def _districts(dataset: Dataset, found: Profile) -> None:
    st.subheader(t("provinces.districts"), anchor="districts")
    count, without = len(found["events"]), found["without_district"]
    st.caption(counted("provinces.districts_note", count, without=without, **days_in_words(found)))
    left, right = st.columns([2, 3], gap="medium")
    with left:
        message = t("list.between").join(
            f"{row['name']} {row['events']}" for row in found["districts"] if row["events"]
        )
        draw = partial(province_charts.district_map, dataset, found["districts"])
        _chart(dataset, found, "districts", draw, message=message or t("provinces.no_record"))
    with right:
        content.show(dataset, province_tables.districts(dataset, found["districts"], t("provinces.districts")))


def _control(timeline: Timeline, found: Profile) -> None:
    """Strips of the districts that change under any perspective; the rest in words."""
    dataset = timeline.dataset
    what = (found["province"]["admin1"], found["start"], found["end"])
    every = cached(dataset, ("strips", *what), lambda: control_strips(timeline, *what))
    strips = control_chart.changing(every)
    st.subheader(t("provinces.control"), anchor="control")
    quiet = sorted({row["admin2_id"] for row in every} - {row["admin2_id"] for row in strips})
    if strips:
        _strips(dataset, found, strips)
    if quiet:
        held = {held_in_words(dataset, row) for row in every if row["admin2_id"] in quiet}
        names = area_names(dataset, quiet)
        st.text(counted("provinces.control_quiet", len(quiet), held=" / ".join(sorted(held)), names=names))
    if strips:
        as_table(dataset, province_tables.strips(dataset, strips, t("provinces.control")))


def _strips(dataset: Dataset, found: Profile, strips: list[dict[str, Any]]) -> None:
    """One chart a perspective over one axis of time."""
    last = control_chart.control_end(strips, found["start"], found["end"])
    st.caption(t("provinces.control_note", start=plain_date(found["start"]), end=plain_date(last)))
    for perspective, rows in control_chart.of_perspective(strips).items():
        view = t(f"perspective.{perspective}")
        st.markdown(f"**{view}**")
        draw = partial(control_chart.control, dataset, rows, strips, found["start"], last)
        key = ("control", found["province"]["admin1"], found["start"], found["end"], perspective)
        name = found["province"]["name_en"]
        charts.draw(dataset, key, draw, t("provinces.control_alt", province=name, perspective=view))
    if last < found["end"]:
        st.caption(t("provinces.control_after", day=plain_date(last), end=plain_date(found["end"])))
