"""Small files in UCDP's published columns, with rows made up for the tiny record."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from geo.publishers.ucdp import UCDP
from geo.record.load import Dataset
from geo.reference.places import Districts

#: A row like that of the codebook: the 49 columns as UCDP names them. It tells what EV-2021-0001 of the tiny record tells.
ROW = {
    "id": "500001", "relid": "AFG-2021-1-1-1", "year": "2021", "active_year": "true", "code_status": "Clear",
    "type_of_violence": "1", "conflict_dset_id": "", "conflict_new_id": "333", "conflict_name": "Afghanistan: Government",
    "dyad_dset_id": "16825", "dyad_new_id": "16825", "dyad_name": "Government of Afghanistan - NRF",
    "side_a_dset_id": "130", "side_a_new_id": "130", "side_a": "Government of Afghanistan", "side_b_dset_id": "8114",
    "side_b_new_id": "8114", "side_b": "NRF", "number_of_sources": "2",
    "source_article": '"A paper,2021-08-21,Fight, with losses\nCR 1";"Another,2021-08-22,More"',
    "source_office": "A paper;Another", "source_date": "2021-08-21;2021-08-22",
    "source_headline": "Fight, with losses\nCR 1;More", "source_original": "local sources", "where_prec": "1",
    "where_coordinates": "Some town", "where_description": "near  the\tbridge", "adm_1": "Aaa province",
    "adm_2": "Aaa east district", "latitude": "34.250000", "longitude": "66.600000", "geom_wkt": "POINT (66.6 34.25)",
    "priogrid_gid": "1", "country": "Afghanistan", "country_id": "700", "region": "Asia", "event_clarity": "1",
    "date_prec": "1", "date_start": "2021-08-20 00:00:00.000", "date_end": "2021-08-20 00:00:00.000", "deaths_a": "1",
    "deaths_b": "2", "deaths_civilians": "0", "deaths_unknown": "0", "best": "3", "high": "9", "low": "1", "gwnoa": "700",
    "gwnob": "",
}  # fmt: skip
COLUMNS = UCDP.columns
assert tuple(ROW) == COLUMNS
#: Covers 2021 whole.
YEAR = "GEDEvent_v22_1.csv"
#: Covers September 2021 whole.
MONTH = "GEDEvent_v21_0_9.csv"
MONTHS = "GEDEvent_v21_01_21_09.csv"


def row(**changes: str) -> dict[str, str]:
    """The row with other cells; a day may be given for both ends as `day`."""
    if day := changes.pop("day", None):
        changes |= {"date_start": f"{day} 00:00:00.000", "date_end": f"{day} 00:00:00.000"}
    return ROW | changes


def text(rows: Iterable[dict[str, str]], columns: Iterable[str] = COLUMNS) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(columns), extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def put(folder: Path, name: str, rows: Iterable[dict[str, str]], **how: Any) -> Path:
    path = folder / name
    path.write_text(text(rows, **how), "utf-8", newline="")
    return path


def zipped(folder: Path, name: str, members: dict[str, str]) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


@pytest.fixture(scope="session")
def districts(tiny: Dataset) -> Districts:
    return Districts(tiny)
