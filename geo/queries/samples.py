"""Samples of the record read again against its pages: how they were drawn, what was found, what was not checked.

They stand in `data/samples.json`, which is no part of the record: a sample names the version that it was drawn from, so
it can't be among what that version is the hash of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geo.record.field_rules import field_faults
from geo.record.geojson import Record, read_rows
from geo.record.load import DATA_DIR
from geo.record.problems import DataError, Fault, Problem
from geo.record.schema import DataFile, Field

#: What a share of faults is to be at most, in per cent.
MAX_MISLEADING_PCT, MAX_WRONG_PCT = 5.0, 1.0
#: What a reader of the figures has to know; each is a sentence of the catalogue (`samples.limit.…`).
LIMITS = ("notes_only", "not_found", "openings", "no_outsider", "few", "found_after")

SAMPLE = (
    Field("sample_id", "id", "which sample it is", pattern=r"[1-9]\d*"),
    Field("drawn_on", "day", "the day on which it was drawn and read"),
    Field("data_version", "text", "the released version it was drawn from; null: between two", False),
    Field("events", "integer", "events that it was drawn from"),
    Field("claims", "integer", "control claims that it was drawn from; null: none were", False),
    Field("without", "texts", "the samples whose records were left out before it was drawn", False),
    Field("seed", "integer", "random.Random(seed).sample(sorted ids, drawn); null: not noted", False),
    Field("drawn", "integer", "records drawn"),
    Field("read", "integer", "those of them that could be read against their pages"),
    Field("no_fault", "integer", "read and without fault"),
    Field("words", "integer", "read, with faults that mislead nobody"),
    Field("misleading", "integer", "read, with a grade, a name or an omission that gives a wrong idea"),
    Field("wrong", "integer", "read and wrong"),
    Field("misleading_ids", "texts", "the misleading ones; empty: not noted", False),
    Field("not_read", "texts", "the records that could not be read; empty: not noted", False),
    Field("limits", "enums", "what has to be known with the figures", False, allowed=LIMITS),
)
SAMPLES = DataFile("samples", "samples.json", "json", SAMPLE, (), "samples of the record, read again")


@dataclass(frozen=True)
class Shares:
    """Misleading and wrong records of a sample, in per cent of those that could be read."""

    misleading_pct: float
    wrong_pct: float

    @property
    def is_aim_met(self) -> bool:
        """Whether both are at most what they are to be."""
        return self.misleading_pct <= MAX_MISLEADING_PCT and self.wrong_pct <= MAX_WRONG_PCT


def samples(data_dir: Path = DATA_DIR) -> list[Record]:
    """All samples, the first one first; none where the folder has no file of them.

    Raises
    ------
    DataError
        With every problem of the file, when there is any.
    """
    path = data_dir / SAMPLES.path
    if not path.exists():
        return []
    if problems := sample_problems(data_dir):
        raise DataError(problems)
    return [row.record for row in read_rows(path, SAMPLES)]


def shares_of(sample: Record) -> Shares:
    """The shares of a sample, to a tenth."""
    pcts = (
        round(100 * sample[kind] / sample["read"], 1) if sample["read"] else 0.0 for kind in ("misleading", "wrong")
    )
    return Shares(*pcts)


def sample_problems(data_dir: Path) -> list[Problem]:
    """Every problem of the file of samples; none where there is no such file."""
    path = data_dir / SAMPLES.path
    if not path.exists():
        return []
    try:
        rows = read_rows(path, SAMPLES)
    except DataError as error:
        return error.problems
    known = {str(row.record.get("sample_id")) for row in rows}
    return [
        Problem(f"data/{SAMPLES.path}", row.line, str(row.record.get("sample_id") or ""), *fault)
        for row in rows
        for fault in _faults(row.record, known)
    ]


def _faults(sample: Record, known: set[str]) -> Iterator[Fault]:
    faults = list(field_faults(sample, SAMPLE, {}))
    yield from faults
    if faults:
        return
    found = sum(sample[kind] for kind in ("no_fault", "words", "misleading", "wrong"))
    if found != sample["read"]:
        yield "read", "sum", f"is {sample['read']}, what was found adds up to {found}"
    if not sample["read"] <= sample["drawn"] <= sample["events"] + (sample["claims"] or 0):
        yield "drawn", "range", "is not between what was read and what was drawn from"
    for name, count in (("misleading_ids", sample["misleading"]), ("not_read", sample["drawn"] - sample["read"])):
        if sample[name] and len(sample[name]) != count:
            yield name, "count", f"names {len(sample[name])} records, there are {count}"
    if unknown := set(sample["without"]) - known:
        yield "without", "ref", f"{', '.join(sorted(unknown))} is no sample"
