"""Which names are answered: numbers and this machine always, other names when they are listed."""

from __future__ import annotations

import pytest

from serving.hosts import VARIABLE, is_allowed, listed_hosts


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8501",
        "127.0.0.1",
        "127.0.0.1:8501",
        "[::1]:8501",
        "10.0.0.7:80",
        "map.example.org",
        "map.example.org.:443",
    ],
)
def test_what_names_us(host: str) -> None:
    assert is_allowed(host, {"map.example.org"})


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "evil.example:8501", "127.0.0.1.evil.example", "localhost.evil.example", "map.example.org@evil.example",
     "map.example.org/", "evil.example\r\nHost: localhost", "localhost:8501:1", "localhost;x", "[::1", "map.example.org evil", "0x7f.1"],
)  # fmt: skip
def test_what_does_not(host: str) -> None:
    assert not is_allowed(host, {"map.example.org"})


def test_the_environment_lists_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, " Map.Example.org, ,second.example ")
    assert listed_hosts() == {"map.example.org", "second.example"}
    monkeypatch.delenv(VARIABLE)
    assert listed_hosts() == frozenset()
