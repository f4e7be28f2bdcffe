"""The hard cases of the method as small maps in the signs of the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from geo.area_style import area_style, sign_of
from geo.control.hard_cases import Piece
from geo.reading.charts.labels import WantedLabel, placed
from geo.reading.charts.outlines import drawn_areas
from geo.reading.charts.paint import painted
from geo.reading.charts.tiles import key_svg
from geo.reading.drawings import Key, SmallMap
from geo.record.load import Dataset
from geo.wording.change import state_in_words
from geo.wording.language import name_of
from geo.wording.lists import listed
from geo.wording.text import t

#: How wide the maps are as they are designed, and how high they may be, in px.
CASE_PX = (400, 340)
#: More districts than this and the names would cover each other: only what is not held as around it is named.
MAX_NAMES = 8
#: The state of a district in words.
Told = Callable[[Piece], str]


def case_map(dataset: Dataset, day: str, found: list[Piece], told: Told | None = None) -> SmallMap:
    """The districts of a case in one perspective; its keys tell each state with its districts, the most frequent last.

    Parameters
    ----------
    told : the state of a district in words, where they are not the map's own.
    """
    land = drawn_areas({piece.admin2_id: piece.geometry for piece in found}, *CASE_PX)
    signs = {piece.admin2_id: sign_of(area_style(piece.state, day)) for piece in found}
    groups = grouped(found, told or partial(piece_in_words, dataset))
    wishes = [
        WantedLabel(*land.place_pct(piece.lon, piece.lat), (piece_name(dataset, piece),), land.shapes[piece.admin2_id])
        for piece in _named(groups)
    ]
    keys = tuple(
        Key(_line(dataset, words, pieces), svg=key_svg(signs[pieces[0].admin2_id])) for words, pieces in groups
    )
    return SmallMap(
        painted(land, signs), land.size, tuple(label for label in placed(wishes, land.size) if label), keys=keys
    )


def piece_name(dataset: Dataset, piece: Piece) -> str:
    """The district in the language that is spoken, without the other name in brackets."""
    return name_of(dataset.by_id("districts")[piece.admin2_id]).partition(" (")[0]


def piece_in_words(dataset: Dataset, piece: Piece) -> str:
    """The state of a district of a case, in words."""
    state = piece.state
    if state is None:
        return state_in_words(dataset, None)
    steps = {"claimed": state.basis == "claimed", "partial": state.partial, "disputed": bool(state.disputed)}
    return state_in_words(dataset, state.holding, *(step for step, holds in steps.items() if holds))


def grouped(found: list[Piece], told: Told) -> list[tuple[str, list[Piece]]]:
    """Each state with its districts, the most frequent last."""
    groups: dict[str, list[Piece]] = {}
    for piece in found:
        groups.setdefault(told(piece), []).append(piece)
    return sorted(groups.items(), key=lambda group: len(group[1]))


def _named(groups: list[tuple[str, list[Piece]]]) -> list[Piece]:
    """The districts that are named; of many only those that are not like most of them."""
    many = sum(len(pieces) for _, pieces in groups) > MAX_NAMES
    return [piece for _, pieces in (groups[:-1] if many else groups) for piece in pieces]


def _line(dataset: Dataset, words: str, pieces: list[Piece]) -> str:
    if len(pieces) > MAX_NAMES:
        return t("method.cases_rest", count=len(pieces), state=words)
    return t("method.cases_group", state=words, names=listed(piece_name(dataset, piece) for piece in pieces))
