"""Each rule of the validator, broken once in an otherwise sound record."""

from __future__ import annotations

import copy
import math
from pathlib import Path
from typing import Any

import pytest

from geo.cli.record.validate import all_problems
from geo.record.geojson import Row
from geo.record.load import read_tables
from geo.record.problems import Problem
from geo.record.schema import FILES
from geo.record.validate import validate
from trials.hostile_texts.strings import NO_ADDRESSES, REFUSED


def test_the_tiny_record_is_sound(tiny_dir: Path) -> None:
    assert all_problems(tiny_dir) == []


def first(**changes: Any) -> Any:
    """Change the first record of a list of records."""
    return lambda items: [{**items[0], **changes}, *items[1:]]


def loss(**changes: Any) -> Any:
    """Change the first casualty of the first claim."""
    return lambda claims: first(casualties=first(**changes)(claims[0]["casualties"]))(claims)


def point(*coordinates: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(coordinates)}


E1, E2, E3, E4, E6 = (("events", f"EV-2021-000{n}") for n in (1, 2, 3, 4, 6))
BETA, LOST = ("places", "PL-beta"), ("places", "PL-lost")
C1, C2, C3, C4 = (("control_claims", f"CC-000{n}") for n in (1, 2, 3, 4))
NRF, S1, S2 = ("actors", "nrf"), ("sources", "SRC-0001"), ("sources", "SRC-0002")
M1, M3 = ("moments", "MO-0001"), ("moments", "MO-0003")
S4, S5, ST1, ST2 = (
    ("sources", "SRC-0004"),
    ("sources", "SRC-0005"),
    ("statistics", "ST-0001"),
    ("statistics", "ST-0002"),
)

#: record, changes, the field that is named, the rule, parts of the message
FIELD_FAULTS: list[tuple[tuple[str, str], dict[str, Any], str, str, tuple[str, ...]]] = [
    (NRF, {"colour": "red"}, "colour", "unknown", ("not a field here", "name_en", "relations")),
    (NRF, {"notes": ...}, "notes", "missing", ("missing", "write null")),
    (NRF, {"name_en": None}, "name_en", "required", ("empty", "name in English")),
    (NRF, {"name_en": ""}, "name_en", "required", ("empty",)),
    (C3, {"area_ids": []}, "area_ids", "required", ("empty", "districts")),
    (E4, {"source_ids": []}, "source_ids", "required", ("empty", "at least one")),
    (NRF, {"name_en": 7}, "name_en", "text", ("7 is not text",)),
    (NRF, {"name_en": " NRF"}, "name_en", "text", ("' NRF'", "outer blanks")),
    (NRF, {"name_en": "N\nRF"}, "name_en", "text", (r"'N\nRF'", "line breaks")),
    (NRF, {"name_en": "N\rRF"}, "name_en", "text", ("line breaks",)),
    (NRF, {"name_en": "N\tRF"}, "name_en", "text", ("tabs",)),
    (NRF, {"name_en": "N\x1b[31mRF"}, "name_en", "text", (r"\x1b", "control characters")),
    (NRF, {"name_en": "N\ue000RF"}, "name_en", "text", ("control characters",)),
    (NRF, {"name_en": "N\ud800RF"}, "name_en", "text", ("control characters",)),
    (S1, {"lang": "English"}, "lang", "text", ("'English'", "[a-z]{2,3}")),
    (S1, {"url": "javascript:alert(1)"}, "url", "text", ("javascript:alert(1)", "https?://")),
    (S1, {"date": "1400-05-24"}, "date", "day", ("1400-05-24", "Solar Hijri", "Gregorian")),
    (S1, {"date": "1300-01-01"}, "date", "day", ("Solar Hijri",)),
    (S1, {"date": "1450-12-29"}, "date", "day", ("Solar Hijri",)),
    (S1, {"date": "01/02/2021"}, "date", "day", ("01/02/2021", "YYYY-MM-DD")),
    (S1, {"date": "2021-8-1"}, "date", "day", ("2021-8-1", "YYYY-MM-DD")),
    (S1, {"date": "۲۰۲۱-۰۸-۲۴"}, "date", "day", ("YYYY-MM-DD",)),
    (S1, {"date": "2021-02-30"}, "date", "day", ("2021-02-30", "calendar")),
    (S1, {"date": 20210824}, "date", "day", ("20210824", "YYYY-MM-DD")),
    (E1, {"where_precision": 7}, "where_precision", "integer", ("7", "1, 2, 3, 4, 5, 6")),
    (E1, {"where_precision": "1"}, "where_precision", "integer", ("'1'", "whole number")),
    (E1, {"where_precision": 1.5}, "where_precision", "integer", ("1.5", "whole number")),
    (E1, {"where_precision": True}, "where_precision", "integer", ("True", "whole number")),
    (E2, {"claims": loss(low=-1)}, "claims[0].casualties[0].low", "integer", ("-1", "below zero")),
    (ST1, {"low": "many"}, "low", "number", ("'many'", "not a number")),
    (ST1, {"low": True}, "low", "number", ("True", "not a number")),
    (ST1, {"low": math.nan}, "low", "number", ("nan", "not a number")),
    (ST1, {"high": math.inf}, "high", "number", ("inf", "not a number")),
    (S1, {"unresolved": "no"}, "unresolved", "flag", ("'no'", "true or false")),
    (E1, {"verification": "true"}, "verification", "enum", ("'true'", "verified, reported, claimed")),
    (E1, {"verification": ["verified"]}, "verification", "enum", ("['verified']",)),
    (E1, {"admin1": "AF-XXX"}, "admin1", "ref", ("'AF-XXX'", "provinces")),
    (E1, {"admin1": ["AF-AAA"]}, "admin1", "ref", ("['AF-AAA']", "provinces")),
    (E1, {"related_ids": ["EV-2021-9999"]}, "related_ids", "refs", ("'EV-2021-9999'", "events")),
    (E1, {"related_ids": [{"id": 1}]}, "related_ids", "refs", ("{'id': 1}", "events")),
    (C1, {"area_ids": ["XX"]}, "area_ids", "refs", ("'XX'", "country or provinces or districts or places")),
    (E2, {"place_aliases": "Bita"}, "place_aliases", "texts", ("'Bita'", "not a list")),
    (E2, {"place_aliases": ["Bita", 7]}, "place_aliases", "texts", ("7 is not text",)),
    (E2, {"place_aliases": ["Bita", "Bita"]}, "place_aliases", "texts", ("twice",)),
    (E2, {"place_aliases": None}, "place_aliases", "texts", ("None", "write []")),
    (E1, {"side_a": ""}, "side_a", "refs", ("''", "write []")),
    (S2, {"url": ""}, "url", "text", ("''", "write null")),
    (BETA, {"population": ""}, "population", "integer", ("''", "write null")),
    (E4, {"admin2_id": []}, "admin2_id", "ref", ("[]", "write null")),
    (E2, {"claims": ["Beta was taken"]}, "claims", "objects", ("'Beta was taken'", "not a record")),
    (E2, {"claims": first(stance="agrees")}, "claims[0].stance", "enum", ("'agrees'", "affirms, denies, no_comment")),
    (E2, {"claims": first(source_ids=[])}, "claims[0].source_ids", "required", ("empty",)),
    (E2, {"claims": first(mood="good")}, "claims[0].mood", "unknown", ("not a field here",)),
    (E2, {"claims": loss(side="ghosts")}, "claims[0].casualties[0].side", "ref", ("'ghosts'", "actors")),
    (E1, {"geometry": {"type": "LineString", "coordinates": []}}, "geometry", "type", ("'LineString'", "Point, null")),
    (E1, {"geometry": [66.5, 34.25]}, "geometry", "type", ("[66.5, 34.25]", "Point, null")),
    (E1, {"geometry": {"type": "null"}}, "geometry", "type", ("'null'",)),
    (E1, {"geometry": {}}, "geometry", "type", ("None", "Point, null")),
    (E1, {"geometry": ""}, "geometry", "type", ("Point, null",)),
    (("districts", "AF-AAA-east"), {"geometry": None}, "geometry", "type", ("Polygon, MultiPolygon",)),
    (E1, {"geometry": point(34.25, 66.5)}, "geometry", "swapped", ("[34.25, 66.5]", "[lon, lat]")),
    (E1, {"geometry": point(66.5, 400)}, "geometry", "range", ("[66.5, 400]", "outside")),
    (E1, {"geometry": point(28, 66)}, "geometry", "range", ("[28, 66]",)),  # no lat either, so not swapped
    (E1, {"geometry": point(34, 80)}, "geometry", "range", ("[34, 80]",)),  # no lon either, so not swapped
    (E1, {"geometry": point(29, 60)}, "geometry", "swapped", ("[29, 60]",)),
    (E1, {"geometry": point(39, 75.5)}, "geometry", "swapped", ("[39, 75.5]",)),
    (E1, {"geometry": point(0, 0)}, "geometry", "range", ("[0, 0]", "outside")),
    (E1, {"geometry": point(59.99, 34)}, "geometry", "range", ("59.99",)),
    (E1, {"geometry": point(75.51, 34)}, "geometry", "range", ("75.51",)),
    (E1, {"geometry": point(66, 28.99)}, "geometry", "range", ("28.99",)),
    (E1, {"geometry": point(66, 39.01)}, "geometry", "range", ("39.01",)),
    (E1, {"geometry": point("66.5", "34.25")}, "geometry", "point", ("'66.5'", "[lon, lat]")),
    (E1, {"geometry": point(math.nan, 34.25)}, "geometry", "point", ("nan",)),
    (E1, {"geometry": point(66.5, 34.25, 0)}, "geometry", "point", ("[66.5, 34.25, 0]",)),
    (E1, {"geometry": {"type": "Point"}}, "geometry", "point", ("None is not [lon, lat]",)),
]
EAST, WEST = ("districts", "AF-AAA-east"), ("provinces", "AF-AAA")
SQUARE = [[66, 34], [67, 34], [67, 35], [66, 34]]


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


FIELD_FAULTS += [
    (EAST, {"geometry": polygon([*SQUARE[:2], [67, 400], SQUARE[0]])}, "geometry", "range", ("[67, 400]", "outside")),
    (EAST, {"geometry": polygon([[34, 66], [34, 67], [35, 67], [34, 66]])}, "geometry", "swapped", ("[34, 66]",)),
    (EAST, {"geometry": polygon(SQUARE[:3])}, "geometry", "ring", ("4 or more",)),
    (EAST, {"geometry": polygon([*SQUARE[:3], [66.5, 34]])}, "geometry", "ring", ("close it",)),
    (EAST, {"geometry": polygon([*SQUARE[:2], [math.nan, 35], SQUARE[0]])}, "geometry", "point", ("nan",)),
    (EAST, {"geometry": polygon([*SQUARE[:2], ["67", "35"], SQUARE[0]])}, "geometry", "point", ("'67'",)),
    (EAST, {"geometry": polygon(SQUARE, "hole")}, "geometry", "ring", ("'hole'",)),
    (EAST, {"geometry": polygon()}, "geometry", "polygon", ("[] is not a list of rings",)),
    (EAST, {"geometry": {"type": "Polygon"}}, "geometry", "polygon", ("None",)),
    (WEST, {"geometry": {"type": "MultiPolygon", "coordinates": []}}, "geometry", "polygon", ("list of polygons",)),
    (WEST, {"geometry": {"type": "MultiPolygon", "coordinates": [[SQUARE[:3]]]}}, "geometry", "ring", ("4 or more",)),
]
FIELD_FAULTS += [(E1, {"title": text}, "title", "text", (" has ",)) for text in REFUSED]
FIELD_FAULTS += [(S1, {"url": address}, "url", "text", (address,)) for address in NO_ADDRESSES]
RECORD_FAULTS: list[tuple[tuple[str, str], dict[str, Any], str, str, tuple[str, ...]]] = [
    (E1, {"sub_event_type": "grenade"}, "sub_event_type", "sub_type", ("grenade", "armed_clash")),
    (E4, {"date_end": "2021-08-31"}, "date_end", "order", ("2021-08-31 is before 2021-09-01",)),
    (E2, {"date_end": "2021-10-24"}, "date_precision", "width", ("exact day", "62 days")),
    (E2, {"date_start": "2021-08-14", "date_precision": 2}, "date_start", "period", ("2021-08-14", "2021-08-15")),
    (E6, {"date_end": "2121-09-10", "date_precision": 5}, "date_end", "period", ("2121-09-10", "2026-11-01")),
    (C1, {"valid_from": "2021-08-14"}, "valid_from", "period", ("2021-08-14", "2021-08-15")),
    (
        C1,
        {"valid_from": "2026-11-02", "last_confirmed": "2026-11-02"},
        "valid_from",
        "period",
        ("2026-11-02", "after its record"),
    ),
    (("presence", "PR-0001"), {"as_of": "2121-01-01"}, "as_of", "period", ("2121-01-01", "2026-11-01")),
    (E2, {"reported_on": "2021-08-23"}, "reported_on", "order", ("2021-08-23", "before the event")),
    (E1, {"verification": "verified"}, "verified_by", "required", ("who verified",)),
    (E4, {"verified_by": "a monitor."}, "verified_by", "stop", ("without one",)),
    (E4, {"source_ids": ["SRC-0004"]}, "verification", "openable", ("an address that was read",)),
    (E2, {"source_ids": ["SRC-0001", "SRC-0002"]}, "claims[1].source_ids", "sources", ("SRC-0003", "source_ids")),
    (E2, {"claims": loss(low=30)}, "claims[0].casualties", "order", ("low 30 is above high 20",)),
    (E6, {"geometry": point(66.5, 34.25)}, "country", "abroad", ("no province, district or geometry",)),
    (E6, {"admin1": "AF-AAA"}, "country", "abroad", ("no province",)),
    (E1, {"geometry": None}, "geometry", "precision", ("where_precision 1 needs a point",)),
    (E2, {"geometry": None}, "geometry", "precision", ("where_precision 2 needs a point",)),
    (("events", "EV-2021-0003"), {"geometry": None}, "geometry", "precision", ("where_precision 3 needs a point",)),
    (E4, {"geometry": point(68.5, 34.5)}, "geometry", "precision", ("where_precision 4", "null geometry")),
    (E1, {"admin2_id": None}, "admin2_id", "precision", ("where_precision 1 needs a district",)),
    (
        ("events", "EV-2021-0003"),
        {"admin2_id": None},
        "admin2_id",
        "precision",
        ("where_precision 3 needs a district",),
    ),
    (E4, {"admin1": None}, "admin1", "precision", ("where_precision 4 needs a province",)),
    (E1, {"admin1": "AF-BBB"}, "admin2_id", "province", ("AF-AAA-east is not in AF-BBB",)),
    (BETA, {"admin1": "AF-AAA"}, "admin2_id", "province", ("AF-BBB-ne is not in AF-AAA",)),
    (BETA, {"geometry": None}, "point_from", "point", ("point_from none",)),
    (BETA, {"radius_km": None}, "point_from", "point", ("radius",)),
    (LOST, {"geometry": point(68.5, 34.5)}, "point_from", "point", ("point_from none",)),
    (BETA, {"admin2_id": None}, "admin2_id", "required", ("has its district",)),
    (C2, {"valid_to": "2021-08-14"}, "valid_to", "order", ("2021-08-14 is before 2021-08-15",)),
    (C4, {"valid_to": "2021-08-20"}, "valid_to", "empty", ("first day the state no longer holds",)),
    (C3, {"last_confirmed": "2021-08-23"}, "last_confirmed", "order", ("2021-08-23", "valid_from")),
    (C3, {"area_type": "province"}, "area_ids", "area", ("AF-BBB-ne is not a province",)),
    (C1, {"area_type": "district"}, "area_ids", "area", ("AF is not a district",)),
    (C3, {"certainty": "C"}, "basis", "certainty", ("certainty C is a claim",)),
    (C4, {"basis": "assessed"}, "basis", "certainty", ("certainty D is a claim",)),
    (ST1, {"low": 300}, "low", "order", ("low 300 is above high 200",)),
    (ST1, {"window_start": "2021-09-02"}, "window_end", "order", ("2021-09-01 is before 2021-09-02",)),
    (ST2, {"text": None}, "low", "required", ("low, high or text",)),
    (S4, {"publisher": "A list", "seen_through": []}, "seen_through", "required", ("citation", "name the document")),
    (S4, {"publisher": "A list", "read_as": "headline", "seen_through": []}, "seen_through", "required", ("headline",)),
    (S2, {"publisher": None}, "publisher", "required", ("unresolved",)),
    (M1, {"title": "x" * 41}, "title", "text", (".{1,40}",)),
    (M1, {"title": "Terrorists attack"}, "title", "text", ("takes a side",)),
    (M1, {"event_ids": []}, "event_ids", "required", ("at least one",)),
    (M1, {"event_ids": ["EV-2021-0009"]}, "event_ids", "refs", ("EV-2021-0009",)),
    (M1, {"claim_ids": ["CC-0004"]}, "claim_ids", "period", ("CC-0004 is from 2021-08-20 to 2021-09-09",)),
    (M1, {"last_day": "2021-09-11"}, "last_day", "period", ("2021-09-11 is not within",)),
    (M1, {"claimed_by": "nrf"}, "claimed_by", "claimed", ("nobody otherwise",)),
    (M3, {"claimed_by": None}, "claimed_by", "claimed", ("names who claims it",)),
    (M3, {"claimed_by": "nrf"}, "claimed_by", "claimed", ("nrf affirms none",)),
    (
        M1,
        {"day": "2021-08-25", "event_ids": ["EV-2021-0003"], "claim_ids": []},
        "event_ids",
        "withheld",
        ("EV-2021-0003 is withheld",),
    ),
    (S1, {"copy_of": ["SRC-0005"]}, "copy_of", "withheld", ("SRC-0005", "retells")),
    (S1, {"notes": "The report itself is SRC-0005."}, "notes", "withheld", ("SRC-0005", "nothing public may name it")),
    (E1, {"notes": "See EV-2021-0003"}, "notes", "withheld", ("EV-2021-0003",)),
    (E2, {"claims": first(says="As in (EV-2021-0003)")}, "claims", "withheld", ("EV-2021-0003",)),
    (ST2, {"text": "as many as in EV-2021-0003"}, "text", "withheld", ("EV-2021-0003",)),
]


@pytest.mark.parametrize(
    ("record", "changes", "field", "rule", "parts"),
    FIELD_FAULTS + RECORD_FAULTS,
    ids=lambda value: ascii(value)[:40] if isinstance(value, str | dict) else "",
)
def test_one_fault_gives_one_problem_that_says_all(
    changed: Any, record: Any, changes: Any, field: str, rule: str, parts: Any
) -> None:
    name, record_id = record
    tables = changed(name, record_id, **changes)
    (problem,) = validate(tables)
    (number,) = [row.line for row in tables[name] if row.record[FILES[name].id_field] == record_id]
    assert str(problem).startswith(f"data/{FILES[name].path}:{number} {record_id} {field}: ")
    assert problem.rule == rule
    for part in parts:
        assert part in problem.message


@pytest.mark.parametrize(
    ("record", "changes"),
    [
        (E1, {"date_start": "2021-08-15", "date_end": "2021-08-15", "reported_on": "2021-08-15"}),
        (E2, {"date_end": "2021-09-24", "date_precision": 4, "reported_on": None}),
        (E2, {"claims": loss(low=0, high=0)}),
        (E2, {"recorded_on": "2021-08-24"}),
        (C1, {"recorded_on": "2021-08-15"}),
        (("presence", "PR-0001"), {"recorded_on": "2021-09-01"}),
        (E1, {"geometry": point(60, 29)}),
        (E1, {"geometry": point(75.5, 39)}),
        (S1, {"date": "1299-12-31"}),
        (S1, {"date": "1451-01-01"}),
        (ST1, {"low": 200, "window_start": "2021-09-01"}),
        (C3, {"last_confirmed": "2021-08-24", "valid_to": "2021-08-25"}),
        (S1, {"copy_of": ["SRC-0002"], "notes": "As SRC-0002 and EV-2021-0001"}),
        (E1, {"related_ids": ["EV-2021-0003"]}),
        (E3, {"notes": "EV-2021-0003 itself, and SRC-0005"}),
        (S5, {"copy_of": ["SRC-0001"], "notes": "SRC-0005 itself"}),
    ],
    ids=lambda value: ascii(value)[:40] if isinstance(value, dict) else "",
)
def test_what_is_just_allowed_is_allowed(changed: Any, record: Any, changes: Any) -> None:
    assert validate(changed(*record, **changes)) == []


def test_an_id_that_stands_twice_names_the_other_line(changed: Any) -> None:
    problems = validate(changed("actors", "civilians", actor_id="aff"))
    assert [(p.line, p.rule) for p in problems if p.field == "actor_id" and p.rule == "unique"] == [(3, "unique")]
    assert "aff stands in line 2 already" in str(problems[0])


@pytest.mark.parametrize("word", ["liberated", "Liberation", "occupied", "terrorists", "martyrs", "regime", "REGIME"])
@pytest.mark.parametrize(
    ("record", "field"),
    [(E1, "title"), (E1, "summary"), (E1, "notes"), (C4, "area_note"), (C4, "exception"), (ST1, "label")],
)
def test_words_that_take_sides_are_refused_in_our_own_text(changed: Any, record: Any, field: str, word: str) -> None:
    (problem,) = validate(changed(*record, **{field: f"The {word} of the village"}))
    assert problem.field == field
    assert repr(word) in problem.message
    assert "takes a side" in problem.message


def test_words_that_take_sides_are_refused_in_what_we_say_of_a_claim(changed: Any) -> None:
    (problem,) = validate(changed(*E2, claims=first(says="Beta was liberated")))
    assert problem.field == "claims[0].says"


def test_a_source_keeps_its_own_title_but_not_our_notes_on_it(changed: Any) -> None:
    assert validate(changed(*S2, title="Regime terrorists occupied liberated Beta")) == []
    assert [p.field for p in validate(changed(*S2, notes="The regime's own paper"))] == ["notes"]


@pytest.mark.parametrize("text", ["A deliberate step", "Preoccupied with other things", "A martyrdom"])
def test_words_are_refused_only_as_words(changed: Any, text: str) -> None:
    assert bool(validate(changed(*E1, title=text))) == text.startswith("A martyr")


def test_a_source_that_nothing_rests_on_is_refused(changed: Any) -> None:
    tables = changed("events", "EV-2021-0003", source_ids=["SRC-0001"], claims=first(source_ids=["SRC-0001"]))
    (problem,) = validate(tables)
    assert str(problem).startswith("data/sources.json:6 SRC-0005 ")
    assert "no record rests on this source" in problem.message


def test_a_source_is_used_by_what_cites_it_and_by_relations(changed: Any) -> None:
    tables = changed("events", "EV-2021-0003", source_ids=["SRC-0001"], claims=first(source_ids=["SRC-0001"]))
    tables["actors"] = changed("actors", "nrf", relations=first(source_ids=["SRC-0005"]))["actors"]
    assert validate(tables) == []
    tables["actors"] = changed("actors", "nrf")["actors"]
    tables["sources"] = changed("sources", "SRC-0004", seen_through=["SRC-0005"])["sources"]
    assert validate(tables) == []


@pytest.mark.parametrize(
    ("form", "is_shared"), [("aaa East", True), ("Ááá EAST", True), ("Bbb ne", False), ("Other", False)]
)
def test_two_districts_of_a_province_have_no_spelling_in_common(changed: Any, form: str, is_shared: bool) -> None:
    problems = validate(changed("districts", "AF-AAA-west", aliases=[form]))
    assert [(p.rule, p.field) for p in problems] == [("shared", "aliases")] * is_shared


def overlaps(problems: list[Problem]) -> list[tuple[str, str]]:
    assert {p.rule for p in problems} <= {"overlap"}
    return [(p.record_id, p.message) for p in problems]


def test_one_party_can_not_name_two_controllers_at_once(changed: Any) -> None:
    """CC-0012 is the Taliban's on AF-BBB from 22 to 31 August; CC-0002 is changed to speak of the same."""
    tables = changed(*C2, claimant="taliban")
    ((record_id, message),) = overlaps(validate(tables))
    assert record_id in ("CC-0002", "CC-0012")
    assert "taliban names another controller of AF-BBB" in message


@pytest.mark.parametrize(
    "changes",
    [
        {"claimant": "taliban", "valid_to": "2021-08-22"},  # ends where the other begins
        {"claimant": "taliban", "valid_from": "2021-09-01", "valid_to": None},  # begins where the other ends
        {"claimant": "taliban", "controller": "taliban"},  # names the same controller
        {"claimant": "nrf"},  # another party
        {"claimant": "media", "claimant_name": "One Paper"},  # another paper than below
    ],
)
def test_spans_that_touch_agree_or_differ_in_speaker_do_not_overlap(changed: Any, changes: Any) -> None:
    assert validate(changed(*C2, **changes | {"last_confirmed": "2021-09-01"})) == []


def test_one_paper_can_not_name_two_controllers_at_once_but_papers_can(changed: Any) -> None:
    tables = changed(*C2, claimant="media", claimant_name="The Paper")
    (other,) = [row for row in tables["control_claims"] if row.record["claim_id"] == "CC-0012"]
    for name, count in (("The Paper", 1), ("Another Paper", 0), (None, 0)):
        output = Row(other.line, other.record | {"claimant": "media", "claimant_name": name})
        rows = [output if row is other else row for row in tables["control_claims"]]
        assert len(overlaps(validate({**tables, "control_claims": rows}))) == count, name


def test_a_superseded_span_does_not_overlap_the_one_that_ends_it(changed: Any) -> None:
    tables = changed("control_claims", "CC-0009", claimant="nrf")
    tables["control_claims"] = [
        Row(row.line, row.record | ({"claimant": "nrf"} if row.record["claim_id"] == "CC-0008" else {}))
        for row in tables["control_claims"]
    ]
    assert validate(tables) == []
    for row in tables["control_claims"]:
        row.record["supersedes"] = []
    assert len(overlaps(validate(tables))) == 1


def test_all_problems_are_listed_and_sorted(tiny_dir: Path) -> None:
    tables = copy.deepcopy(read_tables(tiny_dir)[0])
    for row in tables["events"]:
        row.record["verification"] = "sure"
        row.record["title"] = None
    tables["actors"][0].record["kind"] = "ghost"
    problems = validate(tables)
    assert len(problems) == 2 * len(tables["events"]) + 1
    assert problems == sorted(problems)
    assert {problem.file for problem in problems} == {"data/events.geojson", "data/actors.json"}


def test_long_values_are_cut(changed: Any) -> None:
    (problem,) = validate(changed(*E1, verification="x" * 5000))
    assert "…" in problem.message
    assert len(problem.message) < 250
