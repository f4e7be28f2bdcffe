"""What may be chosen on the provinces page: a province, others beside it, the days, the perspective."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from geo.address.key_values import MAX_BESIDE
from geo.address.province import ProvinceQuery, whole_record
from geo.address.view import ViewState
from geo.control.timeline import Timeline, window_start
from geo.queries.places import province_names
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.wording.language import name_of
from geo.wording.lists import dotted
from geo.wording.text import digits, t
from pages.ui import reader_page, years
from pages.ui.content import REQUESTED
from pages.ui.date_field import date_field
from pages.ui.event import filters
from pages.ui.province import map as province_map
from pages.ui.province.chosen import choose, perspective_of


def show(timeline: Timeline, view: ViewState, requested: ProvinceQuery) -> None:
    """The map to choose from, and beside it the boxes, seeded from what is on show."""
    on_map, boxes = st.columns(2, gap="medium")
    with on_map:
        province_map.show(timeline, view, requested)
    with boxes:
        _boxes(timeline.dataset, view, requested)


def _boxes(dataset: Dataset, view: ViewState, requested: ProvinceQuery) -> None:
    spelt = partial(_spelt, dataset)
    codes = sorted(dataset.by_id("provinces"), key=spelt)
    st.session_state["province_code"] = view.province
    st.selectbox(
        t("provinces.choose"),
        codes,
        format_func=spelt,
        key="province_code",
        placeholder=t("provinces.choose_hint"),
        on_change=lambda: choose(dataset, st.session_state["province_code"]),
    )
    if view.province is not None:
        _beside(view, requested, codes, spelt)
    filters.filter_box(st.container(), dataset, view, "actor")
    filters.branch_box(st.container(), dataset, "province_branch", requested.branch, _ask_branch)
    _years(dataset, view, requested)
    _days(dataset, view, requested)


def _beside(view: ViewState, requested: ProvinceQuery, codes: list[str], spelt: Callable[[str], str]) -> None:
    """Which provinces stand beside the one on show."""
    beside = [code for code in requested.beside if code != view.province]
    st.session_state["province_beside"] = beside
    st.multiselect(
        t("provinces.beside"),
        [code for code in codes if code != view.province],
        format_func=spelt,
        key="province_beside",
        max_selections=MAX_BESIDE,
        filter_mode="contains",
        select_all=False,
        placeholder=t("provinces.beside_hint", count=MAX_BESIDE),
        on_change=lambda: _ask(beside=tuple(st.session_state["province_beside"])),
    )


def _years(dataset: Dataset, view: ViewState, requested: ProvinceQuery) -> None:
    """The whole record, a year, or the map's window, each by one click."""
    whole = whole_record(dataset)
    spans = {"record": (whole.start, whole.end)}
    spans |= {year: years.days_of_year(dataset, year) for year in years.years_of(dataset)}
    start = window_start(view.date, view.window, dataset.first_day)
    if start < view.date:
        spans["window"] = (start, view.date)
    chosen = next((name for name, span in spans.items() if span == (requested.start, requested.end)), None)
    st.session_state["province_years"] = chosen
    st.pills(
        t("events.days"),
        list(spans),
        key="province_years",
        format_func=lambda one: digits(one) if one.isdigit() else t(f"events.days.{one}"),
        on_change=lambda: _ask_span(spans.get(st.session_state["province_years"] or "record", spans["record"])),
    )


def _ask_span(span: tuple[str, str]) -> None:
    _ask(start=span[0], end=span[1])


def _days(dataset: Dataset, view: ViewState, requested: ProvinceQuery) -> None:
    first, last = st.columns(2)
    for column, key in ((first, "start"), (last, "end")):
        span = (dataset.first_day, requested.end) if key == "start" else (requested.start, dataset.last_day)
        with column:
            date_field(t(f"provinces.{key}"), getattr(requested, key), span, f"province_{key}", partial(_day, key))
    st.session_state["province_perspective"] = perspective_of(view)
    st.selectbox(
        t("provinces.perspective"),
        PERSPECTIVES,
        format_func=lambda name: t(f"perspective.{name}"),
        key="province_perspective",
        on_change=lambda: reader_page.change_view(dataset, perspective=st.session_state["province_perspective"]),
    )


def _spelt(dataset: Dataset, admin1: str) -> str:
    """All spellings, so that typing any of them finds the province."""
    names = [name_of(dataset.by_id("provinces")[admin1]), *province_names(dataset, admin1)]
    return dotted(dict.fromkeys(names))


def _day(key: str, day: str) -> None:
    _ask(**{key: day})


def _ask_branch() -> None:
    _ask(branch=st.session_state["province_branch"] or "")


def _ask(**fields: str | tuple[str, ...]) -> None:
    st.session_state[REQUESTED] = replace(st.session_state[REQUESTED], **fields)
