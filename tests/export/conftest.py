"""What the tests of exports share: the shipped timeline, ffmpeg, a record full of traps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from geo.control.timeline import Timeline
from geo.record.geojson import Row
from geo.record.load import Dataset


@pytest.fixture(scope="session")
def shipped_line(shipped: Dataset) -> Timeline:
    return Timeline(shipped)


@pytest.fixture(scope="session")
def tiny_line(tiny: Dataset) -> Timeline:
    return Timeline(tiny)


@pytest.fixture(scope="session")
def basemap_of_tiny(tiny_dir: Path) -> Path:
    return tiny_dir


def changed(dataset: Dataset, name: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Dataset:
    """The data set with each record of one file changed."""
    rows = tuple(Row(row.line, change(row.record), row.geometry) for row in dataset.tables[name])
    return replace(dataset, tables=MappingProxyType({**dataset.tables, name: rows}), _index={})


TRAP = "</script><script>window.trapped = 1</script><!--<img src=x onerror=window.trapped=1>\u2028\u2029 ]]> {{7*191}} $x^2$"


@pytest.fixture(scope="session")
def trapped(tiny: Dataset) -> Timeline:
    """The tiny record with text in every title, summary and claim that tries to break out."""
    poisoned = changed(
        tiny, "events", lambda e: e | {"title": TRAP, "summary": TRAP, "notes": TRAP, "place_name": TRAP}
    )
    poisoned = changed(
        poisoned, "sources", lambda s: s | {"title": TRAP, "publisher": TRAP, "url": "javascript:window.trapped=1"}
    )
    return Timeline(changed(poisoned, "provinces", lambda p: p | {"name_en": TRAP}))
