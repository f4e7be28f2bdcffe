"""data/README.md says what the schema says; the catalogue names every data file; the address is documented."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from geo.build.dictionary import ZONE_FIELDS, dictionary
from geo.build.zones import ZONES
from geo.record.load import DATA_DIR
from geo.record.schema import CONTROL_CLAIM, FILES, Field

DATA = DATA_DIR
PACKAGE = DATA / "datapackage.json"
NO_DATA = {"README.md", "LICENSE", "datapackage.json"}


def catalogue() -> dict[str, dict]:
    return {resource["path"]: resource for resource in json.loads(PACKAGE.read_text("utf-8"))["resources"]}


def fields_of(fields: tuple[Field, ...]) -> list[Field]:
    return [found for field in fields for found in (field, *fields_of(field.objects))]


@pytest.mark.parametrize("name", FILES)
def test_every_field_and_allowed_value_is_told(name: str) -> None:
    text = dictionary()
    assert f"### `{FILES[name].path}`" in text
    for field in fields_of(FILES[name].fields):
        assert f"| `{field.name}` |" in text
        for value in field.allowed:
            assert f"`{value}`" in text


def test_the_fields_of_the_zones_are_those_of_the_built_file() -> None:
    section = dictionary().partition(f"### `{ZONES}`")[2].partition("###")[0]
    message = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
    features = json.loads((DATA / ZONES).read_text("utf-8"))["features"]
    assert {tuple(feature["properties"]) for feature in features} == {tuple(message)}
    qualities = {feature["properties"]["boundary_quality"] for feature in features}
    assert qualities <= set(ZONE_FIELDS[-1].allowed)


def test_the_catalogue_names_every_data_file() -> None:
    """But for the versions before, which are kept packed and are no part of the data as they stand."""
    there = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file()}
    shipped = {path for path in there if not Path(path).name.startswith(".") and not path.startswith("releases/")}
    assert set(catalogue()) == shipped - NO_DATA


def test_the_catalogue_gives_the_columns_of_the_table() -> None:
    columns = [field["name"] for field in catalogue()["control_claims.csv"]["schema"]["fields"]]
    with (DATA / "control_claims.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.reader(stream)) == columns
    assert columns == [field.name for field in CONTROL_CLAIM]


def test_every_resource_has_a_licence_that_the_licence_file_names() -> None:
    text = (DATA / "LICENSE").read_text("utf-8")
    for resource in catalogue().values():
        for licence in resource["licenses"]:
            assert licence["title"] in text, (resource["path"], licence["title"])
