"""The districts of a worksheet on a small map: blank, to be drawn on, and with the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.area_style import area_style, sign_of
from geo.control.rules import State
from geo.reading.charts.labels import WantedLabel, placed
from geo.reading.charts.outlines import DrawnAreas, drawn_areas
from geo.reading.charts.paint import painted
from geo.reading.charts.tiles import key_svg
from geo.reading.drawings import Key, Label, SmallMap
from geo.record.load import Dataset
from geo.wording.change import state_in_words
from geo.wording.language import name_of

#: How wide the map is as it is designed, and how high it may be, in px.
SHEET_PX = (560, 420)


def blank_map(dataset: Dataset, districts: Sequence[str]) -> SmallMap:
    """The outlines of districts with their names, and nothing else."""
    land = _land(dataset, districts)
    return SmallMap(painted(land, {}), land.size, _names(dataset, land))


def answer_map(dataset: Dataset, states: Mapping[str, State | None], day: str) -> SmallMap:
    """The same districts in the signs of the map, with the key of each state."""
    land = _land(dataset, list(states))
    signs = {admin2_id: sign_of(area_style(state, day)) for admin2_id, state in states.items()}
    keys = {state_words(dataset, state): key_svg(signs[admin2_id]) for admin2_id, state in states.items()}
    drawn = tuple(Key(words, svg=svg) for words, svg in keys.items())
    return SmallMap(painted(land, signs), land.size, _names(dataset, land), keys=drawn)


def state_words(dataset: Dataset, state: State | None) -> str:
    """'NRF, contested, claimed, unconfirmed'; or that there is no record."""
    if state is None:
        return state_in_words(dataset, None)
    return state_in_words(dataset, state.holding, *(["claimed"] if state.basis == "claimed" else []))


def _land(dataset: Dataset, districts: Sequence[str]) -> DrawnAreas:
    shapes = {row.record["admin2_id"]: row.geometry or {} for row in dataset.tables["districts"]}
    return drawn_areas({one: shapes[one] for one in districts}, *SHEET_PX)


def _names(dataset: Dataset, land: DrawnAreas) -> tuple[Label, ...]:
    records = dataset.by_id("districts")
    wishes = [
        WantedLabel(
            *land.place_pct(records[one]["label_lon"], records[one]["label_lat"]),
            (name_of(records[one]).partition(" (")[0],),
            shape,
        )
        for one, shape in land.shapes.items()
    ]
    return tuple(label for label in placed(wishes, land.size) if label)
