"""What Python states and the browser's modules use, as three modules of constants, made from here.

`web/engine/constants.js` comes with the map's handle, `web/engine/map_constants.js` with what stands around it and
with the map, `web/search/constants.js` with the search. They lie beside the others, since linters, type checkers and tests
in Node read them. `python -m geo.build.made` writes them; `make check` fails when one is stale.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from geo.address.keys import DATA_KEY, FILTER_KEYS, URL_KEYS
from geo.address.paths import ONLY_LINKED, PAGE_FILES, RECORD_FILES
from geo.address.view import OPENING_PLAY, defaults
from geo.address.windows import WINDOWS
from geo.browser.fonts import FAMILY, RANGE, WEIGHTS
from geo.publishers.months import LETTERS, MONTHS, SOLAR_MONTHS
from geo.queries.activity import ARMED_TYPES
from geo.queries.layers.presence_map import GRADES, LEVEL_OF
from geo.record.normalise import ARABIC_FORMS, MARKS, SIGNS, SPACES
from geo.record.schema import (
    CERTAINTIES,
    CONTROL_STATUSES,
    EVENT_TYPES,
    PERSPECTIVES,
    VERIFICATIONS,
    VIEW_PERSPECTIVES,
)
from geo.reference.find import REFERENCE_FILTERS
from geo.search.days import FIRST_GREGORIAN
from geo.search.letters import SOUNDS
from geo.style.events import DRAWN_DATE_PRECISION
from geo.style.layers import LAYERS, PRESENCE_LEVELS, layer_style
from geo.style.sheet import style_sheet
from geo.wording.cite import AUTHOR, TITLE

#: What of the style the handle, its axis and the still picture draw with.
FIRST_STYLE = (
    *("controllers", "otherController", "baseController", "baseOpacity", "unnamedSide", "striped", "ageSteps"),
    *("fadeNames", "signs", "symbols", "gradeColours", "axis", "ink", "halo"),
)
#: Pages to which no module of the browser leads.
UNLINKED = (*ONLY_LINKED, "definitions")
HEAD = """\
// biome-ignore-all format: made by a program
/** What Python states and the browser uses: made by `python -m geo.build.made`, never edited by hand. */
"""


def constants() -> dict[str, object]:
    """What Python and the browser share from the first, by its name in the browser."""
    sheet = style_sheet()
    return {
        "STYLE": {name: sheet[name] for name in sheet if name in FIRST_STYLE},
        "LAYERS": list(LAYERS),
        "PRESENCE_LEVELS": list(PRESENCE_LEVELS),
        "FILTER_KEYS": list(FILTER_KEYS),
        "URL_KEYS": list(URL_KEYS),
        "VIEW_DEFAULTS": defaults(),
        "FONT": {"family": FAMILY, "weights": WEIGHTS, "range": RANGE},
        "DATA_KEY": DATA_KEY,
        "EVENT_TYPES": list(EVENT_TYPES),
        "VERIFICATIONS": list(VERIFICATIONS),
        "DRAWN_DATE_PRECISION": DRAWN_DATE_PRECISION,
    }


def map_constants() -> dict[str, object]:
    """What they share for all that follows the handle."""
    sheet = style_sheet()
    return {
        "MAP_STYLE": {name: sheet[name] for name in sheet if name not in FIRST_STYLE},
        "PERSPECTIVES": list(PERSPECTIVES),
        "VIEW_PERSPECTIVES": list(VIEW_PERSPECTIVES),
        "WINDOWS": list(WINDOWS),
        "LAYER_STYLE": layer_style(),
        "PRESENCE_LEVEL_OF": dict(LEVEL_OF),
        "PRESENCE_GRADES": {level: list(grades) for level, grades in GRADES.items()},
        "ARMED_TYPES": list(ARMED_TYPES),
        "REFERENCE_FILTERS": list(REFERENCE_FILTERS),
        "CITED": {"author": AUTHOR, "title": TITLE},
        "PAGE_FILES": {page: file for page, file in PAGE_FILES.items() if page not in UNLINKED},
        "RECORD_FILES": {
            page: [list(one) for one in kept] for page, kept in RECORD_FILES.items() if page not in UNLINKED
        },
        "OPENING_PLAY": list(OPENING_PLAY),
        "CONTROL_STATUSES": list(CONTROL_STATUSES),
        "CERTAINTIES": list(CERTAINTIES),
    }


def search_constants() -> dict[str, object]:
    """What both share to read words that somebody types, in the same way."""
    return {
        "MARKS": MARKS,
        "SIGNS": SIGNS,
        "ARABIC_FORMS": ARABIC_FORMS,
        "SPACES": SPACES,
        "SEARCH_SOUNDS": SOUNDS,
        "MONTHS": MONTHS,
        "SOLAR_MONTHS": SOLAR_MONTHS,
        "MONTH_LETTERS": LETTERS,
        "FIRST_GREGORIAN": FIRST_GREGORIAN,
    }


def module_text(values: Mapping[str, object]) -> str:
    """A module of constants as it has to be on disk."""
    return HEAD + "".join(
        f"\n/** @type {{{_type_of(value)}}} */\nexport const {name} = {_literal(value)};\n"
        for name, value in values.items()
    )


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, indent=2 if isinstance(value, dict) else None)


def _type_of(value: object) -> str:
    """The JSDoc type of a value: a table by keys that are looked up is a Record, the style sheet names its fields."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, list):
        return f"Array<{' | '.join(sorted({_type_of(item) for item in value}) or ['number'])}>"
    if isinstance(value, dict):
        kinds = {_type_of(item) for item in value.values()}
        if len(kinds) == 1:
            return f"Object<string, {kinds.pop()}>"
        return "{" + ", ".join(f"{key}: {_type_of(item)}" for key, item in value.items()) + "}"
    return "string"
