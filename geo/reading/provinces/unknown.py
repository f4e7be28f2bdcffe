"""What a reader must not read out of the figures of a province."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.reading.content import Parts, Points
from geo.reading.province_words import NOTHING, silence_in_words
from geo.record.load import Dataset
from geo.wording.lists import listed
from geo.wording.text import in_digits, t
from geo.wording.words import area_names


def unknown_points(dataset: Dataset, found: Mapping[str, Any]) -> Points:
    """Silent months, presence, how exactly places and days are known, districts without a record."""
    unknown, blank = found["unknown"], found["unknown"]["districts_without_record"]
    lists = unknown["presence_lists"]
    lines = [
        t(
            "provinces.unknown.silent",
            count=len(unknown["silent_months"]),
            all=unknown["months"],
            months=silence_in_words(unknown["silent_months"]),
        ),
        t("provinces.unknown.lists", count=lists) if lists else t("provinces.unknown.no_lists"),
        t("provinces.unknown.where", mix=_mix("where", unknown["where_precision"])),
        t("provinces.unknown.date", mix=_mix("date", unknown["date_precision"])),
        t(
            "provinces.unknown.blank",
            count=len(blank),
            all=len(found["districts"]),
            names=area_names(dataset, blank) or NOTHING,
        ),
    ]
    items: tuple[Parts, ...] = tuple((line,) for line in lines)
    return Points(items)


def _mix(words: str, counts: dict[str, int]) -> str:
    parts = [
        t("chart.named", name=t(f"{words}.{value}"), number=in_digits(count)) for value, count in sorted(counts.items())
    ]
    return listed(parts) or t("provinces.no_record")
