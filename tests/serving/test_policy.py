"""The policy that the app sends is the one that docs/security.md shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from serving.policy import FIXED, VARIABLE, content_policy, framed_by, script_hashes

SECURITY = (Path(__file__).resolve().parents[2] / "docs" / "security.md").read_text("utf-8")


def directives(policy: str) -> dict[str, set[str]]:
    return {part.split()[0]: set(part.split()[1:]) for part in policy.split(";") if part.strip()}


@pytest.mark.parametrize(("number", "is_component"), [(0, False), (1, True)])
def test_the_documents_policies_are_sent(number: int, is_component: bool) -> None:
    written = re.findall(r"^Content-Security-Policy: (.+)$", SECURITY, re.MULTILINE)[number]
    sent = directives(content_policy("HOST", is_component=is_component))
    assert sent.pop("connect-src") == {"'self'", "ws://HOST", "wss://HOST"}
    wanted = directives(written)
    assert wanted.pop("connect-src") <= {"'self'", "wss://HOST", "ws://HOST"}
    assert sent == wanted


def test_the_documents_other_headers_are_sent() -> None:
    for name, value in FIXED.items():
        assert f"\n{name}: {value}\n" in SECURITY, name


def test_streamlits_one_script_is_let_through() -> None:
    assert len(script_hashes()) == 1


def test_who_may_frame_the_map_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://paper.example http://a.example:8080 javascript:x; 'none' *")
    assert framed_by() == ("https://paper.example", "http://a.example:8080", "*")
    ancestors = directives(content_policy("h", is_component=False, framed_by=framed_by()))["frame-ancestors"]
    assert ancestors == {"'self'", "https://paper.example", "http://a.example:8080", "*"}
