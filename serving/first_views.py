"""What the first answer of each page with a map says of itself and shows, by its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from geo.address.compare import sides_from_query, sides_to_query
from geo.address.view import ViewState, from_query, to_query
from geo.control.difference import difference
from geo.control.timeline import Timeline
from geo.export.edition.first_markup import STYLE, drawn_picture
from geo.export.first_pages import frame
from geo.export.first_pages.compare import first_compare
from geo.export.first_pages.story import first_story
from geo.export.first_words import first_words
from geo.record.load import Dataset
from geo.wording.language import in_language_of, speaking
from geo.wording.lists import dotted, in_turn
from geo.wording.sides_sentence import sides_sentences
from geo.wording.story import Story, asked_step, load_stories
from geo.wording.text import t
from pages.ui.server.paths import read_root
from pages.ui.server.snapshot import cached
from serving.preview import KEYS

Query = Mapping[str, str]


@dataclass(frozen=True)
class FirstView:
    """What a page says and shows first: its title and sentence, the query of its preview, its style, how it is drawn."""

    title: str
    about: str
    preview: Query
    style: str
    draw: Callable[[], str]


@dataclass(frozen=True)
class PageWithMap:
    """A page with a map: what of its address it follows, canonical, and what it shows of a canonical address.

    `query` raises `DataError` where what it needs can't be read. `made_of` is what it shows beside the record.
    """

    query: Callable[[Dataset, ViewState, Query], dict[str, str]]
    first: Callable[[Timeline, ViewState, Query], FirstView]
    made_of: Callable[[Dataset, Query], str] = lambda _dataset, _own: ""


@in_language_of(1)
def _map_first(timeline: Timeline, view: ViewState, _own: Query) -> FirstView:
    words = first_words(timeline, view)
    lighter = f"{read_root()}/?{urlencode(to_query(view, timeline.dataset))}"
    draw = partial(drawn_picture, timeline, view, words, has_days=True, lighter=lighter)
    return FirstView(dotted([words.date, t("app.title")]), words.sentence, of_day(view), STYLE, draw)


def _compare_query(dataset: Dataset, view: ViewState, query: Query) -> dict[str, str]:
    return sides_to_query(sides_from_query(query, view, dataset)[0])


@in_language_of(1)
def _compare_first(timeline: Timeline, view: ViewState, own: Query) -> FirstView:
    sides, _ = sides_from_query(own, view, timeline.dataset)
    about = in_turn(sides_sentences(timeline, view, difference(timeline, sides)))
    preview = {**own, "layer": view.layer, "lang": view.lang}
    draw = partial(first_compare, timeline, view, sides)
    return FirstView(dotted([t("sides.title"), t("app.title")]), about, preview, frame.STYLE, draw)


def _story_query(dataset: Dataset, _view: ViewState, query: Query) -> dict[str, str]:
    asked = asked_step(query, _stories(dataset), dataset)
    return {"id": asked.story.story_id, "step": str(asked.number + 1)}


@in_language_of(1)
def _story_first(timeline: Timeline, view: ViewState, own: Query) -> FirstView:
    asked = asked_step(own, _stories(timeline.dataset), timeline.dataset)
    words = first_words(timeline, asked.step.view)
    about = in_turn([sentence.text for sentence in asked.step.sentences])
    title = dotted([asked.step.title, asked.story.title])
    draw = partial(first_story, timeline, view, asked, words)
    return FirstView(title, about, of_day(asked.step.view), frame.STYLE, draw)


def _step_text(dataset: Dataset, own: Query) -> str:
    return repr(asked_step(own, _stories(dataset), dataset))


def _stories(dataset: Dataset) -> dict[str, Story]:
    return cached(dataset, ("stories",), lambda: load_stories(dataset))


def of_day(view: ViewState) -> dict[str, str]:
    """The query of the preview of a day."""
    return {key: value for key in KEYS if (value := getattr(view, key))}


#: The pages with a map, by the last part of their addresses.
WITH_MAP = {
    "": PageWithMap(lambda _dataset, _view, _query: {}, _map_first),
    "compare": PageWithMap(_compare_query, _compare_first),
    "story": PageWithMap(_story_query, _story_first, _step_text),
}


def canonical(page: str, query: Query, dataset: Dataset) -> tuple[ViewState, dict[str, str], str]:
    """The view that an address asks for, what else of it a page with a map follows, what that is made of beside the record."""
    view, _ = from_query(dict(query), dataset)
    if page not in WITH_MAP:
        return view, {}, ""
    with speaking(view.lang):
        own = WITH_MAP[page].query(dataset, view, query)
        return view, own, WITH_MAP[page].made_of(dataset, own)
