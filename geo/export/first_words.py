"""What stands with the first picture of an address: date, sentence, the areas in a table, the days around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.address.view import ViewState
from geo.area_style import is_marked
from geo.control.intervals import Interval
from geo.control.rules import State
from geo.control.timeline import Timeline
from geo.record.load import Dataset
from geo.style.layers import LAYERS
from geo.wording.dates import in_other_calendar, in_words, plain_date
from geo.wording.language import in_language_of, name_of
from geo.wording.layer_sentence import view_sentence
from geo.wording.text import t
from geo.wording.words import actor_name, moment_title


@dataclass(frozen=True)
class FirstWords:
    """The words of a view, as plain text."""

    date: str
    solar: str
    sentence: str
    #: The heads of the table, and its rows; no rows where the layer is not that of control.
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    #: The nearest days before and after on which an area changes hands, and the named days: each with its name.
    days: tuple[tuple[str, str], ...]


@in_language_of(1)
def first_words(timeline: Timeline, view: ViewState) -> FirstWords:
    """The words of a view's day."""
    day = view.date
    return FirstWords(
        date=in_words(day),
        solar=in_other_calendar(day),
        sentence=view_sentence(timeline, view),
        columns=tuple(t(f"data_table.{key}") for key in ("district", "province", "holder", "status", "since")),
        rows=tuple(_rows(timeline, view)) if view.layer == LAYERS[0] else (),
        days=tuple(_days(timeline, view)),
    )


def _rows(timeline: Timeline, view: ViewState) -> Iterator[tuple[str, ...]]:
    districts, places = timeline.dataset.by_id("districts"), timeline.dataset.by_id("places")
    for area_id, interval in listed_areas(timeline, view.date, view.perspective):
        record = districts.get(area_id) or places[area_id]
        if interval.state:
            yield _row(timeline.dataset, name_of(record), record["admin1"], interval.state, interval.since)


def listed_areas(timeline: Timeline, day: str, perspective: str) -> list[tuple[str, Interval]]:
    """What the map of a day is as a table: districts that the legend counts beside the ground, and named places."""
    found = [(area_id, timeline.interval_at(area_id, day, perspective)) for area_id in timeline.districts]
    places = [(area_id, timeline.interval_at(area_id, day, perspective)) for area_id in timeline.places]
    return [
        *((area_id, span) for area_id, span in found if span and is_marked(span.state)),
        *((area_id, span) for area_id, span in places if span and span.state),
    ]


def _row(dataset: Dataset, name: str, admin1: str, state: State, since: str) -> tuple[str, ...]:
    province = name_of(dataset.by_id("provinces")[admin1])
    return name, province, actor_name(dataset, state.controller), t(f"status.{state.status}"), plain_date(since)


def _days(timeline: Timeline, view: ViewState) -> Iterator[tuple[str, str]]:
    dataset = timeline.dataset
    turns = sorted({change.day for change in timeline.changes(dataset.first_day, dataset.last_day, view.perspective)})
    before, after = [day for day in turns if day < view.date], [day for day in turns if day > view.date]
    if before:
        yield before[-1], t("first.before", day=in_words(before[-1]))
    if after:
        yield after[0], t("first.after", day=in_words(after[0]))
    for moment in sorted(dataset.records("moments"), key=lambda moment: moment["day"]):
        yield moment["day"], t("first.named", day=in_words(moment["day"]), name=moment_title(moment))
