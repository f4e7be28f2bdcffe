"""Records by month or quarter as bars stacked by grade; what has no record is hatched, which is not zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from geo.queries.coverage import Quarter
from geo.reading.charts.scales import day_ticks, month_ticks
from geo.reading.drawings import Bars, Key, Stack
from geo.record.schema import VERIFICATIONS
from geo.record.spans import add_days, days_between
from geo.wording.dates import month_in_words
from geo.wording.lists import listed
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
    stacks = tuple(_stacks([(month_in_words(month), grades, 1) for month, grades in by_month.items()]))
    highest = most or max((sum(grades.values()) for grades in by_month.values()), default=1) or 1
    blank = (Key(t("provinces.silent"), BLANK),) if any(not stack.blocks for stack in stacks) else ()
    return Bars(stacks, month_ticks(list(by_month)), (*_grade_keys(), *blank), highest, is_small=most is not None)


def quarters(found: Sequence[Quarter], axis_letters: int = 0) -> Bars:
    """Records by quarter and grade, the oldest first; each as wide as its days.

    Parameters
    ----------
    axis_letters : room beside the axis, as another chart over the same days has it.
    """
    start, end = found[0].start, found[-1].end
    stacks = tuple(
        _stacks([(quarter.name, quarter.ours, days_between(quarter.start, quarter.end) + 1) for quarter in found])
    )
    blank = (Key(t("chart.blank_quarter"), BLANK),) if any(not stack.blocks for stack in stacks) else ()
    highest = max(sum(quarter.ours.values()) for quarter in found) or 1
    return Bars(stacks, day_ticks(start, add_days(end, 1)), (*_grade_keys(), *blank), highest, axis_letters)


def _stacks(found: Sequence[tuple[str, Mapping[str, int], int]]) -> Iterator[Stack]:
    """One bar each of a name, counts by grade and a width; those without a record that lie side by side are one."""
    for is_blank, lot in groupby(found, key=lambda one: not any(one[1].values())):
        if not is_blank:
            yield from (_stack(*one) for one in lot)
            continue
        blank = list(lot)
        first, last = blank[0][0], blank[-1][0]
        name = t("chart.from_to", first=first, last=last) if len(blank) > 1 else first
        yield _stack(name, {}, sum(size for _, _, size in blank))


def _stack(name: str, grades: Mapping[str, int], size: int) -> Stack:
    blocks = tuple((grade, grades[grade]) for grade in VERIFICATIONS if grades.get(grade))
    told = [t("chart.part", count=count, what=t(f"verification.{grade}")) for grade, count in blocks]
    counts = listed(told) or t("provinces.no_record")
    return Stack(blocks, t("chart.told", name=name, count=counts), size)


def _grade_keys() -> tuple[Key, ...]:
    return tuple(Key(t(f"verification.{grade}"), grade) for grade in VERIFICATIONS)
