"""The layouts that are known, and which of them a table has, with the reason."""

from __future__ import annotations

from geo.ingest.cells import key
from geo.ingest.layouts import acled, gdelt, gtd, table, ucdp
from geo.ingest.layouts.base import Layout
from geo.ingest.result import Refused, Table

#: Asked in this order; the last takes any table.
LAYOUTS: dict[str, Layout] = {
    layout.name: layout for layout in (acled.LAYOUT, ucdp.LAYOUT, gtd.LAYOUT, gdelt.LAYOUT, table.LAYOUT)
}
OWN = table.LAYOUT.name


def recognise(found: Table, chosen: str = "") -> tuple[Layout, str]:
    """The layout of a table and the reason, in one line.

    Raises
    ------
    Refused
        When the chosen layout is not known, or the table lacks columns that it needs.
    """
    columns = {key(column) for column in found.columns}
    if chosen:
        if chosen not in LAYOUTS:
            raise Refused(f"the layout {chosen!r} is not one of {', '.join(LAYOUTS)}")
        layout = LAYOUTS[chosen]
        if lacking := [name for name in layout.telling if name not in columns]:
            raise Refused(f"the file was said to be {layout.title}, but lacks the columns {', '.join(lacking)}")
        return layout, "chosen"
    layout = next(layout for layout in LAYOUTS.values() if layout.recognised(columns))
    return layout, _why(layout, found, columns)


def _why(layout: Layout, found: Table, columns: set[str]) -> str:
    if layout.name == OWN:
        return f"its {len(columns)} columns are of no data set that is known; they are guessed by their names"
    if not found.facts.get("heading", True):
        return f"no heading, {len(found.columns)} cells in each row with tabs between, an id and a day in front"
    many, named = layout.how_many(columns), ", ".join(layout.telling)
    return f"{many} of its {len(columns)} columns stand in the codebook of {layout.title}, among them {named}"
