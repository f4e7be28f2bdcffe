"""Two states of the map as they could be known by the end of a day."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from geo.address.compare import Side, Sides
from geo.control.difference import difference
from geo.control.timeline import Timeline
from geo.known.record import dataset_known_by
from geo.record.load import Dataset
from geo.wording.sides_sentence import control_sentence
from tests.pages.visited import visited

pytestmark = pytest.mark.usefixtures("own_snapshot")

KNOWN_BY = "2021-09-06"
ROOT = Path(__file__).resolve().parents[2]


visit = partial(visited, "compare")


def test_both_maps_and_the_difference_are_as_known_by_the_day(shipped: Dataset) -> None:
    page = visit(a="2021-08-20", b="2021-09-05", known_by=KNOWN_BY)
    told = " ".join(one.value for one in page.text)
    sides = Sides(Side("2021-08-20", "assessed"), Side("2021-09-05", "assessed"))
    then = Timeline(dataset_known_by(shipped, KNOWN_BY))
    assert control_sentence(difference(then, sides)) in told
    assert "As known on 6 September 2021." in told and "shows all that is known now" not in told


def test_a_day_after_the_day_of_knowledge_is_not_shown() -> None:
    page = visit(a="2021-08-20", b="2022-05-01", known_by=KNOWN_BY)
    assert page.session_state["sides"].b.day <= KNOWN_BY
    assert page.session_state["address"]["known_by"] == KNOWN_BY
