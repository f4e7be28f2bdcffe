"""Whatever a table holds: it is refused in one line, or every row is accepted or set aside with a known reason.

Other forms of files: test_import_forms.py; more examples: brought.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ingest.result import Choices
from geo.publishers import gdelt
from geo.publishers.known import PUBLISHERS
from tests.properties.brought import CELLS, CHOICES, HEADINGS, check, some, table, told, workbook

#: Sound cells under the columns of publishers.
SOUND = {"latitude": "34.5", "longitude": "66.2", "event_date": "2021-09-05", "date_start": "2021-09-05", "iyear": "2021",
         "sqldate": "20210905", "actiongeo_lat": "34.5", "actiongeo_long": "66.2", "eventcode": "190"}  # fmt: skip


@some(0.3)
@given(
    st.lists(HEADINGS, min_size=2, max_size=8),
    st.lists(st.lists(CELLS, max_size=9), max_size=6),
    st.sampled_from(",;\t|"),
    CHOICES,
)
def test_any_table(headings: list[str], rows: list[list[str]], delimiter: str, choices: Choices) -> None:
    check(table([headings, *rows], delimiter), choices)


@some(0.15)
@given(
    st.text(alphabet='ab2,;"\n\r \t1-', max_size=80),
    st.sampled_from(["date,lat,lon\n", "sep=;\ndate;province\n", "x\n\ndate,province\n"]),
)
def test_any_quoting(text: str, head: str) -> None:
    check(f"{head}2021-09-05,34.5,66.2\n{text}".encode(), Choices(columns={"province": ""}))


@some(0.1)
@given(
    st.lists(CELLS, min_size=1, max_size=4),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "cp1252", "iso-8859-6"]),
    st.sampled_from(["", "utf-8", "cp1256", "utf-16"]),
)
def test_any_encoding(cells: list[str], encoding: str, chosen: str) -> None:
    rows = [["تاریخ", "عرض", "طول", "شرح"], *(["2021-09-05", "34.5", "66.2", cell] for cell in cells)]
    text = table(rows, ",").decode("utf-8")
    check(text.encode(encoding, "replace"), Choices(encoding=chosen))


@some(0.1)
@given(
    st.lists(HEADINGS, min_size=2, max_size=5),
    st.lists(st.lists(st.none() | st.integers(-9, 99_999) | st.dates() | CELLS, max_size=6), max_size=6),
    st.lists(st.sampled_from(["A1:C1", "A3:A5", "B2:B9", "C3:D4"]), max_size=2, unique=True),
    st.integers(0, 2),
    CHOICES,
)
def test_any_sheet(
    headings: list[str], rows: list[list[Any]], merged: list[str], others: int, choices: Choices
) -> None:
    sheets = {"one": [*[["A title"]] * (len(rows) % 3), headings, *rows[:2], *[[]] * len(merged), *rows[2:]]}
    sheets |= {f"other {number}": [["note"], ["text"]] for number in range(others)}
    result = check(workbook(sheets, merged), choices)
    if result is not None:
        assert told(result, "sheet_unused") == others


@some(0.25)
@given(st.data(), st.sampled_from([name for name in PUBLISHERS if name != "table"]), CHOICES)
def test_any_cells_under_the_columns_of_a_source(data: st.DataObject, name: str, choices: Choices) -> None:
    check(table([list(PUBLISHERS[name].columns), *drawn(data, PUBLISHERS[name].columns)], ","), choices)


@some(0.1)
@given(st.data(), st.sampled_from([gdelt.COLUMNS, gdelt.COLUMNS_1, gdelt.COLUMNS_1[:-1]]), st.integers(0, 2))
def test_any_cells_of_gdelt_without_a_heading(data: st.DataObject, columns: tuple[str, ...], empty: int) -> None:
    first = [SOUND.get(name.lower(), "1" if name in ("GLOBALEVENTID", "QuadClass") else "") for name in columns]
    rows = [first, *drawn(data, columns)]
    lines = ["\t".join("".join(filter(str.isprintable, cell)) for cell in row) for row in rows]
    result = check(("\n".join(lines) + "\n" * (1 + empty)).encode("utf-8", "replace"), Choices())
    assert result is not None and result.detected["layout"] == "gdelt" and result.detected["form"] == "tsv"
    assert result.read == sum(bool(line.strip()) for line in lines)


def drawn(data: st.DataObject, columns: tuple[str, ...]) -> list[list[str]]:
    """Up to four sound rows under some columns, a few of their cells changed to anything."""
    rows = []
    for number in range(data.draw(st.integers(0, 4))):
        changed = data.draw(st.dictionaries(st.sampled_from(columns), CELLS, max_size=6))
        sound = {name: SOUND.get(name.lower(), str(number) if "id" in name.lower() else "") for name in columns}
        rows.append([changed.get(name, sound[name]) for name in columns])
    return rows


@pytest.mark.parametrize("date", ["2021-09-05", "x"])
def test_the_rule_is_not_empty(date: str) -> None:
    """The control: sound rows are accepted, others set aside, by the same check."""
    result = check(table([["date", "lat", "lon"], [date, "34.5", "66.2"]], ","), Choices())
    assert result is not None and len(result.accepted) == (date != "x")
    assert result.by_reason() == ({} if result.accepted else {"date_format": 1})
