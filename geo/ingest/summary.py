"""What came of a file, in a few lines for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.ingest.notes import in_words
from geo.ingest.plain import plain_line
from geo.ingest.result import REASONS, Joined, Result
from geo.wording.lists import listed
from geo.wording.text import t

#: How many names and notes are listed.
MAX_LINES = 20


def summary(result: Result) -> list[str]:
    """The result in a few lines, nothing in them that hides or turns what follows."""
    joined = result.joined
    lines = [
        f"{result.detected['form']}, {result.detected['title']}: {result.detected['reason']}",
        *_read_as(result.detected),
        f"read {result.read} = accepted {len(result.accepted)} + set aside {len(result.set_aside)}",
        f"joined by point {joined.by_point}, by name {joined.by_name}, not at all {joined.none}",
    ]
    for reason, count in result.by_reason().items():
        rows = [str(row.row) for row in result.set_aside if row.reason == reason][:5]
        more = " …" if count > len(rows) else ""
        hint = f" ({REASONS[reason]})" if REASONS[reason] else ""
        words = t(f"add.reason.{reason}")
        lines.append(f"  set aside {count}: {words}{hint} (row {', '.join(rows)}{more})")
    lines += _doubtful(joined)
    if joined.disagree:
        rows = [str(row["row"]) for row in joined.disagree]
        lines.append("  " + t("add.disagree", count=joined.disagreeing, rows=", ".join(rows[:MAX_LINES])))
    lines += [f"  note: {in_words(note)}" for note in result.notes[:MAX_LINES]]
    if len(result.notes) > MAX_LINES:
        lines.append(f"  and {len(result.notes) - MAX_LINES} more notes (--report lists all)")
    return [line[: len(line) - len(line.lstrip())] + plain_line(line) for line in lines]


def _read_as(found: Mapping[str, Any]) -> list[str]:
    """How the file was read: encoding, what its lines are, the order of days."""
    facts = []
    if not found.get("encoding_sure", True):
        facts.append(t("add.encoding_guess", name=found["encoding"]))
    if found["day_order_why"]:
        order = t(f"add.day_order.{found['day_order']}")
        facts.append(t("add.fact.day_order", order=order, why=found["day_order_why"]))
    if held := found.get("held"):
        facts.append(in_file(held))
    return facts


def in_file(held: Mapping[str, int]) -> str:
    """What the file holds and what of it is no row, as one line."""
    return t("add.fact.held", parts=listed(t(f"add.held.{name}", count=count) for name, count in held.items()))


def _doubtful(joined: Joined) -> list[str]:
    """The names that have to be confirmed, with every area that each can mean."""
    lines = []
    for row in joined.doubtful[:MAX_LINES]:
        rows = ", ".join(map(str, row["rows"][:5]))
        lines.append(f"  doubtful: {row['name']!r} ({row['score']} of 100, row {rows}) can be:")
        lines += [f"    {area['name']}: --name '{row['name']}={area['id']}'" for area in row["alike"]]
    return lines
