"""Names of districts: a spelling belongs to one district of a province."""

from __future__ import annotations

from geo.build.names import Names, district_names, read_list, without_names_of_others


def test_a_spelling_of_another_district_of_the_province_is_dropped() -> None:
    districts = {
        "AF-NAN-town": Names("Town", None, None, ["Tówn", "Field", "فیلد", "Own"]),
        "AF-NAN-field": Names("Field", None, None, ["فیلد"]),
        "AF-KAB-other": Names("Other", None, None, ["Field"]),
    }
    found = without_names_of_others(districts, {"AF-NAN-field": ["فیلد"]})
    assert {key: names.aliases for key, names in found.items()} == {
        "AF-NAN-town": ["Tówn", "Own"],
        "AF-NAN-field": ["فیلد"],
        "AF-KAB-other": ["Field"],
    }


def test_what_is_built_is_what_the_record_has(shipped) -> None:
    built = district_names(read_list("districts_lookup.csv"))
    assert {key: names.aliases for key, names in built.items()} == {
        record["admin2_id"]: record["aliases"] for record in shipped.records("districts")
    }
