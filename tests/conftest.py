"""What the tests share: the tiny record (tests/tiny), ways to break it, and the shipped record."""

from __future__ import annotations

import copy
import fcntl
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # `pytest` does not put the folder there, `python -m pytest` does
    sys.path.insert(0, str(ROOT))

from geo.control.timeline import Timeline  # noqa: E402
from geo.record.geojson import Row  # noqa: E402
from geo.record.load import DATA_DIR, Dataset, load, read_tables  # noqa: E402
from geo.record.schema import CONTROL_CLAIM, FILES  # noqa: E402
from trials.app import BARE, BROWSERS, browser_path  # noqa: E402

TINY = ROOT / "tests" / "tiny" / "data"
settings.register_profile("ours", max_examples=60, deadline=None)
settings.load_profile("ours")

Tables = dict[str, list[Row]]
#: A test that asks for one of these needs a browser, or a server.
NEEDS = {"browser": {"chromium"}, "server": {"served", "server"}}
#: What takes seconds by itself, and why; `make test-fast` leaves it out.
SLOW = {
    "browser": "all of Chromium",
    "geo/cli/test_cli_import.py": "a process for each file that is read",
    "ingest/test_hostile.py": "a process for each file that is read",
    "export": "draws pictures and films, and stops processes that draw",
    "notebooks": "builds a wheel, and runs notebooks in an environment of their own",
    "pages": "runs whole pages of Streamlit",
    "properties/test_known.py": "the whole record at two hundred cut-offs, three times",
    "properties/test_join.py": "writes a folder of counts for each file",
    "parity": "Node, over a hundred days in every perspective",
    "scale": "clusters of processes, and files of many rows",
    "served": "a server",
    "test_trials.py": "trials in small: processes that are killed, locales that are made",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--states", choices=("pairs", "all"), default="pairs", help="states of every page (tests/browser/matrix.py)"
    )
    parser.addoption("--reversed", action="store_true", help="run the tests of each file from its end")


class ByFile(LoadFileScheduling):
    """One worker runs a file, whose tests share what is made for them; of every page's tests, those that share a page."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        return f"{file} {test.partition('[')[2]}" if file.endswith("test_every_page.py") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile | None:
    """How the tests are dealt out with `--dist loadfile`."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is slow and what needs a browser or a server; leave out what is for the full size; turn the order round."""
    for item in items:
        path = item.path.relative_to(ROOT / "tests").as_posix()
        if path in SLOW or path.split("/")[0] in SLOW:
            item.add_marker("slow")
        requested = set(getattr(item, "fixturenames", ()))
        for marker in (marker for marker, fixtures in NEEDS.items() if fixtures & requested):
            item.add_marker(marker)
    if config.getoption("states") != "all":
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("full")])
        items[:] = [item for item in items if not item.get_closest_marker("full")]
    if config.getoption("reversed"):
        items.reverse()


@pytest.fixture(scope="session")
def tiny_dir() -> Path:
    return TINY


@pytest.fixture(scope="session")
def tiny() -> Dataset:
    return load(TINY)


@pytest.fixture(scope="session")
def line(tiny: Dataset) -> Timeline:
    return Timeline(tiny)


@pytest.fixture
def tiny_copy(tmp_path: Path) -> Path:
    """A copy of the tiny files that a test may break."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


def told_coarsely(events: str, event_id: str) -> str:
    """The text of `events.geojson` with one event told to the province only, and said to be told so."""
    lines = events.splitlines(keepends=True)
    (at,) = [number for number, line in enumerate(lines) if f'"id":"{event_id}"' in line]
    ending = lines[at][len(lines[at].rstrip(",\n")) :]
    feature = json.loads(lines[at].rstrip(",\n"))
    coarse = {
        "sensitivity": "generalised",
        "where_precision": 4,
        "admin2_id": None,
        "place_id": None,
        "place_name": None,
    }
    feature = feature | {"properties": feature["properties"] | coarse, "geometry": None}
    lines[at] = json.dumps(feature, ensure_ascii=False, separators=(",", ":")) + ending
    return "".join(lines)


@pytest.fixture(scope="session")
def shipped_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped files, so that all tests of a run see one version."""
    return Path(shutil.copytree(DATA_DIR, tmp_path_factory.mktemp("shipped") / "data"))


@pytest.fixture(scope="session")
def shipped(shipped_dir: Path) -> Dataset:
    return load(shipped_dir)


@pytest.fixture(scope="session")
def shipped_line(shipped: Dataset) -> Timeline:
    return Timeline(shipped)


@pytest.fixture(scope="session")
def published(
    shipped_line: Timeline, shipped_dir: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """The folder of the shipped record as a static site; not to be changed. Made once a run, by the worker that asks first."""
    from geo.export.site import contents_of

    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "site"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        contents = {} if folder.exists() else contents_of(shipped_line, shipped_dir, earlier=2)
        for name, content in contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def shipped_site(published: Path) -> dict[str, bytes]:
    """The files of that site by name."""
    return {
        path.relative_to(published).as_posix(): path.read_bytes() for path in published.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="session")
def changed() -> Callable[..., Tables]:
    """changed("events", "EV-2021-0001", title=None): the tiny tables with fields of one record changed.

    A value that is a function is called with (a copy of) the present value; `...` removes the field;
    `geometry=` changes the geometry.
    """
    tables, _, _ = read_tables(TINY)

    def with_changes(name: str, record_id: str, **changes: Any) -> Tables:
        (index,) = [i for i, row in enumerate(tables[name]) if row.record[FILES[name].id_field] == record_id]
        row = tables[name][index]
        record, geometry = copy.deepcopy(row.record), changes.pop("geometry", row.geometry)
        for field, value in changes.items():
            record[field] = value(record[field]) if callable(value) else value
        record = {field: value for field, value in record.items() if value is not ...}
        rows = list(tables[name])
        rows[index] = Row(row.line, record, geometry)
        return {**tables, name: rows}

    return with_changes


@pytest.fixture(scope="session")
def with_claims(tiny: Dataset) -> Callable[..., Dataset]:
    """with_claims({"controller": "nrf"}, …): the tiny record with these control claims only, numbered from 1.

    What a claim does not say is: AF-AAA-east, Taliban, control, by the media, certainty B, open since 15 August.
    """
    plain: dict[str, Any] = {field.name: [] if field.kind == "refs" else None for field in CONTROL_CLAIM}
    plain |= {
        "area_type": "district",
        "area_ids": ["AF-AAA-east"],
        "controller": "taliban",
        "status": "control",
        "basis": "assessed",
        "claimant": "media",
        "certainty": "B",
        "valid_from": "2021-08-15",
        "source_ids": ["SRC-0001"],
        "recorded_on": "2026-11-01",
    }

    def dataset(*claims: dict[str, Any]) -> Dataset:
        rows = []
        for number, claim in enumerate(claims, start=1):
            record = plain | {"claim_id": f"CC-{number:04}"} | claim
            record["last_confirmed"] = claim.get("last_confirmed", record["valid_from"])
            rows.append(Row(number + 1, record))
        return Dataset("test", {**tiny.tables, "control_claims": tuple(rows)})

    return dataset


@pytest.fixture(scope="session")
def needed() -> Callable[[str | None, str], str]:
    """needed(path, missing): the path of a program; without one the test is skipped, or fails where all have to run."""

    def found(path: str | None, missing: str) -> str:
        if path is None:
            if os.environ.get("REQUIRE_BROWSER") == "1":
                pytest.fail(missing)
            pytest.skip(missing)
        return path

    return found


@pytest.fixture(scope="session")
def chromium(needed: Callable[[str | None, str], str]) -> str:
    """Where the browser is, for tests that need one; with WHOLE_BROWSER=1 the one that readers have, not the bare one."""
    path = browser_path(bare_first=os.environ.get("WHOLE_BROWSER") != "1")
    return needed(path, f"none of {', '.join((BARE, *BROWSERS))} is installed")
