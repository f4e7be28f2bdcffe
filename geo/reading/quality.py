"""What a reader can rely on: plain figures first, the breakdowns behind them, the files last."""

from __future__ import annotations

from geo.queries.coverage import Quarter
from geo.queries.integrity import Report
from geo.reading.content import Bar, Block, Cell, Column, Link, Paragraph, Parts, Points, Section, Table, number, text
from geo.reading.event_list import count_in_words
from geo.reading.event_page import event_line
from geo.reading.province_words import NOTHING, silence_in_words, window_in_words
from geo.reading.source_lines import source_box
from geo.record.fields import field_of
from geo.record.load import Dataset
from geo.record.schema import COUNTRY, FILES, VERIFICATIONS
from geo.wording.dates import month_in_words, quarter_in_words, span_in_words
from geo.wording.lists import listed
from geo.wording.text import in_percent, t
from geo.wording.words import area_names, publisher_in_words, range_in_words

#: Heading of a mix -> key of the report, and what its values are called.
MIXES = {
    "grades": ("by_grade", "verification"),
    "places": ("by_where_precision", "where"),
    "dates": ("by_date_precision", "date"),
    "years": ("by_year", ""),
    "source_kinds": ("by_source_kind", "kind"),
    "provinces": ("by_province", "area"),
}
#: So many rows are shown until the reader asks for all.
FIRST = 8
#: Days known within a week, and places known to the district: as exactly as most sources tell.
KNOWN_DAYS, KNOWN_PLACES = ("1", "2", "3"), ("1", "2", "3")


def reliance(dataset: Dataset, found: Report, quarters: list[Quarter]) -> tuple[Block, ...]:
    """How sure the record is, in shares of its events, and what it can't show."""
    events = len(dataset.public_events)
    months = [month for quarter in quarters for month in quarter.silent_months]
    rows = (
        ("two_independent", found["share_two_independent_sources_pct"]),
        ("one_party", found["share_single_party_pct"]),
        ("claimed", _share(found["by_grade"], ("claimed",))),
        ("disputed", _share(found["by_grade"], ("disputed", "refuted"))),
        ("days_known", _share(found["by_date_precision"], KNOWN_DAYS)),
        ("places_known", _share(found["by_where_precision"], KNOWN_PLACES)),
    )
    columns = (Column(t("quality.column.share_of")), Column(t("quality.column.pct")))
    cells = tuple((text(t(f"quality.rely.{key}")), Cell((Bar(pct), in_percent(pct)), pct)) for key, pct in rows)
    lead = t(
        "quality.rely_lead", events=count_in_words(events), days=span_in_words(dataset.first_day, dataset.last_day)
    )
    limits = [
        (t("quality.rely.sample"),),
        (t("quality.rely.silent", count=len(months), months=silence_in_words(months)),),
        (_withheld(found["withheld"]),),
        (_misplaced(len(found["not_in_stated_place"])),),
    ]
    return (
        Paragraph((lead,)),
        Table(columns, cells, t("quality.rely"), is_sortable=False),
        Section(t("quality.limits"), (Points(tuple(limits)),), level=4),
    )


def _withheld(count: int) -> str:
    return t("quality.rely.withheld", count=count) if count else t("quality.rely.withheld_none")


def _misplaced(count: int) -> str:
    return t("quality.rely.misplaced", count=count) if count else t("quality.rely.misplaced_none")


def _share(counts: dict[str, int], keys: tuple[str, ...]) -> float:
    return round(100 * sum(counts.get(key, 0) for key in keys) / max(1, sum(counts.values())), 1)


# --- coverage -----------------------------------------------------------------------------


def quarter_table(quarters: list[Quarter], caption: str) -> Table:
    """One row a quarter, newest first; a quarter without a record is told in words, not as 0."""
    columns = (
        Column(t("quality.column.quarter"), is_unbroken=True),
        Column(t("quality.column.total"), is_number=True),
        *(Column(t(f"verification.{grade}"), is_number=True, is_minor=True) for grade in VERIFICATIONS),
        Column(t("quality.column.silent")),
    )
    rows = tuple(
        (
            text(quarter_in_words(quarter.name), quarter.name),
            number(sum(quarter.ours.values()) or None, NOTHING),
            *(number(quarter.ours[grade] or None, NOTHING) for grade in VERIFICATIONS),
            text(listed(map(month_in_words, quarter.silent_months))),
        )
        for quarter in reversed(quarters)
    )
    return Table(columns, rows, caption, first=FIRST)


def count_table(quarters: list[Quarter], caption: str) -> Table:
    """One row a count of somebody else, newest first."""
    keys = ("quarter", "who", "low_high", "what", "window")
    columns = tuple(
        Column(t(f"quality.column.{key}"), is_minor=key == "quarter", is_unbroken=key == "quarter") for key in keys
    )
    rows = tuple(
        (
            text(quarter_in_words(quarter.name), quarter.name),
            text(count["claimant_name"] or t(f"claimant.{count['claimant']}")),
            text(range_in_words(count["low"], count["high"]) or NOTHING),
            text(count["label"]),
            text(window_in_words(count), count["window_end"]),
        )
        for quarter in reversed(quarters)
        for count in quarter.counts
    )
    return Table(columns, rows, caption, head=1, first=FIRST)


# --- breakdowns and lists -----------------------------------------------------------------


def mix(dataset: Dataset, found: Report, heading: str) -> Table:
    """One breakdown of the report: value, number, share."""
    key, words = MIXES[heading]
    counts: dict[str, int] = field_of(found, key)
    whole = sum(counts.values())
    if heading == "grades":
        counts = {grade: counts[grade] for grade in VERIFICATIONS if grade in counts}
    if heading in ("provinces", "source_kinds"):
        counts = dict(sorted(counts.items(), key=lambda item: -item[1]))
    columns = (
        Column(t(f"quality.{heading}")),
        Column(t("quality.column.count"), is_number=True),
        Column(t("quality.column.pct"), is_number=True),
    )
    rows = tuple(
        (text(_name(dataset, words, value)), number(count, ""), number(round(100 * count / whole, 1), ""))
        for value, count in counts.items()
    )
    return Table(columns, rows, t(f"quality.{heading}"), first=12)


def _name(dataset: Dataset, words: str, value: str) -> str:
    if words == "area":
        if value in dataset.by_id("provinces"):
            return area_names(dataset, [value])
        return t("quality.no_province") if value == COUNTRY else t(f"country.{value}")
    return t(f"{words}.{value}") if words else value


def duplicates(dataset: Dataset, found: Report) -> Section:
    """The pairs of events that may be one."""
    events, pairs = dataset.by_id("events"), found["suspected_duplicates"]
    blocks: list[Block] = [Points(tuple(event_line(events[event_id]) for event_id in pair)) for pair in pairs]
    note = Paragraph((t("quality.duplicates_note"),), is_quiet=True)
    nothing: list[Block] = [Paragraph((t("quality.none"),))]
    title = t("quality.duplicates", count=len(pairs))
    return Section(title, (note, *(blocks or nothing)), anchor="duplicates", is_folded=True)


def unresolved(dataset: Dataset, found: Report) -> Section:
    """The sources whose own references can't be resolved."""
    ids = found["unresolved_sources"]
    note = Paragraph((t("quality.unresolved_note"),), is_quiet=True)
    inside = source_box(dataset, ids) if ids else Paragraph((t("quality.none"),))
    return Section(t("quality.unresolved", count=len(ids)), (note, inside), anchor="unresolved", is_folded=True)


def undated(dataset: Dataset) -> Section:
    """The reports that no source dates, with the reason."""
    rows = tuple(
        (
            text(row["title"]),
            text(area_names(dataset, [a for a in (row["admin2_id"], row["admin1"]) if a])),
            text(row["reason"]),
            Cell(_source_ways(dataset, row["source_ids"])),
            text(row["undated_id"]),
        )
        for row in dataset.records("undated")
    )
    columns = (
        Column(t("quality.column.title")),
        Column(t("events.column.place")),
        Column(t("quality.column.reason")),
        Column(t("sources.title"), is_minor=True),
        Column(t("events.column.id"), is_minor=True, is_unbroken=True),
    )
    title = t("quality.undated", count=len(rows))
    note = Paragraph((t("quality.undated_note"),), is_quiet=True)
    return Section(title, (note, Table(columns, rows, title, first=FIRST)), anchor="undated", is_folded=True)


def _source_ways(dataset: Dataset, source_ids: list[str]) -> Parts:
    """The sources by publisher and day, each a way to its record."""
    sources = dataset.by_id("sources")
    ways = [Link(publisher_in_words(sources[one]), "sources", {"source": one}) for one in source_ids]
    return tuple(part for way in ways for part in (t("list.series"), way))[1:]


def files(dataset: Dataset, found: Report) -> Section:
    """How many records each file holds, and the version of the data: for those who work with the files."""
    columns = (
        Column(t("quality.column.file")),
        Column(t("quality.column.records"), is_number=True),
        Column(t("quality.column.meaning")),
    )
    rows = tuple(
        (text(FILES[name].path), number(count, ""), text(FILES[name].meaning))
        for name, count in found["records"].items()
    )
    note = Paragraph((t("quality.files_note", version=dataset.version),), is_quiet=True)
    return Section(t("quality.records"), (note, Table(columns, rows, t("quality.records"))), anchor="files")
