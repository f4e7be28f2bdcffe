"""Versions of the data: when each was made, and which records of a view are newer than a link."""

from __future__ import annotations

from pathlib import Path

from geo.address.view import ViewState
from geo.record.load import DATA_DIR, Dataset
from geo.record.spans import covers, superseded_ends
from geo.record.spreadsheet import own_table

VERSIONS = "versions.csv"


def versions(data_dir: Path = DATA_DIR) -> list[tuple[str, str]]:
    """All released versions of the data with the day on which each was made, the newest first."""
    path = data_dir / VERSIONS
    if not path.exists():
        return []
    return [(row["version"], row["released_on"]) for row in own_table(path)][::-1]


def released_on(version: str, data_dir: Path = DATA_DIR) -> str | None:
    """The day on which a version of the data was made; None when it is not in `versions.csv`."""
    return dict(versions(data_dir)).get(version)


def first_release(data_dir: Path = DATA_DIR) -> str | None:
    """The day on which the first released version of the data was made; None where there is none."""
    released = versions(data_dir)
    return released[-1][1] if released else None


def changed_after(dataset: Dataset, view: ViewState, day: str) -> list[str]:
    """The ids of the records that a view shows and that were entered or revised after a day, sorted.

    These are the event it selects, the events of its province, and the control claims that hold on
    its date.
    """
    events = [
        event
        for event in dataset.public_events
        if event["event_id"] == view.event or (view.province and event["admin1"] == view.province)
    ]
    ends = superseded_ends(dataset.records("control_claims"))
    claims = [
        claim
        for claim in dataset.records("control_claims")
        if covers(claim["valid_from"], ends[claim["claim_id"]], view.date)
    ]
    newer = [
        str(record.get("event_id") or record.get("claim_id"))
        for record in [*events, *claims]
        if max(record["recorded_on"], record["revised_on"] or "") > day
    ]
    return sorted(newer)
