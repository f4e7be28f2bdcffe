"""A province as one plain page: no script, no request, text and tables only."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from geo.control.rules import State
from geo.control.timeline import Change, Timeline
from geo.export import reference_site
from geo.export.describe import links_in_head
from geo.export.sheet.panel import source_words
from geo.record.records import Claim, Event, Source
from geo.reference.load import Reference
from geo.style.interface import browser_css
from geo.wording.change import holding_in_words
from geo.wording.dates import plain_date
from geo.wording.text import t
from geo.wording.words import actor_name

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = browser_css(
    "body{font:16px/1.5 system-ui,'Segoe UI','Noto Sans','Noto Naskh Arabic',sans-serif;max-width:72ch;margin:0 auto;"
    "padding:16px;color:var(--c-ink)}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:4px 12px 4px 0;"
    "border-bottom:1px solid var(--c-rule);vertical-align:top}h2{font-size:19px;margin-top:28px}.quiet{color:var(--c-quiet-ink)}"
    "article{border-top:1px solid var(--c-rule);padding:8px 0}li{overflow-wrap:anywhere}a{color:var(--c-accent-link)}"
)


def province_page(timeline: Timeline, admin1: str, reference: Reference | None = None) -> str:
    """Shares on the last day, changes of control, UCDP's rows where they are given, events with their sources."""
    dataset = timeline.dataset
    record = dataset.by_id("provinces")[admin1]
    name = record["name_en"]
    scripts = " · ".join(f'<span dir="rtl">{escape(record[key])}</span>' for key in ("name_fa", "name_ps"))
    return page(
        f"{name}: {t('app.title')}",
        [
            f'<p><a href="index.html">{escape(t("export.all_provinces"))}</a></p>',
            f"<h1>{escape(name)}</h1><p>{scripts} · {escape(admin1)} · {record['area_km2']:,.0f} km²</p>",
            *_shares(timeline, admin1),
            *_changes(timeline, admin1),
            *(reference_site.of_province(dataset, reference, admin1) if reference else []),
            *_events(timeline, admin1, reference),
        ],
        dataset.version,
        reference_site.style() if reference else "",
    )


def index_page(timeline: Timeline, reference: Reference | None = None) -> str:
    """The list of provinces, and UCDP's rows of the country where they are given."""
    names = sorted(timeline.dataset.by_id("provinces").items(), key=lambda item: item[1]["name_en"])
    items = [f'<li><a href="{escape(code)}.html">{escape(record["name_en"])}</a></li>' for code, record in names]
    head = f"<h1>{escape(t('app.title'))}</h1><p>{escape(t('app.tagline'))}</p>"
    back = f'<p><a href="../index.html">{escape(t("menu.map"))}</a></p>'
    beside = reference_site.of_country(timeline.dataset, reference) if reference else []
    style = reference_site.style() if reference else ""
    body = [back, head, "<ul>", *items, "</ul>", *beside]
    return page(t("export.all_provinces"), body, timeline.dataset.version, style)


def page(title: str, body: list[str], version: str, more_style: str = "") -> str:
    """A plain document around a body that is HTML already."""
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            *links_in_head("../api/v1/"),
            f"<title>{escape(title)}</title><style>{STYLE}{more_style}</style></head><body>",
            *body,
            f'<p class="quiet">{escape(t("export.page_foot", version=version))} {escape(t("app.credits"))}</p>',
            "</body></html>",
            "",
        ]
    )


def _shares(timeline: Timeline, admin1: str) -> list[str]:
    day = timeline.dataset.last_day
    rows = [
        f"<tr><td>{escape(actor_name(timeline.dataset, share.controller))}</td><td>{share.area_pct:.1f} %</td>"
        f"<td>{share.districts}</td></tr>"
        for share in timeline.shares_at(day)[admin1]
    ]
    head = "".join(f"<th>{escape(t(f'export.column.{key}'))}</th>" for key in ("holder", "share", "districts"))
    return [
        f"<h2>{escape(t('export.on_last_day', day=plain_date(day)))}</h2>",
        f"<table><tr>{head}</tr>",
        *rows,
        "</table>",
    ]


def _changes(timeline: Timeline, admin1: str) -> list[str]:
    districts = timeline.dataset.by_id("districts")
    inside = [d for d, record in districts.items() if record["admin1"] == admin1]
    rows = [
        f"<tr><td>{plain_date(change.day)}</td><td>{escape(districts[change.area_id]['name_en'])}</td>"
        f"<td>{_before(timeline, change)}</td><td>{_state(timeline, change.after)}</td></tr>"
        for change in timeline.changes(timeline.dataset.first_day, timeline.dataset.last_day, areas=inside)
    ]
    title = f"<h2>{escape(t('export.changes'))}</h2>"
    if not rows:
        return [title, f"<p>{escape(t('export.no_changes'))}</p>"]
    head = "".join(f"<th>{escape(t(f'export.column.{key}'))}</th>" for key in ("day", "district", "before", "after"))
    return [title, f"<table><tr>{head}</tr>", *rows, "</table>"]


def _before(timeline: Timeline, change: Change) -> str:
    """The state before; one that nobody is known to have ended is told so."""
    ended = f" ({escape(t('export.no_longer'))})" if change.runs_out else ""
    return _state(timeline, change.before) + ended


def _state(timeline: Timeline, state: State | None) -> str:
    return escape(holding_in_words(timeline.dataset, state.holding if state else None))


def _events(timeline: Timeline, admin1: str, reference: Reference | None) -> list[str]:
    dataset = timeline.dataset
    events = timeline.events_between(dataset.first_day, dataset.last_day, province=admin1)
    title = f"<h2>{escape(t('export.events_of', count=len(events)))}</h2>"
    return (
        [title, *(_event(timeline, event, reference) for event in events)]
        if events
        else [title, f"<p>{escape(t('export.none'))}</p>"]
    )


def _event(timeline: Timeline, event: Event, reference: Reference | None) -> str:
    start, end = plain_date(event["date_start"]), plain_date(event["date_end"])
    when = start if start == end else f"{start} – {end}"
    about = " · ".join(
        [when, t(f"type.{event['event_type']}"), t(f"verification.{event['verification']}"),
         t(f"where.{event['where_precision']}"), event["event_id"]]
    )  # fmt: skip
    claims = "".join(f"<li>{_claim(claim)}</li>" for claim in event["claims"])
    records = timeline.dataset.by_id("sources")
    sources = "".join(f"<li>{source_link(records[source_id])}</li>" for source_id in event["source_ids"])
    beside = reference_site.of_event(timeline.dataset, reference, event["event_id"]) if reference else ""
    return (
        f'<article id="{escape(event["event_id"])}"><strong>{escape(event["title"])}</strong>'
        f'<p class="quiet">{escape(about)}</p><p>{escape(event["summary"])}</p>'
        f"<ul>{claims}</ul><details><summary>{escape(t('export.sources_of'))}</summary><ul>{sources}</ul></details>{beside}</article>"
    )


def _claim(claim: Claim) -> str:
    who = t(f"claimant.{claim['claimant']}")
    name = f"{who}: {claim['claimant_name']}" if claim["claimant_name"] else who
    return f"{escape(name)}: {escape(claim['says'])}"


def source_link(source: Source) -> str:
    """A source as text, linked when its address is one of http or https."""
    words = escape(source_words(source))
    address = source["url"] or source["archive_url"]
    if not address or urlsplit(address).scheme not in ("http", "https"):
        return words
    return f'<a rel="noopener noreferrer nofollow" href="{escape(address)}">{words}</a>'
