"""The browser's files of the record by a day and a definition: of this version only, and with nothing that came later."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from pages.ui.server import seen
from pages.ui.server import snapshot as shared
from pages.ui.server.seen import Sight
from pages.ui.server.snapshot import Snapshot
from serving import seen as seen_module
from tests.serving.asgi import ask

DAY = "2021-08-28"


@pytest.fixture
def now(tiny_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    monkeypatch.setattr(shared, "_current", None)
    found = shared.snapshot(tiny_dir, tmp_path / "static")
    monkeypatch.setattr(seen_module, "snapshot", lambda: found)
    return found


def asked(path: str) -> Any:
    return ask(Starlette(routes=[seen_module.route()]), path)


def test_record_names_and_cards_of_a_day_are_where_its_addresses_say(now: Snapshot) -> None:
    then = seen.seen(now, Sight(DAY))
    addresses = then.assets.addresses("/app/static")
    for name in ("record", "names", "cards"):
        answer = asked(addresses[name])
        assert answer.status == 200 and json.loads(gzip.decompress(answer.content))
    record = json.loads(gzip.decompress(asked(addresses["record"]).content))
    assert record["known"]["by"] == DAY and record["days"] == 14
    assert addresses["modules"].startswith("/app/static/") and then.reference is None


def test_both_knobs_are_one_record_and_rows_of_others_stay_beside_a_definition(now: Snapshot) -> None:
    by_rule, both = (seen.seen(now, Sight(day, "strict")) for day in (None, DAY))
    told = [json.loads(gzip.decompress(asked(one.assets.addresses("")["record"]).content)) for one in (by_rule, both)]
    assert [one["definition"] for one in told] == ["strict", "strict"]
    assert ["known" in one for one in told] == [False, True]
    assert by_rule.reference is now.reference and both.timeline.dataset.known
    assert "definition" not in json.loads(
        gzip.decompress(asked(seen.seen(now, Sight(DAY)).assets.addresses("")["record"]).content)
    )


def test_another_version_day_or_file_is_not_here(now: Snapshot) -> None:
    folder = now.assets.folder
    bad = (f"{DAY}/ours/replay-0/record.json.gz", f"2021-01-01/ours/{folder}/record.json.gz",
           f"x/ours/{folder}/record.json.gz", f"{now.timeline.dataset.last_day}/ours/{folder}/record.json.gz",
           f"{DAY}/ours/{folder}/passwd", f"{DAY}/mine/{folder}/record.json.gz", f"now/ours/{folder}/record.json.gz")  # fmt: skip
    assert {asked(f"/seen/{path}").status for path in bad} == {404}


def test_the_last_day_is_the_record_itself_and_few_days_are_kept(now: Snapshot) -> None:
    last = now.timeline.dataset.last_day
    assert seen.seen(now, Sight(last)) is now and seen.seen(now, Sight()) is now
    for day in range(16, 16 + seen.MOST + 2):
        seen.seen(now, Sight(f"2021-08-{day}"))
    assert len(seen._kept) == seen.MOST
    assert seen.seen(now, Sight("2021-08-25")) is seen.seen(now, Sight("2021-08-25"))
