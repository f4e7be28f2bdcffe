"""A lesson for classes: five questions whose answers are computed from the record, with the command that shows each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from geo.control.timeline import Timeline
from geo.queries.activity import activity_between
from geo.queries.casualties import ledger
from geo.record.spans import add_days
from geo.wording.text import t


@dataclass(frozen=True)
class Question:
    """A question, its answer today, and the command line that gives the same."""

    question: str
    answer: str
    command: str


def lesson(timeline: Timeline) -> list[Question]:
    """The five questions in order; the answers follow the data."""
    return [_outside(timeline), _dih_salah(timeline), _disagreement(timeline), _tolls(timeline), _silence(timeline)]


def _outside(timeline: Timeline) -> Question:
    """Which provinces had districts outside Taliban control on a day?"""
    provinces, districts = timeline.dataset.by_id("provinces"), timeline.dataset.by_id("districts")
    states = timeline.states_at("2021-08-17")
    found = Counter(
        provinces[districts[d]["admin1"]]["name_en"]
        for d, interval in states.items()
        if interval.state and interval.state.controller != "taliban"
    )
    answer = ", ".join(f"{name} ({count})" for name, count in sorted(found.items()))
    return Question(t("lesson.outside"), answer, "python -m geo at 2021-08-17")


def _dih_salah(timeline: Timeline) -> Question:
    """How often did one district change hands or status in a month?"""
    changes = timeline.changes("2021-08-16", "2021-09-06", areas=["AF-BGL-dih-salah"])
    days = ", ".join(change.day for change in changes)
    return Question(t("lesson.dih_salah"), f"{len(changes)}: {days}", "python -m geo diff 2021-08-19 2021-08-24")


def _disagreement(timeline: Timeline) -> Question:
    """In how many districts do the two sides name different holders on a day?"""
    nrf, taliban = (timeline.states_at("2021-09-03", perspective) for perspective in ("nrf", "taliban"))
    count = sum(
        1 for d in nrf if (one := nrf[d].state) and (other := taliban[d].state) and one.controller != other.controller
    )
    return Question(t("lesson.disagreement"), str(count), "python -m geo at 2021-09-03 --perspective nrf")


def _tolls(timeline: Timeline) -> Question:
    """What does each claimant say of one side's dead on one day, and why not add them?"""
    entries = ledger(timeline, "2021-08-20", "2021-08-20", "AF-BGL").entries
    told = [
        f"{t(f'claimant.{entry.claimant}')}: {'?' if entry.low is None else entry.low}–{'?' if entry.high is None else entry.high} {t(f'loss.{entry.kind}')}"
        for entry in entries
        if entry.side == "taliban"
    ]
    return Question(
        t("lesson.tolls"),
        "; ".join(told),
        "python -m geo casualties --from 2021-08-20 --to 2021-08-20 --province AF-BGL",
    )


def _silence(timeline: Timeline) -> Question:
    """Does fewer events mean fewer fights?"""
    first = activity_between(timeline, "2022-08-01", "2022-08-31")
    later = activity_between(timeline, "2025-03-01", add_days("2025-04-01", -1))
    return Question(
        t("lesson.silence", august=len(first), march=len(later)), t("lesson.silence_answer"), "python -m geo coverage"
    )
