"""Who held the districts of a province over time: one strip a district, in the signs of the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.area_style import Sign, sign_of
from geo.control.rules import Holding
from geo.reading.charts.scales import STRIPS_PX, day_ticks, place_of
from geo.reading.charts.tiles import key_svg, spell_style, tile_svg
from geo.reading.drawings import Key, Span, Strips
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.record.spans import add_days
from geo.style.basemap import BORDER
from geo.wording.change import state_in_words
from geo.wording.dates import plain_date
from geo.wording.language import name_of
from geo.wording.text import t
from geo.wording.words import area_names

Row = Mapping[str, Any]
#: The strips end so many days after the last change: nothing more is to be seen.
AFTER_LAST_CHANGE = 60


def control(dataset: Dataset, strips: Sequence[Row], start: str, last: str) -> Strips:
    """The strips of one perspective from a day to the last one that is drawn; contested ones are thin."""
    shown = [row for row in strips if row["start"] <= last]
    states = list(dict.fromkeys(_state(row) for row in shown))
    signs = [sign_of(spell_style(*state)) for state in states]
    rows: dict[str, list[Span]] = {}
    for row in shown:
        name = name_of(dataset.by_id("districts")[row["admin2_id"]])
        rows.setdefault(name, []).append(_span(dataset, row, states.index(_state(row)), start, last))
    return Strips(
        rows=tuple((name, tuple(spans)) for name, spans in rows.items()),
        ticks=day_ticks(start, add_days(last, 1), STRIPS_PX),
        signs=tuple((tile_svg(sign), edge_of(sign)) for sign in signs),
        keys=tuple(
            Key(_in_words(dataset, state), svg=key_svg(sign)) for state, sign in zip(states, signs, strict=True)
        ),
    )


def control_end(strips: Sequence[Row], start: str, end: str) -> str:
    """The last day that the strips show: some weeks after the last change, so that changes can be seen."""
    changes = [row["start"] for row in strips if row["start"] > start]
    return min(end, add_days(max(changes, default=start), AFTER_LAST_CHANGE))


def changing(strips: Sequence[Row]) -> Sequence[Row]:
    """The strips of the districts that change, or that the perspectives tell differently."""
    holders: dict[str, set[tuple[str, str]]] = {}
    for row in strips:
        holders.setdefault(row["admin2_id"], set()).add((row["controller"], row["status"]))
    return [row for row in strips if len(holders[row["admin2_id"]]) > 1]


def of_perspective(strips: Sequence[Row]) -> dict[str, Sequence[Row]]:
    """The strips by perspective, in the usual order."""
    return {name: [row for row in strips if row["perspective"] == name] for name in PERSPECTIVES}


def _state(row: Row) -> tuple[str, str, str]:
    """What of a row decides how it is drawn."""
    return row["controller"], row["status"], row["basis"]


def edge_of(sign: Sign) -> str:
    """The colour of the outline of what a sign paints."""
    return sign.edge.colour if sign.edge else BORDER


def _span(dataset: Dataset, row: Row, sign: int, start: str, last: str) -> Span:
    after = add_days(last, 1)
    end = min(row["end"] or after, after)
    at = place_of(row["start"], start, after)
    name = area_names(dataset, [row["admin2_id"]])
    says = t(
        "chart.strip",
        name=name,
        state=_in_words(dataset, _state(row)),
        start=plain_date(row["start"]),
        end=plain_date(end),
    )
    return Span(at, round(place_of(end, start, after) - at, 2), sign, says, is_thin=row["status"] == "contested")


def _in_words(dataset: Dataset, state: tuple[str, str, str]) -> str:
    """'NRF, contested', 'Taliban, control, claimed, unconfirmed'."""
    controller, status, basis = state
    return state_in_words(dataset, Holding(controller, status), *(["claimed"] if basis == "claimed" else []))
