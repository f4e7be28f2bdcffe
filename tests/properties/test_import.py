"""Whatever a file holds: it is refused in one line, or every row is accepted or set aside with a known reason.

`IMPORT_EXAMPLES=10000 pytest tests/properties/test_import.py` looks longer (200 in all by default).
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.ingest.event import FIELDS, write_events
from geo.ingest.map_columns import columns_for_map
from geo.ingest.notes import in_words
from geo.ingest.readers.sniff import read_table
from geo.ingest.result import REASONS, Choices, FileRejected, Result
from geo.ingest.run import ingest
from geo.publishers.days import CALENDARS, DAY_ORDERS
from geo.publishers.known import PUBLISHERS
from geo.publishers.table import FIELDS as COLUMNS
from geo.record.load import load

TINY = load(Path(__file__).resolve().parents[1] / "tiny" / "data")
EXAMPLES = int(os.environ.get("IMPORT_EXAMPLES", "200"))


def some(share: float) -> settings:
    """A part of all examples."""
    return settings(
        max_examples=max(1, round(EXAMPLES * share)), deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )


#: What stands in cells: sound values, values that were read wrongly by others, and anything at all.
CELLS = st.one_of(
    st.sampled_from(
        ["2021-09-05", "05/09/2021", "1400-05-24", "۱۴۰۰/۰۶/۱۴", "24 Asad 1400", "20210905", "2021", "2021-02-30", "0000-00-00", "34.5", "66.2", "۳۴٫۵", "34,5", "NaN", "inf", "1e5", "400", "-181", "", " ", "NA", "-99", "3-5", "20+", "1", "5", "Aaa", "Aaa west", "Bbb province", "الف", "Afghanistan", "Iran", "Battles", "=1+1", "'", '"', "\u202e", "{{7*7}}"]
    ),
    st.text(max_size=12),
    st.dates().map(str),
    st.floats(-200, 200).map(str),
)  # fmt: skip
HEADINGS = st.one_of(
    st.sampled_from([name for names in COLUMNS.values() for name in names[:3]]), st.text(max_size=6), st.just("#date")
)
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|^=")
CHOICES = st.builds(
    Choices,
    layout=st.sampled_from(["", "", "", *PUBLISHERS]),
    calendar=st.sampled_from(["", *CALENDARS]),
    day_order=st.sampled_from(["", *DAY_ORDERS]),
    swap=st.booleans(),
    serials=st.booleans(),
    excel_days=st.sampled_from(["", "exchanged", "kept"]),
    crs=st.sampled_from(["", "EPSG:32642"]),
    names=st.sampled_from([{}, {"Iran": "AF-AAA"}, {"Aaa": "AF-BBB-nw"}]),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), CELLS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
GEOMETRIES = st.one_of(
    st.none(),
    st.builds(
        lambda kind, place: {"type": kind, "coordinates": place},
        st.sampled_from(["Point", "MultiPoint", "Polygon", "x"]),
        st.one_of(st.tuples(st.floats(65, 70), st.floats(33, 36)), st.lists(VALUES, max_size=4)),
    ),
    VALUES,
)


def check(content: bytes, choices: Choices) -> Result | None:
    """The rule: a refusal of one line, or read = accepted + set aside; and all of it can be written and drawn."""
    try:
        result = ingest(content, TINY, choices, read=read_table)
    except FileRejected as refused:
        assert str(refused) and "\n" not in str(refused)
        return None
    assert result.read == len(result.accepted) + len(result.set_aside)
    check_held(result)
    assert all(row.reason in REASONS and len(row.value) <= 80 for row in result.set_aside)
    assert sum(result.by_reason().values()) == len(result.set_aside)
    names = {field.name for field in FIELDS} | {"point"}
    for event in result.accepted:
        assert event.keys() == names
        assert "1970-01-01" <= event["date_start"] <= event["date_end"]
        assert event["point"] is None or event["where_precision"] <= 3
        assert event["country"] == "AF" and event["title"]
        for kind in ("killed", "wounded"):
            low, high = event[f"{kind}_low"], event[f"{kind}_high"]
            assert low is None or low >= 0
            assert high is None or high >= 0
    joined = result.joined
    assert joined.by_point + joined.by_name + joined.none == len(result.accepted)
    assert sum(joined.by_province.values()) == sum(event["admin1"] is not None for event in result.accepted)
    json.dumps(result.report(), allow_nan=False).encode()
    json.dumps(columns_for_map(result.accepted, TINY), allow_nan=False)
    write_events(result.accepted).encode("utf-8")
    return result


def check_held(result: Result) -> None:
    """What the file held = what was read + what is told as no row: lines, rows of a sheet, features, placemarks."""
    held = dict(result.detected["held"])
    whole = held.pop(next(name for name in ("lines", "rows", "features", "records", "placemarks") if name in held))
    if "heading" in held or whole == 0 or result.detected["form"] not in ("csv", "tsv"):  # GDELT has empty lines only
        assert whole == sum(held.values()) + result.read + result.detected["tag_row"]
    assert all(note["count"] > 0 and in_words(note) for note in result.notes)


def table(rows: list[list[str]], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


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


@some(0.05)
@given(
    st.lists(HEADINGS, min_size=2, max_size=5),
    st.lists(st.lists(st.none() | st.integers(-9, 99_999) | st.dates() | CELLS, max_size=6), max_size=6),
    CHOICES,
)
def test_any_sheet(headings: list[str], rows: list[list[Any]], choices: Choices) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in [headings, *rows]:
        book.active.append([ILLEGAL.sub("", cell) if isinstance(cell, str) else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    check(out.getvalue(), choices)


@some(0.25)
@given(st.data(), st.sampled_from([name for name in PUBLISHERS if name != "table"]), CHOICES)
def test_any_cells_under_the_columns_of_a_source(data: st.DataObject, name: str, choices: Choices) -> None:
    columns = PUBLISHERS[name].columns
    sound = {"latitude": "34.5", "longitude": "66.2", "event_date": "2021-09-05", "date_start": "2021-09-05", "iyear": "2021",
             "sqldate": "20210905", "actiongeo_lat": "34.5", "actiongeo_long": "66.2", "eventcode": "190"}  # fmt: skip
    rows = []
    for number in range(data.draw(st.integers(0, 4))):
        changed = data.draw(st.dictionaries(st.sampled_from(columns), CELLS, max_size=6))
        rows.append(
            [changed.get(column, sound.get(column, str(number) if "id" in column else "")) for column in columns]
        )
    check(table([list(columns), *rows], ","), choices)


@some(0.2)
@given(st.lists(st.tuples(GEOMETRIES, st.dictionaries(HEADINGS, VALUES, max_size=5)) | VALUES, max_size=5), CHOICES)
def test_any_geojson(features: list[Any], choices: Choices) -> None:
    found = [
        {"type": "Feature", "geometry": f[0], "properties": f[1] | {"date": "2021-09-05"}}
        if isinstance(f, tuple)
        else f
        for f in features
    ]
    check(json.dumps({"type": "FeatureCollection", "features": found}).encode(), choices)


@some(0.15)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"{", b"<kml>", b"PK\x03\x04", b"SQLite format 3\x00", b"a,date\n", b"\xff\xfe"]),
    CHOICES,
)
def test_any_bytes(content: bytes, start: bytes, choices: Choices) -> None:
    check(start + content, choices)


@some(0.1)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS, HEADINGS, CELLS), max_size=4), CHOICES)
def test_any_kml(placemarks: list[tuple[str, ...]], choices: Choices) -> None:
    def escaped(text: str) -> str:
        shown = "".join(char for char in text if char.isprintable())
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    body = "".join(
        f"<Placemark><name>{a}</name><TimeStamp><when>{b}</when></TimeStamp><Point><coordinates>{c}</coordinates></Point>"
        f'<ExtendedData><Data name="{d}"><value>{e}</value></Data></ExtendedData></Placemark>'
        for a, b, c, d, e in (map(escaped, placemark) for placemark in placemarks)
    )
    check(f"<kml>{body}</kml>".encode(), choices)


def test_the_rule_is_not_empty() -> None:
    """The control: sound rows are accepted, others set aside, by the same check."""
    result = check(
        table([["date", "lat", "lon"], ["2021-09-05", "34.5", "66.2"], ["x", "34.5", "66.2"]], ","), Choices()
    )
    assert result is not None and len(result.accepted) == 1 and result.by_reason() == {"date_format": 1}
