"""Parts of records in words: spans, places, actors, speakers, numbers; plain text, to be escaped by the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.queries.origins import independent_origins
from geo.record.load import Dataset
from geo.record.records import Casualty, Event, Source
from geo.record.schema import COUNTRY
from geo.wording.dates import plain_date
from geo.wording.text import t

#: Filters whose values have texts: key of the address -> section of the texts.
FILTER_TEXTS = {
    "type": "type", "grade": "verification", "precision": "where", "claimant": "claimant", "kind": "kind"
}  # fmt: skip


def span_in_words(start: str, end: str) -> str:
    """'5 September 2021', '5–7 September 2021', '30 September – 2 October 2021' or '30 December 2021 – 2 January 2022'."""
    if start == end:
        return plain_date(start)
    if start[:7] == end[:7]:
        return f"{int(start[8:])}–{plain_date(end)}"
    return f"{plain_date(start)[:-5] if start[:4] == end[:4] else plain_date(start)} – {plain_date(end)}"


def actor_name(dataset: Dataset, actor_id: str) -> str:
    """The actor's name as the legend has it: short where one is usual; the id of an actor that is not recorded."""
    name = t(f"actor.{actor_id}")
    if not name.startswith("actor."):
        return name
    record = dataset.by_id("actors").get(actor_id)
    return str(record["name_en"]) if record else actor_id


def actor_in_full(dataset: Dataset, actor_id: str) -> str:
    """'NRF (National Resistance Front)': the usual name, and where that is a short one, what it stands for."""
    usual, record = actor_name(dataset, actor_id), dataset.by_id("actors").get(actor_id)
    if record is None or not usual.isupper() or record["name_en"] == usual:
        return usual
    return t("words.in_full", short=usual, full=record["name_en"])


def area_names(dataset: Dataset, area_ids: list[str]) -> str:
    """The names of country, provinces, districts or places."""
    files = ("provinces", "districts", "places")
    named = [next((dataset.by_id(f)[a]["name_en"] for f in files if a in dataset.by_id(f)), None) for a in area_ids]
    return ", ".join(name or t(f"country.{a}") for name, a in zip(named, area_ids, strict=True))


def place_in_words(dataset: Dataset, event: Event) -> str:
    """Place, district, province, each once; the country of an event abroad."""
    district = dataset.by_id("districts")[event["admin2_id"]]["name_en"] if event["admin2_id"] else None
    province = dataset.by_id("provinces")[event["admin1"]]["name_en"] if event["admin1"] else None
    abroad = t(f"country.{event['country']}") if event["country"] != COUNTRY or not province else None
    return ", ".join(dict.fromkeys(name for name in (event["place_name"], district, province, abroad) if name))


def filters_in_words(dataset: Dataset, view: ViewState) -> str:
    """'Type: Battles; Grade: verified, reported'; nothing when no filter is set."""
    chosen = [(key, getattr(view, key)) for key in FILTER_KEYS if getattr(view, key)]
    return "; ".join(
        f"{t(f'filter.{key}')}: {', '.join(filter_value_in_words(dataset, key, one) for one in values.split(','))}"
        for key, values in chosen
    )


def filter_value_in_words(dataset: Dataset, key: str, value: str) -> str:
    """One value of a filter."""
    if key == "actor":
        return actor_name(dataset, value)
    return str(dataset.by_id("provinces")[value]["name_en"]) if key == "area" else t(f"{FILTER_TEXTS[key]}.{value}")


def speaker_in_words(record: Mapping[str, Any]) -> str:
    """'the NRF: Ali Maisam' or 'the NRF'."""
    kind = t(f"claimant.{record['claimant']}")
    return f"{kind}: {record['claimant_name']}" if record["claimant_name"] else kind


def loss_in_words(dataset: Dataset, loss: Casualty) -> str:
    """'Taliban: 15–30 killed'; a number is always one claimant's."""
    number = range_in_words(loss["low"], loss["high"]) or loss["text"] or t("loss.unknown")
    return t("loss.line", side=actor_name(dataset, loss["side"]), number=number, kind=t(f"loss.{loss['kind']}"))


def range_in_words(low: float | None, high: float | None) -> str:
    """'15–30', 'at least 15', 'up to 30'; nothing when neither end is known."""
    if low is None and high is None:
        return ""
    if low is None:
        return t("loss.up_to", high=f"{high:,g}")
    if high is None:
        return t("loss.at_least", low=f"{low:,g}")
    return f"{low:,g}" if low == high else f"{low:,g}–{high:,g}"


def origin_names(dataset: Dataset, event: Event) -> list[str]:
    """The independent origins of what is told of an event, by publisher; one without is named by its record."""
    sources = dataset.by_id("sources")
    found = sorted(independent_origins(event, sources))
    return [t("origins.unnamed", id=name) if name in sources else name for name in found]


def origins_in_words(dataset: Dataset, event: Event) -> str:
    """How many independent origins what is told of an event has, and which: pages that retell one report are one."""
    names = origin_names(dataset, event)
    if len(names) > 1:
        return t("origins.many", count=len(names), who="; ".join(names))
    return t("origins.one", who=names[0]) if names else t("origins.none")


def publisher_in_words(source: Source) -> str:
    """'The Guardian, 1 July 2022'."""
    day = plain_date(source["date"]) if source["date"] else source["date_note"]
    return ", ".join(part for part in (source["publisher"] or t("source.no_publisher"), day) if part)


def reading_in_words(dataset: Dataset, source: Source) -> str:
    """How a source was read, whom it is near, and what of it can't be resolved."""
    sources = dataset.by_id("sources")
    pages = "; ".join(str(sources[s]["title"]).strip("[]") for s in source["seen_through"])
    read = (
        t("sources.read.original") if source["read_as"] == "original" else t(f"source.{source['read_as']}", pages=pages)
    )
    retold = [source["retells"] or "", *(str(sources[s]["publisher"] or s) for s in source["copy_of"])]
    whom = ", ".join(dict.fromkeys(filter(None, retold)))
    near = source["party_near"] and t("source.party_near", party=actor_name(dataset, source["party_near"]))
    return "; ".join(
        part
        for part in (
            read,
            whom and t("source.retells", whom=whom),
            near,
            source["unresolved"] and t("source.unresolved"),
        )
        if part
    )
