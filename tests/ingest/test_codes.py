"""Every code of the publishers' codebooks: what it is here, and which actors their names are."""

from __future__ import annotations

import pytest

from geo.ingest.actors import actor_of, known_names
from geo.publishers.codes import code_table
from geo.record.schema import EVENT_TYPES

POLICE, CIVILIANS = {"targtype1": "3", "targsubtype1": "25"}, {"targtype1": "14", "targsubtype1": "67"}


def kind(result) -> tuple[str | None, str | None]:
    (event,) = result.accepted
    return event["event_type"], event["sub_event_type"]


@pytest.mark.parametrize("row", code_table("gtd_attacks"), ids=lambda row: row["label"])
def test_every_attack_on_armed_and_on_others(make, read, row) -> None:
    weapon = {"attacktype1": row["code"], "weaptype1": "13"}
    if row["code"] != "3":
        assert kind(read(make.gtd(weapon | CIVILIANS))) == (row["type"] or None, row["sub_type"] or None)
        assert kind(read(make.gtd(weapon | POLICE))) == (row["type_if_armed"] or None, row["sub_type_if_armed"] or None)
    assert kind(read(make.gtd(weapon | POLICE)))[0] != "violence_against_civilians"


@pytest.mark.parametrize("row", code_table("gtd_weapons"), ids=lambda row: row["label"])
def test_every_weapon(make, read, row) -> None:
    """A bombing, an assault and an assassination with it; what is no explosive leaves them what they are."""
    weapon = {"weaptype1": row["weaptype"], "weapsubtype1": row["weapsubtype"]}
    bombing = kind(read(make.gtd(weapon | {"attacktype1": "3"})))
    assert bombing == ("explosions", row["sub_type"] or "remote_explosive_landmine_ied") or row["weapsubtype"] == "1"
    for attack in ("1", "2"):
        found = kind(read(make.gtd(weapon | POLICE | {"attacktype1": attack})))
        explodes = row["weaptype"] == "6" or (row["weaptype"] == "2" and row["weapsubtype"] != "1")
        assert (
            found == (("explosions", row["sub_type"]) if explodes else ("battles", "armed_clash"))
            or row["label"] == "Poisoning"
        )


@pytest.mark.parametrize("row", code_table("gtd_targets"), ids=lambda row: row["label"])
def test_every_target(make, read, row) -> None:
    target = {"targtype1": row["targtype"], "targsubtype1": row["targsubtype"], "attacktype1": "2", "weaptype1": "5"}
    fights = row["who"] == "armed"
    assert kind(read(make.gtd(target))) == (
        ("battles", "armed_clash") if fights else ("violence_against_civilians", "attack")
    )
    second = {"targtype1": "14", "targtype2": row["targtype"], "targsubtype2": row["targsubtype"]}
    assert kind(read(make.gtd(target | {"targsubtype1": ""} | second)))[0] == (
        "battles" if fights else "violence_against_civilians"
    )


def test_the_side_attacked_is_whom_it_belongs_to(make, read) -> None:
    rows = read(
        make.gtd({"target1": "Outpost", "corp1": "Afghan National Army (ANA)"}, {"eventid": "2", "target1": "A market"})
    )
    assert [event["side_b"] for event in rows.accepted] == [["Afghan National Army (ANA)"], ["A market"]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("September 4-7, 2021", ("2021-09-04", "2021-09-07", 2)), ("early September", ("2021-09-01", "2021-09-30", 4)),
        ("September 5, 2021", ("2021-09-05", "2021-09-05", 1)), ("", ("2021-09-05", "2021-09-05", 1)),
    ],
)  # fmt: skip
def test_a_day_that_is_only_roughly_known(make, read, text, days) -> None:
    (event,) = read(make.gtd({"approxdate": text})).accepted
    assert (event["date_start"], event["date_end"], event["date_precision"]) == days


@pytest.mark.parametrize("row", code_table("cameo_kinds"), ids=lambda row: row["code"])
def test_every_kind_of_gdelt(make, read, row) -> None:
    assert kind(read(make.gdelt({"EventCode": row["code"]}))) == (row["type"], row["sub_type"] or None)
    assert row["sub_type"] in ("", *EVENT_TYPES[row["type"]])


@pytest.mark.parametrize("row", code_table("actors"), ids=lambda row: f"{row['publisher']} {row['name']}")
def test_every_name_of_the_publishers_lists(shipped, row) -> None:
    assert (
        actor_of(row["name"], "2021-09-05" if "2004-2021" not in row["name"] else "2020-01-01", known_names(shipped))
        == row["actor_id"]
    )


@pytest.mark.parametrize(
    ("name", "day", "actor"),
    [
        ("Government of Afghanistan", "1995-06-01", None), ("Government of Afghanistan", "1998-06-01", "taliban"),
        ("Government of Afghanistan", "2002-06-01", None), ("Government of Afghanistan", "2010-06-01", "islamic_republic"),
        ("Government of Afghanistan", "2021-08-15", "taliban"), ("Military Forces of Afghanistan (2002-2004)", "2021-09-05", None),
        ("Afghan National Police (ANP)", "2015-01-01", "islamic_republic"), ("Afghan National Police (ANP)", "2003-01-01", None),
        ("Afghan National Army (ANA)", "2022-01-01", None), ("Police Forces of Ruritania", "2020-01-01", None),
    ],
)  # fmt: skip
def test_a_government_is_whose_it_was_on_that_day(shipped, name, day, actor) -> None:
    assert actor_of(name, day, known_names(shipped)) == actor


def test_names_that_are_not_known_are_listed(make, read) -> None:
    notes = {(note["code"], note["value"]) for note in read(make.acled({"actor2": "Some Ethnic Militia"})).notes}
    assert ("actor_unknown", "Some Ethnic Militia") in notes
