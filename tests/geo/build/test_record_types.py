"""The types of the records say what the schema says."""

from __future__ import annotations

from typing import get_type_hints

from geo.build.record_types import NAMES
from geo.record import records
from geo.record.load import load
from geo.record.schema import FILES


def test_every_file_has_a_type_with_all_its_fields() -> None:
    assert NAMES.keys() == FILES.keys()
    for name, form in FILES.items():
        assert set(get_type_hints(getattr(records, NAMES[name]))) == {field.name for field in form.fields}


def test_no_shipped_record_holds_none_where_its_type_does_not_allow_it() -> None:
    dataset = load()
    for name, type_name in NAMES.items():
        hints = get_type_hints(getattr(records, type_name))
        never_none = [field for field, kind in hints.items() if type(None) not in getattr(kind, "__args__", ())]
        for record in dataset.records(name):
            assert [field for field in never_none if record[field] is None] == []
