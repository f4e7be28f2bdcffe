"""Which way a district changed: each kind from one pair of states, the sums of each side, and the same back in time."""

from __future__ import annotations

import pytest

from geo.address.compare import Side, Sides
from geo.control.difference import SideSums, by_side, difference
from geo.control.direction import Direction, between_views, direction
from geo.control.rules import Holding
from geo.control.timeline import Timeline
from geo.style.areas import CONTROLLERS
from geo.style.changes import CHANGE_DASHES, CHANGE_LIGHT, CHANGE_SIGNS, change_ink, light_of
from geo.wording.change import change_tag, change_words

NRF, TALIBAN = Holding("nrf", "control"), Holding("taliban", "control")
NRF_OPEN, TALIBAN_OPEN = Holding("nrf", "contested"), Holding("taliban", "contested")
APART = Holding("nrf", "disagreed")
UNKNOWN = Holding("unknown", "control")


@pytest.mark.parametrize(
    ("before", "after", "runs_out", "found"),
    [
        (NRF, TALIBAN, False, Direction("gained", "taliban", "nrf", "control")),
        (NRF_OPEN, TALIBAN, False, Direction("gained", "taliban", "nrf", "control")),
        (None, NRF, False, Direction("gained", "nrf", None, "control")),
        (UNKNOWN, NRF, False, Direction("gained", "nrf", None, "control")),
        (NRF, TALIBAN_OPEN, False, Direction("contested", "nrf", "taliban", "contested")),
        (None, TALIBAN_OPEN, False, Direction("contested", "taliban", "taliban", "contested")),
        (TALIBAN_OPEN, TALIBAN, False, Direction("settled", "taliban", None, "contested")),
        (APART, TALIBAN, False, Direction("settled", "taliban", None, "disagreed")),
        (TALIBAN_OPEN, TALIBAN, True, Direction("ended", "taliban", "taliban", "contested")),
        (NRF, TALIBAN, True, Direction("ended", "nrf", "taliban", "control")),
        (NRF, None, False, Direction("ended", "nrf", None, "control")),
        (NRF, UNKNOWN, False, Direction("ended", "nrf", None, "control")),
    ],
)
def test_each_kind(before: Holding | None, after: Holding | None, runs_out: bool, found: Direction) -> None:
    assert direction(before, after, runs_out) == found


def test_between_two_views_nothing_is_gained() -> None:
    assert between_views(NRF, TALIBAN).kind == between_views(NRF, NRF_OPEN).kind == "differs"


@pytest.mark.parametrize(
    ("way", "words", "tag"),
    [
        (direction(NRF, TALIBAN), "Taliban gained, NRF lost", "+T"),
        (direction(None, NRF), "NRF gained", "+N"),
        (direction(NRF, TALIBAN_OPEN), "Now contested; before: NRF", "×"),
        (direction(TALIBAN_OPEN, TALIBAN), "No longer contested: Taliban", "=T"),
        (direction(TALIBAN_OPEN, TALIBAN, True), "No longer reported: Taliban, contested", "–×"),
        (direction(NRF, TALIBAN, True), "No longer reported: NRF, control", "–N"),
        (direction(TALIBAN, APART), "The parties now name different holders; before: Taliban", "×"),
        (direction(APART, TALIBAN), "Both parties now name: Taliban", "=T"),
    ],
)
def test_words_and_signs(shipped_line: Timeline, way: Direction, words: str, tag: str) -> None:
    dataset = shipped_line.dataset
    assert (change_words(dataset, way, None, None), change_tag(dataset, way)) == (words, tag)


def test_two_views_are_told_side_by_side(shipped_line: Timeline) -> None:
    text = change_words(shipped_line.dataset, between_views(NRF, TALIBAN), NRF, TALIBAN)
    assert text == "A: NRF, control – B: Taliban, control"


def test_the_fall_of_the_panjshir_by_side(shipped_line: Timeline) -> None:
    found = difference(shipped_line, Sides(Side("2021-08-20", "assessed"), Side("2021-09-07", "assessed")))
    sums = {one.side: one for one in by_side(found)}
    assert sums["taliban"] == SideSums("taliban", gained=6)
    assert sums["nrf"] == SideSums("nrf", lost=4, contested=3)
    assert {row["direction"]["kind"] for row in found.as_json()["districts"]} == {"gained", "contested", "ended"}


@pytest.mark.parametrize("perspective", ["assessed", "nrf", "taliban"])
def test_swapped_days_tell_the_same_way(shipped_line: Timeline, perspective: str) -> None:
    sides = Sides(Side("2021-08-25", perspective), Side("2021-09-10", perspective))
    there, back = difference(shipped_line, sides), difference(shipped_line, sides.swapped())
    assert [row.direction for row in there.districts] == [row.direction for row in back.districts]
    assert by_side(there) == by_side(back) != ()


def test_what_only_runs_out_is_no_gain(shipped_line: Timeline) -> None:
    """Dara, Khenj and Shutul were contested for months until nothing more was reported."""
    found = difference(shipped_line, Sides(Side("2021-09-07", "assessed"), Side("2022-08-20", "assessed")))
    assert {row.direction.kind for row in found.districts} == {"ended"}
    assert all(one.gained == one.lost == 0 for one in by_side(found))


def test_each_kind_has_a_sign_and_dashes_of_its_own() -> None:
    assert set(CHANGE_SIGNS) == set(CHANGE_DASHES)
    assert len(set(CHANGE_SIGNS.values())) == len(CHANGE_SIGNS)
    on_one_map = [CHANGE_DASHES[kind] for kind in ("gained", "contested", "settled", "ended")]
    assert len(set(on_one_map)) == len(on_one_map)


@pytest.mark.parametrize("controller", [*CONTROLLERS, "somebody new"])
def test_the_ink_of_a_side_is_seen_on_light_ground(controller: str) -> None:
    assert light_of(change_ink(controller)) <= CHANGE_LIGHT
    assert (light_of("#EDECEA") + 0.05) / (light_of(change_ink(controller)) + 0.05) >= 4.5
