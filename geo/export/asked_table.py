"""A table by what was asked for: its kind, its limits, its extent; made the same way by who writes it and who checks it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from geo.control.timeline import Timeline
from geo.export.cropped import cropped
from geo.export.marks.recipe import asked, told
from geo.export.reference_table import NAME as UCDP
from geo.export.reference_table import ucdp_table
from geo.export.tables import KINDS, ExportTable, Query
from geo.record.load import DATA_DIR
from geo.record.schema import COUNTRY
from geo.reference.load import load_reference
from geo.wording.language import FIRST, in_language_of


@dataclass(frozen=True)
class AskedTable:
    """Which table is asked for: 'events', 'zones', 'provinces' or 'ucdp', within what limits (`Query` as plain data), of what was known when, and in which language it speaks of itself."""

    kind: str
    query: dict[str, Any] = field(default_factory=dict)
    extent: str = COUNTRY
    known_by: str | None = None
    lang: str = FIRST


@in_language_of(1)
def table_of(timeline: Timeline, wanted: AskedTable, data_dir: Path = DATA_DIR) -> ExportTable:
    """The table, with what was asked for in it.

    Raises
    ------
    ValueError
        When the limits or the extent mean nothing.
    DataError
        When UCDP's rows are asked for and break a rule.
    """
    query = asked(Query, wanted.query)
    if wanted.kind == UCDP:
        table = ucdp_table(timeline, load_reference(timeline.dataset, data_dir), query)
    else:
        table = KINDS[wanted.kind](timeline, query)
    part = table if wanted.extent == COUNTRY else cropped(table, timeline.dataset, wanted.extent)
    return replace(part, made=told(wanted))
