"""UCDP's rows on the static site: tables and JSON of their own, and their part of its plain pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from geo.control.timeline import Timeline
from geo.export.reference_table import NAME, ucdp_table
from geo.export.table_files import FORMS, write_table
from geo.export.tables import Query
from geo.reading.content import Block, Link, still
from geo.reading.html import STYLE, html_of
from geo.reading.reference.province import province_blocks
from geo.reading.reference.quarters import both_blocks
from geo.reading.reference.rows import event_section
from geo.record.load import Dataset
from geo.reference.load import Reference
from geo.reference.releases import leading
from geo.wording.reference_words import credit_of
from geo.wording.text import t

#: Tables are wider than lines of text.
WIDE = "body{max-width:1000px}:is(p,ul){max-width:72ch}"


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


def style() -> str:
    """What the tables look like, for the head of a page."""
    return STYLE + WIDE


def of_country(dataset: Dataset, reference: Reference) -> list[str]:
    """Both by quarter and by province, for the list of provinces."""
    return [_head(t("quality.reference")), _html(dataset, both_blocks(dataset, reference))]


def of_province(dataset: Dataset, reference: Reference, admin1: str) -> list[str]:
    """Both by quarter, and each row, for the page of a province."""
    return [_head(t("provinces.reference")), _html(dataset, province_blocks(dataset, reference, admin1, level=3))]


def of_event(dataset: Dataset, reference: Reference, event_id: str) -> str:
    """What UCDP says of an event, folded; nothing when it has none of it."""
    section = event_section(dataset, reference, event_id, is_folded=True, anchor="")
    return _html(dataset, [section]) if section else ""


def _head(title: str) -> str:
    return f'<h2 id="ucdp">{escape(title)}</h2>'


def _html(dataset: Dataset, blocks: Iterable[Block]) -> str:
    return html_of(still(blocks), lambda link: _href(dataset, link))


def _href(dataset: Dataset, link: Link) -> str:
    """The address beside the pages of provinces: an event stands on that of its province, or else on the map."""
    if link.page == "provinces":
        return f"{link.query['province']}.html"
    event = dataset.by_id("events")[str(link.query["event"])]
    if event["admin1"]:
        return f"{event['admin1']}.html#{event['event_id']}"
    return f"../index.html#event={event['event_id']}"
