"""Records by month or quarter as bars stacked by grade; what has no record is hatched, which is not zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from geo.queries.coverage import Quarter
from geo.reading.charts.scales import month_ticks, with_room
from geo.reading.drawings import Bars, Key, Stack, Tick
from geo.reading.province_words import month_in_words
from geo.record.schema import VERIFICATIONS
from geo.wording.text import t

#: The name of the sign of what is not recorded.
BLANK = "blank"


def months(by_month: Mapping[str, Mapping[str, int]], most: int | None = None) -> Bars:
    """Records by month and grade.

    Parameters
    ----------
    by_month : counts by grade of each month YYYY-MM, in order.
    most : for small charts with one axis: the highest count of all; the legend is left to another chart.
    """
    stacks = tuple(_stacks([(month_in_words(month), grades) for month, grades in by_month.items()]))
    highest = most or max((sum(grades.values()) for grades in by_month.values()), default=1) or 1
    blank = (Key(t("provinces.silent"), BLANK),) if any(not stack.blocks for stack in stacks) else ()
    return Bars(stacks, month_ticks(list(by_month)), (*_grade_keys(), *blank), highest, is_small=most is not None)


def quarters(found: Sequence[Quarter]) -> Bars:
    """Records by quarter and grade, the oldest first."""
    stacks = tuple(_stacks([(quarter.name, quarter.ours) for quarter in found]))
    years = [
        Tick(round(100 * place / len(found), 2), quarter.name[:4])
        for place, quarter in enumerate(found)
        if quarter.name.endswith("Q1") or place == 0
    ]
    blank = (Key(t("chart.blank_quarter"), BLANK),) if any(not stack.blocks for stack in stacks) else ()
    highest = max((sum(quarter.ours.values()) for quarter in found), default=1) or 1
    return Bars(stacks, with_room(years), (*_grade_keys(), *blank), highest)


def _stacks(found: Sequence[tuple[str, Mapping[str, int]]]) -> Iterator[Stack]:
    """One bar each; those without a record that lie side by side are one."""
    for is_blank, lot in groupby(found, key=lambda one: not any(one[1].values())):
        if is_blank:
            names = [name for name, _ in lot]
            name = t("chart.from_to", first=names[0], last=names[-1]) if len(names) > 1 else names[0]
            yield replace(_stack(name, {}), steps=len(names))
        else:
            yield from (_stack(name, grades) for name, grades in lot)


def _stack(name: str, grades: Mapping[str, int]) -> Stack:
    blocks = tuple((grade, grades[grade]) for grade in VERIFICATIONS if grades.get(grade))
    told = [t("chart.part", count=f"{count:,}", what=t(f"verification.{grade}")) for grade, count in blocks]
    counts = t("list.between").join(told) or t("provinces.no_record")
    return Stack(blocks, t("chart.told", name=name, count=counts))


def _grade_keys() -> tuple[Key, ...]:
    return tuple(Key(t(f"verification.{grade}"), grade) for grade in VERIFICATIONS)
