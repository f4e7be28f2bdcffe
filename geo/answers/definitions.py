"""A day by a definition: its answer of each district over the same claims, and how many districts have which."""

from __future__ import annotations

from typing import Any

from geo.control.definitions.known import word_of
from geo.control.definitions.over_time import AnswerSpan
from geo.control.timeline import Timeline
from geo.queries.definitions import defined
from geo.record.records import District
from geo.wording.text import t


def day_by_definition(timeline: Timeline, day: str, definition: str) -> dict[str, Any]:
    """Who holds each district at the end of a day by one definition.

    Raises
    ------
    ValueError
        For a day before the record.
    """
    dataset, answers = timeline.dataset, defined(timeline)
    if day < dataset.first_day:
        raise ValueError(f"{day} is before the period, which begins on {dataset.first_day}")
    counts = answers.counts(definition, day)
    return {
        "as_of": day,
        "definition": definition,
        "name": t(f"definitions.name.{word_of(definition)}"),
        "rule": t(f"definitions.rule.{word_of(definition)}"),
        "dataset": dataset.version,
        "counts": [
            {"controller": controller, "status": status, "districts": count}
            for (controller, status), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ],
        "districts": [
            _district(district, answers.span_at(definition, admin2_id, day), day)
            for admin2_id, district in dataset.by_id("districts").items()
        ],
    }


def _district(record: District, span: AnswerSpan | None, day: str) -> dict[str, Any]:
    names = {"admin2_id": record["admin2_id"], "name": record["name_en"], "admin1": record["admin1"]}
    why = span.answer.why if span else "no_claim"
    held = vars(span.answer) if span else {"controller": "unknown", "status": "unknown", "claim_ids": ()}
    told = {name: held[name] for name in ("controller", "status")} | {
        "why": why,
        "why_says": t(f"definitions.why.{why}"),
    }
    return names | {"since": span.since if span else day} | told | {"claim_ids": list(held["claim_ids"])}
