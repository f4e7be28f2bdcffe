"""What is done with a stranger's file, all of it in the limited process: for the page, for the command line, put together."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from geo.ingest.counts import is_counts, read_counts
from geo.ingest.event import Event, write_events
from geo.ingest.layouts.table import guess_columns
from geo.ingest.limited.pipe import Pen
from geo.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_HEADING, MAX_LETTERS, MAX_MAP, MEGABYTE
from geo.ingest.map_columns import columns_for_map
from geo.ingest.notes import in_words
from geo.ingest.plain import plain_line
from geo.ingest.readers.delimited import unique
from geo.ingest.readers.sniff import read_table
from geo.ingest.result import Choices, FileRejected, NeedsColumns, ReadTable, RejectedRow, Result
from geo.ingest.run import Watch, map_table
from geo.ingest.summary import in_file, summary
from geo.record.geojson import dumps
from geo.record.load import Dataset
from geo.record.spans import add_days
from geo.record.spreadsheet import quoted
from geo.wording.text import t

#: How much of a list the page is told: rows that it shows, names that it asks about; how many letters of a text.
FIRST, FIRST_ROWS, LISTED, LETTERS = 500, 5, 100, 300
AREAS = ("provinces", "districts", "actors")


def for_page(pen: Pen, content: bytes, dataset: Dataset, choices: Choices, watch: Watch) -> None:
    """What the page shows and asks, and what is kept for the map: `columns`, `cards` or `counts`, and `aside` as CSV."""
    if is_counts(content):
        _counts_for_page(pen, content, dataset)
        return
    table = sound(read_table(content, choices))
    pen.say({"table": _head(table), "guess": guess_columns(table.columns, table.rows)})
    known = {field: column for field, column in choices.columns.items() if column in ("", *table.columns)}
    try:
        result = map_table(table, dataset, replace(choices, columns=known), watch)
    except FileRejected as refused:
        fields = refused.fields if isinstance(refused, NeedsColumns) else ()
        pen.say({"refused": refused.code, "values": refused.values, "fields": fields})
        return
    pen.say(_told(result, dataset))
    pen.part("aside", gzip.compress(aside_csv(result.set_aside), mtime=0))
    columns = columns_for_map(result.accepted, dataset)
    _pack(pen, columns, columns.pop("cards"))


def for_file(pen: Pen, content: bytes, dataset: Dataset, choices: Choices, watch: Watch) -> None:
    """The events as GeoJSON and the report as JSON, as they are written, and the result in a few lines."""
    result = map_table(sound(read_table(content, choices)), dataset, choices, watch)
    pen.say({"accepted": len(result.accepted), "summary": summary(result)})
    pen.part("report", json.dumps(result.report(), ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n")
    pen.part("events", write_events(result.accepted).encode("utf-8"))


def together(pen: Pen, content: bytes, dataset: Dataset, _choices: Choices, _watch: Watch) -> None:
    """Packed files (a JSON list of what `for_page` made of each) as one."""
    files = json.loads(content)
    events = [(_unpacked(file["columns"]), _unpacked(file["cards"]), file["ids"]) for file in files if file["columns"]]
    if events:
        _pack(pen, *_merged(events, dataset))
    counts = [one for file in files if file["counts"] for one in _unpacked(file["counts"])]
    pen.part("counts", packed(counts))


TASKS: Mapping[str, Callable[[Pen, bytes, Dataset, Choices, Watch], None]] = {
    "page": for_page,
    "file": for_file,
    "together": together,
}


def sound(table: ReadTable) -> ReadTable:
    """The table with headings as they may be shown, when it is within the limits of what may be held.

    Raises
    ------
    FileRejected
        When it has more cells or letters than are read, or a heading that is no heading.
    """
    cells = len(table.rows) * len(table.columns)
    if cells > MAX_CELLS:
        raise FileRejected("cells", count=f"{cells:,}", most=f"{MAX_CELLS:,}")
    for number, name in enumerate(table.columns, start=1):
        if len(name) > MAX_HEADING:
            raise FileRejected("heading", number=number, count=f"{len(name):,}", most=MAX_HEADING)
    letters = 0
    for row in table.rows:
        letters += sum(len(cell) for cell in row.cells if isinstance(cell, str))
        if letters > MAX_LETTERS:
            raise FileRejected("letters", row=row.number, most=MAX_LETTERS // MEGABYTE)
    return replace(table, columns=unique([plain_line(name) for name in table.columns]))


def aside_csv(rows: list[RejectedRow]) -> bytes:
    """The rows that were set aside, as CSV that a spreadsheet opens without running anything."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["row", "id", "field", "value", "reason", "meaning"])
    for row in rows:
        writer.writerow(
            [row.row, *map(quoted, (row.id, row.field, row.value)), row.reason, t(f"add.reason.{row.reason}")]
        )
    return out.getvalue().encode("utf-8-sig")


def packed(value: Any) -> bytes:
    """A value as it travels to the browser: JSON, gzipped, in base64.

    Raises
    ------
    FileRejected
        When the browser would have to hold too much.
    """
    text = dumps(value).encode("utf-8")
    if len(text) > MAX_MAP:
        raise FileRejected("map", size=len(text) // MEGABYTE, most=MAX_MAP // MEGABYTE)
    return base64.b64encode(gzip.compress(text, compresslevel=6, mtime=0))


def bounded(value: Any) -> Any:
    """Plain data with its lists and texts cut, as the page is told it."""
    if isinstance(value, str):
        return value if len(value) <= LETTERS else value[: LETTERS - 1] + "…"
    if isinstance(value, list | tuple):
        return [bounded(part) for part in value[:LISTED]]
    if isinstance(value, dict):
        return {name: bounded(part) for name, part in itertools.islice(value.items(), MAX_COLUMNS)}
    return value


def _pack(pen: Pen, columns: dict[str, Any], cards: list[Any]) -> None:
    pen.part("columns", packed(columns))
    pen.part("cards", packed(cards))


def _unpacked(text: str) -> Any:
    return json.loads(gzip.decompress(base64.b64decode(text)))


def _head(table: ReadTable) -> dict[str, Any]:
    """What the page has to know of a table to ask about it."""
    facts = dict(table.facts)
    if "sheets" in facts:
        facts["sheets"] = [name for name in facts["sheets"] if len(name) <= LETTERS]
    return {"form": table.form, "columns": table.columns, "rows": len(table.rows), "facts": bounded(facts)}


def _told(result: Result, dataset: Dataset) -> dict[str, Any]:
    rows: dict[str, list[int]] = {}
    for row in result.set_aside:
        rows.setdefault(row.reason, []).append(row.row)
    inside = [e for e in result.accepted if e["date_end"] >= dataset.first_day and e["date_start"] <= dataset.last_day]
    doubtful = [row for row in result.joined.doubtful if len(row["name"]) <= LETTERS]
    return {
        "kind": "events",
        "read": result.read,
        "accepted": len(result.accepted),
        "aside": len(result.set_aside),
        "reasons": {reason: [count, rows[reason][:FIRST_ROWS]] for reason, count in result.by_reason().items()},
        "rows": [asdict(row) for row in result.set_aside[:FIRST]],
        "events": [_shown(event) for event in result.accepted[:FIRST]],
        "detected": bounded(result.detected),
        "joined": bounded(asdict(result.joined) | {"doubtful": doubtful}),
        "notes": [in_words(note) for note in result.notes[:FIRST]],
        "held": in_file(result.detected["held"]) if result.detected.get("held") else "",
        "outside": len(result.accepted) - len(inside),
        "last": max((min(event["date_end"], dataset.last_day) for event in inside), default=""),
        "ids": ids_of(dataset),
    }


def _shown(event: Event) -> list[Any]:
    """Row, first day, title, district and province, how exact: what the page lists."""
    areas = [area for area in (event["admin2_id"], event["admin1"]) if area]
    return [event["row"], event["date_start"], event["title"], areas, event["where_precision"]]


def ids_of(dataset: Dataset) -> dict[str, list[str]]:
    """What the numbers in packed columns stand for."""
    return {name: list(dataset.by_id(name)) for name in AREAS}


def _counts_for_page(pen: Pen, content: bytes, dataset: Dataset) -> None:
    counts = read_counts(content, dataset)
    days = [add_days(dataset.first_day, counts["day"][at]) for at in (0, -1)] if counts["day"] else []
    pen.say(
        {
            "kind": "counts",
            "table": None,
            "total": counts["total"],
            "days": len(set(counts["day"])),
            "districts": len(set(counts["district"])),
            "span": days,
            "last": days[-1] if days else "",
            "left_out": sum(counts["leftOut"].values()),
            "types": bounded([plain_line(name) for name in counts["types"]]),
            "ids": ids_of(dataset),
        }
    )
    pen.part("counts", packed([counts]))


def _merged(files: list[tuple[dict[str, Any], list[Any], dict[str, Any]]], dataset: Dataset) -> tuple[Any, list[Any]]:
    """The columns and cards of several files as of one: sorted by first day, then id; numbers by this record."""
    now = {name: {key: n for n, key in enumerate(ids)} for name, ids in ids_of(dataset).items()}
    for columns, _, ids in files:
        _renumber(columns, ids, now)
    lists = [name for name, value in files[0][0].items() if isinstance(value, list)]
    whole = {name: [one for columns, _, _ in files for one in columns[name]] for name in lists}
    cards = [card for _, of_file, _ in files for card in of_file]
    order = sorted(range(len(cards)), key=lambda n: (whole["start"][n], whole["id"][n]))
    left_out = {side: sum(columns["leftOut"][side] for columns, _, _ in files) for side in files[0][0]["leftOut"]}
    merged: dict[str, Any] = {name: [values[n] for n in order] for name, values in whole.items()}
    return merged | {"leftOut": left_out}, [cards[n] for n in order]


def _renumber(columns: dict[str, Any], then: Mapping[str, list[str]], now: Mapping[str, Mapping[str, int]]) -> None:
    """Provinces, districts and actors by their numbers in the record of now; the files may be older."""
    for column, name in (("province", "provinces"), ("district", "districts")):
        columns[column] = [now[name].get(then[name][n], -1) if n >= 0 else -1 for n in columns[column]]
    known = [now["actors"].get(key, -1) for key in then["actors"]]
    columns["actors"] = [sorted(known[n] for n in actors if known[n] >= 0) for actors in columns["actors"]]
