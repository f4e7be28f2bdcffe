"""The full record of one event: claims side by side, sources, precision, history, neighbours, how to cite it."""

from __future__ import annotations

import streamlit as st

from geo.address.listing import Listing, listing_query
from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.queries.find import find_events
from geo.queries.neighbours import NEAR_DAYS, Neighbour, neighbours
from geo.record.load import Dataset, public
from geo.record.records import Claim, Event, Source
from geo.wording.cite import cite_event
from geo.wording.dates import short_date
from geo.wording.text import t
from geo.wording.words import (
    actor_name,
    loss_in_words,
    origins_in_words,
    place_in_words,
    reading_in_words,
    source_in_words,
    span_in_words,
    speaker_in_words,
)
from pages.ui import reader_page
from pages.ui.safe import escape_markdown

MAX_NEIGHBOURS = 12


def show(timeline: Timeline, view: ViewState, listing: Listing) -> None:
    """The record of the view's event."""
    dataset = timeline.dataset
    event = next(e for e in public(dataset.records("events")) if e["event_id"] == view.event)
    _ways(timeline, view, listing, event)
    st.header(escape_markdown(event["title"]), anchor=False)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _grade(event)
        st.markdown(escape_markdown(origins_in_words(dataset, event)))
        st.markdown(escape_markdown(event["summary"]))
        if event["notes"]:
            st.markdown(f"**{t('events.notes')}** {escape_markdown(event['notes'])}")
    with right:
        _facts(dataset, event)
    _claims(dataset, event)
    _sources(dataset, view, event)
    _others(dataset, view, event)
    st.subheader(t("cite.event"), anchor=False)
    query = reader_page.link_query(view, dataset)
    reader_page.show_citation(cite_event(event, dataset, reader_page.reading(dataset, "events", query)))


def _ways(timeline: Timeline, view: ViewState, listing: Listing, event: Event) -> None:
    """Back to the list, to the map, and to the records before and after in the list."""
    dataset = timeline.dataset
    ids = [other["event_id"] for other in find_events(timeline, view, listing)]
    here = ids.index(event["event_id"]) if event["event_id"] in ids else None
    before = ids[here - 1] if here else None
    after = ids[here + 1] if here is not None and here + 1 < len(ids) else None
    day = min(max(event["date_start"], dataset.first_day), dataset.last_day)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(t("events.back"), on_click=lambda: reader_page.change_view(dataset, event=None))
        for key, other in (("events.before", before), ("events.after", after)):
            st.button(t(key), disabled=not other, on_click=_open, args=(dataset, other))
        on_map = reader_page.link_query(view, dataset, event=event["event_id"], date=day)
        st.page_link("map.py", label=t("events.on_map"), query_params=on_map)
        if here is not None:
            st.text(t("events.place_in_list", number=here + 1, count=len(ids)))


def _open(dataset: Dataset, event_id: str) -> None:
    reader_page.change_view(dataset, event=event_id)


def _grade(event: Event) -> None:
    grade = event["verification"]
    by = f" {t('card.verified_by', who=event['verified_by'])}" if event["verified_by"] else ""
    told = escape_markdown(f"{t(f'verification.{grade}.meaning')}{by}")
    st.markdown(f"**{t('events.graded', grade=t(f'verification.{grade}'))}** {told}")


def _facts(dataset: Dataset, event: Event) -> None:
    sides = [", ".join(actor_name(dataset, a) for a in event[side]) for side in ("side_a", "side_b")]
    rows = {
        "when": f"{span_in_words(event['date_start'], event['date_end'])} ({t('date.' + str(event['date_precision']))})",
        "where": f"{place_in_words(dataset, event)} ({t('where.' + str(event['where_precision']))})",
        "spellings": ", ".join(event["place_aliases"]),
        "type": f"{t('type.' + event['event_type'])}: {t('subtype.' + event['sub_event_type'])}",
        "sides": " – ".join(side for side in sides if side),
        "civilians": t("events.civilians_yes") if event["civilians_targeted"] else "",
        "reported": short_date(event["reported_on"]) if event["reported_on"] else t("events.not_told"),
        "history": _history(event),
        "id": event["event_id"] + (f" ({t('events.generalised')})" if event["sensitivity"] == "generalised" else ""),
    }
    with st.container(border=True):
        lines = [f"**{t(f'events.fact.{key}')}** {escape_markdown(value)}" for key, value in rows.items() if value]
        st.markdown("  \n".join(lines))


def _history(event: Event) -> str:
    recorded = t("events.recorded", day=short_date(event["recorded_on"]))
    if not event["revised_on"]:
        return f"{recorded}; {t('events.not_revised')}"
    return f"{recorded}; {t('events.revised', day=short_date(event['revised_on']))}"


def _claims(dataset: Dataset, event: Event) -> None:
    """Those who affirm on the left; those who deny or tell nothing on the right."""
    st.subheader(t("events.claims"), anchor=False)
    affirming = [claim for claim in event["claims"] if claim["stance"] == "affirms"]
    others = [claim for claim in event["claims"] if claim["stance"] != "affirms"]
    for column, key, claims in zip(st.columns(2), ("affirm", "deny"), (affirming, others), strict=True):
        with column:
            st.markdown(f"**{t(f'events.{key}')}**")
            for claim in claims:
                _claim(dataset, claim)
            if not claims:
                st.caption(t(f"events.{key}_none"))
    st.caption(t("events.losses_note"))


def _claim(dataset: Dataset, claim: Claim) -> None:
    sources = dataset.by_id("sources")
    named = "; ".join(f"{sources[s]['publisher'] or t('source.no_publisher')} ({s})" for s in claim["source_ids"])
    speaker = speaker_in_words(claim)
    head = [f"**{escape_markdown(speaker[:1].upper() + speaker[1:])}**"]
    head += [escape_markdown(short_date(claim["reported_on"]))] if claim["reported_on"] else []
    head += [t(f"events.stance.{claim['stance']}")] if claim["stance"] != "affirms" else []
    losses = [f"- {escape_markdown(loss_in_words(dataset, loss))}" for loss in claim["casualties"] or []]
    with st.container(border=True):
        st.markdown(" · ".join(head))
        st.markdown(escape_markdown(claim["says"]))
        if losses:
            st.markdown("\n".join(losses))
        st.caption(f"{t('events.rests_on')} {escape_markdown(named)}")


def _sources(dataset: Dataset, view: ViewState, event: Event) -> None:
    st.subheader(t("events.sources", count=len(event["source_ids"])), anchor=False)
    with st.container(border=True):
        for source_id in event["source_ids"]:
            source_line(dataset, view, dataset.by_id("sources")[source_id])


def source_line(dataset: Dataset, view: ViewState, source: Source, linked: bool = True) -> None:
    """One source: what it is, how it was read, where it can be opened; and a way to its record."""
    kind = f"{t('kind.' + source['kind'])}, {t('sources.lang.' + source['lang'])}"
    remark = escape_markdown(f"{source['source_id']} · {kind} · {reading_in_words(dataset, source)}")
    left, right = st.columns([7, 3], vertical_alignment="center", gap="small")
    left.markdown(f"{escape_markdown(source_in_words(source))}  \n:small[:gray[{remark}]]")
    with right, st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="right"):
        if linked:
            query = reader_page.link_query(view, dataset) | {"source": source["source_id"]}
            st.page_link("pages/sources.py", label=t("sources.record"), query_params=query)
        open_buttons(source)


def open_buttons(source: Source) -> None:
    """Buttons to the page and its archived copy; only plain web addresses become links."""
    for key, address in (("sources.open", source["url"]), ("sources.open_archive", source["archive_url"])):
        if address and address.startswith(("http://", "https://")):
            st.link_button(t(key), address, type="tertiary")


def _others(dataset: Dataset, view: ViewState, event: Event) -> None:
    by_id = {other["event_id"]: other for other in public(dataset.records("events"))}
    related, near = [by_id[i] for i in event["related_ids"]], neighbours(dataset, event)
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader(t("events.related", count=len(related)), anchor=False)
        for other in related:
            event_link(dataset, view, other)
        if not related:
            st.caption(t("events.no_related"))
    with right:
        st.subheader(t("events.near", count=len(near), days=NEAR_DAYS), anchor=False)
        for neighbour in near[:MAX_NEIGHBOURS]:
            event_link(dataset, view, neighbour.event, _nearness(neighbour))
        if len(near) > MAX_NEIGHBOURS:
            st.caption(t("events.more_near", count=len(near) - MAX_NEIGHBOURS))
        if not near:
            st.caption(t("events.no_near", days=NEAR_DAYS))


def _nearness(neighbour: Neighbour) -> str:
    place = t("events.same_district" if neighbour.same_district else "events.same_province")
    days = {0: t("events.same_days"), 1: t("events.day_apart")}
    return f"{place}, {days.get(neighbour.days) or t('events.days_apart', days=neighbour.days)}"


def event_link(dataset: Dataset, view: ViewState, event: Event, remark: str = "") -> None:
    """A link to the record of another event."""
    told = [short_date(event["date_start"]), event["title"], t(f"verification.{event['verification']}"), remark]
    label = escape_markdown(" · ".join(part for part in told if part))
    st.page_link("pages/events.py", label=label, query_params=event_query(view, dataset, event))


def event_query(view: ViewState, dataset: Dataset, event: Event) -> dict[str, str]:
    """The address of an event's record, in the list that the reader came from."""
    listing = st.session_state.get("listing")
    return reader_page.link_query(view, dataset, event=event["event_id"]) | (listing_query(listing) if listing else {})
