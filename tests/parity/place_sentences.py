"""What Python says of single areas on telling days: all that are off the ground, and some of the others by chance."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

from geo.control.timeline import Timeline
from geo.lens.areas import is_telling
from geo.record.schema import VIEW_PERSPECTIVES
from geo.wording.place_sentence import place_sentence

OTHERS = 4


def place_sentences(timeline: Timeline, days: Sequence[str]) -> list[dict[str, Any]]:
    """By day and perspective the sentence of districts, places and provinces, by id."""
    dice = random.Random(5)  # noqa: S311  # no secret: a sample
    return [
        {
            "day": day,
            "perspective": perspective,
            "said": {
                a: place_sentence(timeline, a, day, perspective) for a in _areas(timeline, day, perspective, dice)
            },
        }
        for day in days
        for perspective in VIEW_PERSPECTIVES
    ]


def _areas(timeline: Timeline, day: str, perspective: str, dice: random.Random) -> Iterable[str]:
    provinces = list(timeline.dataset.by_id("provinces"))
    telling = [d for d, span in timeline.states_at(day, perspective).items() if is_telling(span.state)]
    yield from dict.fromkeys([*telling, *dice.sample(timeline.districts, OTHERS)])
    yield from timeline.places
    yield from dict.fromkeys(["AF-PAN", "AF-BGL", *dice.sample(provinces, OTHERS)])
