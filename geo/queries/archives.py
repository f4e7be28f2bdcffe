"""Addresses of sources for an archiving tool, and what of its answer belongs to which source.

The columns are those of the sheets of bellingcat's auto-archiver (its `gsheet_feeder_db`), and one with our ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geo.record.load import Dataset, public_sources

LINK, FOLDER, STATUS, LOCATION, DATE = (
    "link", "destination folder", "archive status", "archive location", "archive date",
)  # fmt: skip
SOURCES = "sources"
COLUMNS = (LINK, FOLDER, STATUS, LOCATION, DATE, SOURCES)
WEB = re.compile(r"https?://[^\s<>\"]+")


@dataclass
class ToolAnswer:
    """What an archiving tool brought: per source the new archived address, and per line what was not taken and why."""

    taken: dict[str, str] = field(default_factory=dict)
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def to_archive(dataset: Dataset, everything: bool = False) -> list[dict[str, str]]:
    """One row an address that has no archived copy yet (or each, with `everything`), in the order of the sources."""
    rows: dict[str, dict[str, str]] = {}
    for source in public_sources(dataset):
        if source["url"] is None or (source["archive_url"] and not everything):
            continue
        blank = dict.fromkeys(COLUMNS, "") | {LINK: source["url"], FOLDER: source["source_id"]}
        row = rows.setdefault(source["url"], blank | {LOCATION: source["archive_url"] or ""})
        row[SOURCES] = f"{row[SOURCES]} {source['source_id']}".strip()
    return list(rows.values())


def archived(dataset: Dataset, rows: Iterable[tuple[int, Mapping[str, str]]], replace: bool = False) -> ToolAnswer:
    """Which sources get which archived address.

    Parameters
    ----------
    rows : number of the line, and its cells by lower-case name of the column.
    replace : also where a source has another archived address already.
    """
    by_address: dict[str, list[str]] = {}
    for source in public_sources(dataset):
        if source["url"]:
            by_address.setdefault(source["url"], []).append(source["source_id"])
    known = {source["source_id"]: source["archive_url"] for source in public_sources(dataset)}
    answer = ToolAnswer()
    for line, row in rows:
        link, location = (row.get(name, "").strip() for name in (LINK, LOCATION))
        if reason := _reason(link, location, by_address):
            answer.refused.append((line, reason))
            continue
        for source_id in by_address[link]:
            _take(answer, line, source_id, location, known[source_id], replace)
    return answer


def _reason(link: str, location: str, by_address: Mapping[str, list[str]]) -> str:
    """Why a line can't be taken; nothing when it can."""
    if link not in by_address:
        return f"{LINK} {link!r} is the address of no source"
    if not location:
        return f"{LINK} {link!r} has no {LOCATION!r}: it was not archived"
    if not WEB.fullmatch(location):
        return f"{LOCATION} {location!r} is no address that others can open: http://… or https://… was expected"
    return ""


def _take(answer: ToolAnswer, line: int, source_id: str, location: str, before: str | None, replace: bool) -> None:
    earlier = answer.taken.get(source_id)
    if earlier is not None and earlier != location:
        answer.refused.append((line, f"{source_id} has got {earlier!r} from an earlier line; {location!r} is another"))
    elif before == location:
        answer.unchanged += 1
    elif before and not replace:
        answer.refused.append(
            (line, f"{source_id} has the archived address {before!r} already; --replace takes the new")
        )
    else:
        answer.taken[source_id] = location
