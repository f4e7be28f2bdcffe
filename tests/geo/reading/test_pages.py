"""What reading pages say, from the tiny record and the shipped one: no page, no browser."""

from __future__ import annotations

import pytest

from geo.control.timeline import Timeline
from geo.queries.province import control_strips, profile
from geo.queries.sources import find_sources, resting
from geo.queries.tally import by_province
from geo.reading.charts.months_drawing import months_drawing
from geo.reading.content import Contents, Link, Paragraph, Table, plain
from geo.reading.event_list import events_table, tally_line, tally_table
from geo.reading.event_page import event_blocks
from geo.reading.html import html_of
from geo.reading.method import anchor_of, parts_of
from geo.reading.provinces.page import head_blocks, section_blocks
from geo.reading.quality_page import quality_blocks
from geo.reading.record_ways import record_way, record_ways
from geo.reading.sources_page import list_blocks, source_page, source_title
from geo.record.load import Dataset, public
from geo.wording.text import t

YEAR = {"days": "span", "from": "2024-01-01", "to": "2024-12-31"}


def test_the_tally_counts_each_event_once(shipped_line: Timeline) -> None:
    events = shipped_line.events_between("2024-01-01", "2024-12-31", actor="nrf")
    rows = by_province(events)
    assert sum(row.events for row in rows) == len(events) > 20
    known = [row.events for row in rows if row.admin1]
    assert known == sorted(known, reverse=True) and all(row.fighting <= row.events for row in rows)
    assert [row.admin1 for row in rows].index(None) == len(rows) - 1, "without a province stands last"


def test_the_line_of_the_tally_leads_to_its_events(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    events = shipped_line.events_between("2024-01-01", "2024-12-31", actor="nrf")
    line = tally_line(dataset, events, YEAR)
    links = [part for part in line.parts if isinstance(part, Link)]
    assert all(link.page == "events" and link.query["from"] == "2024-01-01" for link in links)
    assert plain(line.parts).startswith("By province: Kabul ") and plain(line.parts).endswith(".")
    table = tally_table(dataset, events, YEAR, "NRF")
    assert sum(int(plain(row[1].parts)) for row in table.rows) == len(events)


def test_a_row_of_the_list_leads_to_its_record(tiny: Dataset) -> None:
    events = public(tiny.records("events"))
    table = events_table(tiny, events, "all")
    ways = [row[table.head].parts[0] for row in table.rows]
    assert [way.query["event"] for way in ways if isinstance(way, Link)] == [event["event_id"] for event in events]


def test_every_event_can_be_read(shipped: Dataset) -> None:
    for event in public(shipped.records("events"))[::40]:
        html = html_of(event_blocks(shipped, event), lambda link: link.page)
        assert event["event_id"] in html and all(source_id in html for source_id in event["source_ids"])


def test_a_month_without_a_record_has_no_bar() -> None:
    drawing = months_drawing([0, 3, 0, 1], 3, "by month")
    assert drawing.svg.count("<rect") == 2 and drawing.alt == "by month"


def test_a_record_is_named_in_words(shipped: Dataset) -> None:
    event = public(shipped.records("events"))[0]
    assert record_way(shipped, event["event_id"]) == Link(event["title"], "events", {"event": event["event_id"]})
    for name in ("control_claims", "presence", "statistics"):
        record_id = next(iter(shipped.by_id(name)))
        way = record_way(shipped, record_id)
        assert isinstance(way, Link) and record_id not in way.label
    assert record_way(shipped, "EV-2021-9999") == "a record that is not shown (EV-2021-9999)"
    assert isinstance(Paragraph(record_ways(shipped, (event["event_id"],))), Paragraph)


@pytest.mark.parametrize(
    ("title", "anchor"), [("How to cite", "how-to-cite"), ("Fade, and 'last known on'", "fade-and-last-known-on")]
)
def test_a_note_is_cut_at_its_headings(title: str, anchor: str) -> None:
    parts = parts_of(f"# Note\n\nLead.\n\n## {title}\n\nText.\n\n### Lower\n\nMore.\n")
    assert [part.title for part in parts] == ["", title] and parts[0].markdown == "Lead."
    assert parts[1].anchor == anchor == anchor_of(title) and "### Lower" in parts[1].markdown


def test_a_province_can_be_read_without_a_page(shipped_line: Timeline) -> None:
    """As `publish` will: every section that the contents name is there, and all of it is HTML."""
    dataset = shipped_line.dataset
    what = ("AF-BGL", dataset.first_day, dataset.last_day)
    found, strips = profile(shipped_line, *what), control_strips(shipped_line, *what)
    head = head_blocks(dataset, found, has_reference=False)
    html = html_of((*head, *section_blocks(dataset, found, strips)), lambda link: link.page)
    ways = next(block.ways for block in head if isinstance(block, Contents))
    there = [way.anchor for way in ways if f'id="{way.anchor}"' in html]
    assert [way.anchor for way in ways] == [*there, "all"] and "reference" not in there
    assert f"<dt>{t('provinces.figure.activity')}</dt><dd>{found['activity']['count']}</dd>" in html


def test_sources_can_be_read_without_a_page(shipped_line: Timeline) -> None:
    dataset, rests = shipped_line.dataset, resting(shipped_line.dataset)
    found = find_sources(dataset, ["party"], "nrf")
    assert found and all(source["kind"] == "party" for source in found)
    blocks = list_blocks(dataset, found, rests, 2, {"kinds": "UN", "words": ""})
    table = next(block for block in blocks if isinstance(block, Table))
    totals = [rests[str(plain(row[-1].parts))].total for row in table.rows]
    assert len(totals) == 2 and totals == sorted((rests[s["source_id"]].total for s in found), reverse=True)[:2]
    assert not table.is_sortable, "the rest is not there to be sorted"
    titles = {source["title"] for source in found}
    assert all(row[table.head].order in titles for row in table.rows), "a row is named in words, not by a number"
    nothing = list_blocks(dataset, [], rests, 2, {"kinds": "UN", "words": ""})
    assert t("sources.no_source") in html_of(nothing, lambda link: link.page)
    for source in found[:3]:
        html = html_of(source_page(dataset, source, rests[source["source_id"]]), lambda link: link.page)
        assert source["publisher"] in source_title(source) and source["source_id"] not in source_title(source)
        assert t("sources.rests", count=rests[source["source_id"]].total) in html


def test_the_quality_page_names_every_section_that_it_has(shipped_line: Timeline) -> None:
    contents, *sections = quality_blocks(shipped_line, None)
    assert isinstance(contents, Contents) and len(sections) > 5
    told = [(way.anchor, way.label) for way in contents.ways]
    assert told == [(one.anchor, t(f"quality.section.{one.anchor}")) for one in sections]
    html = html_of(sections, lambda link: link.page)
    assert t("quality.reference_none") in html and all(html.count(f'id="{anchor}"') == 1 for anchor, _ in told)
    undated = next(one for one in sections if one.anchor == "undated")
    table = next(block for block in undated.blocks if isinstance(block, Table))
    named = " ".join(str(plain(row[3].parts)) for row in table.rows)
    assert named and "SRC-" not in named, "sources are named in words"
