"""The hard cases of the method as small maps, drawn in the browser from our own polygons."""

from __future__ import annotations

from collections.abc import Iterator

import altair as alt
import streamlit as st

from geo.address.view import ViewState
from geo.control.hard_cases import CASES, Case, Piece, pieces
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.wording.text import t
from geo.wording.words import actor_name
from pages.ui import charts, reader_page
from pages.ui.safe import escape_markdown
from pages.ui.server.snapshot import cached

HEIGHT = 350
INK, EDGE, GROUND = "#26231E", "#8C8375", "#F3EFE8"
#: More districts than this and the names would cover each other: only what is not held as around it is named.
MAX_NAMES = 8


def show(timeline: Timeline, view: ViewState) -> None:
    """Each case: its name, a map for each perspective, and a way to the map page."""
    st.caption(t("method.cases_note", version=timeline.dataset.version))
    for case in CASES:
        st.markdown(f"**{t(f'method.cases.{case.key}')}**")
        for column, perspective in zip(st.columns(3, gap="small"), case.perspectives, strict=False):
            with column:
                _map(timeline, view, case, perspective)


def _map(timeline: Timeline, view: ViewState, case: Case, perspective: str) -> None:
    dataset = timeline.dataset
    found = cached(dataset, ("pieces", case.key, perspective), lambda: pieces(timeline, case, perspective))
    st.markdown(t(f"perspective.{perspective}"))
    if not found:
        st.text(t("method.no_map"))
        return
    lines = "; ".join(f"{piece.name}: {state_in_words(dataset, piece)}" for piece in found)
    words = t(
        "method.cases_alt",
        case=t(f"method.cases.{case.key}"),
        perspective=t(f"perspective.{perspective}"),
        states=lines,
    )
    charts.draw(dataset, ("case", case.key, perspective), lambda: chart(dataset, found), words)
    st.caption(escape_markdown(grouped_in_words(dataset, found)))
    changes = {"date": case.day, "perspective": perspective, "province": None, "district": None, "event": None}
    query = reader_page.link_query(view, dataset, **changes)
    st.page_link("map.py", label=t("method.cases_as_map"), query_params=query)


def chart(dataset: Dataset, found: list[Piece]) -> charts.Spec:
    """The polygons with their colours, and the names with their states over them."""
    shapes = [
        {"type": "Feature", "geometry": piece.geometry, "colour": piece.colour, "opacity": piece.opacity, "name": piece.name,
         "state": state_in_words(dataset, piece)}
        for piece in found
    ]  # fmt: skip
    colour = alt.Color("colour:N", scale=None)
    ground = alt.Chart(charts.rows("shapes")).mark_geoshape(stroke=EDGE, strokeWidth=0.8).encode(
        color=colour,
        fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
        tooltip=[alt.Tooltip("name:N"), alt.Tooltip("state:N")],
    )  # fmt: skip
    labels = [{"lon": p.lon, "lat": p.lat, "label": label} for p, label in _labels(dataset, found)]
    place = {"longitude": "lon:Q", "latitude": "lat:Q", "text": "label:N"}
    words = alt.Chart(charts.rows("labels")).mark_text(fontSize=12, lineBreak="\n", lineHeight=12, color=INK)
    halo = words.mark_text(
        fontSize=12, lineBreak="\n", lineHeight=12, color=GROUND, stroke=GROUND, strokeWidth=3, opacity=0.85
    )
    layers = ground + halo.encode(**place) + words.encode(**place)
    map_chart = layers.project("mercator").properties(height=HEIGHT).configure_view(fill=GROUND, strokeWidth=0)
    return charts.spec_of(map_chart, shapes=shapes, labels=labels)


def state_in_words(dataset: Dataset, piece: Piece) -> str:
    """'NRF, contested, claimed, unconfirmed, disputed': what the map says with zigzags and hatches."""
    state = piece.state
    if state is None:
        return t("state.unknown")
    words = [actor_name(dataset, state.controller)]
    words += [t(f"status.{state.status}")] if state.status != "control" else []
    words += [t("method.legend.claimed")] if state.basis == "claimed" else []
    words += [t("method.legend.partial")] if state.partial else []
    words += [t("method.legend.disputed")] if state.disputed else []
    return ", ".join(words)


def grouped_in_words(dataset: Dataset, found: list[Piece]) -> str:
    """'NRF: Paryan, Dara. Taliban, contested: Khenj.': each state with its districts, the most frequent last."""
    groups: dict[str, list[str]] = {}
    for piece in found:
        groups.setdefault(state_in_words(dataset, piece), []).append(_short(piece.name))
    ordered = sorted(groups.items(), key=lambda group: len(group[1]))
    lines = [f"{words}: {', '.join(names)}" for words, names in ordered if len(names) <= MAX_NAMES]
    rest = [t("method.cases_rest", count=len(names), state=words) for words, names in ordered if len(names) > MAX_NAMES]
    return ". ".join([*lines, *rest]) + "."


def _labels(dataset: Dataset, found: list[Piece]) -> Iterator[tuple[Piece, str]]:
    """The name of each piece with its marks; of many pieces only those that are not like most of them."""
    lines = [state_in_words(dataset, piece) for piece in found]
    usual = max(lines, key=lines.count) if len(found) > MAX_NAMES else None
    for piece, words in zip(found, lines, strict=True):
        if words != usual:
            yield piece, f"{_short(piece.name)}{_marks(piece)}"


def _marks(piece: Piece) -> str:
    """† contested, ° claimed, unconfirmed, ? disputed."""
    state = piece.state
    if state is None:
        return ""
    flags = (("†", state.status == "contested"), ("°", state.basis == "claimed"), ("?", bool(state.disputed)))
    marks = "".join(mark for mark, holds in flags if holds)
    return f"\n{marks}" if marks else ""


def _short(name: str) -> str:
    """A name without the other name in brackets."""
    return name.partition(" (")[0]
