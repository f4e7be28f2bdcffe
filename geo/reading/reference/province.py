"""What UCDP has of a province beside ours: by quarter, and row by row."""

from __future__ import annotations

from geo.address.view import ViewState
from geo.reading.content import Block, Paragraph, Section
from geo.reading.reference.credit import credit
from geo.reading.reference.quarters import quarters_table
from geo.reading.reference.rows import shown_rows
from geo.record.load import Dataset
from geo.record.spans import FAR_AWAY
from geo.reference.coverage import by_quarter
from geo.reference.find import FoundRow, find_rows
from geo.reference.load import Reference
from geo.wording.text import t
from geo.wording.words import area_names


def province_blocks(dataset: Dataset, reference: Reference, admin1: str, level: int = 4) -> tuple[Block, ...]:
    """The quarters of the whole record in a province, its rows folded, credit.

    Parameters
    ----------
    admin1 : the province, a code of ISO 3166-2.
    level : of the heading over the rows, 1 to 6.
    """
    name, found = area_names(dataset, [admin1]), rows_in(dataset, reference, admin1)
    note = Paragraph((t("provinces.reference_note"),), is_quiet=True)
    table = quarters_table(by_quarter(reference, dataset, admin1), t("provinces.reference_quarters", province=name))
    if not found:
        return note, table, Paragraph((t("provinces.reference_no_rows"),)), *credit(reference)
    title = t("provinces.reference_rows", count=len(found), province=name)
    return note, table, Section(title, shown_rows(dataset, found), level=level, is_folded=True), *credit(reference)


def rows_in(dataset: Dataset, reference: Reference, admin1: str) -> list[FoundRow]:
    """All rows of UCDP's in a province, by first day."""
    view = ViewState(date=dataset.last_day, area=admin1)
    return find_rows(reference, dataset, view, (dataset.first_day, FAR_AWAY))
