"""What Python says on telling days, as JSON: `compare.js` asks the browser's modules the same.

python -m tests.parity.expected FILE
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from geo.address.compare import Side, Sides
from geo.address.keys import FILTER_KEYS, allowed_values
from geo.address.view import ViewState, first_view, to_query
from geo.address.windows import WINDOWS
from geo.area_style import AreaStyle, area_style, sign_of
from geo.browser.assets import web_modules
from geo.browser.card_payload import card_payload
from geo.browser.constants import constants, map_constants, search_constants
from geo.browser.payload import record_payload
from geo.browser.texts import browser_texts
from geo.control.denied import denied_days
from geo.control.difference import difference
from geo.control.groups import groups_at, told_in
from geo.control.intervals import Interval
from geo.control.rules import State
from geo.control.timeline import Timeline, window_start
from geo.export.drawing.extents import box_of_difference
from geo.export.drawing.scene import scene_of
from geo.export.first_words import listed_areas
from geo.export.sheet.legend_keys import fill_keys, overlay_keys
from geo.lens.areas import is_telling, lenses, lenses_on
from geo.lens.on_map import placed_lenses
from geo.mercator import LonLatBox, frame_of
from geo.queries.coverage import coverage
from geo.queries.find import filter_events
from geo.queries.layers.activity_map import activity_at
from geo.queries.layers.plan import activity_plan, presence_plan
from geo.queries.layers.presence_map import presence_on
from geo.record.geojson import dumps
from geo.record.load import Dataset, load, public, public_sources
from geo.record.normalise import normalise
from geo.record.records import Casualty, Moment, Source
from geo.record.schema import PERSPECTIVES, VIEW_PERSPECTIVES
from geo.record.spans import add_days, days_between
from geo.style.extents import BOUNDS
from geo.style.layers import LAYERS, PRESENCE_LEVELS
from geo.wording.change import change_tag, change_words
from geo.wording.cite import Reading, cite_day, cite_event
from geo.wording.dates import in_other_calendar, in_words, plain_date, span_in_words
from geo.wording.event_line import event_line
from geo.wording.layer_rows import activity_rows, presence_rows
from geo.wording.layer_sentence import view_sentence
from geo.wording.sentence import day_sentence, held_at
from geo.wording.text import catalogue, t
from geo.wording.words import actor_name, loss_in_words
from tests.parity import edition
from tests.parity.languages import in_languages
from tests.parity.place_sentences import place_sentences
from tests.parity.searches import heard, searches
from tests.parity.telling_days import telling_days

COMBINATIONS = 400
PAIRS = 120
#: Letters that two normalisers may take apart: forms of Arabic letters, accents, joiners, odd spaces and cases.
HOSTILE = (
    "يىېئكکی", "آأإٱ", "ﻙﻱﻻﷲ", "لاﻵ", "پنجشېر", "پنج\u200cشیر", "پَنجْشِیر", "ـکـابـلـ", "ګړۍ ټول ډېر", "۱۲۳ ٤٥٦",
    "Panjshīr", "Ḵenj", "ñ́é̂", "Ǻngström", "ﬁﬂ", "½ ² ™", "İSTANBUL ıI", "ΑΣ ΣΑΣ Σ", "ẞß", "Ǆ ǅ ǆ", "a\u00a0b\u2003c",
    "a\u0085b\x1cc\x1fd", "\ufeffa\ufeffb", "\u200b\u200e\u200f", "O’Neil'`-", "Dih-e  Salāh\t\n", "ﷺ", "𝐊𝐚𝐛𝐮𝐥", "ＫＡＢＵＬ",
    "e\u0301\u0323", "\u0323\u0301e", "가각힣", "Å\u030a", "", "   ",
)  # fmt: skip


class Table:
    """Values that come many times, each once; others name them by number."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any, row_of: Callable[[Any], Any]) -> int:
        """The number of a value."""
        if value not in self._numbers:
            self._numbers[value] = len(self.rows)
            self.rows.append(row_of(value))
        return self._numbers[value]


def expected(timeline: Timeline) -> dict[str, Any]:
    """All that is compared."""
    dataset = timeline.dataset
    days = telling_days(timeline)
    return {
        "constants": constants() | map_constants() | search_constants(),
        "texts": browser_texts(catalogue(), web_modules().values()),
        "days": days,
        **_views(timeline, days),
        "changes": {p: _changes(timeline, p) for p in VIEW_PERSPECTIVES},
        "denied": denied_days(timeline),
        "ribbon": {p: _ribbon(timeline, p) for p in VIEW_PERSPECTIVES},
        "moments": [_moment(moment) for moment in dataset.records("moments")],
        "silence": [month for quarter in coverage(timeline) for month in quarter.silent_months],
        "directions": _directions(timeline, days),
        "windows": [_window(timeline, day, WINDOWS[at % len(WINDOWS)]) for at, day in enumerate(days)],
        "layers": [one for at, day in enumerate(days) for one in _layers(timeline, day, at)],
        "lenses": [_lenses(timeline, day) for day in days],
        "filters": _filters(dataset),
        "citations": _citations(dataset),
        "spans": [[start, end, span_in_words(start, end)] for start, end in _spans(dataset)],
        "losses": _losses(dataset),
        "lines": {e["event_id"]: event_line(dataset, e) for e in public(dataset.records("events"))},
        "parties": {s["source_id"]: _near(dataset, s) for s in public_sources(dataset) if s["party_near"]},
        "names": {name: normalise(name) for name in (*HOSTILE, *_names(dataset))},
        "dates": [_date(day) for day in _every_day(dataset)],
        "languages": in_languages(timeline, days, list(_every_day(dataset))),
        "place_sentences": place_sentences(timeline, days),
        "search": searches(dataset),
        "heard": heard(dataset, HOSTILE),
        "usual": {"date": first_view(dataset).date, "window": first_view(dataset).window},
        "lists": edition.lists(timeline),
        "branches": edition.branches(timeline),
        "sides": edition.sides(timeline),
        "files": edition.files(),
    }


def _views(timeline: Timeline, days: Iterable[str]) -> dict[str, Any]:
    """States, styles, places, sentences and keys of the legend, on each day in each perspective."""
    states, styles = Table(), Table()
    views = [_view(timeline, day, p, states, styles) for day in days for p in VIEW_PERSPECTIVES]
    return {"states": states.rows, "styles": styles.rows, "views": views}


def _view(timeline: Timeline, day: str, perspective: str, states: Table, styles: Table) -> dict[str, Any]:
    seen = timeline.states_at(day, perspective)
    numbers = [_state(interval.state, states) for interval in seen.values()]
    known = {number: interval.state for number, interval in zip(numbers, seen.values(), strict=True)}
    drawn = {number: area_style(state, day) for number, state in known.items()}  # few: many districts share them
    style_numbers = {number: _style(style, styles) for number, style in drawn.items()}
    message = [told_in(perspective, interval.state) if interval.state else "" for interval in seen.values()]
    return {
        "day": day,
        "perspective": perspective,
        "states": numbers,
        "since": [interval.since if interval.state else None for interval in seen.values()],
        "styles": [style_numbers[number] for number in numbers],
        "places": _places(timeline, day, perspective, states, styles),
        "telling": [n for n, interval in enumerate(seen.values()) if is_telling(interval.state)],
        "listed": [area_id for area_id, _ in listed_areas(timeline, day, perspective)],
        "sentence": day_sentence(timeline, day, perspective),
        "legend": _legend(timeline, day, perspective, [drawn[number] for number in numbers], message),
        "counts": held_at(timeline, groups_at(timeline, day, perspective), perspective),
    }


def _state(state: State | None, states: Table) -> int:
    return states.number(state, asdict) if state else -1


def _style(style: AreaStyle, styles: Table) -> int:
    return styles.number(style, lambda one: asdict(one) | {"sign": asdict(sign_of(one))})


def _places(timeline: Timeline, day: str, perspective: str, states: Table, styles: Table) -> list[list[Any]]:
    return [
        [area_id, _state(span.state, states), span.since, _style(area_style(span.state, day), styles)]
        for area_id, span in _spans_of_places(timeline, day, perspective)
    ]


def _spans_of_places(timeline: Timeline, day: str, perspective: str) -> list[tuple[str, Interval]]:
    spans = ((area_id, timeline.interval_at(area_id, day, perspective)) for area_id in timeline.places)
    return [(area_id, span) for area_id, span in spans if span and span.state]


def _legend(
    timeline: Timeline, day: str, perspective: str, drawn: list[AreaStyle], message: list[str]
) -> list[list[str]]:
    """Words and number of each key; the places that a picture of the whole country draws, and those it can't."""
    dataset = timeline.dataset
    keys = [*fill_keys(dataset, zip(drawn, message, strict=True), perspective), *overlay_keys(dataset, drawn)]
    points = {row.record["place_id"]: row.geometry for row in dataset.tables["places"]}
    named = [area_id for area_id, _ in _spans_of_places(timeline, day, perspective)]
    nowhere = [dataset.by_id("places")[area_id]["name_en"] for area_id in named if not points[area_id]]
    rows = [[text, str(number)] for _, text, number in keys]
    if len(named) > len(nowhere):
        rows.append([t("legend.places"), str(len(named) - len(nowhere))])
    if nowhere:
        rows.append([t("legend.unlocated", names=", ".join(nowhere)), str(len(nowhere))])
    return rows


def _changes(timeline: Timeline, perspective: str) -> list[list[Any]]:
    """[day, district, state before, state after, only runs out] for every change of the record."""
    dataset = timeline.dataset
    found = timeline.changes(add_days(dataset.first_day, 1), dataset.last_day, perspective)
    return [
        [
            change.day,
            change.area_id,
            *(str(s.holding) if s else None for s in (change.before, change.after)),
            change.runs_out,
        ]
        for change in found
    ]


def _ribbon(timeline: Timeline, perspective: str) -> list[str]:
    """The districts, and the places with a point, that are to be seen off the ground at some time; by id."""
    points = timeline.dataset.shapes("places")
    areas = (*timeline.districts, *(place_id for place_id in timeline.places if place_id in points))
    return sorted(a for a in areas if any(is_telling(span.state) for span in timeline.intervals(a, perspective)))


def _moment(moment: Moment) -> list[Any]:
    return [
        moment["day"], moment["last_day"] or moment["day"], moment["title"], moment["rank"], moment["claimed_by"],
        moment["event_ids"],
    ]  # fmt: skip


def _directions(timeline: Timeline, days: Sequence[str]) -> list[dict[str, Any]]:
    """Which way districts differ between two days and views, in words and signs; also back in time."""
    rng = random.Random(33)  # noqa: S311  # no secret: a sample
    pairs = [rng.sample(days, 2) for _ in range(PAIRS)]
    requested = [(first, second, one, one) for first, second in pairs for one in PERSPECTIVES]
    requested += [(first, first, "nrf", "taliban") for first, _ in pairs]
    requested += [(*sorted(pair), "both", "both") for pair in pairs]
    return [_difference(timeline, Sides(Side(a, pa), Side(b, pb))) for a, b, pa, pb in requested]


def _difference(timeline: Timeline, sides: Sides) -> dict[str, Any]:
    apart = difference(timeline, sides)
    dataset, rows, box = timeline.dataset, apart.districts, box_of_difference(timeline, apart)
    words = [change_words(dataset, row.direction, row.before, row.after) for row in rows]
    found = [
        [row.admin2_id, asdict(row.direction), output, change_tag(dataset, row.direction)]
        for row, output in zip(rows, words, strict=True)
    ]
    extent = [[box.south, box.west], [box.north, box.east]] if box else None
    return {"a": asdict(sides.a), "b": asdict(sides.b), "rows": found, "extent": extent}


def _window(timeline: Timeline, day: str, window: str) -> dict[str, Any]:
    """The events of a window, and how many of each kind the map shows."""
    dataset = timeline.dataset
    first = window_start(day, window, dataset.first_day)
    scene = scene_of(timeline, replace(first_view(dataset), date=day, window=window))
    events = [spot.event for spot in (*scene.symbols, *scene.discs, *scene.counts)]
    keys = Counter(key for e in events for key in (f"type {e['event_type']}", f"grade {e['verification']}"))
    keys |= Counter(
        district_precision=len(scene.discs), province_precision=len(scene.counts), not_drawn=len(scene.listed)
    )
    return {
        "day": day,
        "window": window,
        "first": first,
        "events": [event["event_id"] for event in timeline.events_between(first, day)],
        "keys": {key: count for key, count in keys.items() if count} or {"none": 0},
    }


def _filters(dataset: Dataset) -> list[dict[str, Any]]:
    """Choices over all keys by chance, and the events that pass."""
    rng = random.Random(14)  # noqa: S311  # no secret: a sample
    events = public(dataset.records("events"))
    choices = [_choice(rng, dataset) for _ in range(COMBINATIONS)]
    return [{"choice": _chosen(view), "events": _passing(events, view, dataset)} for view in choices]


def _choice(rng: random.Random, dataset: Dataset) -> ViewState:
    keys = rng.sample(FILTER_KEYS, rng.randint(1, len(FILTER_KEYS)))
    values = {key: list(allowed_values(key, dataset)) for key in keys}
    chosen = {key: ",".join(rng.sample(v, rng.randint(max(1, len(v) // 2), len(v)))) for key, v in values.items()}
    return replace(first_view(dataset), **chosen)


def _chosen(view: ViewState) -> dict[str, str | None]:
    return {key: getattr(view, key) for key in FILTER_KEYS}


def _spans(dataset: Dataset) -> list[tuple[str, str]]:
    """First and last days of events, each pair once, and some over the ends of months and years."""
    made = [("2021-09-05", "2021-09-05"), ("2021-09-30", "2021-10-02"), ("2021-12-30", "2022-01-02")]
    return sorted({*made, *((e["date_start"], e["date_end"]) for e in public(dataset.records("events")))})


#: Ends of ranges as no record has them yet.
NUMBERS = (None, 0, 1, 999, 1000, 12345, 200000)


def _losses(dataset: Dataset) -> list[list[Any]]:
    """All that is claimed of losses, and numbers of all sizes; as the cards have it, and in words."""
    events = public(dataset.records("events"))
    claimed = [loss for event in events for claim in event["claims"] for loss in claim["casualties"] or ()]
    made = [
        Casualty(side="taliban", kind="killed", low=low, high=high, text=text)
        for low, high in itertools.product(NUMBERS, NUMBERS)
        for text in (None, "dozens")
    ]
    return [[dict(loss), loss_in_words(dataset, loss)] for loss in (*claimed, *made)]


def _near(dataset: Dataset, source: Source) -> str:
    return t("source.party_near", party=actor_name(dataset, str(source["party_near"])))


READINGS = (
    Reading(),
    Reading(read_on="2026-11-30"),
    Reading("https://map.example/?date=2021-09-05&at=35.300,69.800,8.50"),
    Reading("https://map.example/?date=2021-09-05", "2026-11-30"),
)


def _citations(dataset: Dataset) -> dict[str, Any]:
    """Every event and some days as they are cited, read in four ways; and the addresses of views by chance."""
    events = [
        [e["event_id"], e["recorded_on"], e["revised_on"], [cite_event(e, dataset, one).text for one in READINGS]]
        for e in public(dataset.records("events"))
    ]
    days = [
        [day, p, [cite_day(dataset, day, p, one).text for one in READINGS]]
        for day in (dataset.first_day, "2021-09-05", dataset.last_day)
        for p in VIEW_PERSPECTIVES
    ]
    readings = [{"address": one.address, "day": one.read_on} for one in READINGS]
    links = [[asdict(view), list(to_query(view, dataset).items())] for view in _some_views(dataset)]
    return {"events": events, "days": days, "readings": readings, "links": links}


def _some_views(dataset: Dataset) -> list[ViewState]:
    """Views in which keys of all kinds are given or left out."""
    dice = random.Random(16)  # noqa: S311  # no secret: a sample
    keys = {"perspective": VIEW_PERSPECTIVES, "window": WINDOWS, "layer": LAYERS, "presence": PRESENCE_LEVELS}
    other = {"since": "2021-08-20", "province": "AF-PAN", "event": "EV-2021-0001", "at": "35.300,69.800,8.50"}
    return [
        replace(
            _choice(dice, dataset),
            **{key: dice.choice(values) for key, values in keys.items()},
            **dict(dice.sample(list(other.items()), dice.randint(0, len(other)))),
        )
        for _ in range(PAIRS)
    ]


def _passing(events: list[Any], view: ViewState, dataset: Dataset) -> list[str]:
    return sorted(event["event_id"] for event in filter_events(events, view, dataset))


#: Filters under which the layers are compared, in turns.
LAYER_FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"actor": "nrf"},
    {"type": "battles,protests", "grade": "claimed,disputed"},
    {"actor": "aff,nrf", "claimant": "nrf,encyclopedia,media"},
    {"kind": "encyclopedia", "area": "AF-PAN,AF-BGL,AF-KAB"},
)


def _layers(timeline: Timeline, day: str, at: int) -> list[dict[str, Any]]:
    """Plan, sentence and legend of activity, and of presence at one level, on a day with a window and filters in turn."""
    choice = LAYER_FILTERS[at % len(LAYER_FILTERS)]
    window, level = WINDOWS[at // 2 % len(WINDOWS)], PRESENCE_LEVELS[at // 3 % len(PRESENCE_LEVELS)]
    view = replace(first_view(timeline.dataset), date=day, window=window, presence=level, **choice)
    return [_layer(timeline, replace(view, layer=name)) for name in LAYERS[1:]]


def _layer(timeline: Timeline, view: ViewState) -> dict[str, Any]:
    if view.layer == "activity":
        activity = activity_at(timeline, view)
        plan = activity_plan(timeline, activity)
        rows = activity_rows(timeline, view, activity, plan)
    else:
        presence = presence_on(timeline, view)
        plan = presence_plan(timeline, presence)
        rows = presence_rows(timeline, view, presence, plan)
    return {
        "view": asdict(view),
        "districts": dict(plan.districts),
        "provinces": {admin1: asdict(shade) for admin1, shade in plan.provinces.items()},
        "sentence": view_sentence(timeline, view),
        "rows": [[row.text, row.number, row.shade and asdict(row.shade)] for row in rows],
    }


#: Maps of pages on screens from a phone's to a desktop's, and of pictures, in pixels.
MAP_SIZES = ((328, 380), (358, 420), (480, 520), (686, 418), (910, 518), (1240, 700))


def _lenses(timeline: Timeline, day: str) -> dict[str, Any]:
    """Where the lenses of a day stand on maps of the country, in each size: number, box, scale in pixels of the world."""
    dataset = timeline.dataset
    every = lenses(timeline)
    own = lenses_on(every, day)
    (south, west), (north, east) = BOUNDS
    rows = []
    for width, height in MAP_SIZES:
        frame = frame_of(LonLatBox(west, south, east, north), width, height)
        placed = [(every.index(own[p.number]) if p.number >= 0 else -1, p) for p in placed_lenses(dataset, frame, own)]
        boxes = [[n, *(round(edge) for edge in p.stands), round(p.scale), p.covers] for n, p in placed]
        rows.append({"width": width, "height": height, "view": [frame.scale, frame.left, frame.top], "placed": boxes})
    return {"day": day, "maps": rows}


def _names(dataset: Dataset) -> set[str]:
    """Every spelling that a search can meet."""
    names = {spelling for _, _, spellings in _searched(dataset) for spelling in spellings}
    return names | {event["title"] for event in public(dataset.records("events"))}


def _searched(dataset: Dataset) -> list[tuple[str, str, list[str]]]:
    """File, id and spellings of all that has a name, in the order of the search."""
    found = []
    for name, key in (
        ("provinces", "admin1"),
        ("districts", "admin2_id"),
        ("places", "place_id"),
        ("actors", "actor_id"),
    ):
        for record in dataset.records(name):  # type: ignore[call-overload]
            spellings = [record["name_en"], record.get("name_fa"), record.get("name_ps"), *(record["aliases"] or [])]
            found.append((name, record[key], [spelling for spelling in spellings if spelling]))
    return found


def _every_day(dataset: Dataset) -> Iterable[str]:
    """All days of the record, and a day of each month of years around it."""
    for number in range(days_between(dataset.first_day, dataset.last_day) + 1):
        yield add_days(dataset.first_day, number)
    for year in range(1980, 2040):
        for month in range(1, 13):
            yield dt.date(year, month, 1 + (year + month) % 28).isoformat()
        yield from (dt.date(year, 3, day).isoformat() for day in (19, 20, 21, 22))


def _date(day: str) -> list[str]:
    return [day, plain_date(day), in_words(day), in_other_calendar(day)]


def main(path: Path) -> None:
    """Write what is expected, and the record and the cards as a browser gets them, into a file."""
    timeline = Timeline(load())
    record, cards = (text.decode("utf-8") for text in (record_payload(timeline), card_payload(timeline.dataset)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"record":{record},"cards":{cards},"expected":{dumps(expected(timeline))}}}', "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
