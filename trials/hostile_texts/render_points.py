"""Every place where a text of a record reaches a screen: where it is, which fields come there, what must be seen.

A new page or part joins by one line in `RENDER_POINTS`. `tests/browser/test_hostile.py` opens each in Chromium over a record
that is hostile in every text; `tests/export/test_hostile.py` does the same for what is written to files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from geo.address.keys import LANGUAGES
from geo.address.listing import Listing
from geo.address.sheets import SHEETS
from geo.address.view import from_query
from geo.control.hard_cases import contradicted_claims, contradicted_events
from geo.control.timeline import Timeline
from geo.queries.coverage import coverage
from geo.queries.find import find_events
from geo.record.load import Dataset, public_sources
from geo.record.records import Event, Place, Source
from geo.wording.event_line import event_line
from geo.wording.language import speaking
from geo.wording.sentence import day_sentence
from geo.wording.text import t
from geo.wording.words import area_names
from trials import page_reader
from trials.at_rest import settle, wait_in
from trials.hostile_texts import uploaded_file

DAY = "2021-09-03"
MAP = f"?date={DAY}&window=all"
#: A language that texts of the record are put into lines of.
TRANSLATED = LANGUAGES[1]
#: How many events the list 'Events between' holds (`geo/browser/web/panel/since_panel.js`).
EVENTS_COMPARED = 40

#: In every frame, before anything else: keeps what is written on a canvas.
HOOK = """window.__written = new Set();
for (const name of ["fillText"]) {
  const own = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (text, ...rest) {
    window.__written.add(String(text));
    return own.call(this, text, ...rest);
  };
}"""
#: All that a document shows: text, also in shadow roots and in the tables behind canvases; what is told to a reader who
#: hears the page; what stands in boxes.
READ = """() => {
  const found = [];
  const walk = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let e = texts.currentNode; e; e = texts.nextNode()) {
      if (["STYLE", "SCRIPT"].includes(e.tagName)) continue;
      for (const name of ["aria-label", "title", "alt", "placeholder"]) if (e.getAttribute?.(name)) found.push(e.getAttribute(name));
      if (e.tagName === "INPUT" && e.value) found.push(e.value);
      if (e.shadowRoot) walk(e.shadowRoot);
      if ([...e.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) found.push(e.textContent);
      if (e.tagName === "text") found.push(e.textContent);
    }
  };
  walk(document.documentElement);
  return found;
}"""
CARDS = """async (views) => {
  const found = [], { window: before } = conflictReplay.state;
  conflictReplay.set({window: "1"});  // the list of events is made anew with each card
  const panel = () => [...document.querySelectorAll("*")].find((e) => e.shadowRoot?.querySelector(".panel")).shadowRoot;
  for (const view of views) {
    conflictReplay.set({event: null, province: null, district: null, place: null, ...view});
    const another = () => { const card = panel().querySelector(".selection .card"); return card !== window.__card && card; };
    for (const end = performance.now() + 60000; !another(); ) {
      if (performance.now() > end) throw new Error(`no card of ${JSON.stringify(view)}`);
      await new Promise((done) => setTimeout(done, 8));
    }
    window.__card = another();
    found.push(...[...window.__card.querySelectorAll("*"), window.__card].map((e) => e.textContent));
  }
  conflictReplay.set({event: null, province: null, district: null, place: null, window: before});
  return found;
}"""


@dataclass(frozen=True)
class RenderPoint:
    """A part of a page."""

    name: str
    at: str
    fields: tuple[str, ...]
    #: What must be seen there as it is written.
    texts: Callable[[Timeline], Iterable[str | None]]
    #: What a reader does to see it; gives further texts that were seen.
    do: Callable[[Page, Timeline], list[str]] | None = None


def _events(line: Timeline) -> list[Event]:
    return list(line.dataset.public_events)


def _sources_of(dataset: Dataset, ids: Iterable[str]) -> list[str | None]:
    """What a card tells of sources; those that are behind another listed one are left out."""
    records, listed = dataset.by_id("sources"), list(ids)
    through = {page for source_id in listed for page in records[source_id]["seen_through"]}
    shown = [records[source_id] for source_id in listed if source_id not in through]
    return [text for s in shown for text in (s["publisher"], s["title"], None if s["date"] else s["date_note"])]


def _card_texts(dataset: Dataset, event: Mapping[str, Any]) -> list[str | None]:
    texts = [event[name] for name in ("title", "summary", "notes", "verified_by", "place_name")]
    for claim in event["claims"]:
        texts += [claim["says"], claim["claimant_name"], *_sources_of(dataset, claim["source_ids"])]
        texts += [c["text"] for c in claim["casualties"] or [] if c["low"] is None and c["high"] is None]
    return texts


#: How many records a trial opens one by one; `spread` takes them evenly from all.
CARDS_OPENED = int(os.environ.get("TRIAL_CARDS", "40"))
#: In small only one record of each kind is opened on a page of its own.
RECORDS_OPENED = 3 if "TRIAL_CARDS" in os.environ else 1


def spread(records: list[Any], count: int) -> list[Any]:
    """About `count` of the records, evenly from all."""
    return records[:: max(1, len(records) // count)]


def _cards(page: Page, views: list[dict[str, str]]) -> list[str]:
    """The texts of the cards of views, opened one after the other."""
    texts: list[str] = page.evaluate(CARDS, views)
    return texts


def _event_cards(page: Page, line: Timeline) -> list[str]:
    return _cards(page, [{"event": e["event_id"]} for e in spread(_events(line), CARDS_OPENED)])


def _line_of(line: Timeline, event: Event) -> str:
    """The line that is made of an event's fields; English readers have its title alone."""
    with speaking(TRANSLATED):
        return event_line(line.dataset, event)


def _area_cards(page: Page, line: Timeline) -> list[str]:
    districts = line.dataset.by_id("districts")
    held = sorted({a for c in line.dataset.records("control_claims") for a in c["area_ids"] if a in districts})
    views: list[dict[str, str]] = [{"province": code} for code in line.dataset.by_id("provinces")]
    return _cards(page, views + [{"province": a[:6], "district": a} for a in held])


def _place_cards(page: Page, line: Timeline) -> list[str]:
    return _cards(page, [{"province": place["admin1"], "place": place["place_id"]} for place in _held_places(line)])


def _held_places(line: Timeline) -> list[Place]:
    """The named places about which somebody claims to hold them: those have a card."""
    return [line.dataset.by_id("places")[place_id] for place_id in line.places]


def _place_texts(line: Timeline) -> list[str | None]:
    found: list[str | None] = [place["name_en"] for place in _held_places(line)]
    return [*found, *(text for place_id in line.places for text in _claims_about(line, place_id))]


def _claim_texts(line: Timeline) -> list[str | None]:
    """The control claims of districts that hold on the day, as the cards of the districts tell them."""
    found: list[str | None] = [d["name_en"] for d in line.dataset.records("districts")]
    found += [p[name] for p in line.dataset.records("provinces") for name in ("name_en", "name_fa", "name_ps")]
    found += [text for district in line.districts for text in _claims_about(line, district)]
    found += [row["claimant_name"] for row in line.presence_at(DAY)]
    return found


def _claims_about(line: Timeline, area_id: str) -> list[str | None]:
    """The texts of the claims about an area that hold on the day."""
    span = line.interval_at(area_id, DAY)
    if span is None or span.state is None:
        return []
    state = span.state
    ids = {*state.claim_ids, *(d.claim_id for d in (*state.disputed, *state.active))}
    own = [claim for claim in map(line.claims.claims.__getitem__, ids) if area_id in claim["area_ids"]]
    return [claim[name] for claim in own for name in ("area_note", "exception", "notes", "claimant_name")]


def _whole_list(page: Page, line: Timeline) -> list[str]:
    page.evaluate("conflictReplay.set({event: null, province: null, district: null, place: null})")
    page.get_by_role("tab", name=t("tabs.day"), exact=True).click()
    more = page.locator(".panel button.text:visible", has_text="more")
    while more.count():
        more.first.click()
    return page.locator("#pane-day > section .event .title").all_text_contents()


def _compared(page: Page, line: Timeline) -> list[str]:
    """The table of what changed since the first day, and the list of the events between."""
    page.evaluate("(day) => conflictReplay.set({since: conflictReplay.record.dayNumber(day)})", line.dataset.first_day)
    page.locator(".compare details summary").click()
    page.locator(".compare details[open] .event .title").first.wait_for()
    found = page.locator(".compare").locator("td, .title").all_text_contents()
    page.evaluate("conflictReplay.set({since: null})")
    return found


def _compared_texts(line: Timeline) -> list[str]:
    """The last events between, as the list holds no more; the districts that changed."""
    first, districts = line.dataset.first_day, line.dataset.by_id("districts")
    between = line.events_between(first, DAY)[-EVENTS_COMPARED:]
    return [e["title"] for e in between] + [districts[c.area_id]["name_en"] for c in line.diff(first, DAY)]


def _open_details(page: Page, line: Timeline) -> list[str]:
    """The table of the map and the filters are folded in."""
    page.evaluate(
        "document.querySelectorAll('*').forEach((e) => e.shadowRoot?.querySelectorAll('.panel details').forEach((d) => (d.open = true)))"
    )
    settle(page)
    return page.locator(".panel, .headline").all_text_contents()


def _twin_texts(line: Timeline) -> list[str | None]:
    """Panjshir is held by others than the ground on the day."""
    dataset = line.dataset
    inside = [d["name_en"] for d in dataset.records("districts") if d["admin1"] == "AF-PAN"]
    return [*inside, dataset.by_id("provinces")["AF-PAN"]["name_en"], day_sentence(line, DAY, "assessed")]


def _searched(page: Page, line: Timeline) -> list[str]:
    box, found = page.locator("input.search"), []
    for text in _names(line):
        box.fill(str(text))
        found += page.locator(".results span").all_text_contents()
    box.fill("")
    return found


def _names(line: Timeline) -> list[str]:
    """Names that a search finds among its first nine: long enough, and not the end of many others."""
    names = [p["name_en"] for n in ("provinces", "districts") for p in line.dataset.records(n)]
    return [name for name in spread(names, 100) if sum(char.isalnum() for char in name) > 3 and name[0] not in "-'\">]"]


def _hovered(page: Page, line: Timeline) -> list[str]:
    """The pointer rests on districts of the whole country."""
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    box = page.locator("iframe[src*=folium]").bounding_box()
    assert box
    page.evaluate("conflictReplay.set({window: '1'})")
    found = []
    for district in spread(line.dataset.records("districts"), 40):
        x, y = frame.evaluate(
            "([x, y]) => { const p = conflictMap.map.latLngToContainerPoint([y, x]); return [p.x, p.y]; }",
            [district["label_lon"], district["label_lat"]],
        )
        page.mouse.move(box["x"] + x, box["y"] + y)
        found += frame.locator(".replay-tip div").all_text_contents()
    page.evaluate("conflictReplay.set({window: 'all'})")
    assert len(found) > 60
    return found


def _labels(page: Page, line: Timeline) -> list[str]:
    """What is written on the map at three sights."""
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    for lat, lon, zoom in ((34, 66, 6), (35, 70, 8), (34, 63, 8), (35.3, 69.6, 10)):
        frame.evaluate("([a, b, z]) => conflictMap.map.setView([a, b], z, {animate: false})", [lat, lon, zoom])
        settle(page)
    written: list[str] = frame.evaluate("[...window.__written]")
    return written


def _label_texts(line: Timeline) -> list[str]:
    """Larger names win where two would touch, so only some of the provinces are asked for."""
    return [p["name_en"] for p in line.dataset.records("provinces") if len(p["name_en"]) < 12][:8]


def _tables(page: Page, line: Timeline) -> list[str]:
    return page_reader.cells(page)


#: A province that is chosen, and asked for by the filters, when the export panel is opened.
TAKEN = "AF-PAN"


def _taken(page: Page, line: Timeline) -> list[str]:
    """The export panel names the filters of the view, and the chosen province as an extent."""
    page.evaluate("(code) => { conflictReplay.set({province: code, area: code}); conflictReplay.commit(); }", TAKEN)
    wait_in(page, "(code) => location.search.includes(`area=${code}`)", TAKEN)
    page.get_by_text(t("take.title")).click()
    box = page.get_by_test_id("stSelectbox").filter(has=page.get_by_text(t("take.extent"), exact=True))
    return page_reader.first_options(page, box)


def _coverage(page: Page, line: Timeline) -> list[str]:
    """The tables are drawn when their box is opened."""
    page.get_by_text(t("coverage.name"), exact=True).click()
    page.locator(".st-key-coverage table").last.wait_for()
    return []


def _coverage_texts(line: Timeline) -> list[str | None]:
    return [count["claimant_name"] for quarter in coverage(line) for count in quarter.counts]


def _first_titles(line: Timeline) -> list[str]:
    view, _ = from_query({}, line.dataset)
    return [event["title"] for event in find_events(line, view, Listing())[:3]]


def _record(number: int) -> Callable[[Timeline], list[str | None]]:
    def texts(line: Timeline) -> list[str | None]:
        event, dataset = _nth_event(line, number), line.dataset
        titles = {e["event_id"]: e["title"] for e in _events(line)}
        sources = [dataset.by_id("sources")[s] for s in event["source_ids"]]
        cited = [text for s in sources for text in (s["publisher"], s["title"], None if s["date"] else s["date_note"])]
        return [
            *_card_texts(dataset, event),
            *event["place_aliases"],
            *cited,
            *(titles[i] for i in event["related_ids"]),
        ]

    return texts


def _nth_event(line: Timeline, number: int) -> Event:
    """Events with many claims first: they show most."""
    return sorted(_events(line), key=lambda e: (-len(e["claims"]), e["event_id"]))[number]


def _source(number: int) -> Callable[[Timeline], list[str | None]]:
    def texts(line: Timeline) -> list[str | None]:
        source = _nth_source(line, number)
        found = [source[name] for name in ("publisher", "title", "reliability", "notes", "retells")]
        found += [e["title"] for e in _events(line) if source["source_id"] in e["source_ids"]]
        for name, field in (("statistics", "label"), ("presence", "says"), ("undated", "title")):
            found += [r[field] for r in line.dataset.records(name) if source["source_id"] in r["source_ids"]]
        return found

    return texts


def _nth_source(line: Timeline, number: int) -> Source:
    used: dict[str, int] = {}
    for name in ("events", "presence", "statistics", "undated"):
        for record in line.dataset.records(name):
            for source_id in record["source_ids"]:
                used[source_id] = used.get(source_id, 0) + 1
    known = public_sources(line.dataset)
    return sorted(known, key=lambda s: (-used.get(s["source_id"], 0), s["source_id"]))[number]


def _province(code: str) -> Callable[[Timeline], list[str | None]]:
    def texts(line: Timeline) -> list[str | None]:
        province = line.dataset.by_id("provinces")[code]
        quiet = [d["name_en"] for d in line.dataset.records("districts") if d["admin1"] == code]
        return [*(province[n] for n in ("name_en", "name_fa", "name_ps")), *province["aliases"], *quiet[:1]]

    return texts


def _first_speaker(line: Timeline) -> list[str | None]:
    """Whose word the first claim over territory is."""
    return [next(c["claimant_name"] for c in line.dataset.records("control_claims") if c["claimant_name"])]


def _contradictions(line: Timeline) -> list[str | None]:
    claims = contradicted_claims(line.dataset)
    names = [area_names(line.dataset, claim["area_ids"]) for claim in claims]
    return [e["title"] for e in contradicted_events(line.dataset)] + [c["claimant_name"] for c in claims] + names


def _actor(line: Timeline) -> list[str | None]:
    """Of an actor all that its page tells in the words of its entry."""
    actor = line.dataset.by_id("actors")["nrf"]
    own = [actor[name] for name in ("name_en", "name_fa", "name_ps", "notes")]
    return [
        *own,
        *actor["aliases"],
        *(role["role"] for role in actor["roles"]),
        *(tie["notes"] for tie in actor["relations"]),
    ]


def _worksheet(line: Timeline) -> list[str | None]:
    """The districts that a class draws."""
    return [line.dataset.by_id("districts")[one]["name_en"] for one in SHEETS["panjshir-2021"].districts]


RENDER_POINTS: tuple[RenderPoint, ...] = (
    RenderPoint(
        "map: cards of events", MAP,
        ("events.title", "events.summary", "events.notes", "events.verified_by", "events.place_name", "events.claims.says",
         "events.claims.claimant_name", "events.claims.casualties.text", "sources.publisher", "sources.title", "sources.date_note"),
        lambda line: [x for e in spread(_events(line), CARDS_OPENED) for x in _card_texts(line.dataset, e)], _event_cards,
    ),
    RenderPoint(
        "map: cards of provinces and districts", MAP,
        ("districts.name_en", "provinces.name_en", "provinces.name_fa", "provinces.name_ps", "control_claims.area_note",
         "control_claims.exception", "control_claims.notes", "control_claims.claimant_name", "presence.claimant_name"),
        _claim_texts, _area_cards,
    ),
    RenderPoint(
        "map: cards of named places", MAP,
        ("places.name_en", "control_claims.area_note", "control_claims.exception", "control_claims.notes", "control_claims.claimant_name"),
        _place_texts, _place_cards,
    ),
    RenderPoint("map: what changed since a day, events between", MAP, ("events.title", "districts.name_en", "provinces.name_en"), _compared_texts, _compared),
    RenderPoint("map: list of events", MAP, ("events.title",), lambda line: [e["title"] for e in _events(line) if e["date_start"] <= DAY and e["date_end"] <= DAY], _whole_list),
    RenderPoint("map: sentence and table of the day, filters", MAP, ("districts.name_en", "provinces.name_en"), _twin_texts, _open_details),
    RenderPoint("map: search", MAP, ("districts.name_en", "provinces.name_en"), _names, _searched),
    RenderPoint("map: tooltip", MAP, ("districts.name_en",), lambda line: [], _hovered),
    RenderPoint("map: names on the canvas", MAP, ("provinces.name_en", "districts.name_en", "places.name_en"), _label_texts, _labels),
    RenderPoint("map: coverage table", MAP, ("statistics.claimant_name",), _coverage_texts, _coverage),
    RenderPoint("map: export panel", MAP, ("provinces.name_en",), lambda line: [line.dataset.by_id("provinces")[TAKEN]["name_en"]], _taken),
    RenderPoint(
        "map: lines made of events' fields", f"{MAP}&lang={TRANSLATED}", ("events.place_name", "events.claims.casualties.text"),
        lambda line: [_line_of(line, e) for e in spread(_events(line), CARDS_OPENED)], _event_cards,
    ),
    RenderPoint(
        "events: line made of a record's fields", f"events?event={{event0}}&lang={TRANSLATED}",
        ("events.place_name", "events.claims.casualties.text"), lambda line: [_line_of(line, _nth_event(line, 0))],
    ),
    RenderPoint("events: list", "events", ("events.title", "events.place_name"), _first_titles),
    *(
        RenderPoint(
            f"events: record {number + 1}", f"events?event={{event{number}}}",
            ("events.title", "events.summary", "events.notes", "events.verified_by", "events.place_name", "events.place_aliases",
             "events.claims.says", "events.claims.claimant_name", "events.claims.casualties.text", "sources.publisher",
             "sources.title", "sources.date_note"),
            _record(number),
        )
        for number in range(RECORDS_OPENED)
    ),
    RenderPoint("sources: list", "sources", ("sources.title", "sources.publisher"), lambda line: [_nth_source(line, 0)["title"]]),
    *(
        RenderPoint(
            f"sources: record {number + 1}", f"sources?source={{source{number}}}",
            ("sources.publisher", "sources.title", "sources.reliability", "sources.notes", "sources.retells", "events.title", "statistics.label",
             "statistics.text", "statistics.claimant_name", "presence.says", "undated.title"),
            _source(number),
        )
        for number in range(RECORDS_OPENED)
    ),
    *(
        RenderPoint(
            f"provinces: {code}", f"provinces?province={code}&with=AF-TAK",
            ("provinces.name_en", "provinces.name_fa", "provinces.name_ps", "provinces.aliases", "districts.name_en",
             "statistics.label", "statistics.text", "statistics.claimant_name", "presence.says", "presence.claimant_name"),
            _province(code),
        )
        for code in ("AF-PAN", "AF-BGL")[:RECORDS_OPENED]
    ),
    RenderPoint("claims: list", "claims", ("control_claims.claimant_name", "districts.name_en", "places.name_en"), _first_speaker, _tables),
    RenderPoint("compare", "compare?a=2021-08-20&b=2021-09-10&event={event0}", ("events.title", "districts.name_en", "provinces.name_en"), lambda line: [_nth_event(line, 0)["title"]]),
    RenderPoint("quality", "quality", ("events.title", "undated.title", "undated.reason", "sources.title"), lambda line: [line.dataset.records("undated")[0]["title"]], _tables),
    RenderPoint("method: contradictions", "method", ("events.title", "control_claims.claimant_name", "districts.name_en", "provinces.name_en", "places.name_en"), _contradictions),
    RenderPoint("definitions", "definitions", ("districts.name_en", "provinces.name_en"), lambda line: [], _tables),
    RenderPoint("add: questions and summary of a file", "add", (), uploaded_file.question_texts, uploaded_file.answered_questions),
    RenderPoint("add: its events under the pointer and on cards", "add", (), uploaded_file.shown_texts, uploaded_file.shown),
    RenderPoint(
        "actors: all and one", "actors?actor=nrf",
        ("actors.name_en", "actors.name_fa", "actors.name_ps", "actors.aliases", "actors.notes", "actors.roles.role",
         "actors.relations.notes", "control_claims.claimant_name", "events.title", "sources.title"),
        _actor,
    ),
    RenderPoint("classes: a worksheet", "classes?sheet=panjshir-2021", ("events.claims.says", "districts.name_en"), _worksheet),
    RenderPoint("stories", "story", ("districts.name_en", "provinces.name_en"), lambda line: []),
)  # fmt: skip

#: Free texts that no page shows; some go into files (tests/export/test_hostile.py) or only help a search.
NOT_ON_A_PAGE = {
    "districts.name_fa": "searched for", "districts.name_ps": "searched for", "districts.aliases": "searched for",
    "places.name_fa": "searched for", "places.aliases": "searched for", "places.source": "where a point is from",
    "places.notes": "for curators",
    "sources.author": "in citations and exports", "presence.notes": "for curators", "statistics.notes": "for curators",
    "undated.summary": "for curators",
}  # fmt: skip


def address(point: RenderPoint, line: Timeline) -> str:
    """The address of a point with the ids that the record has."""
    ids = {f"event{n}": _nth_event(line, n)["event_id"] for n in range(3)}
    return point.at.format(**ids, **{f"source{n}": _nth_source(line, n)["source_id"] for n in range(3)})
