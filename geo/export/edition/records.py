"""The pages of events and of sources: lists that need no script, and a page for each record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from geo.address.paths import root_of
from geo.address.view import day_of_event, first_view
from geo.export.edition.citing import citation_section, reading_of
from geo.export.edition.event_form import branch_actors, branches_in_words, event_form
from geo.export.edition.frame import Edition, framed
from geo.queries.find import PAGE_SIZE, ordered
from geo.queries.sources import Resting
from geo.reading.content import Block, Link, Paragraph, Part, Section
from geo.reading.event_list import count_in_words, events_table, tally_line
from geo.reading.event_page import event_blocks
from geo.reading.reference.credit import credit
from geo.reading.reference.rows import event_section
from geo.reading.sources_page import balance_blocks, source_page, source_title, sources_table
from geo.reading.versions_page import history_section
from geo.record.load import Dataset
from geo.record.records import Event, Source
from geo.record.spans import years_of
from geo.wording.cite import cite_event
from geo.wording.dates import span_in_words
from geo.wording.text import digits, in_digits, t

#: So many sources stand on one page.
SOURCES_A_PAGE = 100
Rests = Mapping[str, Resting]


def intro(text: str) -> str:
    """What a page is, under its title."""
    return f'<p class="intro">{escape(text)}</p>'


# --- events -------------------------------------------------------------------------------


def event_index(edition: Edition, file: str) -> str:
    """The list of events: the newest, ways to every year, and where a script runs search and filters."""
    dataset = edition.dataset
    events = ordered(list(dataset.public_events), "newest")
    told = _told(dataset, events, span_in_words(dataset.first_day, dataset.last_day))
    newest = t("edition.events_newest", count=min(PAGE_SIZE, len(events)))
    blocks = (
        Paragraph((told,)),
        Section(t("events.by_province"), (tally_line(dataset, events, {"days": "record"}),), is_folded=True),
        Paragraph((newest,), is_quiet=True),
        events_table(dataset, events[:PAGE_SIZE], t("events.title")),
    )
    years = edition.html(file, _years(dataset))
    body = [
        intro(t("events.intro")),
        event_form(dataset),
        years,
        f'<div id="found">{edition.html(file, *blocks)}</div>',
        *_theirs(edition, file),
    ]
    facts = {"assets": edition.files(file), "root": root_of(file), "date": first_view(dataset).date}
    facts |= {"branches": branch_actors(dataset), "branchWords": branches_in_words(dataset)}
    return framed(edition, file, t("events.title"), body, about=told, scripts=("events",), facts=facts)


def _theirs(edition: Edition, file: str) -> list[str]:
    """UCDP's rows under the list, where the edition has them: a switch that a script answers, and whom to credit."""
    if edition.reference is None:
        return []
    note = edition.html(file, Paragraph((t("events.reference_note"),), is_quiet=True), *credit(edition.reference))
    switch = f'<label class="switch"><input type="checkbox"> {escape(t("reference.show"))}</label>'
    head = f"<h2>{escape(t('events.reference'))}</h2>"
    rows = f'<div class="rows" hidden><div class="found reading" aria-live="polite"></div>{note}</div>'
    return [f'<section id="ucdp" hidden>{head}{switch}{rows}</section>']


def year_page(edition: Edition, year: str, file: str) -> str:
    """All events of a year, the newest first."""
    dataset = edition.dataset
    events = ordered([e for e in dataset.public_events if e["date_start"][:4] <= year <= e["date_end"][:4]], "newest")
    title = t("edition.events_of", year=digits(year))
    told = _told(dataset, events, digits(year))
    blocks = (_years(dataset), Paragraph((told,)), events_table(dataset, events, title))
    return framed(edition, file, title, [edition.html(file, *blocks)], about=told)


def _told(dataset: Dataset, events: Sequence[Event], days: str) -> str:
    return t(
        "events.told",
        count=count_in_words(len(events)),
        days=days,
        filters=t("events.no_filter"),
        version=dataset.version,
    )


def _years(dataset: Dataset) -> Paragraph:
    """The ways to the list of each year."""
    ways = [Link(digits(year), "events", {"year": year}) for year in years_of(dataset.first_day, dataset.last_day)]
    return Paragraph((t("edition.by_year"), *_apart(ways)))


def _apart(ways: Sequence[Link]) -> list[Part]:
    """Ways with a space or a dot before each."""
    return [part for number, way in enumerate(ways) for part in (t("list.dot") if number else " ", way)]


def event_page(edition: Edition, event: Event, file: str) -> str:
    """The record of one event, with ways to the list and to the map, and how to cite it."""
    dataset, event_id = edition.dataset, event["event_id"]
    on_map = Link(t("events.on_map"), "", {"date": day_of_event(event_id, dataset), "event": event_id})
    ways = Paragraph((Link(t("events.back"), "events"), t("list.dot"), on_map))
    found = edition.reference and event_section(dataset, edition.reference, event_id, is_folded=False)
    citation = citation_section(t("cite.event"), cite_event(event, dataset, reading_of(edition, file)))
    blocks = (
        ways,
        *event_blocks(dataset, event),
        *((found,) if found else ()),
        *history_section(dataset, event_id),
        citation,
    )
    return framed(edition, file, event["title"], [edition.html(file, *blocks)], about=event["summary"])


# --- sources ------------------------------------------------------------------------------


def parts_of_sources(sources: Sequence[Source]) -> int:
    """How many pages the list of sources takes."""
    return max(1, -(-len(sources) // SOURCES_A_PAGE))


def source_list(edition: Edition, sources: Sequence[Source], rests: Rests, part: int, file: str) -> str:
    """A page of the list of sources, those with most records first; on its first one what the record rests on."""
    dataset, span = edition.dataset, (edition.dataset.first_day, edition.dataset.last_day)
    by_weight = sorted(sources, key=lambda source: -rests[source["source_id"]].total)
    shown = by_weight[(part - 1) * SOURCES_A_PAGE : part * SOURCES_A_PAGE]
    table = sources_table(dataset, shown, rests, t("sources.table_alt", count=len(shown)))
    balance = balance_blocks(dataset, list(dataset.public_events), span, "") if part == 1 else ()
    ways = _parts(part, parts_of_sources(sources))
    blocks: tuple[Block, ...] = (*balance, Section(t("sources.list"), (*ways, table, *ways), anchor="list"))
    body = [intro(t("sources.intro")), edition.html(file, *blocks)]
    return framed(edition, file, t("sources.title"), body, about=t("sources.intro"))


def _parts(part: int, parts: int) -> tuple[Block, ...]:
    """The ways to the other pages of a long list."""
    if parts == 1:
        return ()
    told = t("events.page", page=part, pages=parts)
    others = [one for one in range(1, parts + 1) if one != part]
    ways = [Link(in_digits(one), "sources", {"part": str(one) if one > 1 else None}) for one in others]
    return (Paragraph((told, t("list.dot"), t("edition.other_parts"), *_apart(ways))),)


def source_record(edition: Edition, source: Source, rest: Resting, file: str) -> str:
    """One source and everything that rests on it."""
    back = Paragraph((Link(t("sources.close"), "sources"),))
    body = [edition.html(file, back, *source_page(edition.dataset, source, rest))]
    title = source_title(source)
    return framed(edition, file, title, body, about=source["title"])
