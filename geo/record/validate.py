"""Does the record keep its rules? Lists every problem with file, line, record, field and value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from geo.record.field_rules import field_faults
from geo.record.geojson import Record, Row
from geo.record.moment_rules import moment_faults
from geo.record.normalise import normalise
from geo.record.problems import Fault, Problem
from geo.record.record_rules import Tables, record_faults
from geo.record.schema import COUNTRY, FILES, PARTY_CLAIMANTS, DataFile
from geo.record.shapes import geometry_faults
from geo.record.shown import naming_problems
from geo.record.spans import FAR_AWAY, superseded_ends

#: Parties that answer for every speaker of theirs; 'other_party' stands for several.
ONE_VOICE = tuple(claimant for claimant in PARTY_CLAIMANTS if claimant != "other_party")


def validate(tables: Tables) -> list[Problem]:
    """Every problem of the record, sorted by file and line; an empty list means it is sound.

    Parameters
    ----------
    tables : rows by file name (`schema.FILES`), as `geojson.read_rows` gives them.
    """
    ids = {name: _ids(name, rows) for name, rows in tables.items()}
    ids["country"] = {COUNTRY}
    problems: list[Problem] = []
    for name, rows in tables.items():
        form = FILES[name]
        problems += _double_ids(form, rows)
        for row in rows:
            faults = [*field_faults(row.record, form.fields, ids), *_geometry(row, form)]
            if not faults:
                faults = [*record_faults(name, row, tables)]
            record_id = str(row.record.get(form.id_field) or "")
            problems += [Problem(f"data/{form.path}", row.line, record_id, *fault) for fault in faults]
    if not problems:
        problems += _unused_sources(tables)
        problems += _overlapping_spans(tables)
        problems += _moments(tables)
        problems += _shared_spellings(tables)
        problems += naming_problems(tables)
    return sorted(problems)


def _geometry(row: Row, form: DataFile) -> Iterator[Fault]:
    return geometry_faults(row.geometry, form) if form.form == "geojson" else iter(())


def _ids(name: str, rows: list[Row]) -> set[str]:
    return {str(row.record.get(FILES[name].id_field)) for row in rows}


def _double_ids(form: DataFile, rows: list[Row]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in rows:
        record_id = str(row.record.get(form.id_field))
        if record_id in first:
            message = f"{record_id} stands in line {first[record_id]} already"
            yield Problem(f"data/{form.path}", row.line, record_id, form.id_field, "unique", message)
        first.setdefault(record_id, row.line)


def _unused_sources(tables: Tables) -> Iterator[Problem]:
    used: set[str] = set()
    for rows in tables.values():
        for row in rows:
            used.update(row.record.get("source_ids") or [])
            used.update(row.record.get("seen_through") or [])
            for relation in row.record.get("relations") or []:
                used.update(relation["source_ids"])
    for row in tables.get("sources", []):
        if row.record["source_id"] not in used:
            message = "no record rests on this source; remove it or use it"
            yield Problem("data/sources.json", row.line, row.record["source_id"], "", "unused", message)


def _overlapping_spans(tables: Tables) -> Iterator[Problem]:
    """Two claims of one speaker on one area must not name two controllers on one day."""
    spans: dict[tuple[str, str], list[tuple[str, str, Row]]] = {}
    rows = tables.get("control_claims", [])
    ends = superseded_ends([row.record for row in rows])
    for row in rows:
        claim, speaker = row.record, _speaker(row.record)
        end = ends[claim["claim_id"]] or FAR_AWAY
        for area_id in claim["area_ids"] if speaker else ():
            spans.setdefault((speaker, area_id), []).append((claim["valid_from"], end, row))
    for (speaker, area_id), group in sorted(spans.items(), key=lambda item: item[0]):
        for (start, end, row), (other_start, other_end, other) in combinations(group, 2):
            same = row.record["controller"] == other.record["controller"]
            if start < other_end and other_start < end and not same:
                message = (
                    f"{speaker} names another controller of {area_id} than {other.record['claim_id']} on the same days"
                )
                yield Problem(
                    "data/control_claims.csv", row.line, row.record["claim_id"], "valid_from", "overlap", message
                )


def _moments(tables: Tables) -> Iterator[Problem]:
    for row in tables.get("moments", []):
        for fault in moment_faults(row, tables):
            yield Problem("data/moments.json", row.line, row.record["moment_id"], *fault)


def _shared_spellings(tables: Tables) -> Iterator[Problem]:
    """A spelling of two districts of one province names neither: rows that say it would come to the wrong one."""
    spelled: dict[tuple[str, str], str] = {}
    for row in tables.get("districts", []):
        record = row.record
        names = (record["name_en"], record["name_fa"], record["name_ps"], *record["aliases"])
        for form in {normalise(name): name for name in names if name}.values():
            other = spelled.setdefault((record["admin1"], normalise(form)), record["admin2_id"])
            if other != record["admin2_id"]:
                message = f"{form} is also a name of {other}, in the same province"
                yield Problem("data/districts.geojson", row.line, record["admin2_id"], "aliases", "shared", message)


def _speaker(claim: Record) -> str:
    """Whose word a control claim is: a party speaks with one voice, of others each name is one; '' when none is told."""
    if claim["claimant"] in ONE_VOICE:
        return str(claim["claimant"])
    return f"{claim['claimant']}: {claim['claimant_name']}" if claim["claimant_name"] else ""
