"""UCDP's rows on the static site: tables and JSON of their own."""

from __future__ import annotations

import tempfile
from pathlib import Path

from geo.control.timeline import Timeline
from geo.export.reference_table import NAME, ucdp_table
from geo.export.table_files import FORMS, write_table
from geo.export.tables import Query
from geo.reference.load import Reference
from geo.reference.releases import leading
from geo.wording.reference_words import credit_of


def reference_tables(timeline: Timeline, reference: Reference) -> dict[str, bytes]:
    """The rows in each form; their names hold the version of the rows, which is not that of the record."""
    table, name = ucdp_table(timeline, reference, Query()), f"{NAME}-{reference.version}"
    with tempfile.TemporaryDirectory() as made:
        for form in FORMS:
            write_table(table, Path(made) / f"{name}.{form}")
        return {path.name: path.read_bytes() for path in sorted(Path(made).iterdir())}


def reference_json(timeline: Timeline, reference: Reference) -> dict[str, object]:
    """The rows with the releases that they are from, and the months that each release stands for."""
    table = ucdp_table(timeline, reference, Query())
    about = {"author": table.about["author"], "licence": table.about["licence"], "meaning": table.about["meaning"]}
    return about | reference_about(reference) | {"releases": list(reference.releases), "rows": list(table.rows)}


def reference_about(reference: Reference) -> dict[str, object]:
    """The version of the rows, whom to credit, and the months that are covered whole, each with its release."""
    return {
        "reference_version": reference.version,
        "reference_credits": credit_of(reference),
        "months_covered_whole": leading(reference.releases),
    }
