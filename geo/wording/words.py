"""Parts of records in words: spans, places, actors, speakers, numbers; plain text, to be escaped by the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from geo.address.keys import FILTER_KEYS
from geo.address.view import ViewState
from geo.queries.origins import origins_in
from geo.record.load import Dataset
from geo.record.records import Casualty, ControlClaim, Event, Moment, Source
from geo.record.schema import COUNTRY
from geo.wording.catalogues import catalogue
from geo.wording.dates import plain_date
from geo.wording.language import FIRST, name_of
from geo.wording.lists import listed, series
from geo.wording.text import in_digits, t

#: Filters whose values have texts: key of the address -> section of the texts.
FILTER_TEXTS = {
    "type": "type", "grade": "verification", "precision": "where", "claimant": "claimant", "kind": "kind"
}  # fmt: skip


def actor_name(dataset: Dataset, actor_id: str) -> str:
    """The actor's name as the legend has it: short where one is usual; the id of an actor that is not recorded."""
    name = t(f"actor.{actor_id}")
    if not name.startswith("actor."):
        return name
    record = dataset.by_id("actors").get(actor_id)
    return name_of(record) if record else actor_id


def actor_letter(dataset: Dataset, actor_id: str) -> str:
    """The letter that stands for an actor on a map of what changed."""
    letter = t(f"actor_letter.{actor_id}")
    return actor_name(dataset, actor_id)[:1].upper() if letter.startswith("actor_letter.") else letter


def actor_in_full(dataset: Dataset, actor_id: str) -> str:
    """'NRF (National Resistance Front)': the usual name, and where that is a short one, what it stands for."""
    usual, record = actor_name(dataset, actor_id), dataset.by_id("actors").get(actor_id)
    if record is None or not usual.isupper() or name_of(record) == usual:
        return usual
    return t("words.in_full", short=usual, full=name_of(record))


def area_names(dataset: Dataset, area_ids: list[str]) -> str:
    """The names of country, provinces, districts or places."""
    files = ("provinces", "districts", "places")
    named = [next((name_of(dataset.by_id(f)[a]) for f in files if a in dataset.by_id(f)), None) for a in area_ids]
    return listed(name or t(f"country.{a}") for name, a in zip(named, area_ids, strict=True))


def place_in_words(dataset: Dataset, event: Event) -> str:
    """Place, district, province, each once; the country of an event abroad."""
    district = name_of(dataset.by_id("districts")[event["admin2_id"]]) if event["admin2_id"] else None
    province = name_of(dataset.by_id("provinces")[event["admin1"]]) if event["admin1"] else None
    abroad = t(f"country.{event['country']}") if event["country"] != COUNTRY or not province else None
    return listed(dict.fromkeys((place_name(dataset, event), district, province, abroad)))


def place_name(dataset: Dataset, event: Event) -> str | None:
    """The name of an event's place: as the gazetteer has it in the language that is spoken, else as the record has it."""
    name, districts, provinces = event["place_name"], dataset.by_id("districts"), dataset.by_id("provinces")
    areas = [areas[i] for areas, i in ((districts, event["admin2_id"]), (provinces, event["admin1"])) if i]
    found = [dataset.places_by_name.get((event["admin1"], name or "")), *areas]
    return next((name_of(one) for one in found if one and one["name_en"] == name), name)


def filters_in_words(dataset: Dataset, view: ViewState) -> str:
    """'Type: Battles; Grade: verified, reported'; nothing when no filter is set."""
    chosen = [(key, getattr(view, key)) for key in FILTER_KEYS if getattr(view, key)]
    return series(
        t(
            "words.labelled",
            label=t(f"filter.{key}"),
            told=listed(filter_value_in_words(dataset, key, one) for one in values.split(",")),
        )
        for key, values in chosen
    )


def filter_value_in_words(dataset: Dataset, key: str, value: str) -> str:
    """One value of a filter."""
    if key == "actor":
        return actor_name(dataset, value)
    return name_of(dataset.by_id("provinces")[value]) if key == "area" else t(f"{FILTER_TEXTS[key]}.{value}")


def speaker_in_words(record: Mapping[str, Any]) -> str:
    """'the NRF: Ali Maisam' or 'the NRF'."""
    kind = t(f"claimant.{record['claimant']}")
    return t("words.labelled", label=kind, told=record["claimant_name"]) if record["claimant_name"] else kind


def claim_in_words(dataset: Dataset, claim: ControlClaim) -> str:
    """'Bazarak: NRF, control, from 15 August 2021': what a claim over territory says; whose word it is stands apart."""
    return t(
        "sources.claim_line",
        area=area_names(dataset, claim["area_ids"]),
        who=actor_name(dataset, claim["controller"]),
        status=t(f"status.{claim['status']}"),
        day=plain_date(claim["valid_from"]),
    )


def sides_in_words(event: Event, name: Callable[[str], str]) -> str:
    """'NRF – Taliban': who is on each side, as `name` calls an actor; nothing where nobody is named."""
    a, b = (listed(map(name, side)) for side in (event["side_a"], event["side_b"]))
    return t("words.sides", a=a, b=b) if a and b else a or b


def loss_in_words(dataset: Dataset, loss: Casualty) -> str:
    """'Taliban: 15–30 killed'; a number is always one claimant's."""
    told = range_in_words(loss["low"], loss["high"]) or loss["text"] or t("loss.unknown")
    return t("loss.line", side=actor_name(dataset, loss["side"]), number=told, kind=t(f"loss.{loss['kind']}"))


def range_in_words(low: float | None, high: float | None) -> str:
    """'15–30', 'at least 15', 'up to 30'; nothing when neither end is known."""
    if high is None:
        return t("loss.at_least", low=in_digits(low)) if low is not None else ""
    if low is None:
        return t("loss.up_to", high=in_digits(high))
    return in_digits(high) if low == high else t("locale.range", low=in_digits(low), high=in_digits(high))


def origin_names(dataset: Dataset, event: Event) -> list[str]:
    """The independent origins of what is told of an event, by publisher; one without is named by its record."""
    sources = dataset.by_id("sources")
    found = sorted(origins_in(dataset).independent(event))
    return [t("origins.unnamed", id=name) if name in sources else name for name in found]


def origins_in_words(dataset: Dataset, event: Event) -> str:
    """How many independent origins what is told of an event has, and which: pages that retell one report are one."""
    names = origin_names(dataset, event)
    if len(names) > 1:
        return t("origins.many", count=len(names), who=series(names))
    return t("origins.one", who=names[0]) if names else t("origins.none")


def publisher_in_words(source: Source) -> str:
    """'The Guardian, 1 July 2022'."""
    day = plain_date(source["date"]) if source["date"] else source["date_note"]
    return listed((source["publisher"] or t("source.no_publisher"), day))


def read_in_words(source: Source, pages: str) -> str:
    """How a source was read that is not read itself; `pages` are those through which, none of a later day among them."""
    if not pages and source["read_as"] != "copy":
        return t("source.through_later")
    return t(f"source.{source['read_as']}", pages=pages)


def reading_in_words(dataset: Dataset, source: Source) -> str:
    """How a source was read, whom it is near, and what of it can't be resolved."""
    sources = dataset.by_id("sources")
    pages = series(str(sources[s]["title"]).strip("[]") for s in source["seen_through"])
    read = t("sources.read.original") if source["read_as"] == "original" else read_in_words(source, pages)
    retold = [source["retells"] or "", *(str(sources[s]["publisher"] or s) for s in source["copy_of"])]
    whom = listed(dict.fromkeys(retold))
    near = source["party_near"] and t("source.party_near", party=actor_name(dataset, source["party_near"]))
    retells, unresolved = whom and t("source.retells", whom=whom), source["unresolved"] and t("source.unresolved")
    return series((read, retells, near, unresolved or None))


def moment_title(moment: Moment) -> str:
    """The title of a day with a name, in the reader's language where it was translated from this very title."""
    number = moment["moment_id"].removeprefix("MO-")
    is_this = catalogue(FIRST).get(f"moments.{number}") == moment["title"]
    return t(f"moments.{number}") if is_this else moment["title"]
