"""The canonical text of the files: what is read, what is refused, what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.record.geojson import HEAD, Row, read_rows, rounded, write_rows
from geo.record.problems import DataError
from geo.record.schema import FILES
from geo.record.strict_json import parse_object

EVENTS, ACTORS, CLAIMS = FILES["events"], FILES["actors"], FILES["control_claims"]


def refusal(path: Path, form: object) -> str:
    """The one problem of a file."""
    with pytest.raises(DataError) as refused:
        read_rows(path, form)  # type: ignore[arg-type]
    (problem,) = refused.value.problems
    return str(problem)


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_is_what_was_read(tiny_dir: Path, name: str) -> None:
    path = tiny_dir / FILES[name].path
    assert write_rows(read_rows(path, FILES[name]), FILES[name]) == path.read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_an_empty_table_can_be_read_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / FILES[name].path
    path.write_text(write_rows([], FILES[name]), "utf-8")
    assert read_rows(path, FILES[name]) == []


@pytest.mark.parametrize("name", FILES)
def test_the_line_number_names_the_record(tiny_dir: Path, name: str) -> None:
    lines = (tiny_dir / FILES[name].path).read_text("utf-8").split("\n")
    for row in read_rows(tiny_dir / FILES[name].path, FILES[name]):
        assert row.record[FILES[name].id_field] in lines[row.line - 1]


def test_records_are_sorted_fields_ordered_and_unknown_fields_last() -> None:
    rows = [Row(0, {"kind": "other", "actor_id": "b", "extra": 1}), Row(0, {"actor_id": "a"})]
    first, second = write_rows(rows, ACTORS).split("\n")[1:3]
    assert first.startswith('{"actor_id":"a","name_en":null')
    assert second.startswith('{"actor_id":"b"')
    assert second.endswith('"extra":1}')


def test_nested_records_are_in_schema_order_too() -> None:
    role = {"valid_to": None, "role": "x", "valid_from": "2021-08-15"}
    text = write_rows([Row(0, {"actor_id": "a", "roles": [role]})], ACTORS)
    assert '"roles":[{"role":"x","valid_from":"2021-08-15","valid_to":null}]' in text


def test_coordinates_have_five_decimals_and_no_empty_ones() -> None:
    point = {"type": "Point", "coordinates": (66.123456789, 34.0), "bbox": []}
    assert rounded(point) == {"type": "Point", "coordinates": [66.12346, 34]}
    assert rounded(None) is None


def test_text_is_not_escaped() -> None:
    assert "آلفا" in write_rows([Row(0, {"actor_id": "a", "name_fa": "آلفا"})], ACTORS)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('{"low":NaN}', "NaN is not a number"),
        ('{"low":Infinity}', "Infinity is not a number"),
        ('{"low":-Infinity}', "-Infinity is not a number"),
        ('{"low":1e999}', "1e999 is too large"),
        ('{"low":1,"low":2}', "the key 'low' stands twice"),
        ('{"a":{"low":1,"low":2}}', "the key 'low' stands twice"),
        ('{"a":' + "[" * 100_000 + "]" * 100_000 + "}", "nested deeper than 40"),
        ('{"b":"' + "]" * 100_000 + '","a":' + "[" * 100_000, "nested deeper than 40"),
        ('{"b":"\\"' + "]" * 100_000 + '","a":' + "[" * 100_000, "nested deeper than 40"),
        ("[1]", "an object"),
        ('"text"', "an object"),
        ("null", "an object"),
        ('{"low":1', "delimiter"),
        ('{"low":1}}', "Extra data"),
        ('{"low":' + "9" * 5000 + "}", "digits"),
    ],
    ids=lambda value: value[:24],
)
def test_strict_json_refuses(body: str, reason: str) -> None:
    with pytest.raises(ValueError, match="(?i)" + reason.replace("(", r"\(")):
        parse_object(body)


def test_brackets_in_text_are_no_nesting() -> None:
    assert parse_object('{"a":"' + "[" * 99 + '\\""}') == {"a": "[" * 99 + '"'}


def test_depth_is_counted_not_breadth() -> None:
    assert parse_object('{"a":' + "[" * 39 + "]" * 39 + "}")
    assert len(parse_object('{"a":[' + "[]," * 99 + "[]]}")["a"]) == 100
    with pytest.raises(ValueError, match="nested deeper than 40"):
        parse_object('{"a":' + "[" * 40 + "]" * 40 + "}")


def broken(path: Path, old: str, new: str) -> Path:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogatepass"))
    return path


def test_a_fault_names_file_and_line(tiny_copy: Path) -> None:
    path = broken(tiny_copy / "events.geojson", '"where_precision":2', '"where_precision":NaN')
    assert refusal(path, EVENTS) == "events.geojson:3 is not valid JSON: NaN is not a number here"


def test_a_repeated_key_in_a_file_is_refused(tiny_copy: Path) -> None:
    path = broken(tiny_copy / "actors.json", '"kind":"civilians"', '"kind":"other","kind":"civilians"')
    assert refusal(path, ACTORS).startswith("actors.json:3 is not valid JSON: the key 'kind'")


def test_every_bad_line_is_told(tiny_copy: Path) -> None:
    path = tiny_copy / "actors.json"
    path.write_text(path.read_text("utf-8").replace("null", "NaN"), "utf-8")
    with pytest.raises(DataError) as refused:
        read_rows(path, ACTORS)
    assert [problem.line for problem in refused.value.problems] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        (HEAD, '{"type":"FeatureCollection","crs":{"type":"link"},"features":[', "events.geojson:1 has to begin with"),
        ("]}\n", "]}", "has to begin with"),
        ("]}\n", "]}\n\n", "has to begin with"),
        (',\n{"type"', '\n{"type"', "events.geojson:2 one record a line, with a comma"),
        ('"Feature",', '"Feature","bbox":[],', "events.geojson:2 the line is not a Feature"),
        ('{"type":"Feature"', '{"type":"Point"', "events.geojson:2 the line is not a Feature"),
        (
            '"id":"EV-2021-0001"',
            '"id":"EV-2021-0009"',
            "events.geojson:2 EV-2021-0009 id: the feature's id 'EV-2021-0009' is not its event_id",
        ),
        ('"id":"EV-2021-0001"', '"id":["EV-2021-0001"]', "is not its event_id"),
    ],
    ids=range(8),
)
def test_a_geojson_file_has_one_form(tiny_copy: Path, old: str, new: str, part: str) -> None:
    assert part in refusal(broken(tiny_copy / "events.geojson", old, new), EVENTS)


def test_properties_are_an_object(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson"
    path.write_text(HEAD + '\n{"type":"Feature","id":1,"properties":[],"geometry":null}\n]}\n', "utf-8")
    assert "properties: is not an object" in refusal(path, EVENTS)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("claim_id,", "id,", "control_claims.csv:1 the header is id,area_type"),
        ("claim_id,area_type", "area_type,claim_id", "it has to be claim_id,area_type"),
        ("claim_id,", "\ufeffclaim_id,", "control_claims.csv:1 the header is"),
        ("CC-0002,province,", "CC-0002,", "control_claims.csv:3 CC-0002 has 26 cells, the header has 27"),
        ("CC-0002,province,", "CC-0002,,province,", "control_claims.csv:3 CC-0002 has 28 cells, the header has 27"),
        ("CC-0002,", "\nCC-0002,", "control_claims.csv:3 has 0 cells"),
        ("CC-0013,", '"CC-0013,', "is not CSV"),
    ],
    ids=range(7),
)
def test_a_csv_file_has_one_form(tiny_copy: Path, old: str, new: str, part: str) -> None:
    assert part in refusal(broken(tiny_copy / "control_claims.csv", old, new), CLAIMS)


def test_cells_become_lists_and_nulls(tiny_dir: Path) -> None:
    rows = {row.record["claim_id"]: row.record for row in read_rows(tiny_dir / CLAIMS.path, CLAIMS)}
    assert rows["CC-0003"]["event_ids"] == ["EV-2021-0002", "EV-2021-0003"]
    assert rows["CC-0003"]["supersedes"] == []
    assert rows["CC-0003"]["valid_to"] is None
    assert rows["CC-0001"]["notes"] == "The base of everything, whatever other records say"


def test_NA_and_007_stay_what_they_are(tiny_copy: Path) -> None:
    path = broken(tiny_copy / "control_claims.csv", "The base of everything, whatever other records say", "NA")
    broken(path, "CC-0002,province,AF-BBB,", "CC-0002,province,AF-BBB,007")
    first, second = (row.record for row in read_rows(path, CLAIMS)[:2])
    assert (first["notes"], second["area_note"]) == ("NA", "007")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / FILES[name].path, FILES[name]) == f"{FILES[name].path} the file is missing"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1256"])
def test_other_encodings_are_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "places.geojson"
    path.write_bytes((HEAD + "\nکابل\n]}\n").replace("ک", "ك").replace("ی", "ي").encode(encoding))
    assert "is not UTF-8; save the file as UTF-8" in refusal(path, FILES["places"])


def test_nan_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_rows([Row(0, {"actor_id": "a", "notes": float("nan")})], ACTORS)
