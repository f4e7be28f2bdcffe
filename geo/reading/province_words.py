"""Parts of what is told of a province in words. 'No record' is never 0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.control.rules import Holding
from geo.reading.content import Paragraph, Part, Script
from geo.record.load import Dataset
from geo.record.months import runs_of_months
from geo.wording.change import holding_in_words
from geo.wording.dates import month_in_words, plain_date, span_in_words
from geo.wording.lists import listed, series
from geo.wording.text import in_digits, in_percent, t
from geo.wording.words import actor_name, range_in_words, speaker_in_words

Row = Mapping[str, Any]
NOTHING = "–"
#: Divides the parts of a text; no text of the catalogue holds it.
_MARK = "\0"


def names_line(province: Any) -> Paragraph:
    """A province's names in Dari and Pashto, its code, other spellings."""
    also = listed(province["aliases"])
    names = {"fa": Script(province["name_fa"], "fa"), "ps": Script(province["name_ps"], "ps")}
    key = "provinces.names_also" if also else "provinces.names"
    marked = t(key, code=province["admin1"], also=also, **{name: f"{_MARK}{name}{_MARK}" for name in names})
    parts: tuple[Part, ...] = tuple(names.get(piece, piece) for piece in marked.split(_MARK))
    return Paragraph(parts)


def count_or_none(count: int | None) -> str:
    """A count of records; words where there is none."""
    return in_digits(count) if count else t("provinces.no_record")


def held_in_words(dataset: Dataset, row: Row) -> str:
    """'Taliban, control'."""
    return holding_in_words(dataset, Holding(row["controller"], row["status"]))


def shares_in_words(dataset: Dataset, shares: Sequence[Row]) -> str:
    """'Taliban 93.1 %, NRF 6.9 % (1 contested)'."""
    return listed(_share(dataset, row) for row in shares)


def _share(dataset: Dataset, row: Row) -> str:
    told = t("chart.named", name=actor_name(dataset, row["controller"]), number=in_percent(row["area_pct"]))
    contested = row["contested_districts"]
    return t("words.remark", told=told, remark=t("provinces.contested", count=contested)) if contested else told


def count_in_words(row: Row) -> str:
    """Somebody's number with speaker and window: '126 (the NRF, 1 March 2024 – 31 March 2025)'."""
    message = range_in_words(row["low"], row["high"]) or row["text"] or t("loss.unknown")
    return t("words.remark", told=message, remark=listed([speaker_in_words(row), window_in_words(row)]))


def window_in_words(row: Row) -> str:
    """The days that a number covers."""
    if row["window_start"] is None:
        return t("provinces.up_to", day=plain_date(row["window_end"]))
    return span_in_words(row["window_start"], row["window_end"])


def silence_in_words(months: list[str]) -> str:
    """'November 2021 – March 2022, October 2022'."""
    spans = [
        month_in_words(first)
        if first == last
        else t("locale.span.years", first=month_in_words(first), last=month_in_words(last))
        for first, last in runs_of_months(months)
    ]
    return listed(spans) or NOTHING


def publishers(dataset: Dataset, row: Mapping[str, Any]) -> str:
    """Who published what a record rests on."""
    sources = dataset.by_id("sources")
    return series(dict.fromkeys(sources[s]["publisher"] or t("source.no_publisher") for s in row["source_ids"]))
