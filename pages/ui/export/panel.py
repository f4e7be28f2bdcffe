"""The export panel in the head of the map: what is on the screen as a picture, film, file, table or citation pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.address.keys import DEFINITIONS, LANGUAGES
from geo.address.paths import EMBED_FILE
from geo.address.view import from_query, to_query
from geo.control.timeline import Timeline
from geo.export.embed import embed_snippet, hosted_snippet
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.wording.dates import in_words
from geo.wording.language import language as spoken
from geo.wording.language import name_of
from geo.wording.text import t
from geo.wording.words import filters_in_words
from pages.ui import components, language, state
from pages.ui.date_field import date_field
from pages.ui.export import made
from pages.ui.export.choices import (
    DATA,
    DAYS,
    FILM,
    FORMS,
    FPS,
    KINDS,
    REPLAY,
    SIZES,
    STEPS,
    TABLES,
    Choice,
    ExportPlan,
    Seen,
    lacks_reference,
    plan_of,
)
from pages.ui.export.reported import address_in, bounds_in
from pages.ui.server.paths import READ

OPEN, SEEN, AREA = "take_open", "take_seen", "take_area_chosen"
USUAL_FILM_DAYS = 30


@st.fragment
@language.spoken
def show(timeline: Timeline, addresses: dict[str, str]) -> None:
    """The panel; nothing is drawn in it, and nothing reported by the browser, while it is closed."""
    box = st.popover(t("take.title"), icon=":material/download:", type="tertiary", on_change="rerun", key=OPEN)
    if not box.open:
        return
    with box, st.container(key="take"):
        st.caption(t("take.what"))
        seen = _seen(timeline.dataset)
        st.text(_seen_in_words(timeline.dataset, seen))
        choice = _chosen(timeline, seen)
        plan = plan_of(timeline, seen, choice, address_in(st.context.url))
        if lacks_reference(seen, choice):
            st.info(t("take.no_reference"))
        made.show(plan)
        if choice.kind == REPLAY:
            _embed(timeline.dataset, seen, plan)
        with st.expander(t("take.command"), key="take_shell"):
            st.code(plan.shell, language=None, wrap_lines=True)  # the colours of a language are too faint
        components.screen_report(addresses, lambda: _saw(timeline.dataset))


def _seen(dataset: Dataset) -> Seen:
    """What the reader sees, as the browser told it last; the view of the session where the record lacks that by now."""
    seen: Seen | None = st.session_state.get(SEEN)
    if seen is None or from_query(to_query(seen.view, dataset), dataset)[1]:
        return Seen(st.session_state[state.VIEW])
    return seen


def _embed(dataset: Dataset, seen: Seen, plan: ExportPlan) -> None:
    """The lines that put the map into another page: the file, and the map as it is served here."""
    st.caption(t("take.embed"))
    st.code(embed_snippet(plan.file_name, seen.view, dataset), language=None, wrap_lines=True)
    if address := address_in(st.context.url):
        st.caption(t("take.embed_hosted"))
        if seen.view.definition != DEFINITIONS[0]:
            st.caption(t("definitions.only_in_app"))
        st.code(hosted_snippet(f"{address}{READ}/{EMBED_FILE}", seen.view, dataset), language=None, wrap_lines=True)


def _saw(dataset: Dataset) -> None:
    """Take over what the browser tells of its screen; checked like an address."""
    report = st.session_state["screen_report"].get("report")
    if not isinstance(report, dict):
        return
    reported = {key: str(value) for key, value in report.items() if key != "bounds" and value not in (None, "")}
    view, refused = from_query(reported, dataset)
    if not refused:
        st.session_state[SEEN] = Seen(view, bounds_in(report.get("bounds")))


def _seen_in_words(dataset: Dataset, seen: Seen) -> str:
    view = seen.view
    return t(
        "take.seen",
        day=in_words(view.date),
        perspective=t(f"perspective.{view.perspective}"),
        window=t(f"window.{view.window}.hint"),
        filters=filters_in_words(dataset, view) or t("events.no_filter"),
    )


# --- what is wanted -----------------------------------------------------------------------


def _chosen(timeline: Timeline, seen: Seen) -> Choice:
    kind = str(
        st.radio(t("take.kind"), KINDS, format_func=lambda k: t(f"take.kind.{k}"), horizontal=True, key="take_kind")
    )
    st.caption(t(f"take.about.{kind}"))
    choice = replace(Choice(kind=kind), form=FORMS[kind][0])
    columns = iter(st.columns(4, vertical_alignment="bottom"))
    if kind == DATA:
        choice = replace(choice, table=_pick(next(columns), "take.table", TABLES, lambda one: t(f"take.table.{one}")))
    if len(FORMS[kind]) > 1:
        choice = replace(choice, form=_pick(next(columns), "take.form", FORMS[kind], lambda one: t(f"take.form.{one}")))
    choice = replace(choice, extent=_extent(next(columns), timeline.dataset, seen))
    if kind in SIZES:
        size = _pick(next(columns), "take.size", SIZES[kind], lambda size: f"{size[0]} × {size[1]}")
        choice = replace(choice, size=size)
    if kind in SIZES or kind == REPLAY:
        own_first = tuple(dict.fromkeys((spoken(), *LANGUAGES)))
        lang = _pick(next(columns), "language.label", own_first, lambda one: t(f"take.names.{one}"))
        choice = replace(choice, lang=lang)
    if kind == DAYS:
        return _span_choice(timeline.dataset, seen, choice, st.columns(4, vertical_alignment="top"))
    return _film_choice(timeline, seen, choice) if kind == FILM else choice


def _extent(column: DeltaGenerator, dataset: Dataset, seen: Seen) -> str:
    """The area: that of the screen where it shows a part of the country, until the reader chooses one."""
    chosen = st.session_state.get(AREA)
    st.session_state["take_area"] = chosen if chosen in seen.extents() else seen.usual_extent()
    names = {"country": "view.country", "panjshir": "view.panjshir", "screen": "take.extent.screen"}
    province = name_of(dataset.by_id("provinces")[seen.view.province]) if seen.view.province else ""
    return column.selectbox(
        t("take.extent"),
        seen.extents(),
        format_func=lambda one: t(names[one]) if one in names else province,
        key="take_area",
        on_change=lambda: st.session_state.update({AREA: st.session_state["take_area"]}),
    )


def _film_choice(timeline: Timeline, seen: Seen, choice: Choice) -> Choice:
    columns = st.columns(4, vertical_alignment="top")
    choice = _span_choice(timeline.dataset, seen, choice, columns)
    step = _pick(columns[2], "take.step", tuple(STEPS), lambda one: t(f"take.step.{one}"))
    return replace(choice, step=step, fps=_pick(columns[3], "take.fps", FPS, str, index=1))


def _span_choice(dataset: Dataset, seen: Seen, choice: Choice, columns: Sequence[DeltaGenerator]) -> Choice:
    """The first and the last day; a month up to the day on show until the reader chooses others."""
    start = max(dataset.first_day, add_days(seen.view.date, -USUAL_FILM_DAYS))
    begun = _day_field(columns[0], dataset, "take_from", t("take.from"), start)
    ended = _day_field(columns[1], dataset, "take_to", t("take.to"), seen.view.date)
    return replace(choice, start=begun, end=ended)


def _day_field(column: DeltaGenerator, dataset: Dataset, key: str, label: str, usual: str) -> str:
    """The field of a day of the film, which stays as the reader chose it; the day."""
    chosen = f"{key}_day"
    day = str(st.session_state.setdefault(chosen, usual))
    with column:
        date_field(
            label,
            day,
            (dataset.first_day, dataset.last_day),
            key,
            lambda day: st.session_state.update({chosen: day}),
        )
    return day


def _pick(
    column: DeltaGenerator,
    key: str,
    values: Sequence[Any],
    words: Callable[..., str],
    index: int = 0,
) -> Any:
    """A box with the values of a choice."""
    return column.selectbox(t(key), values, format_func=words, key=key.replace(".", "_"), index=index)


# --- making it ----------------------------------------------------------------------------
