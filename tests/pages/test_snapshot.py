"""The record that all readers share: replaced when its files change, kept when they are broken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geo.record.problems import DataError
from pages.ui.server import snapshot as shared
from pages.ui.server.snapshot import snapshot


@pytest.fixture(autouse=True)
def _no_snapshot_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_current", None)


def change(path: Path, old: str, new: str) -> None:
    stamp = path.stat().st_mtime
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    os.utime(path, (stamp + 10, stamp + 10))


def test_one_record_for_all_until_a_file_changes(tiny_copy: Path, tmp_path: Path) -> None:
    first = snapshot(tiny_copy, tmp_path / "static")
    assert snapshot(tiny_copy, tmp_path / "static") is first
    change(tiny_copy / "actors.json", "Civilians", "People")
    second = snapshot(tiny_copy, tmp_path / "static")
    assert second.timeline.dataset.version != first.timeline.dataset.version
    assert second.assets != first.assets
    assert not second.stale


def test_a_broken_file_leaves_the_last_sound_record_and_says_so(tiny_copy: Path, tmp_path: Path) -> None:
    sound = snapshot(tiny_copy, tmp_path / "static")
    change(tiny_copy / "actors.json", '"kind"', '"kin')
    kept = snapshot(tiny_copy, tmp_path / "static")
    assert kept.stale
    assert (kept.timeline, kept.assets) == (sound.timeline, sound.assets)
    change(tiny_copy / "actors.json", '"kin', '"kind"')
    assert not snapshot(tiny_copy, tmp_path / "static").stale


def test_a_missing_file_is_no_sound_record(tiny_copy: Path, tmp_path: Path) -> None:
    snapshot(tiny_copy, tmp_path / "static")
    (tiny_copy / "sources.json").unlink()
    assert snapshot(tiny_copy, tmp_path / "static").stale


def test_without_any_sound_record_there_is_none(tiny_copy: Path, tmp_path: Path) -> None:
    (tiny_copy / "sources.json").unlink()
    with pytest.raises(DataError):
        snapshot(tiny_copy, tmp_path / "static")
