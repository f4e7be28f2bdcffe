"""A copy of the app over the tiny record, spoken to over its socket: no browser is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trials import faults, injected
from trials.app import copy_of_app, running

#: The cap on readers of the server under test.
SEATS = 12


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder and the address of the app."""
    app = copy_of_app(tmp_path_factory.mktemp("served") / "app")
    faults.put_tiny(app)
    injected.add_page(app)
    with running(app, app.parent / "log", PYTHONUNBUFFERED="1", REPLAY_MAX_SESSIONS=str(SEATS)) as (address, _):
        yield app, address
