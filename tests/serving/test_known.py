"""The browser's files of the record as known by a day: of this version only, and with nothing that came later."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from pages.ui.server import known
from pages.ui.server import snapshot as shared
from pages.ui.server.snapshot import Snapshot
from serving import known as known_module
from tests.serving.asgi import ask

DAY = "2021-08-28"


@pytest.fixture
def now(tiny_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    monkeypatch.setattr(shared, "_current", None)
    found = shared.snapshot(tiny_dir, tmp_path / "static")
    monkeypatch.setattr(known_module, "snapshot", lambda: found)
    return found


def asked(path: str) -> Any:
    return ask(Starlette(routes=[known_module.route()]), path)


def test_record_names_and_cards_of_a_day_are_where_its_addresses_say(now: Snapshot) -> None:
    then = known.known_then(now, DAY)
    addresses = then.assets.addresses("/app/static")
    for name in ("record", "names", "cards"):
        answer = asked(addresses[name])
        assert answer.status == 200 and json.loads(gzip.decompress(answer.content))
    record = json.loads(gzip.decompress(asked(addresses["record"]).content))
    assert record["known"]["by"] == DAY and record["days"] == 14
    assert addresses["modules"].startswith("/app/static/") and then.reference is None


def test_another_version_day_or_file_is_not_here(now: Snapshot) -> None:
    folder = now.assets.folder
    bad = (f"{DAY}/replay-0/record.json.gz", f"2021-01-01/{folder}/record.json.gz", f"x/{folder}/record.json.gz",
           f"{now.timeline.dataset.last_day}/{folder}/record.json.gz", f"{DAY}/{folder}/passwd")  # fmt: skip
    assert {asked(f"/known/{path}").status for path in bad} == {404}


def test_the_last_day_is_the_record_itself_and_few_days_are_kept(now: Snapshot) -> None:
    assert known.known_then(now, now.timeline.dataset.last_day) is now and known.known_then(now, None) is now
    for day in range(16, 16 + known.MOST + 2):
        known.known_then(now, f"2021-08-{day}")
    assert len(known._kept) == known.MOST
    assert known.known_then(now, "2021-08-25") is known.known_then(now, "2021-08-25")
