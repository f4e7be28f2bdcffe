"""What Python says of the record by each other definition, on the days of the hard cases and some after: one also as known then."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from geo.address.view import ViewState
from geo.area_style import area_style, sign_of
from geo.browser.payload import record_payload
from geo.control.definitions.cases import HARD_CASES
from geo.control.definitions.known import OTHERS
from geo.control.direction import direction
from geo.control.intervals import who_holds
from geo.control.timeline import Timeline
from geo.export.sheet.legend_keys import fill_keys, overlay_keys
from geo.lens.areas import is_telling
from geo.queries.definitions import timeline_of
from geo.record.load import Dataset
from geo.wording.change import change_words
from geo.wording.layer_sentence import view_sentence
from geo.wording.place_sentence import place_sentence

DAYS = sorted({case.day for case in HARD_CASES})
#: One definition is looked at as known by a day, too.
KNOWN_BY = "2021-09-13"


def by_definitions(dataset: Dataset) -> list[dict[str, Any]]:
    """By definition the browser's record, and of each day sentence, styles, keys of the legend, single areas; all changes."""
    lines = [timeline_of(dataset, definition=key) for key in OTHERS]
    return [_told(line) for line in (*lines, timeline_of(dataset, KNOWN_BY, "strict"))]


def _told(line: Timeline) -> dict[str, Any]:
    dataset = line.dataset
    days = [day for day in DAYS if day <= dataset.last_day]
    return {
        "record": json.loads(record_payload(line)),
        "days": [_day(line, day) for day in days],
        "changes": [
            [one.day, one.area_id, change_words(dataset, direction(*ends, one.runs_out), *ends)]
            for one in line.changes(dataset.first_day, dataset.last_day)
            for ends in [(who_holds(one.before), who_holds(one.after))]
        ],
    }


def _day(line: Timeline, day: str) -> dict[str, Any]:
    seen = {area: span.state for area, span in line.states_at(day).items()}
    styles = [area_style(state, day) for state in seen.values()]
    keys = [
        *fill_keys(line.dataset, [(style, "") for style in styles], "assessed"),
        *overlay_keys(line.dataset, styles),
    ]
    telling = [area for area, state in seen.items() if is_telling(state)]
    return {
        "day": day,
        "sentence": view_sentence(line, ViewState(day, definition=line.definition)).partition(" As known")[0],
        "styles": {area: asdict(style) | {"sign": asdict(sign_of(style))} for area, style in zip(seen, styles, strict=True)},
        "legend": [[text, str(number)] for _, text, number in keys],
        "places": {area: place_sentence(line, area, day) for area in (*telling, "AF-KAB-kabul", "AF-PAN", "AF-BGL")
                   if area in {*line.districts, *line.dataset.by_id("provinces")}},
    }  # fmt: skip
