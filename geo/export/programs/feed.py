"""Changes of the record as a feed (Atom, RFC 4287): what was corrected first, then what is new, the latest first in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten
from urllib.parse import urlencode
from uuid import NAMESPACE_OID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from geo.address.keys import LANG_KEY
from geo.answers.index import FEED
from geo.answers.record import Record
from geo.export.programs.earlier import Earlier, FieldChange, corrections, earlier_events
from geo.wording.cite import AUTHOR
from geo.wording.dates import plain_date
from geo.wording.language import FIRST, language
from geo.wording.lists import in_turn, series
from geo.wording.text import isolated, t
from geo.wording.words import actor_name, area_names, speaker_in_words

SPACE = "http://www.w3.org/2005/Atom"
LANG = "xml:lang"
#: So many of each kind are told.
MAX_ENTRIES = 100
#: So many letters of a value.
MAX_LETTERS = 80
#: The map, from where the feed lies.
MAP = "../../"


@dataclass(frozen=True)
class Change:
    """A record that was changed or entered on a day, and where it is seen."""

    record_id: str
    day: str
    kind: str
    title: str
    summary: str
    query: tuple[tuple[str, str], ...]
    changed: str = ""


def feed(record: Record, earlier: Sequence[Earlier] = ()) -> bytes:
    """The feed; addresses in it are relative to its own.

    Parameters
    ----------
    earlier : the events of earlier versions, where they are known: then a correction says which fields it changed.
    """
    changed = corrections(record.dataset, earlier)
    corrected = [_told(one, changed.get(one.record_id, [])) for one in _latest(record, "corrected")]
    new = _latest(record, "new")
    root = Element("feed", {"xmlns": SPACE, LANG: language()})
    days = [change.day for change in (*corrected, *new)]
    _text(root, "id", _urn("feed"))
    _text(root, "title", t("feed.title", title=t("app.title")))
    _text(root, "subtitle", t("feed.about", version=record.dataset.version))
    _text(root, "updated", _moment(max(days, default=record.dataset.first_day)))
    _text(SubElement(root, "author"), "name", AUTHOR)
    _text(root, "rights", "CC BY 4.0")
    SubElement(root, "link", rel="self", type="application/atom+xml", href=_in_language(FEED))
    SubElement(root, "link", rel="alternate", type="text/html", href=_in_language(MAP))
    for change in (*corrected, *new):
        _put(root, change)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def feed_of_site(record: Record, folder: Path) -> bytes:
    """The feed of a site in a folder: corrections say what they changed, as far as it has earlier versions."""
    return feed(record, earlier_events(folder, record.released, record.dataset.version))


def _latest(record: Record, kind: str) -> list[Change]:
    """The changes of a kind, the latest first."""
    found = [change for change in (*_events(record), *_claims(record)) if change.kind == kind]
    by_id = sorted(found, key=lambda change: change.record_id, reverse=True)
    return sorted(by_id, key=lambda change: change.day, reverse=True)[:MAX_ENTRIES]


def _events(record: Record) -> Iterator[Change]:
    """What may be told of events: those that are withheld are in no answer."""
    for event in record.dataset.public_events:
        told = event["event_id"], event["title"], event["summary"], (("event", event["event_id"]),)
        yield from _both(event["recorded_on"], event["revised_on"], *told)


def _claims(record: Record) -> Iterator[Change]:
    days = record.dataset.first_day, record.dataset.last_day
    for claim in record.dataset.records("control_claims"):
        title = t(
            "feed.claim",
            areas=area_names(record.dataset, claim["area_ids"]),
            controller=actor_name(record.dataset, claim["controller"]),
            status=t(f"status.{claim['status']}"),
            claimant=speaker_in_words({**claim}),
            day=plain_date(claim["valid_from"]),
        )
        day = min(max(claim["valid_from"], days[0]), days[1])
        told = claim["claim_id"], title, claim["notes"] or title, (("date", day),)
        yield from _both(claim["recorded_on"], claim["revised_on"], *told)


def _both(
    recorded_on: str,
    revised_on: str | None,
    record_id: str,
    title: str,
    summary: str,
    query: tuple[tuple[str, str], ...],
) -> Iterator[Change]:
    yield Change(record_id, recorded_on, "new", title, summary, query)
    if revised_on:
        yield Change(record_id, revised_on, "corrected", title, summary, query)


def _told(change: Change, fields: Sequence[FieldChange]) -> Change:
    """A correction with what it changed before its words."""
    if not fields:
        return change
    said = t("feed.changed", changes=series([_field(one) for one in fields]))
    return replace(change, changed=said)


def _field(change: FieldChange) -> str:
    if change.before is None and change.after is None:
        return change.field
    return t("feed.field", field=change.field, before=_short(change.before), after=_short(change.after))


def _short(value: object) -> str:
    """A value of a field in few letters: '–' for none."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value) if value is not None else ""
    return shorten(text, MAX_LETTERS, placeholder=" …") or "–"


def _put(root: Element, change: Change) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "id", _urn(f"{change.record_id} {change.kind} {change.day}"))
    _text(entry, "title", t(f"feed.{change.kind}", id=change.record_id, title=change.title))
    _text(entry, "updated", _moment(change.day))
    SubElement(entry, "category", term=change.kind)
    SubElement(entry, "link", rel="alternate", type="text/html", href=_in_language(MAP, change.query))
    if change.changed:
        _text(entry, "summary", in_turn([change.changed, isolated(change.summary)]))
    else:  # the record's own words
        SubElement(entry, "summary", {LANG: FIRST}).text = change.summary


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _in_language(address: str, query: tuple[tuple[str, str], ...] = ()) -> str:
    """An address that speaks the feed's language."""
    asked = query if language() == FIRST else (*query, (LANG_KEY, language()))
    return f"{address}?{urlencode(asked)}" if asked else address


def _urn(text: str) -> str:
    """A name that stays: the feed of each language has its own."""
    spoken = "" if language() == FIRST else f" {language()}"
    return f"urn:uuid:{uuid5(NAMESPACE_OID, f'afghanistan-conflict-replay {text}{spoken}')}"


def _moment(day: str) -> str:
    """A day as Atom wants a time: no hour is known."""
    return f"{day}T00:00:00Z"
