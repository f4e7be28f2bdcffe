"""What the tests of the API share: the tiny record as the server has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.queries.versions import versions
from pages.ui.server import snapshot as shared
from pages.ui.server.snapshot import Snapshot
from serving.api import api as api_module


@pytest.fixture
def now(tiny_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """What the API answers from."""
    monkeypatch.setattr(shared, "_current", None)
    found = shared.snapshot(tiny_dir, tmp_path / "static")
    monkeypatch.setattr(api_module, "snapshot", lambda: found)
    monkeypatch.setattr(api_module, "versions", lambda: versions(tiny_dir))
    return found
