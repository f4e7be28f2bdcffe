"""Seats: as many as the server is set to, given back when a session has ended."""

from __future__ import annotations

import pytest

from pages.ui.server import quota, sessions


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch, as_session):
    """house("a"): session a asks; house.there is the set of sessions that Streamlit keeps."""
    monkeypatch.setattr(sessions, "_seats", quota.Quota())
    monkeypatch.setenv(sessions.VARIABLE, "2")

    def ask(session_id: str) -> bool:
        as_session(session_id)
        return sessions.has_seat()

    ask.there = as_session.there  # type: ignore[attr-defined]
    return ask


def test_who_has_a_seat_keeps_it_and_who_comes_too_late_waits(house) -> None:
    assert [house(one) for one in "ab"] == [True, True]
    assert not house("c")
    assert house("a") and house("b") and not house("c")


def test_a_seat_is_free_when_its_reader_has_left(house) -> None:
    house("a"), house("b")
    house.there.discard("a")
    assert house("c")
    assert not house("a")


@pytest.mark.parametrize("message", ["", "many", "-1", "٣", "1" * 30, "1.5"])
def test_a_number_that_is_none_is_the_default(monkeypatch: pytest.MonkeyPatch, message: str) -> None:
    monkeypatch.setenv(sessions.VARIABLE, message)
    assert sessions.most_sessions() == sessions.DEFAULT


def test_without_a_server_everybody_has_a_seat() -> None:
    assert sessions.has_seat()
