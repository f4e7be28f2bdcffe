"""What differs between two sides as tables: areas, districts, each side's sums; counts and lists of provinces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.control.difference import Difference, by_side
from geo.queries.layers.difference import ActivityDifference, VoiceRow
from geo.queries.layers.presence_map import Voice
from geo.reading.content import Cell, Column, Link, Paragraph, Section, Table, number, text
from geo.reading.event_list import events_table
from geo.reading.province_words import NOTHING
from geo.record.load import Dataset
from geo.record.records import Event
from geo.wording.change import change_words, holding_in_words
from geo.wording.dates import span_in_words
from geo.wording.layer_words import voice_in_words
from geo.wording.lists import series
from geo.wording.text import in_digits, t
from geo.wording.words import actor_name, area_names

#: So many events are shown until the reader asks for all.
FIRST_EVENTS = 12
SUMS = ("gained", "lost", "contested", "ended")
#: Columns that hold numbers.
NUMBERS = ("districts", "km2", "events_a", "events_b", "more")


def _columns(*keys: str) -> tuple[Column, ...]:
    return tuple(Column(t(f"sides.column.{key}"), is_number=key in NUMBERS) for key in keys)


def areas_table(dataset: Dataset, found: Difference, caption: str) -> Table:
    """One row a way in which districts differ: how many, and how large."""
    rows = tuple(
        (
            text(change_words(dataset, area.direction, area.before, area.after)),
            text(holding_in_words(dataset, area.before)),
            text(holding_in_words(dataset, area.after)),
            number(area.districts, ""),
            number(area.area_km2, "", in_digits(round(area.area_km2))),
        )
        for area in found.areas
    )
    return Table(_columns("change", "before", "after", "districts", "km2"), rows, caption)


def sums_table(dataset: Dataset, found: Difference, caption: str) -> Table | None:
    """What each side gained and lost; None where there is no way from one side to the other."""
    sums = by_side(found)
    columns = (
        Column(t("sides.sums.side")),
        *(Column(t(f"sides.sums.{key}"), is_number=True) for key in SUMS),
    )
    rows = tuple(
        (text(actor_name(dataset, one.side)), *(number(getattr(one, key), "") for key in SUMS)) for one in sums
    )
    return Table(columns, rows, caption, is_sortable=False) if sums else None


def each_section(dataset: Dataset, found: Difference) -> Section:
    """Every district that differs, folded in."""
    rows = tuple(
        (
            text(row.name),
            text(area_names(dataset, [row.admin1])),
            text(change_words(dataset, row.direction, row.before, row.after)),
            text(holding_in_words(dataset, row.before)),
            text(holding_in_words(dataset, row.after)),
            number(row.area_km2, "", in_digits(round(row.area_km2))),
        )
        for row in found.districts
    )
    title = t("sides.each", count=len(rows))
    columns = _columns("district", "province", "change", "before", "after", "km2")
    return Section(title, (Table(columns, rows, title),), level=4, is_folded=True)


def events_section(
    dataset: Dataset, events: Sequence[Event], span: tuple[str, str], query: Mapping[str, str]
) -> Section:
    """The events of the days between the sides: each title leads to its record, its last cell marks it on both maps.

    Parameters
    ----------
    query : what the address of the page says of the sides.
    """
    title = t("sides.events", count=len(events))
    note = Paragraph((t("sides.events_note", days=span_in_words(*span)),), is_quiet=True)
    if not events:
        return Section(title, (note, Paragraph((t("sides.no_event"),))), anchor="events")
    table = events_table(dataset, events, title, FIRST_EVENTS)
    ways = [Link(t("sides.mark"), "compare", {**query, "event": event["event_id"]}) for event in events]
    rows = tuple((*row, Cell((way,))) for row, way in zip(table.rows, ways, strict=True))
    marked = replace(table, columns=(*table.columns, Column(t("sides.column.mark"))), rows=rows)
    return Section(title, (note, marked), anchor="events")


# --- layers -------------------------------------------------------------------------------


def counts_table(dataset: Dataset, found: ActivityDifference, caption: str) -> Table:
    """One row a province with its events in both windows; no difference where the windows are not compared."""
    rows = tuple(
        (
            text(area_names(dataset, [row.admin1]) if row.admin1 else t("sides.nowhere")),
            number(row.before, ""),
            number(row.after, ""),
            _signed(row.more) if found.is_comparable else text(NOTHING),
        )
        for row in found.rows
    )
    return Table(_columns("province", "events_a", "events_b", "more"), rows, caption)


def voices_table(dataset: Dataset, rows: Sequence[VoiceRow], caption: str) -> Table:
    """One row a province with who names it, and who says that there is none, on both days."""
    cells = tuple(
        (
            text(area_names(dataset, [row.admin1])),
            _signed(row.more),
            text(_spoken(row.before)),
            text(_spoken(row.after)),
        )
        for row in rows
    )
    return Table(_columns("province", "more", "voices_a", "voices_b"), cells, caption)


def _spoken(voices: Sequence[Voice]) -> str:
    """Who names a province as one of presence, then who says that there is none."""
    ordered = sorted(voices, key=lambda voice: not voice.present)
    lines = [
        t("layers.voice_present" if voice.present else "layers.voice_absent", voice=voice_in_words(voice))
        for voice in ordered
    ]
    return series(lines) or t("sides.unnamed")


def _signed(difference: int) -> Cell:
    """'+3', '−2', '0'."""
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return text(f"{sign}{abs(difference)}", difference)
