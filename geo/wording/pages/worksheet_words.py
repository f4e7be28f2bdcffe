"""The reports of a worksheet in words: a line each, with who speaks and the day on which it was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geo.address.sheets import STEPS
from geo.control.rules import Holding
from geo.queries.worksheets import EventReport, HoldingReport, Told
from geo.record.load import Dataset
from geo.record.schema import BASES
from geo.wording.change import holding_in_words
from geo.wording.dates import plain_date
from geo.wording.language import FIRST, language, name_of
from geo.wording.lists import dotted, listed
from geo.wording.text import in_digits, t
from geo.wording.words import actor_name, area_names, sides_in_words, speaker_in_words

#: The words that a class needs, with those for what a claim rests on.
TERMS_OF_STATUS = ("control", "contested", "presence", "advance", "rebellion")
CONTRADICTED = "D"
#: What a report of an event is told by: its day, who speaks, whether it denies, and its words.
Line = tuple[str, str, bool, str]


def sheet_title(name: str) -> str:
    """What a worksheet is called: the area that it is about."""
    return t(f"sheet.title.{place_of(name)}")


def place_of(name: str) -> str:
    """The place in a worksheet's name: 'panjshir' of 'panjshir-2021'."""
    return name.partition("-")[0]


def report_lines(dataset: Dataset, told: Told) -> list[str]:
    """Every report once, the oldest first: who is said to hold what, and what is said of events."""
    lines = [(one.day, _holding(dataset, one)) for one in told.holding]
    lines += [(line[0], _event(line, areas)) for line, areas in _events(dataset, told).items()]
    return list(dict.fromkeys(line for _, line in sorted(lines, key=lambda pair: pair[0])))


def _holding(dataset: Dataset, report: HoldingReport) -> str:
    """'4 September 2021, the Taliban: Khenj, Shutul: Taliban, control'."""
    claim = report.claim
    state = holding_in_words(dataset, Holding(claim["controller"], claim["status"]))
    areas = listed(_area(dataset, area_id) for area_id in claim["area_ids"])
    return t("sheet.report", day=plain_date(report.day), who=_speaker(claim), areas=areas, told=state)


def _area(dataset: Dataset, area_id: str) -> str:
    """An area; a named place with its district, which is what is drawn."""
    place = dataset.by_id("places").get(area_id)
    if place is None or not place["admin2_id"]:
        return area_names(dataset, [area_id])
    district = area_names(dataset, [place["admin2_id"]])
    return t("words.remark", told=name_of(place), remark=district)


def _events(dataset: Dataset, told: Told) -> dict[Line, list[str]]:
    """What is said of events, each with the districts of which it is said in the same words."""
    found: dict[Line, list[str]] = {}
    for report in told.events:
        line = (report.day, _speaker(report.claim), report.claim["stance"] == "denies", _told(dataset, report))
        areas = found.setdefault(line, [])
        area = area_names(dataset, [report.event["admin2_id"] or report.event["country"]])
        if area not in areas:
            areas.append(area)
    return found


def _event(line: Line, areas: list[str]) -> str:
    """'4 September 2021, the Taliban: Anaba: The district of Anaba has been taken'."""
    day, who, is_denied, told = line
    key = "sheet.report_denied" if is_denied else "sheet.report"
    return t(key, day=plain_date(day), who=who, areas=listed(areas), told=told)


def _told(dataset: Dataset, report: EventReport) -> str:
    """A claim in our words where these are the reader's language, a denial with what it denies; else from its fields."""
    event, says = report.event, report.claim["says"].rstrip(".")
    sides = sides_in_words(event, lambda actor: actor_name(dataset, actor))
    fields = dotted([t(f"subtype.{event['sub_event_type']}"), sides])
    if language() != FIRST:
        return fields
    return dotted([fields, says]) if report.claim["stance"] == "denies" else says


def _speaker(claim: Mapping[str, Any]) -> str:
    """Who speaks, by kind; another party by its name, where that is in the reader's language."""
    is_named = claim["claimant"] == "other_party" and language() == FIRST
    return speaker_in_words(claim) if is_named else t(f"claimant.{claim['claimant']}")


def step_lines() -> list[str]:
    """What a lesson consists of, with the minutes of each part."""
    return [t("sheet.step", minutes=in_digits(minutes), what=t(f"sheet.step.{key}")) for key, minutes in STEPS.items()]


def timing_title() -> str:
    """'Timing (50 minutes)'."""
    return t("sheet.timing", minutes=in_digits(sum(STEPS.values())))


def terms() -> Iterator[tuple[str, str]]:
    """The words that a class needs, each with its meaning."""
    yield from ((t(f"status.{one}"), t(f"status.{one}.meaning")) for one in TERMS_OF_STATUS)
    yield from ((t(f"basis.{one}"), t(f"basis.{one}.meaning")) for one in BASES)
    yield t(f"certainty.{CONTRADICTED}"), t(f"certainty.{CONTRADICTED}.meaning")
