"""Every code of the publishers' codebooks: what it is here, and which actors their names are."""

from __future__ import annotations

import pytest

from geo.ingest.actors import actor_ids, actor_of, known_names
from geo.publishers.codes import CODES, code_table
from geo.publishers.known import PUBLISHERS
from geo.record.schema import EVENT_TYPES

#: Codes that stand in files and in no edition of the codebook that was found.
WITHOUT_PAGE = {("gtd_weapons", "Pipe Bomb"), ("gtd_targets", "Legal Services"), ("gtd_targets", "Alleged Informant"),
                ("gtd_targets", "Refugee (including camps/IDP/asylum seekers)"), ("precisions", "no place")}  # fmt: skip
POLICE, CIVILIANS = {"targtype1": "3", "targsubtype1": "25"}, {"targtype1": "14", "targsubtype1": "67"}


def kind(result) -> tuple[str | None, str | None]:
    (event,) = result.accepted
    return event["event_type"], event["sub_event_type"]


@pytest.mark.parametrize("table", CODES)
def test_every_code_names_its_page_in_an_edition_that_was_read(table) -> None:
    read_in = {row["codebook"]: row["read_in"] for row in code_table("codebooks")}
    for row in code_table(table):
        name = row.get("label") or row.get("meaning") or row["sub_event_type"]
        assert bool(row["page"]) == bool(row["codebook"]) == ((table, name) not in WITHOUT_PAGE), name
        assert row["codebook"] in ("", *read_in)
    assert all(read_in.values())


@pytest.mark.parametrize("row", code_table("acled_kinds"), ids=lambda row: row["sub_event_type"])
def test_every_kind_of_acled(make, read, row) -> None:
    message = {"event_type": row["event_type"], "sub_event_type": row["sub_event_type"]}
    assert kind(read(make.acled(message))) == (row["type"], row["sub_type"])
    assert kind(read(make.acled(message | {"event_type": ""}))) == (row["type"], row["sub_type"])


def test_the_kinds_of_acled_are_all_that_we_have() -> None:
    assert sorted(row["sub_type"] for row in code_table("acled_kinds")) == sorted(
        sub for subs in EVENT_TYPES.values() for sub in subs
    )


@pytest.mark.parametrize("row", code_table("ucdp_kinds"), ids=lambda row: row["label"])
def test_every_kind_of_ucdp_leaves_the_means_open(make, read, row) -> None:
    assert kind(read(make.ucdp({"type_of_violence": row["code"]}))) == (row["type"], None)


@pytest.mark.parametrize("row", code_table("precisions"), ids=lambda row: f"{row['variable']} {row['code']}")
def test_every_precision(make, read, row) -> None:
    """Of places and of days; what is coarser than a district has no point."""
    change, ours = {row["variable"]: row["code"]}, int(row["ours"])
    if row["publisher"] == "gdelt":
        change = {"ActionGeo_Type": row["code"]}
    (event,) = read(getattr(make, row["publisher"])(change)).accepted
    of_days = row["variable"] in ("time_precision", "date_prec")
    assert event["date_precision" if of_days else "where_precision"] == ours
    assert of_days or (event["point"] is None) == (ours > 3)
    if not of_days:
        assert PUBLISHERS[row["publisher"]].where[int(row["code"])] == ours


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
    assert bombing == ("explosions", row["sub_type"] or "remote_explosive_landmine_ied")
    explodes = row["weaptype"] == "6" or (row["weaptype"], row["weapsubtype"]) == ("2", "30")
    for attack in ("1", "2", "8"):
        found = kind(read(make.gtd(weapon | POLICE | {"attacktype1": attack})))
        assert found == (("explosions", row["sub_type"]) if explodes else ("battles", "armed_clash"))


def test_pupils_who_were_poisoned_are_no_explosion(make, read) -> None:
    """An unarmed assault by poison (GTD codebook, p. 24) is no chemical weapon as ACLED has it."""
    poison = {"attacktype1": "8", "weaptype1": "2", "weapsubtype1": "1", "targtype1": "8", "targsubtype1": "49"}
    assert kind(read(make.gtd(poison))) == ("violence_against_civilians", "attack")


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
    """Linked to our actor, or known and not linked with the reason; never both, never neither."""
    known, actors = known_names(shipped), shipped.by_id("actors")
    day = "2020-01-01" if row["actor_id"] == "islamic_republic" else "2021-09-05"
    assert actor_of(row["name"], day, known) == (row["actor_id"] or None)
    assert bool(row["actor_id"]) != bool(row["why"])
    message = actor_ids([row["name"]], day, known, actors)
    assert message == (([row["actor_id"]], []) if row["actor_id"] else ([], [(row["name"], row["why"])]))


def test_no_name_of_the_lists_stands_twice() -> None:
    names = [(row["publisher"], row["name"]) for row in code_table("actors")]
    assert len(names) == len(set(names))


def test_sides_that_ucdp_puts_together_are_told_apart(shipped) -> None:
    known, actors = known_names(shipped), shipped.by_id("actors")
    sides = [
        "High Council of Afghanistan Islamic Emirate, IS",
        "Government of United Kingdom, Government of United States of America",
    ]
    found, others = actor_ids(sides, "2017-05-01", known, actors)
    assert found == ["iskp", "united_states"] and [name for name, _ in others] == [
        "High Council of Afghanistan Islamic Emirate", "Government of United Kingdom"
    ]  # fmt: skip
    assert actor_ids(["Ministry of Rural Rehabilitation, Kabul"], "2017-05-01", known, actors)[1] == [
        ("Ministry of Rural Rehabilitation, Kabul", "")
    ]


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


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Taliban (Pakistan)", None), ("Islamic State (Iraq)", None), ("Islamic State (Afghanistan)", "iskp"),
        ("Islamic State Khorasan Province (ISKP)", "iskp"), ("Civilians (Pakistan)", "civilians"), ("Taliban", "taliban"),
    ],
)  # fmt: skip
def test_a_branch_in_another_country_is_another_group(shipped, name, actor) -> None:
    assert actor_of(name, "2021-09-05", known_names(shipped)) == actor


def test_names_that_are_not_known_are_listed(make, read) -> None:
    notes = {(note["code"], note["value"]) for note in read(make.acled({"actor2": "Some Ethnic Militia"})).notes}
    assert ("actor_unknown", "Some Ethnic Militia") in notes


def test_names_that_are_known_and_not_linked_are_counted_with_the_reason(make, read) -> None:
    rows = ({"actor1": "HQN: Haqqani Network"}, {"actor1": "HQN: Haqqani Network", "event_id_cnty": "2"})
    (note,) = [note for note in read(make.acled(*rows)).notes if note["code"] == "actor_not_linked"]
    assert note["value"].startswith("HQN: Haqqani Network (a network within") and note["count"] == 2
