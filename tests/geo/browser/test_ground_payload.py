"""The areas of the first picture: together they are the districts, and each looks like all of its own."""

from __future__ import annotations

import functools
import json
from itertools import accumulate

import shapely

from geo.area_style import area_style
from geo.browser.ground_payload import ground_payload
from geo.record.schema import VIEW_PERSPECTIVES

STEP = 10**-3  # degrees


def areas_of(line) -> dict[int, shapely.Geometry]:
    """Each area by the number of its district."""
    ground = json.loads(ground_payload(line))
    assert ground["transform"] == {"scale": [STEP, STEP], "translate": [0, 0]}

    def ring(steps):
        corners = accumulate(steps, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        return shapely.make_valid(shapely.Polygon([(x * STEP, y * STEP) for x, y in corners]))

    return {
        number: functools.reduce(shapely.symmetric_difference, map(ring, rings)) for number, rings in ground["areas"]
    }


def test_the_areas_cover_the_country_once(shipped_line) -> None:
    areas = list(areas_of(shipped_line).values())
    country = shapely.coverage_union_all(
        [shapely.geometry.shape(row.geometry) for row in shipped_line.dataset.tables["districts"]]
    )
    whole = shapely.union_all(areas)
    assert sum(area.area for area in areas) - whole.area < 0.001 * country.area  # they don't lie over each other
    assert whole.symmetric_difference(country).area < 0.005 * country.area


def test_what_stands_out_on_any_day_is_an_area_of_its_own(shipped_line) -> None:
    numbers = set(areas_of(shipped_line))
    days = sorted(
        {change.day for p in VIEW_PERSPECTIVES for change in shipped_line.changes("2021-08-15", "2026-05-20", p)}
    )
    for perspective in VIEW_PERSPECTIVES:
        for day in days:
            states = shipped_line.states_at(day, perspective)
            alone = {
                str(area_style(span.state, day)) for a, span in states.items() if _number(shipped_line, a) in numbers
            }
            every = {str(area_style(states[a].state, day)) for a in shipped_line.districts if a in states}
            assert every <= alone
            marked = [a for a in shipped_line.districts if a in states and states[a].state.controller != "taliban"]
            assert all(_number(shipped_line, a) in numbers for a in marked)


def _number(line, area_id: str) -> int:
    return list(line.districts).index(area_id) if area_id in line.districts else -1
