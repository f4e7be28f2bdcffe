"""Shipped files with bytes changed at random: read whole, or refused with what is wrong; never an uncaught error."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

from geo.browser.card_payload import card_payload
from geo.browser.payload import record_payload
from geo.control.timeline import Timeline
from geo.record.geojson import Row, rows_of
from geo.record.load import DATA_DIR, Dataset
from geo.record.problems import DataError
from geo.record.schema import FILES
from geo.record.validate import validate

#: Signs that mean something to a parser of JSON, CSV or text.
TELLING = b'{}[]",:;\\\n\r\t\x00-+eE.0123456789tfnNI/*\xff\xc3\xe2\x80\xae '
#: So many records of a file are changed at a time: a line is a record, so that what is around it does not matter.
LINES = 3


def mutated(content: bytes, rng: random.Random) -> bytes:
    """The bytes with one to six of them changed, left out, doubled, or a piece moved."""
    changed = bytearray(content)
    for _ in range(rng.randint(1, 6)):
        if not changed:
            break
        at = rng.randrange(len(changed))
        kind = rng.randrange(6)
        if kind == 0:
            changed[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            changed[at] = rng.choice(TELLING)
        elif kind == 2:
            del changed[at : at + rng.randint(1, 12)]
        elif kind == 3:
            changed[at:at] = changed[at : at + rng.randint(1, 30)]
        elif kind == 4:
            changed[at:at] = bytes(rng.choice(TELLING) for _ in range(rng.randint(1, 4)))
        else:
            other = rng.randrange(len(changed))
            changed[at : at + 8] = changed[other : other + 8]
    return bytes(changed)


def excerpt(content: bytes, form: str, rng: random.Random) -> bytes:
    """A sound file of a few records of the given one."""
    lines = content.split(b"\n")
    body = lines[1:-1] if form == "csv" else lines[1:-2]
    chosen = [line.removesuffix(b",") if form != "csv" else line for line in rng.sample(body, min(LINES, len(body)))]
    if form == "csv":
        return b"\n".join([lines[0], *chosen, b""])
    return lines[0] + b"\n" + b",\n".join(chosen) + b"\n" + lines[-2] + b"\n"


def bytes_changed(times: int, data: Path = DATA_DIR, seed: int = 1) -> dict[str, Any]:
    """Change bytes of the files of a record so many times: how many were read, refused, and what was not caught.

    What the reader lets through goes to the validator beside the other files; what that lets through too
    is answered about, as a page would.
    """
    rng = random.Random(seed)
    contents = {name: (data / form.path).read_bytes() for name, form in FILES.items()}
    rest = {name: rows_of(contents[name], form.path, form) for name, form in FILES.items()}
    outcomes: Counter[str] = Counter()
    uncaught: list[str] = []
    for number in range(times):
        name = list(FILES)[number % len(FILES)]
        content = mutated(excerpt(contents[name], FILES[name].form, rng), rng)
        try:
            outcomes[_outcome(name, content, rest)] += 1
        except Exception as error:  # this is what the trial looks for
            uncaught.append(f"{name}: {type(error).__name__}: {error} in {content[:200]!r}")
    return {"changed": times, "outcomes": dict(outcomes), "uncaught": uncaught[:20]}


def _outcome(name: str, content: bytes, rest: dict[str, list[Row]]) -> str:
    try:
        rows = rows_of(content, FILES[name].path, FILES[name])
    except DataError as refused:
        assert refused.problems
        assert str(refused)
        return "refused by the reader"
    problems = validate({**small(rest), name: rows})
    return "refused by the validator" if problems else "sound"


def small(rest: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The files that others refer to whole, the rest left out: the changed records are what is looked at.

    Actors are without their relations, whose sources would be missing.
    """
    alone = [Row(row.line, row.record | {"relations": []}, row.geometry) for row in rest["actors"]]
    return {name: [] for name in rest} | {"provinces": rest["provinces"], "actors": alone}


def whole_files_changed(times: int, data: Path, seed: int = 2) -> dict[str, Any]:
    """Change bytes of whole files of a small record: what is let through has to answer everything a page asks."""
    rng = random.Random(seed)
    contents = {name: (data / form.path).read_bytes() for name, form in FILES.items()}
    outcomes: Counter[str] = Counter()
    uncaught: list[str] = []
    for number in range(times):
        name = list(FILES)[number % len(FILES)]
        changed = {**contents, name: mutated(contents[name], rng)}
        try:
            outcomes[_answered(changed)] += 1
        except Exception as error:  # this is what the trial looks for
            uncaught.append(f"{name}: {type(error).__name__}: {error}")
    return {"changed": times, "outcomes": dict(outcomes), "uncaught": uncaught[:20]}


def _answered(contents: dict[str, bytes]) -> str:
    try:
        tables = {name: rows_of(contents[name], form.path, form) for name, form in FILES.items()}
    except DataError:
        return "refused by the reader"
    if validate(tables):
        return "refused by the validator"
    line = Timeline(Dataset("fuzzed", {name: tuple(rows) for name, rows in tables.items()}))
    record_payload(line)
    card_payload(line.dataset)
    line.shares_at(line.dataset.last_day)
    line.changes(line.dataset.first_day, line.dataset.last_day)
    return "sound, and answered"
