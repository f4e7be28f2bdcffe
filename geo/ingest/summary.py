"""What came of a file, in a few lines for the terminal."""

from __future__ import annotations

from geo.ingest.plain import plain_line
from geo.ingest.result import REASONS, Result
from geo.wording.text import t


def summary(result: Result) -> list[str]:
    """The result in a few lines, nothing in them that hides or turns what follows."""
    joined = result.joined
    lines = [
        f"{result.detected['form']}, {result.detected['title']}: {result.detected['reason']}",
        f"read {result.read} = accepted {len(result.accepted)} + set aside {len(result.set_aside)}",
        f"joined by point {joined.by_point}, by name {joined.by_name}, not at all {joined.none}",
    ]
    for reason, count in result.by_reason().items():
        rows = [str(row.row) for row in result.set_aside if row.reason == reason][:5]
        more = " …" if count > len(rows) else ""
        hint = f" ({REASONS[reason]})" if REASONS[reason] else ""
        words = t(f"add.reason.{reason}")
        lines.append(f"  set aside {count}: {words}{hint} (row {', '.join(rows)}{more})")
    for row in joined.doubtful[:10]:
        hint = f"--name '{row['name']}={row['proposed']}'"
        lines.append(
            f"  doubtful: {row['name']!r} is like {row['proposed_name']} ({row['score']} of 100); if so: {hint}"
        )
    return [line[: len(line) - len(line.lstrip())] + plain_line(line) for line in lines]
