"""What one reader looks at: a date, a perspective, a window, a selection; to and from an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from geo.address.keys import DATA_KEY, DEFINITIONS, LANGUAGES, URL_KEYS, VIEW_KEYS, InvalidParam, read_key
from geo.address.windows import DEFAULT_WINDOW
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.record.spans import nearest_day
from geo.style.layers import LAYERS, PRESENCE_LEVELS

#: What a reader sees first who asks for no day: the Panjshir the day before it falls; and the days that are played from there.
OPENING_DAY = "2021-09-05"
OPENING_PLAY = ("2021-08-29", "2021-09-09")


@dataclass(frozen=True)
class ViewState:
    """What the reader asked for; everything that an address holds and nothing else.

    Filters hold their allowed values joined by commas, in the order of the lists they come from;
    None lets everything through. `place` is a named place of which a control claim speaks; `at` is
    where the map looks: latitude and longitude of its middle (degrees, WGS 84) and zoom; None is
    the whole country. `known_by` is the day by whose end all on show was known; `definition` says by which rule a
    district is held. `reference` names rows of others that stand beside ours. `lang` is the language of all words.
    """

    date: str
    perspective: str = "assessed"
    window: str = DEFAULT_WINDOW
    layer: str = LAYERS[0]
    presence: str = PRESENCE_LEVELS[0]
    since: str | None = None
    province: str | None = None
    district: str | None = None
    place: str | None = None
    event: str | None = None
    at: str | None = None
    known_by: str | None = None
    definition: str = DEFINITIONS[0]
    reference: str | None = None
    lang: str = LANGUAGES[0]
    type: str | None = None
    grade: str | None = None
    actor: str | None = None
    area: str | None = None
    precision: str | None = None
    claimant: str | None = None
    kind: str | None = None


def first_view(dataset: Dataset) -> ViewState:
    """What a reader sees who asked for nothing: the opening day, or the first of a record that has not that day."""
    has_day = dataset.first_day <= OPENING_DAY <= dataset.last_day
    return ViewState(date=OPENING_DAY if has_day else dataset.first_day)


def defaults() -> dict[str, str]:
    """What an address need not say, by key: the date is always said."""
    view = ViewState(date="")
    return {key: value for key in URL_KEYS if (value := getattr(view, key))}


def from_query(query: Mapping[str, str], dataset: Dataset) -> tuple[ViewState, list[InvalidParam]]:
    """The view that an address asks for; what it can't mean falls back to the default and is told.

    Unknown keys are ignored (pages and mailers add their own). An event without a day opens on its own, the last of its days.
    """
    invalid: list[InvalidParam] = []
    default = asdict(first_view(dataset))
    requested = {name: read_key(query, name, default[name] or "", dataset, invalid) or None for name in VIEW_KEYS}
    if requested["event"] and "date" not in query:
        requested["date"] = day_of_event(requested["event"], dataset)
    one_answer = _by_definition(requested, query, invalid)
    return ViewState(**(default | requested | _known_by(requested, dataset) | one_answer)), invalid


def _by_definition(
    requested: Mapping[str, str | None], query: Mapping[str, str], invalid: list[InvalidParam]
) -> dict[str, str]:
    """By another definition there is one answer, whoever speaks: a perspective beside it is told as refused."""
    assessed = PERSPECTIVES[0]
    if requested["definition"] == DEFINITIONS[0] or requested["perspective"] == assessed:
        return {}
    invalid.append(InvalidParam("perspective", query["perspective"], assessed))
    return {"perspective": assessed}


def _known_by(requested: Mapping[str, str | None], dataset: Dataset) -> dict[str, str | None]:
    """What follows from the day by which things are known: no later day is on show; from the last day on all is known."""
    day = requested["known_by"]
    if day is None or (dataset.known is None and day >= dataset.last_day):
        return {"known_by": None}
    return {key: min(value, day) for key in ("date", "since") if (value := requested[key])}


def day_of_event(event_id: str, dataset: Dataset) -> str:
    """The last day of an event, within the days that can be shown."""
    event = dataset.by_id("events")[event_id]
    return nearest_day(event["date_end"], dataset.first_day, dataset.last_day)


def to_query(view: ViewState, dataset: Dataset) -> dict[str, str]:
    """The shortest query that gives this view again; the date and the data's version are always in it."""
    default = first_view(dataset)
    wanted = {key: getattr(view, key) for key in URL_KEYS}
    query = {
        key: value
        for key, value in wanted.items()
        if value is not None and (key == "date" or value != getattr(default, key))
    }
    return query | {DATA_KEY: dataset.version}


def made_with_other_data(query: Mapping[str, str], dataset: Dataset) -> str | None:
    """The version of the data that an address was made with, when it is not this one."""
    version = query.get(DATA_KEY, dataset.version)
    known_form = len(version) == len(dataset.version) and all(char in "0123456789abcdef" for char in version)
    return version if known_form and version != dataset.version else None
