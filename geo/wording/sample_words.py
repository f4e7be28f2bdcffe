"""Samples of the record in words: the figures of one, what was not checked, and the cells of the table of all."""

from __future__ import annotations

from geo.queries.samples import MAX_MISLEADING_PCT, MAX_WRONG_PCT, shares_of
from geo.record.geojson import Record
from geo.wording.dates import plain_date
from geo.wording.lists import in_turn, listed
from geo.wording.text import in_digits, t

COLUMNS = ("day", "from", "drawn", "read", "no_fault", "words", "misleading", "wrong")
COUNTS = ("drawn", "read", "no_fault", "words", "misleading", "wrong")


def figures_of(sample: Record) -> str:
    """How many were read and what was found, and whether that is what is aimed at."""
    shares = shares_of(sample)
    message = t(
        "samples.told",
        day=plain_date(sample["drawn_on"]),
        misleading_pct=in_digits(shares.misleading_pct),
        wrong_pct=in_digits(shares.wrong_pct),
        **{name: sample[name] for name in COUNTS},
    )
    key = "samples.aim_met" if shares.is_aim_met else "samples.aim_missed"
    aim = t(key, most_misleading=in_digits(MAX_MISLEADING_PCT), most_wrong=in_digits(MAX_WRONG_PCT))
    return in_turn([message, aim])


def limits_of(sample: Record) -> list[str]:
    """What has to be known with the figures: limits, what could not be read, how to draw it again."""
    limits = [t(f"samples.limit.{limit}") for limit in sample["limits"]]
    if sample["not_read"]:
        limits.append(t("samples.not_read", ids=listed(sample["not_read"])))
    if sample["seed"] is not None:
        limits.append(t("samples.seed", seed=sample["seed"]))
    return limits


def cells_of(sample: Record) -> tuple[str, str, str]:
    """Of a row of the table of samples: what it was drawn from, and the counts of faults with their shares."""
    shares = shares_of(sample)
    key = "samples.from_events" if sample["claims"] is None else "samples.from_both"
    return (
        t(key, events=sample["events"], claims=sample["claims"]),
        t("samples.share", count=sample["misleading"], pct=in_digits(shares.misleading_pct)),
        t("samples.share", count=sample["wrong"], pct=in_digits(shares.wrong_pct)),
    )
