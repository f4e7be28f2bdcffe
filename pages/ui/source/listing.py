"""The list of sources with what rests on each, and the record of one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.sources import RESTING, Resting
from geo.record.load import Dataset, public, public_sources
from geo.record.normalise import normalise
from geo.record.records import ControlClaim, Event, Presence, Source, Statistic, UndatedReport
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import actor_name, area_names, range_in_words, speaker_in_words
from pages.ui import reader_page
from pages.ui.event import record as event_record
from pages.ui.safe import escape_markdown

SOURCE = "source_open"
PAGE_ROWS = 12


def show(dataset: Dataset, view: ViewState, rests: dict[str, Resting]) -> None:
    """Words to search for, the table, and a box to open one."""
    st.subheader(t("sources.list"), anchor=False)
    words = st.text_input(t("sources.search"), key="source_words", max_chars=80)
    found = matching(dataset, view, words)
    kinds = ", ".join(t(f"kind.{k}") for k in (view.kind or "").split(",") if k) or t("events.all")
    st.text(
        t(
            "sources.list_told",
            count=len(found),
            all=len(rests),
            kinds=kinds,
            words=t("events.words", words=words) if words else "",
            version=dataset.version,
        )
    )
    if not found:
        st.info(t("sources.no_source"))
        return
    _table(dataset, found, rests)
    _box(found)


def _table(dataset: Dataset, found: list[Source], rests: dict[str, Resting]) -> None:
    st.dataframe(
        table(dataset, found, rests),
        hide_index=True,
        height=38 + 35 * min(PAGE_ROWS, len(found)),
        column_config={
            t("sources.column.title"): st.column_config.TextColumn(width=380),
            t("sources.column.publisher"): st.column_config.TextColumn(width=150),
            t("sources.column.link"): st.column_config.LinkColumn(width=160),
        },
        selection_mode="single-row",
        on_select=partial(_picked, [source["source_id"] for source in found]),
        key="source_table",
        alt=t("sources.table_alt", count=len(found)),
    )


def _box(found: list[Source]) -> None:
    """A box to open one of the sources found."""
    by_id = {source["source_id"]: source for source in found}
    st.session_state["source_pick"] = None
    st.selectbox(
        t("sources.pick"),
        list(by_id),
        key="source_pick",
        placeholder=t("sources.pick_hint"),
        on_change=_chosen,
        format_func=lambda s: f"{s} · {by_id[s]['publisher'] or t('source.no_publisher')}: {by_id[s]['title']}",
    )


def matching(dataset: Dataset, view: ViewState, words: str) -> list[Source]:
    """The sources of the view's kinds that hold all words, in the order of the file."""
    kinds = set((view.kind or "").split(",")) - {""}
    wanted = normalise(words).split()
    return [
        source
        for source in public_sources(dataset)
        if (not kinds or source["kind"] in kinds) and all(word in _searched(source) for word in wanted)
    ]


def table(dataset: Dataset, sources: list[Source], rests: dict[str, Resting]) -> pd.DataFrame:
    """One row a source; plain text and numbers."""
    return pd.DataFrame(_row(dataset, source, rests[source["source_id"]]) for source in sources)


def _row(dataset: Dataset, source: Source, rest: Resting) -> dict[str, Any]:
    near = source["party_near"]
    values = {
        "id": source["source_id"],
        "publisher": source["publisher"] or t("source.no_publisher"),
        "title": source["title"],
        "day": source["date"] or source["date_note"] or "–",
        "kind": t(f"kind.{source['kind']}"),
        "events": len(rest.events),
        "claims": len(rest.control_claims),
        "presence": len(rest.presence),
        "statistics": len(rest.statistics),
        "undated": len(rest.undated),
        "near": actor_name(dataset, near) if near else "",
        "lang": t(f"sources.lang.{source['lang']}"),
        "read": t(f"sources.read.{source['read_as']}"),
        "unresolved": t("sources.unresolved_yes") if source["unresolved"] else "",
        "link": source["url"],
    }
    return {t(f"sources.column.{key}"): value for key, value in values.items()}


def record(timeline: Timeline, view: ViewState, source: Source, rest: Resting) -> None:
    """One source and everything that rests on it."""
    dataset = timeline.dataset
    st.button(t("sources.close"), on_click=_close)
    st.header(t("sources.one", id=source["source_id"]), anchor=False)
    event_record.source_line(dataset, view, source, linked=False)
    for key, text in (("sources.reliability", source["reliability"]), ("events.notes", source["notes"])):
        if text:
            st.markdown(f"**{t(key)}** {escape_markdown(text)}")
    st.subheader(t("sources.rests", count=rest.total), anchor=False)
    if not rest.total:
        st.text(t("sources.nothing"))
    shows: dict[str, Callable[..., None]] = {
        "events": _event,
        "control_claims": _claim,
        "presence": _presence,
        "statistics": _number,
        "undated": _undated,
    }
    events = {event["event_id"]: event for event in public(dataset.records("events"))}
    for name in RESTING:
        records = events if name == "events" else dataset.by_id(name)
        ids = getattr(rest, name)
        if ids:
            with st.expander(t(f"sources.rests.{name}", count=len(ids)), expanded=len(ids) <= 12):
                for record_id in ids:
                    shows[name](dataset, view, records[record_id])
    _carried(dataset, rest)


def _event(dataset: Dataset, view: ViewState, event: Event) -> None:
    event_record.event_link(dataset, view, event)


def _claim(dataset: Dataset, view: ViewState, claim: ControlClaim) -> None:
    """A control claim, as a link to the map on its first day."""
    told = t(
        "sources.show_on_map",
        id=claim["claim_id"],
        area=area_names(dataset, claim["area_ids"]),
        who=actor_name(dataset, claim["controller"]),
        status=t(f"status.{claim['status']}"),
        day=short_date(claim["valid_from"]),
    )
    query = reader_page.link_query(view, dataset, date=max(claim["valid_from"], dataset.first_day))
    st.page_link("map.py", label=escape_markdown(told), query_params=query)


def _presence(dataset: Dataset, view: ViewState, row: Presence) -> None:
    where = f"{short_date(row['as_of'])}, {area_names(dataset, [row['admin1']])}"
    query = reader_page.link_query(view, dataset, date=max(row["as_of"], dataset.first_day), province=row["admin1"])
    label = escape_markdown(f"{row['presence_id']}: {where}: {row['says']}")
    st.page_link("map.py", label=label, query_params=query)


def _number(dataset: Dataset, view: ViewState, row: Statistic) -> None:
    del dataset, view
    number = range_in_words(row["low"], row["high"]) or row["text"] or t("loss.unknown")
    span = f"{row['window_start'] or '?'} – {row['window_end']}"
    st.markdown(escape_markdown(f"{row['statistic_id']}: {row['label']}: {number} ({span}; {speaker_in_words(row)})"))


def _undated(dataset: Dataset, view: ViewState, row: UndatedReport) -> None:
    del dataset, view
    st.markdown(escape_markdown(f"{row['undated_id']}: {row['title']}"))


def _carried(dataset: Dataset, rest: Resting) -> None:
    if not rest.carries:
        return
    with st.expander(f"{t('sources.carries')} ({len(rest.carries)})"):
        for source_id in rest.carries:
            source = dataset.by_id("sources")[source_id]
            st.button(
                escape_markdown(f"{source_id} · {source['publisher'] or t('source.no_publisher')}: {source['title']}"),
                key=f"carried_{source_id}",
                type="tertiary",
                on_click=_open,
                args=(source_id,),
            )


def _searched(source: Source) -> str:
    return normalise(
        " ".join(filter(None, (source["source_id"], source["publisher"], source["title"], source["author"])))
    )


def _open(source_id: str | None) -> None:
    st.session_state[SOURCE] = source_id


def _close() -> None:
    _open(None)


def _chosen() -> None:
    _open(st.session_state["source_pick"])


def _picked(ids: list[str]) -> None:
    rows = st.session_state["source_table"]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        _open(ids[rows[0]])
