"""Everything that programs may ask, as one table: what each answer says, by which keys, and under which addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from geo.address.keys import API_FORMS, FILTER_KEYS, LANG_KEY
from geo.answers import areas, day, day_forms, events, forms, rests
from geo.answers.index import about
from geo.answers.known import KEY
from geo.answers.paging import page_count
from geo.answers.record import Query, Record
from geo.record.schema import PERSPECTIVES

Answer = Callable[[Record, Query], dict[str, Any]]
#: The addresses of the files of a published site, without their ending.
Files = Callable[[Record], Iterable[str]]


@dataclass(frozen=True)
class Endpoint:
    """One kind of answer.

    Parameters
    ----------
    form : the type whose fields the answer has (`geo.answers.forms`).
    files : addresses that stand for a question, such as 'at/{date}'; a gap is a key. They answer live, too.
    published : which of these a published site holds.
    rows : the list in the answer that comes in pages; '' where it comes whole.
    drawn : whether it can be had as GeoJSON.
    """

    says: str
    answer: Answer
    form: Any
    keys: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    published: Files = lambda _record: ()
    rows: str = ""
    drawn: bool = False
    published_drawn: Files = lambda _record: ()

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Its own keys, the form where it can be drawn, and the language of what is said in words."""
        return (*self.keys, *(("format",) if self.drawn else ()), LANG_KEY)


def _index(record: Record, query: Query) -> dict[str, Any]:
    """The record in a few words, and what may be asked, with addresses from here."""
    del query
    answers = [
        {
            "path": name,
            "says": one.says,
            "keys": list(one.all_keys),
            "files": [f"{file}.{form}" for file in one.files for form in API_FORMS[: 1 + one.drawn]],
        }
        for name, one in ENDPOINTS.items()
    ]
    return about(record) | {"answers": answers}


def _days(record: Record) -> list[str]:
    """Days of change as assessed, then those of each party."""
    own = {p: day.days_of_change(record.timeline, p) for p in PERSPECTIVES}
    parties = [f"at/{p}/{one}" for p in PERSPECTIVES[1:] for one in own[p]]
    return [*(f"at/{one}" for one in own[PERSPECTIVES[0]]), *parties]


def _differences(record: Record) -> list[str]:
    """From each day of change to the next, and from the first to the last day of the record."""
    days = day.days_of_change(record.timeline, PERSPECTIVES[0])
    pairs = dict.fromkeys([*pairwise(days), (record.dataset.first_day, record.dataset.last_day)])
    return [f"diff/{a}/{b}" for a, b in pairs]


def _list_days(record: Record) -> list[str]:
    return [f"presence/{one}" for one in sorted({row["as_of"] for row in record.dataset.records("presence")})]


def _pages(name: str, count: Callable[[Record], int]) -> Files:
    return lambda record: [name, *(f"{name}/{n}" for n in range(1, page_count(count(record)) + 1))]


def _reference_pages(record: Record) -> Iterable[str]:
    reference = record.reference
    return _pages("reference/rows", lambda _: len(reference.events))(record) if reference else []


_SPAN = ("from", "to")
#: The record as known by a day: asked live, of a published site there are no such files.
_THEN = (KEY,)
ENDPOINTS: dict[str, Endpoint] = {
    "index": Endpoint(
        "What there is to ask, which data answers, and under which licence.",
        _index,
        forms.Index,
        files=("index",),
        published=lambda _: ["index"],
    ),
    "at": Endpoint(
        "Who holds what at the end of a day in Kabul: shares of provinces, districts, named places. With `layer` what that"
        " layer of the map shows instead; with `definition` each district by another rule over the same claims."
        " As `python -m geo at`.",
        day.at,
        day_forms.At,
        ("date", "perspective", "definition", "layer", *day.LAYER_KEYS, *_THEN),
        ("date",),
        ("at/{date}", "at/{perspective}/{date}"),
        _days,
        drawn=True,
        published_drawn=lambda record: [name for name in _days(record) if name.count("/") == 1],
    ),
    "changes": Endpoint(
        "The days on which the answer of `at` changes: the files of a published site; up to each `until` only `as_of` differs.",
        day.changes,
        day_forms.Changes,
        ("perspective", *_THEN),
        files=("changes", "changes/{perspective}"),
        published=lambda _: ["changes", *(f"changes/{p}" for p in PERSPECTIVES)],
    ),
    "events": Endpoint(
        "The public events of a span of days that pass all filters, a page at a time; the oldest first. As `python -m geo events`.",
        events.events,
        forms.Events,
        (*_SPAN, *FILTER_KEYS, "branch", "q", "order", "page", *_THEN),
        files=("events", "events/{page}"),
        published=_pages("events", lambda record: len(record.dataset.public_events)),
        rows="events",
        drawn=True,
        published_drawn=lambda _: ["events"],
    ),
    "diff": Endpoint(
        "What changed hands or status from day `a` to day `b`, or differs between two perspectives, and the events between."
        " As `python -m geo diff`.",
        areas.diff,
        forms.Diff,
        ("a", "b", "pa", "pb", *_THEN),
        ("a", "b"),
        ("diff/{a}/{b}",),
        _differences,
    ),
    "provinces": Endpoint(
        "All provinces: names, neighbours, activity in a span of days, who holds them at its end.",
        areas.provinces,
        forms.Provinces,
        (*_SPAN, "perspective", *_THEN),
        files=("provinces",),
        published=lambda _: ["provinces"],
    ),
    "province": Endpoint(
        "Everything that the record says of one province in a span of days. As `python -m geo province`.",
        areas.province,
        forms.Province,
        ("province", *_SPAN, "perspective", *_THEN),
        ("province",),
        ("province/{province}",),
        lambda record: [f"province/{code}" for code in record.dataset.by_id("provinces")],
    ),
    "presence": Endpoint(
        "Where somebody is said to be active: the last list of each claimant up to a day. A province that no list names is"
        " 'no data', not zero. As `python -m geo presence`.",
        day.presence,
        day_forms.PresenceLists,
        ("date", *_THEN),
        ("date",),
        ("presence/{date}",),
        _list_days,
    ),
    "sources": Endpoint(
        "What the events of a span of days rest on, all sources, and what rests on each. As `python -m geo sources`.",
        rests.sources,
        forms.Sources,
        (*_SPAN, *_THEN),
        files=("sources",),
        published=lambda _: ["sources"],
    ),
    "claims": Endpoint(
        "The control claims: all, one, or those that hold on a day or speak of an area. One claim is one speaker's word.",
        rests.claims,
        forms.Claims,
        ("claim", "date", "province", "district", "place", *_THEN),
        files=("claims", "claims/{claim}"),
        published=lambda record: ["claims", *(f"claims/{one}" for one in record.dataset.by_id("control_claims"))],
    ),
    "actors": Endpoint(
        "All actors: names, dated roles and ties with their sources, who is below whom, how many events name each, and"
        " which control claims.",
        rests.actors,
        forms.Actors,
        files=("actors",),
        published=lambda _: ["actors"],
    ),
    "versions": Endpoint(
        "Which version of the data answers, and which were released when.",
        rests.versions,
        forms.Versions,
        files=("versions",),
        published=lambda _: ["versions"],
    ),
    "reference": Endpoint(
        "What of UCDP's stands beside the record: releases, the months that each covers whole, how much is in both."
        " As `python -m geo reference`.",
        events.reference,
        forms.ReferenceSummary,
        files=("reference",),
        published=lambda record: ["reference"] if record.reference else [],
    ),
    "reference/rows": Endpoint(
        "UCDP's rows of a span of days, each with the events of ours that tell the same; a page at a time."
        " As `python -m geo events --reference ucdp`.",
        events.reference_rows,
        forms.ReferenceRows,
        (*_SPAN, "type", "actor", "area", "page"),
        files=("reference/rows", "reference/rows/{page}"),
        published=_reference_pages,
        rows="rows",
    ),
}
