"""On the page that compares: the days of change of an area side by side, each a small map that leads to its day."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from geo.address.compare import DaysOf, Sides
from geo.address.view import ViewState
from geo.control.both_sides import PARTIES
from geo.control.difference import Difference
from geo.export.multiples.change_days import ChangeDay, ChangeDays, change_days
from geo.export.multiples.sheet import MultiplesOptions, area_name, sentence
from geo.export.multiples.small_map import SmallMaps
from geo.record.load import Dataset
from geo.record.schema import COUNTRY
from geo.wording.dates import plain_date
from geo.wording.language import language
from geo.wording.text import t
from pages.ui import reader_page
from pages.ui.date_field import date_field
from pages.ui.safe import escape_markdown
from pages.ui.server.gate import Busy, Gate
from pages.ui.server.kept import Kept
from pages.ui.server.quota import asking
from pages.ui.server.snapshot import Snapshot

DAYS = "sides_days"
COLUMNS, MOST = 3, 9
SIZE, PX_SCALE = (420, 320), 0.8
PANJSHIR = "panjshir"
#: So many bytes of pictures are kept, apart from what other pages keep; so many readers may wait for a turn to draw.
MAX_KEPT, MAX_WAITING = 16_000_000, 8

_kept: Kept[tuple[bytes, ...]] = Kept(MAX_KEPT)
_drawing = Gate(1, MAX_WAITING)


def usual_days(dataset: Dataset, view: ViewState, sides: Sides, found: Difference) -> DaysOf:
    """What stands side by side before a reader chooses: where most districts differ, between the two days."""
    counts: dict[str, int] = {}
    for row in found.districts:
        counts[row.admin1] = counts.get(row.admin1, 0) + 1
    usual = max(counts, key=lambda code: (counts[code], code)) if counts else COUNTRY
    first, last = sorted((sides.a.day, sides.b.day))
    if first == last:
        first, last = dataset.first_day, dataset.last_day
    return DaysOf(view.province or usual, first, last)


def show(now: Snapshot, view: ViewState, sides: Sides) -> None:
    """The section: what may be chosen, a sentence, the small maps."""
    requested: DaysOf = st.session_state[DAYS]
    dataset, perspective = now.timeline.dataset, _perspective(sides)
    st.subheader(t("multiples.title", area=escape_markdown(area_name(dataset, requested.area))), anchor=False)
    _choices(dataset, requested)
    found = change_days(now.timeline, requested.area, requested.start, requested.end, perspective, MOST)
    st.text(sentence(MultiplesOptions(requested.area, requested.start, requested.end, perspective), found))
    _maps(now, view, requested, perspective, found)
    if found.every:
        st.caption(t("multiples.take"))


def _perspective(sides: Sides) -> str:
    """That of the second map; both parties where one is set against the other."""
    return "both" if {sides.a.perspective, sides.b.perspective} == set(PARTIES) else sides.b.perspective


def _choices(dataset: Dataset, requested: DaysOf) -> None:
    area, start, end = st.columns([2, 1, 1])
    provinces = sorted(dataset.by_id("provinces"), key=lambda code: area_name(dataset, code))
    known = [COUNTRY, PANJSHIR, *provinces]
    options = known if requested.area in known else [requested.area, *known]
    st.session_state["days_area"] = requested.area
    area.selectbox(
        t("multiples.area"),
        options,
        format_func=partial(area_name, dataset),
        key="days_area",
        on_change=lambda: _ask(area=st.session_state["days_area"]),
    )
    with start:
        date_field(
            t("take.from"),
            requested.start,
            (dataset.first_day, requested.end),
            "days_from",
            lambda day: _ask(start=day),
        )
    with end:
        date_field(
            t("take.to"), requested.end, (requested.start, dataset.last_day), "days_to", lambda day: _ask(end=day)
        )


def _maps(now: Snapshot, view: ViewState, requested: DaysOf, perspective: str, found: ChangeDays) -> None:
    """Each day as a picture with its words, which a link leads to; words and links alone when too many wait for pictures."""
    dataset = now.timeline.dataset
    try:
        pictures = pictures_of(now, requested, perspective, found)
    except Busy:
        pictures = ()
        st.caption(t("multiples.no_pictures"))
    for first in range(0, len(found.shown), COLUMNS):
        for column, number in zip(st.columns(COLUMNS), range(first, len(found.shown)), strict=False):
            one = found.shown[number]
            with column:
                if pictures:
                    st.image(pictures[number], width="stretch", alt=_alternative(dataset, requested, one))
                query = reader_page.link_query(view, dataset, date=one.day, perspective=perspective)
                st.page_link("map.py", label=plain_date(one.day), query_params=query)
                st.text(one.words)


def pictures_of(now: Snapshot, requested: DaysOf, perspective: str, found: ChangeDays) -> tuple[bytes, ...]:
    """The small maps of some days, drawn in a turn if they are not kept: dates and box are whatever a visitor likes.

    Raises
    ------
    Busy
        When too many readers wait already.
    """
    key = (now.timeline.dataset.version, requested, perspective, language())
    if (kept := _kept.get(key)) is not None:
        return kept
    with _drawing.turn(asking()):
        if (kept := _kept.get(key)) is None:  # another reader may have waited for the same
            kept = _drawn(now, requested.area, perspective, found)
            _kept.put(key, kept, sum(map(len, kept)))
        return kept


def _drawn(now: Snapshot, area: str, perspective: str, found: ChangeDays) -> tuple[bytes, ...]:
    maps = SmallMaps(now.timeline, area, SIZE, PX_SCALE)
    return tuple(maps.png(one, perspective) for one in found.shown)


def _alternative(dataset: Dataset, requested: DaysOf, one: ChangeDay) -> str:
    return t("multiples.alt", area=area_name(dataset, requested.area), day=plain_date(one.day), words=one.words)


def _ask(**fields: str) -> None:
    st.session_state[DAYS] = replace(st.session_state[DAYS], **fields)
