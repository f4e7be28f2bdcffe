"""Whatever records there are: what is written can be read; whatever text there is: it is read or refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.browser.card_payload import card_payload
from geo.browser.payload import record_payload
from geo.control.timeline import Timeline
from geo.record import geojson
from geo.record.geojson import HEAD, LIST_KINDS, Row, write_rows
from geo.record.load import Dataset, load
from geo.record.problems import DataError
from geo.record.schema import FILES, DataFile, Field
from geo.record.validate import validate

TINY = load(Path(__file__).resolve().parents[1] / "tiny" / "data")
NAMES = st.sampled_from(sorted(FILES))
#: What the validator lets stand in a text: no control characters, no lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20)
IDS = st.from_regex(r"[A-Za-z0-9-]{1,8}", fullmatch=True)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LON_LAT = st.tuples(st.floats(60, 75), st.floats(29, 39)).map(list)
JUNK = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT | st.sampled_from(["2021-08-15", "AF", "AF-AAA", "nrf", "SRC-0001"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def value_of(field: Field, form: DataFile) -> st.SearchStrategy[Any]:
    if field.kind == "id":
        return IDS
    if field.kind in LIST_KINDS:
        return st.lists(IDS, max_size=3)
    if field.kind == "objects":
        return st.lists(record_of(field.objects, form), max_size=2)
    plain = {"integer": st.integers(), "number": NUMBERS, "flag": st.booleans()}.get(field.kind, TEXT)
    return st.none() | (TEXT if form.form == "csv" else plain)


def record_of(fields: tuple[Field, ...], form: DataFile) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({field.name: value_of(field, form) for field in fields})


def geometry_of(form: DataFile) -> st.SearchStrategy[Any]:
    if form.form != "geojson":
        return st.none()
    point = st.fixed_dictionaries({"type": st.just("Point"), "coordinates": LON_LAT})
    rings = st.lists(st.lists(LON_LAT, min_size=4, max_size=6), min_size=1, max_size=2)
    polygon = st.fixed_dictionaries({"type": st.just("Polygon"), "coordinates": rings})
    return point | st.none() if "Point" in form.geometries else polygon


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_can_be_read_and_is_written_the_same(name: str) -> None:
    form = FILES[name]
    read = {"geojson": geojson.read_features, "json": geojson.read_list, "csv": geojson.read_table}[form.form]

    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.builds(Row, st.just(0), record_of(form.fields, form), geometry_of(form)), max_size=3))
    def check(rows: list[Row]) -> None:
        text = write_rows(rows, form)
        again = read(text.encode("utf-8").decode("utf-8"), form.path, form)
        assert len(again) == len(rows)
        assert write_rows(again, form) == text

    check()


@given(NAMES, st.text(max_size=60))
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    form = FILES[name]
    read = {"geojson": geojson.read_features, "json": geojson.read_list, "csv": geojson.read_table}[form.form]
    around = {"geojson": f"{HEAD}\n{text}\n]}}\n", "json": f"[\n{text}\n]\n"}
    for content in (text, around.get(form.form, text)):
        try:
            read(content, form.path, form)
        except DataError as refused:
            assert refused.problems


@given(st.dictionaries(st.sampled_from(["type", "id", "properties", "geometry", "x"]), JUNK))
def test_any_feature_is_read_or_refused(feature: dict[str, Any]) -> None:
    text = f"{HEAD}\n{json.dumps({'type': 'Feature'} | feature)}\n]}}\n"
    try:
        geojson.read_features(text, "events.geojson", FILES["events"])
    except DataError as refused:
        assert refused.problems


@settings(max_examples=300)
@given(data=st.data(), junk=JUNK)
def test_the_validator_tells_junk_or_the_rest_can_use_it(data: st.DataObject, junk: Any) -> None:
    """One field of one record becomes anything: a problem is told, or every answer can still be given."""
    name = data.draw(NAMES)
    rows = list(TINY.tables[name])
    index = data.draw(st.integers(0, len(rows) - 1))
    fields = [field.name for field in FILES[name].fields]
    if "Point" in FILES[name].geometries:
        fields.append("geometry")
    field = data.draw(st.sampled_from(fields))
    row = rows[index]
    rows[index] = (
        Row(row.line, row.record, junk)
        if field == "geometry"
        else Row(row.line, row.record | {field: junk}, row.geometry)
    )
    tables = {**TINY.tables, name: tuple(rows)}
    if validate({key: list(value) for key, value in tables.items()}):
        return
    line = Timeline(Dataset("junk", tables))
    record_payload(line)
    card_payload(line.dataset)
    line.events_between(line.dataset.first_day, line.dataset.last_day, actor="nrf")
    line.presence_at(line.dataset.last_day)
    line.dataset.frame("events")


def test_the_property_above_can_fail() -> None:
    """A list that is null is what the rest can't use: were it let through, the property would see it."""
    rows = tuple(Row(row.line, row.record | {"side_a": None}, row.geometry) for row in TINY.tables["events"])
    line = Timeline(Dataset("junk", {**TINY.tables, "events": rows}))
    with pytest.raises(TypeError):
        line.events_between("2021-08-15", "2021-10-01", actor="nrf")


@given(st.binary(max_size=40))
def test_any_bytes_in_a_file_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "events.geojson"
    path.write_bytes(content)
    with pytest.raises(DataError):
        geojson.read_rows(path, FILES["events"])
