"""UCDP's rows one by one: as a list beside ours, and on the record of the event of ours that tells the same."""

from __future__ import annotations

from collections.abc import Sequence

from geo.reading.content import (
    Block,
    Box,
    Cell,
    Column,
    Facts,
    Link,
    Paragraph,
    Part,
    Parts,
    Section,
    Strong,
    Table,
    number,
    text,
)
from geo.reading.reference.credit import credit
from geo.record.load import Dataset
from geo.reference.find import FoundRow, coverage_of, rows_of_event
from geo.reference.load import Reference
from geo.wording.dates import span_in_words
from geo.wording.lists import series
from geo.wording.reference_words import facts_of, place_of, title_of
from geo.wording.text import t
from geo.wording.words import range_in_words

#: So many rows are shown until the reader asks for all.
FIRST = 15
#: So many rows are on a page at most; the others are counted.
MOST = 500
#: The columns with what they are: n a number, m one that a narrow screen can do without, u never broken.
COLUMNS = {
    "day": "", "row": "", "place": "", "precision": "m", "killed": "n", "ours": "", "months": "m", "id": "mu",
}  # fmt: skip


def list_blocks(
    dataset: Dataset, reference: Reference, found: Sequence[FoundRow], span: tuple[str, str], is_newest_first: bool
) -> tuple[Block, ...]:
    """The rows of a span of days beside our list: how many there are, what that number can tell, the rows, credit."""
    covered = coverage_of(reference, *span)
    lead = (
        Paragraph((_told(found, span, covered == "whole"),)),
        Paragraph((t(f"reference.covered_{covered}"),)),
        Paragraph((t("events.reference_note"),), is_quiet=True),
    )
    return *lead, *shown_rows(dataset, found, is_newest_first), *credit(reference)


def _told(found: Sequence[FoundRow], span: tuple[str, str], is_whole: bool) -> str:
    """How many rows there are of some days; where that is not known, how many are here."""
    both = sum(bool(one.lines) for one in found)
    counts = {"count": len(found), "days": span_in_words(*span), "both": both, "only": len(found) - both}
    return t("events.reference_told", **counts) if is_whole else t("events.reference_told_part", **counts)


def shown_rows(dataset: Dataset, found: Sequence[FoundRow], is_newest_first: bool = True) -> tuple[Block, ...]:
    """The rows as a table, oldest or newest first, and how many more there are; nothing when there are none."""
    shown = found[-MOST:][::-1] if is_newest_first else found[:MOST]
    if not shown:
        return ()
    table = rows_table(dataset, shown, t("events.reference_alt", count=len(shown)))
    more = len(found) - len(shown)
    return (table, Paragraph((t("events.reference_more", count=more),))) if more else (table,)


def rows_table(dataset: Dataset, found: Sequence[FoundRow], caption: str) -> Table:
    """One row a row of UCDP's, in the order given; an event of ours that tells the same is a way to it."""
    columns = tuple(
        Column(t(f"events.reference_column.{key}"), is_number="n" in how, is_minor="m" in how, is_unbroken="u" in how)
        for key, how in COLUMNS.items()
    )
    return Table(columns, tuple(_row(dataset, one) for one in found), caption, head=1, first=FIRST)


def event_section(
    dataset: Dataset, reference: Reference, event_id: str, is_folded: bool, anchor: str = "ucdp"
) -> Section | None:
    """What UCDP says of an event of ours, row by row; None when it has none of it."""
    found = rows_of_event(reference, event_id)
    if not found:
        return None
    boxes = tuple(_box(dataset, one, event_id) for one in found)
    title = t("events.reference_of", count=len(found))
    return Section(title, (*boxes, *credit(reference)), anchor=anchor, is_folded=is_folded)


def _row(dataset: Dataset, found: FoundRow) -> tuple[Cell, ...]:
    row = found.row
    whole = t(f"events.reference_{'whole' if found.is_covered else 'not_whole'}")
    return (
        text(span_in_words(row["date_start"], row["date_end"]), row["date_start"]),
        text(t("words.sides", a=row["side_a"], b=row["side_b"])),
        text(place_of(dataset, row)),
        text(t(f"reference.where.{row['where_prec']}"), row["where_prec"]),
        number(row["best"], "", t("words.remark", told=row["best"], remark=range_in_words(row["low"], row["high"]))),
        _ours(found),
        Cell((whole,), is_unknown=not found.is_covered),
        text(row["ucdp_id"]),
    )


def _ours(found: FoundRow) -> Cell:
    """The events of ours that tell the same, each a way to it."""
    parts: list[Part] = []
    for line in found.lines:
        parts += [t("list.between")] if parts else []
        parts.append(Link(line["event_id"], "events", {"event": line["event_id"]}))
    return Cell(tuple(parts)) if parts else text(t("events.reference_only"))


def _box(dataset: Dataset, found: FoundRow, event_id: str) -> Box:
    """What a card tells of a row, and how it came to be taken for the same as the event."""
    line = next(line for line in found.lines if line["event_id"] == event_id)
    reviewed = t(f"events.reference_reviewed.{line['reviewed']}")
    how = series([t(f"events.reference_how.{line['how']}"), reviewed, line["remark"]])
    facts: list[tuple[str, Parts]] = [(label, (message,)) for label, message in facts_of(dataset, found.row) if message]
    facts.append((t("events.reference_match"), (how,)))
    return Box((Paragraph((Strong(title_of(found.row)),)), Facts(tuple(facts))))
