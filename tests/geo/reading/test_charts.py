"""Charts: each number drawn is the table's, what is not recorded is hatched, words have room, no text becomes markup."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from geo.control.timeline import Timeline
from geo.queries.coverage import Quarter, coverage
from geo.queries.province import control_strips, profile
from geo.reading.charts import control_strips as strips_of
from geo.reading.charts.labels import width_px
from geo.reading.charts.scales import (
    BARS_PX,
    STRIPS_PX,
    day_ticks,
    levels_of,
    month_ticks,
    powers_of_ten,
    steps_of,
    with_room,
)
from geo.reading.charts.tallies import known_end, tallies
from geo.reading.charts.time_bars import months, quarters
from geo.reading.content import Block, Figure, Link, Table, plain, text
from geo.reading.drawings import Area, Bars, Key, Label, Range, Ranges, SmallMap, Span, Stack, Strips, Tick
from geo.reading.html import html_of
from geo.reading.provinces import tables
from geo.reading.provinces.activity import activity_section, control_section
from geo.record.schema import VERIFICATIONS
from geo.wording.layer_words import steps_in_words

TRAP = "<img src=x onerror=a()>\"'&<script>b()</script>"
NONE = dict.fromkeys(VERIFICATIONS, 0)
BY_MONTH = {
    "2021-11": NONE | {"verified": 2, "disputed": 1},
    "2021-12": NONE,
    "2022-01": NONE,
    "2022-02": NONE | {"claimed": 4},
}


def shown(*blocks: Block) -> str:
    return html_of(blocks, lambda link: f"{link.page}?x={link.query.get('x', '')}")


def test_each_number_drawn_is_the_tables() -> None:
    bars, table = months(BY_MONTH), tables.months(BY_MONTH, "all")
    drawn = [sum(count for _, count in stack.blocks) for stack in bars.stacks]
    assert drawn == [3, 0, 4] and bars.most == 4
    assert [plain(row[1].parts) for row in table.rows] == ["3", "–", "–", "4"]
    assert bars.stacks[0].blocks == (("verified", 2), ("disputed", 1))
    html = shown(Figure(bars, "by month"))
    assert re.findall(r'class="(\w+)" style="block-size:([\d.]+)%"', html) == [
        ("verified", "50"),
        ("disputed", "25"),
        ("claimed", "100"),
    ]


def test_months_without_a_record_are_hatched_and_no_zero() -> None:
    bars = months(BY_MONTH)
    assert [(stack.size, stack.says) for stack in bars.stacks] == [
        (1, "November 2021: 2 verified, 1 disputed"),
        (2, "December 2021 – January 2022: no record"),
        (1, "February 2022: 4 claimed"),
    ]
    html = shown(Figure(bars, "by month"))
    assert html.count('class="stack blank"') == 1 and 'class="key blank"' in html
    assert ">no record in this month<" in html
    assert "blank" not in shown(Figure(months({"2021-11": NONE | {"claimed": 1}}), "all"))


def test_small_charts_have_one_axis_and_no_keys() -> None:
    html = shown(Figure(months(BY_MONTH, 40), "by month"))
    assert 'class="keys"' not in html and 'style="block-size:5%"' in html


def test_quarters_are_as_wide_as_their_days() -> None:
    found = [
        Quarter("2021-Q3", "2021-08-15", "2021-09-30", NONE | {"reported": 2}, (), ()),
        Quarter("2021-Q4", "2021-10-01", "2021-12-31", dict(NONE), (), ()),
    ]
    bars = quarters(found, axis_letters=6)
    assert [(stack.size, len(stack.blocks)) for stack in bars.stacks] == [(47, 1), (92, 0)]
    assert "--gutter:4.3em" in shown(Figure(bars, "by quarter"))


def count(low: int | None, high: int | None, claimant: str = "nrf") -> dict[str, Any]:
    window = {"window_start": "2021-01-01", "window_end": "2022-01-01", "label": "attacks", "claimant_name": TRAP}
    return {"low": low, "high": high, "claimant": claimant, **window}


def test_counts_of_others_stand_at_the_end_that_is_known() -> None:
    assert [known_end(count(*ends)) for ends in ((5, 9), (None, 9), (0, 9), (None, None), (0, 0))] == [
        5,
        9,
        9,
        None,
        None,
    ]
    drawn = tallies([count(10, 20), count(None, None), count(100, 100, "un")], "2021-08-15", "2022-08-14")
    assert [row.level_pct for row in drawn.rows] == [50.0, 100.0]
    assert [row.sign for row in drawn.rows] == ["group-party", "group-un"]
    assert all(row.at_pct == 0 and 38 < row.size_pct < 39 for row in drawn.rows), "cut to the days of the record"


STRIP = {"admin2_id": "AF-PAN-dara", "perspective": "assessed", "basis": "assessed", "certainty": "A", "end": None}


def test_strips_end_with_the_last_change_and_keep_their_sign(shipped_line: Timeline) -> None:
    rows = [
        STRIP | {"controller": "nrf", "status": "contested", "start": "2021-09-01", "end": "2021-09-11"},
        STRIP | {"controller": "taliban", "status": "control", "start": "2021-09-11"},
    ]
    assert strips_of.control_end(rows, "2021-09-01", "2026-01-01") == "2021-11-10"
    drawn = strips_of.control(shipped_line.dataset, rows, "2021-09-01", "2021-09-30")
    (name, spans), *others = drawn.rows
    assert (name, others) == ("Dara", [])
    assert [(span.at_pct, span.size_pct, span.is_thin) for span in spans] == [(0, 33.33, True), (33.33, 66.67, False)]
    assert [key.label for key in drawn.keys] == ["NRF, contested", "Taliban, control"]
    assert len(set(drawn.signs)) == 2


@pytest.mark.parametrize(
    "drawing",
    [
        Bars((Stack((("verified", 1),), TRAP), Stack((), TRAP)), (Tick(0, TRAP),), (Key(TRAP, TRAP),), 1),
        Ranges((Range(0, 1, 2, TRAP, TRAP),), (Tick(0, TRAP),), (Tick(0, TRAP),), (Key(TRAP, svg=TRAP),)),
        Strips(((TRAP, (Span(0, 1, 0, TRAP),)),), (Tick(0, TRAP),), ((TRAP, TRAP),), (Key(TRAP),)),
        SmallMap(
            TRAP,
            (4, 3),
            (Label(1, 1, (TRAP, TRAP)),),
            (Area(TRAP, {"x": TRAP}, (0, 0, 1, 1), ((0, 0),), Label(1, 1, (TRAP,))),),
            TRAP,
            (Key(TRAP),),
        ),
    ],
)
def test_no_text_becomes_markup(drawing: Any) -> None:
    html = shown(Figure(drawing, TRAP, (TRAP, Link(TRAP, TRAP)), TRAP, Table((), ((text(TRAP),),)[:0], TRAP)))
    assert "<script" not in html and "<img src=x" not in html and "\"'&<" not in html
    assert "&lt;img src=x onerror=a()&gt;&quot;&#x27;&amp;" in html


def test_levels_and_steps_are_round() -> None:
    assert levels_of(1) == (0, 1) and levels_of(3) == (0, 1, 2, 3) and levels_of(19) == (0, 5, 10, 15)
    assert powers_of_ten(1) == (1,) and powers_of_ten(2660) == (1, 10, 100, 1000, 10000)
    assert steps_of([0, 0]) == (1,) and steps_of([1, 3, 25]) == (1, 2, 5, 10, 20) and steps_of([67]) == (1, 5, 20)
    assert steps_in_words([1, 2, 5, 2000]) == ["1", "2–4", "5–1,999", "2,000 or more"]


def place_of_words(tick: Tick, axis_px: float) -> tuple[float, float]:
    """Where the words of a tick begin and end, in px."""
    at = tick.at_pct / 100 * axis_px
    return (at - width_px(tick.label), at) if tick.is_before else (at, at + width_px(tick.label))


@pytest.mark.parametrize("length", range(1, 70, 3))
def test_words_of_an_axis_have_room_on_a_telephone(length: int) -> None:
    names = [f"{2021 + (7 + n) // 12}-{(7 + n) % 12 + 1:02d}" for n in range(length)]
    for ticks, axis_px in (
        (month_ticks(names), BARS_PX),
        (day_ticks("2021-08-15", f"{names[-1]}-28", STRIPS_PX), STRIPS_PX),
    ):
        assert ticks or length < 3
        places = [place_of_words(tick, axis_px) for tick in ticks]
        assert all(one[1] < other[0] for one, other in pairwise(places))
        assert all(begin >= 0 and end <= axis_px for begin, end in places)
    assert with_room([]) == ()


def test_the_sections_of_a_province_tell_the_same_numbers(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    found = profile(shipped_line, "AF-PAN", dataset.first_day, dataset.last_day)
    figure = activity_section(dataset, found).blocks[0]
    assert isinstance(figure, Figure) and isinstance(figure.drawing, Bars) and figure.table
    drawn = sum(count for stack in figure.drawing.stacks for _, count in stack.blocks)
    assert drawn == found["activity"]["count"] == sum(int(row[1].order or 0) for row in figure.table.rows)
    silent = sum(stack.size for stack in figure.drawing.stacks if not stack.blocks)
    assert silent == len(found["unknown"]["silent_months"])
    assert dataset.version in plain(figure.caption) and str(drawn) in figure.says
    every = control_strips(shipped_line, "AF-PAN", dataset.first_day, dataset.last_day)
    html = shown(control_section(dataset, found, every))
    assert html.count('class="chart strips"') == 3 and dataset.version in html


def test_every_quarter_and_every_known_count_is_drawn(shipped_line: Timeline) -> None:
    found = coverage(shipped_line)
    bars = quarters(found)
    assert sum(c for stack in bars.stacks for _, c in stack.blocks) == sum(sum(q.ours.values()) for q in found)
    counts = [c for quarter in found for c in quarter.counts]
    drawn = tallies(counts, shipped_line.dataset.first_day, shipped_line.dataset.last_day)
    assert len(drawn.rows) == sum(known_end(c) is not None for c in counts)
    assert all(r.at_pct >= 0 and r.size_pct >= 0 and r.at_pct + r.size_pct <= 100.1 for r in drawn.rows)
