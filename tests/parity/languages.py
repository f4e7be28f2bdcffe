"""What Python says in the other languages: days in both calendars, numbers, sentences, lines of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from geo.address.view import first_view
from geo.address.windows import WINDOWS
from geo.browser.assets import web_modules
from geo.browser.texts import texts_of
from geo.control.timeline import Timeline
from geo.record.load import public
from geo.record.records import Casualty
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days
from geo.style.layers import LAYERS
from geo.wording.dates import in_other_calendar, in_words, plain_date, span_in_words
from geo.wording.event_line import event_line
from geo.wording.language import LANGUAGES, speaking
from geo.wording.layer_sentence import view_sentence
from geo.wording.words import loss_in_words


def in_languages(timeline: Timeline, days: Sequence[str], every_day: Sequence[str]) -> dict[str, Any]:
    """By language, all but English, what is compared in it.

    Parameters
    ----------
    days : the telling ones, on which whole sentences are compared.
    """
    found = {}
    for lang in LANGUAGES[1:]:
        with speaking(lang):
            found[lang] = _spoken(timeline, lang, days, every_day)
    return found


def _spoken(timeline: Timeline, lang: str, days: Sequence[str], every_day: Sequence[str]) -> dict[str, Any]:
    dataset = timeline.dataset
    events = public(dataset.records("events"))
    losses = [loss for event in events for claim in event["claims"] for loss in claim["casualties"] or ()]
    return {
        "texts": texts_of(dataset, lang, web_modules().values()),
        "dates": [[day, plain_date(day), in_words(day), in_other_calendar(day)] for day in every_day],
        "spans": [[day, end, span_in_words(day, end)] for day in days for end in _ends(day)],
        "losses": [[dict(loss), loss_in_words(dataset, loss)] for loss in (*losses, *NUMBERS)],
        "lines": {event["event_id"]: event_line(dataset, event) for event in events},
        "sentences": [_sentence(timeline, day, at) for at, day in enumerate(days)],
    }


#: Numbers of all sizes, of which no record has each.
NUMBERS = tuple(
    Casualty(side="taliban", kind="killed", low=low, high=high, text=None)
    for low in (None, 1, 12345)
    for high in (None, 1, 0.5, 200000)
)


def _ends(day: str) -> tuple[str, ...]:
    return tuple(add_days(day, more) for more in (0, 3, 40, 400))


def _sentence(timeline: Timeline, day: str, at: int) -> dict[str, Any]:
    """A sentence of each layer in turn, as each perspective in turn has it."""
    view = replace(
        first_view(timeline.dataset),
        date=day,
        layer=LAYERS[at % 3],
        perspective=VIEW_PERSPECTIVES[at % 4],
        window=WINDOWS[at % len(WINDOWS)],
    )
    shown = {"layer": view.layer, "perspective": view.perspective, "window": view.window, "presence": view.presence}
    return {"day": day, "view": shown, "sentence": view_sentence(timeline, view)}
