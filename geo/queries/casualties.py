"""The ledger of losses: what each claimant says of each side; never added across claimants."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from geo.control.timeline import Timeline
from geo.queries.activity import is_single


@dataclass(frozen=True)
class Entry:
    """What one claimant says, over all incidents of a span, of one side's losses of one kind.

    `low` adds the low ends (None when no claim gives a number); `high` adds the high ends and is None when any of them is open
    ('at least'); `in_words` counts claims that give no number. `may_overlap` says that two of the
    events are linked in the record, so that one loss may stand in both.
    """

    claimant: str
    side: str
    kind: str
    low: int | None
    high: int | None
    claims: int
    in_words: int
    event_ids: tuple[str, ...]
    may_overlap: bool


@dataclass(frozen=True)
class Ledger:
    """The entries of a span, and the records left out because they sum up several happenings."""

    start: str
    end: str
    province: str | None
    entries: tuple[Entry, ...]
    left_out: tuple[str, ...]


def ledger(timeline: Timeline, start: str, end: str, province: str | None = None) -> Ledger:
    """The losses claimed for the incidents that begin from `start` to `end`.

    Where one claimant gives several tolls of one event (two spokesmen, two days), the entry takes
    the lowest low and the highest high of that event, and counts it once.
    """
    found: dict[tuple[str, str, str], dict[str, list[tuple[int | None, int | None]]]] = defaultdict(dict)
    left_out = []
    for event in timeline.events_between(start, end, province=province):
        losses = [
            (claim["claimant"], loss)
            for claim in event["claims"]
            if claim["stance"] == "affirms"
            for loss in claim["casualties"] or []
        ]
        if losses and (event["date_start"] < start or not is_single(event)):
            left_out.append(event["event_id"])
            continue
        for claimant, loss in losses:
            tolls = found[claimant, loss["side"], loss["kind"]].setdefault(event["event_id"], [])
            tolls.append((loss["low"], loss["high"]))
    links = {event["event_id"]: set(event["related_ids"]) for event in timeline.dataset.public_events}
    entries = [_entry(*key, events, links) for key, events in sorted(found.items())]
    return Ledger(start, end, province, tuple(entries), tuple(left_out))


def _entry(
    claimant: str,
    side: str,
    kind: str,
    events: dict[str, list[tuple[int | None, int | None]]],
    links: dict[str, set[str]],
) -> Entry:
    """One claimant's tolls of several events; a high without a low begins at 0, an open high stays open."""
    low = 0
    high: int | None = 0
    in_words = 0
    for tolls in events.values():
        numbers = [toll for toll in tolls if toll != (None, None)]
        in_words += not numbers
        if not numbers:
            continue
        low += min(fewest or 0 for fewest, _ in numbers)
        highs = [most for _, most in numbers]
        known = [most for most in highs if most is not None]
        high = None if high is None or len(known) < len(highs) else high + max(known)
    if in_words:
        high = None
    linked = any(links[event_id] & events.keys() for event_id in events)
    least = None if in_words == len(events) else low
    return Entry(claimant, side, kind, least, high, len(events), in_words, tuple(sorted(events)), linked)
