"""A lesson for classes: five questions whose answers are computed from the record, each with the page that shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from geo.control.timeline import Timeline
from geo.queries.activity import activity_between
from geo.queries.casualties import Entry, ledger
from geo.reading.content import Link
from geo.record.spans import add_days
from geo.wording.dates import plain_date
from geo.wording.language import name_of
from geo.wording.lists import listed, series
from geo.wording.text import t
from geo.wording.words import range_in_words


@dataclass(frozen=True)
class Question:
    """A question, its answer today, and the page of ours that shows the answer."""

    question: str
    answer: str
    way: Link


def lesson(timeline: Timeline) -> list[Question]:
    """The five questions in order; the answers follow the data."""
    return [_outside(timeline), _dih_salah(timeline), _disagreement(timeline), _tolls(timeline), _silence(timeline)]


def _outside(timeline: Timeline) -> Question:
    """Which provinces had districts outside Taliban control on a day?"""
    provinces, districts = timeline.dataset.by_id("provinces"), timeline.dataset.by_id("districts")
    states = timeline.states_at("2021-08-17")
    found = Counter(
        name_of(provinces[districts[d]["admin1"]])
        for d, interval in states.items()
        if interval.state and interval.state.controller != "taliban"
    )
    lines = [t("lesson.of_province", count=count, province=name) for name, count in sorted(found.items())]
    way = _map("2021-08-17", "assessed")
    return Question(t("lesson.outside"), listed(lines), way)


def _dih_salah(timeline: Timeline) -> Question:
    """How often did one district change hands or status in a month?"""
    changes = timeline.changes("2021-08-16", "2021-09-06", areas=["AF-BGL-dih-salah"])
    days = listed(plain_date(change.day) for change in changes)
    way = _province("2021-08-16", "2021-09-06")
    return Question(t("lesson.dih_salah"), t("lesson.times", count=len(changes), days=days), way)


def _disagreement(timeline: Timeline) -> Question:
    """In how many districts do the two sides name different holders on a day?"""
    nrf, taliban = (timeline.states_at("2021-09-03", perspective) for perspective in ("nrf", "taliban"))
    count = sum(
        1 for d in nrf if (one := nrf[d].state) and (other := taliban[d].state) and one.controller != other.controller
    )
    return Question(t("lesson.disagreement"), t("lesson.districts", count=count), _map("2021-09-03", "both"))


def _tolls(timeline: Timeline) -> Question:
    """What does each claimant say of one side's dead on one day, and why not add them?"""
    entries = ledger(timeline, "2021-08-20", "2021-08-20", "AF-BGL").entries
    lines = [_toll(entry) for entry in entries if entry.side == "taliban"]
    answer = t("lesson.tolls_answer", tolls=series(lines))
    return Question(t("lesson.tolls"), answer, _province("2021-08-20", "2021-08-20"))


def _toll(entry: Entry) -> str:
    number = range_in_words(entry.low, entry.high) or t("loss.unknown")
    return t("lesson.toll", who=t(f"claimant.{entry.claimant}"), number=number, kind=t(f"loss.{entry.kind}"))


def _silence(timeline: Timeline) -> Question:
    """Does fewer events mean fewer fights?"""
    first = activity_between(timeline, "2022-08-01", "2022-08-31")
    later = activity_between(timeline, "2025-03-01", add_days("2025-04-01", -1))
    question = t("lesson.silence", august=len(first), march=len(later))
    return Question(question, t("lesson.silence_answer"), Link(t("lesson.way.quality"), "quality", {}))


def _map(day: str, perspective: str) -> Link:
    label = t("lesson.way.map", day=plain_date(day), perspective=t(f"perspective.{perspective}"))
    query = {
        "date": day,
        "perspective": perspective,
        "layer": "control",
        "province": None,
        "district": None,
        "event": None,
    }
    return Link(label, "", query)


def _province(start: str, end: str) -> Link:
    query = {"province": "AF-BGL", "from": start, "to": end, "district": None, "event": None}
    return Link(t("lesson.way.province"), "provinces", query)
