"""The shipped record keeps its rules and tells the days that can be checked in the press.

No counts and no ids of events: the record grows.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from geo.build.zones import stale_zones
from geo.cli.record.validate import all_problems
from geo.control.timeline import Timeline
from geo.queries.casualties import ledger
from geo.queries.integrity import report
from geo.queries.join import check_places
from geo.record.geojson import Row, read_rows, write_rows
from geo.record.load import DATA_DIR, Dataset, load
from geo.record.schema import EQUAL_AREA_CRS, FILES, PERSPECTIVES, VERIFICATIONS, Field

README = DATA_DIR / "README.md"


def test_validate_finds_nothing(shipped_dir: Path) -> None:
    assert [str(problem) for problem in all_problems(shipped_dir)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_in_its_canonical_form(shipped_dir: Path, name: str) -> None:
    path = shipped_dir / FILES[name].path
    assert write_rows(read_rows(path, FILES[name]), FILES[name]).encode("utf-8") == path.read_bytes()


def test_every_event_has_sources_claims_and_a_grade(shipped: Dataset) -> None:
    for event in shipped.records("events"):
        assert event["source_ids"], event["event_id"]
        assert event["claims"], event["event_id"]
        assert event["verification"] in VERIFICATIONS, event["event_id"]


def test_nothing_is_told_before_it_happened_or_recorded_before_it_was_told(shipped: Dataset) -> None:
    days = {"events": "date_end", "control_claims": "valid_from", "presence": "as_of", "statistics": "window_end"}
    for name, day in days.items():
        for record in shipped.records(name):
            assert record[day] <= record["recorded_on"] <= (record["revised_on"] or "9999"), record
    for claim in shipped.records("control_claims"):
        assert shipped.first_day <= claim["valid_from"], claim["claim_id"]


def test_the_built_zones_are_fresh_and_a_changed_byte_would_be_seen(
    shipped: Dataset, shipped_dir: Path, tmp_path: Path
) -> None:
    assert stale_zones(shipped, shipped_dir) == []
    path = tmp_path / "control_zones.geojson"
    changed = bytearray((shipped_dir / path.name).read_bytes())
    changed[len(changed) // 2] ^= 1
    path.write_bytes(bytes(changed))
    assert len(stale_zones(shipped, tmp_path)) == 1


def test_points_lie_in_the_stated_province_and_a_moved_one_would_be_seen(shipped: Dataset) -> None:
    assert check_places(shipped) == []
    provinces = shipped.by_id("provinces")
    rows = list(shipped.tables["events"])
    index = next(i for i, row in enumerate(rows) if row.geometry)
    moved = rows[index]
    other = next(p for code, p in provinces.items() if code != moved.record["admin1"])
    point = {"type": "Point", "coordinates": [other["label_lon"], other["label_lat"]]}
    rows[index] = Row(moved.line, moved.record | {"notes": "A note excuses no other province."}, point)
    (problem,) = check_places(Dataset("moved", {**shipped.tables, "events": tuple(rows)}))
    assert problem.record_id == moved.record["event_id"]


def controllers(line: Timeline, day: str, perspective: str = "assessed") -> dict[str, str]:
    states = line.states_at(day, perspective)
    return {d: interval.state.controller if interval.state else "unknown" for d, interval in states.items()}


def panjshir(held: dict[str, str]) -> set[str]:
    return {controller for district, controller in held.items() if district.startswith("AF-PAN-")}


def test_17_august_2021_all_but_panjshir_is_talibans(shipped_line: Timeline) -> None:
    held = controllers(shipped_line, "2021-08-17")
    assert {d for d, controller in held.items() if controller != "taliban" and not d.startswith("AF-PAN-")} == set()
    assert panjshir(held) == {"nrf"}


def test_24_august_2021_dih_salah_is_not_talibans_and_puli_hisar_is(shipped_line: Timeline) -> None:
    held = controllers(shipped_line, "2021-08-24")
    assert held["AF-BGL-dih-salah"] != "taliban"
    assert held["AF-BGL-puli-hisar"] == "taliban"


def test_3_september_2021_the_claim_on_the_whole_valley_does_not_colour(shipped_line: Timeline) -> None:
    assert panjshir(controllers(shipped_line, "2021-09-03")) == {"nrf"}
    states = shipped_line.states_at("2021-09-03")
    for district in [d for d in states if d.startswith("AF-PAN-")]:
        state = states[district].state
        assert state and any(d.controller == "taliban" and d.certainty == "D" for d in state.disputed), district


def test_3_september_2021_as_the_taliban_say_all_panjshir_is_theirs(shipped_line: Timeline) -> None:
    assert panjshir(controllers(shipped_line, "2021-09-03", "taliban")) == {"taliban"}


def test_7_september_2021_bazarak_is_talibans(shipped_line: Timeline) -> None:
    assert controllers(shipped_line, "2021-09-07")["AF-PAN-bazarak"] == "taliban"


def test_14_january_2022_maymana_is_not_plainly_talibans(shipped_line: Timeline) -> None:
    state = shipped_line.states_at("2022-01-14")["AF-FYB-maymana"].state
    assert state and (state.controller, state.status) != ("taliban", "control")


@pytest.mark.parametrize("perspective", PERSPECTIVES)
@pytest.mark.parametrize("day", ["2021-08-15", "2021-09-05", "2022-06-01", "2025-01-01"])
def test_every_district_has_a_state_and_shares_are_whole(shipped_line: Timeline, day: str, perspective: str) -> None:
    assert "unknown" not in controllers(shipped_line, day, perspective).values()
    provinces = shipped_line.dataset.by_id("provinces")
    for admin1, shares in shipped_line.shares_at(day, perspective).items():
        assert sum(share.area_pct for share in shares) == pytest.approx(100, abs=0.05)
        assert sum(share.area_km2 for share in shares) == pytest.approx(provinces[admin1]["area_km2"], rel=1e-3)


def test_shares_by_overlay_are_those_by_table(shipped: Dataset, shipped_line: Timeline) -> None:
    """The same question asked twice: zones cut with provinces, and areas of districts added up."""
    day = "2021-09-05"
    held = controllers(shipped_line, day)
    zones: Any = shipped.frame("districts")
    zones["controller"] = zones["admin2_id"].map(held)
    assert zones["controller"].nunique() > 1
    provinces: Any = shipped.frame("provinces").set_index("admin1").to_crs(EQUAL_AREA_CRS)
    land = zones[["controller", "geometry"]].dissolve("controller", as_index=False).to_crs(EQUAL_AREA_CRS)
    pieces = land.overlay(provinces.reset_index()[["admin1", "geometry"]], how="intersection", keep_geom_type=True)
    pieces["area_pct"] = 100 * pieces.area / pieces["admin1"].map(provinces.area)
    measured = pieces.groupby(["admin1", "controller"])["area_pct"].sum().to_dict()
    counted = {(p, s.controller): s.area_pct for p, shares in shipped_line.shares_at(day).items() for s in shares}
    assert measured == pytest.approx(counted, abs=0.1)


def test_the_ledger_takes_only_its_own_claimants_numbers(shipped: Dataset, shipped_line: Timeline) -> None:
    """Each entry again without all other claimants: no figure of theirs can be in it."""
    found = ledger(shipped_line, shipped.first_day, shipped.last_day).entries
    assert len({(e.side, e.kind) for e in found}) < len(found)  # some loss is told by two claimants
    for claimant in {entry.claimant for entry in found}:
        rows = [
            Row(
                row.line,
                row.record | {"claims": [c for c in row.record["claims"] if c["claimant"] == claimant]},
                row.geometry,
            )
            for row in shipped.tables["events"]
        ]
        alone = Timeline(Dataset("alone", {**shipped.tables, "events": tuple(rows)}))
        assert [e for e in found if e.claimant == claimant] == list(
            ledger(alone, shipped.first_day, shipped.last_day).entries
        )


@pytest.mark.skipif(not README.exists(), reason="the dictionary is not written yet")
def test_the_dictionary_names_every_file_and_field() -> None:
    page = README.read_text("utf-8")

    def names(fields: tuple[Field, ...]) -> set[str]:
        return {name for field in fields for name in (field.name, *names(field.objects))}

    missing = [form.path for form in FILES.values() if f"`{form.path}`" not in page]
    missing += [
        f"{form.path}: {name}"
        for form in FILES.values()
        for name in sorted(names(form.fields))
        if not re.search(rf"`{name}`", page)
    ]
    assert missing == []


def test_a_copy_of_the_record_is_the_same_version(shipped: Dataset, shipped_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(shipped_dir, tmp_path / "data")
    assert load(tmp_path / "data").version == shipped.version


def test_one_page_is_one_source_and_a_title_names_who_tells(shipped: Dataset) -> None:
    found = report(shipped)
    assert found["same_address"] == []
    assert found["publishers_of_two_kinds"] == []
    assert found["titles_without_speaker"] == []
    assert found["circles_of_sources"] == []
    assert found["dated_by_a_page_without_a_day"] == []
    assert found["sources_without_words"] == []
    assert found["words_of_unlisted_pages"] == []
    assert found["one_side_alone_but_denied"] == []
