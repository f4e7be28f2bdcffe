"""The page of one province as plain data: its figures, the ways to its sections, and the sections themselves."""

from __future__ import annotations

from collections.abc import Sequence

from geo.queries.find import ordered
from geo.reading.content import Block, Contents, Link, Measures, Paragraph, Part, Section, Table, Within
from geo.reading.event_list import events_table
from geo.reading.province_words import Row, count_or_none, names_line, shares_in_words
from geo.reading.provinces import tables
from geo.reading.provinces.activity import activity_section, control_section, days_in_words, districts_section
from geo.reading.provinces.unknown import unknown_points
from geo.record.load import Dataset
from geo.wording.dates import plain_date, span_in_words
from geo.wording.text import in_digits, t
from geo.wording.words import area_names

#: The sections of the page, by their anchors; the last two are put behind those of the province.
SECTIONS = (
    "activity",
    "districts",
    "control",
    "presence",
    "statistics",
    "losses",
    "events",
    "unknown",
    "reference",
    "all",
)
#: So many events are shown until the reader asks for all.
FIRST_EVENTS = 10


def head_blocks(dataset: Dataset, found: Row, has_reference: bool) -> tuple[Block, ...]:
    """Names, figures, who holds how much, the neighbours, and what the page holds.

    Parameters
    ----------
    found : a profile of `geo.queries.province`.
    has_reference : whether UCDP's rows stand on the page.
    """
    shares = t(
        "provinces.told",
        days=span_in_words(found["start"], found["end"]),
        day=plain_date(found["end"]),
        shares=shares_in_words(dataset, found["shares"]),
        perspective=t(f"perspective.{found['perspective']}"),
    )
    ways = tuple(
        Within(t(f"provinces.section.{anchor}"), anchor)
        for anchor in SECTIONS
        if has_reference or anchor != "reference"
    )
    return (
        names_line(found["province"]),
        _figures(found),
        Paragraph((shares,)),
        _ways(dataset, found),
        Contents(t("reading.contents"), ways),
    )


def _figures(found: Row) -> Measures:
    unknown = found["unknown"]
    figures = {
        "km2": in_digits(round(found["province"]["area_km2"])),
        "districts": in_digits(len(found["districts"])),
        "activity": count_or_none(found["activity"]["count"]),
        "events": count_or_none(len(found["events"])),
        "lists": count_or_none(unknown["presence_lists"]),
        "silent": t("provinces.of", count=len(unknown["silent_months"]), all=unknown["months"]),
    }
    return Measures(tuple((t(f"provinces.figure.{key}"), figure) for key, figure in figures.items()))


def _ways(dataset: Dataset, found: Row) -> Paragraph:
    """The neighbours, each a way to its page, and the way to the map."""
    parts: list[Part] = [t("provinces.borders"), " "]
    for code in found["neighbours"]:
        name = area_names(dataset, [code])
        parts += [Link(name, "provinces", {"province": code, "district": None, "event": None}), t("list.between")]
    on_map = Link(t("provinces.on_map"), "", {"date": found["end"], "event": None})
    return Paragraph((*parts[:-1], t("list.dot"), on_map))


def section_blocks(dataset: Dataset, found: Row, strips: Sequence[Row]) -> tuple[Block, ...]:
    """All sections of the province.

    Parameters
    ----------
    found : a profile of `geo.queries.province`.
    strips : the rows of `control_strips` of the same province and days.
    """
    return (
        activity_section(dataset, found),
        districts_section(dataset, found),
        control_section(dataset, found, strips),
        _presence(dataset, found),
        _statistics(dataset, found),
        _losses(dataset, found),
        _events(dataset, found),
        Section(t("provinces.unknown"), (unknown_points(dataset, found),), anchor="unknown"),
    )


def _presence(dataset: Dataset, found: Row) -> Section:
    """Who is said to be present or absent, by date and claimant."""
    rows = found["presence"]
    table = tables.presence(dataset, rows, t("provinces.presence")) if rows else None
    note = t("provinces.presence_note", count=len(rows), **days_in_words(found))
    return _section("presence", note, table, t("provinces.no_presence"))


def _statistics(dataset: Dataset, found: Row) -> Section:
    """Numbers of others."""
    rows = found["statistics"]
    table = tables.statistics(dataset, rows, t("provinces.statistics")) if rows else None
    note = t("provinces.statistics_note", count=len(rows), **days_in_words(found))
    return _section("statistics", note, table, t("provinces.no_statistics"))


def _losses(dataset: Dataset, found: Row) -> Section:
    ledger = found["ledger"]
    entries = ledger["entries"]
    note = t("provinces.losses_note", count=len(ledger["left_out"]), **days_in_words(found))
    table = tables.losses(dataset, entries, t("provinces.losses")) if entries else None
    return _section("losses", note, table, t("provinces.no_losses"))


def _section(key: str, note: str, table: Table | None, nothing: str) -> Section:
    """A heading, what the rows below it are, and the rows, or that there are none."""
    blocks: tuple[Block, ...] = (Paragraph((note,), is_quiet=True), table or Paragraph((nothing,)))
    return Section(t(f"provinces.section.{key}"), blocks, anchor=key, is_folded=table is not None)


def _events(dataset: Dataset, found: Row) -> Section:
    """All events of the province, and the way to the list of them."""
    events = dataset.public_by_id
    rows = ordered([events[event_id] for event_id in found["events"]], "newest")
    title = t("provinces.list", count=len(rows))
    if not rows:
        return Section(title, (Paragraph((t("provinces.no_events"),)),), anchor="events")
    query = {
        "area": found["province"]["admin1"],
        "days": "span",
        "from": found["start"],
        "to": found["end"],
        "event": None,
    }
    note = t("provinces.list_note", **days_in_words(found))
    lead = Paragraph((note, " ", Link(t("provinces.list_open"), "events", query)), is_quiet=True)
    return Section(title, (lead, events_table(dataset, rows, title, FIRST_EVENTS)), anchor="events")
