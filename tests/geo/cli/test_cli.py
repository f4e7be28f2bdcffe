"""The command line: answers, exit codes 0, 1 and 2, and nothing that is withheld."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from geo import cli
from geo.cli import COMMANDS, main
from geo.record.geojson import read_features
from geo.record.schema import FILES

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], tiny_dir: Path) -> Ask:
    """ask("at", "2021-08-24"): the command over the tiny record, or over `data=`."""

    def run(*words: str, data: Path = tiny_dir) -> Answer:
        where = [str(data)] if words[0] == "validate" else ["--data", str(data)]
        try:
            code = main([*words, *where])
        except SystemExit as left:
            code = int(left.code or 0)
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


#: What tells of the withheld event: its number, title, summary, claim and point.
SECRETS = ("EV-2021-0003", "Household", "must not leave", "house was searched", "67.11,34.13")
SPAN = ("--from", "2021-08-15", "--to", "2021-10-01")


def test_at_tells_the_shares_of_each_province(ask: Ask) -> None:
    answer = ask("at", "2021-08-24")
    assert answer.code == 0
    assert "AF-BBB  Bbb          nrf 75.0 % (3 districts), taliban 25.0 % (1 district)" in answer.out
    assert "AF-CCC  Ccc          nrf 50.0 % (1 district, 1 contested)" in answer.out


def test_at_as_data_has_every_district_and_the_version(ask: Ask, tiny: Any) -> None:
    answer = ask("at", "2021-08-24", "--json", "--perspective", "nrf").json
    assert (answer["as_of"], answer["perspective"], answer["dataset"]) == ("2021-08-24", "nrf", tiny.version)
    districts = {row["admin2_id"]: row for row in answer["districts"]}
    assert len(districts) == 8
    assert districts["AF-AAA-east"]["controller"] == "nrf"
    assert districts["AF-AAA-east"]["told_by"] == "own"


def test_at_by_a_definition_names_it_and_counts_every_district(ask: Ask) -> None:
    answer = ask("at", "2021-08-24", "--definition", "lwj")
    assert answer.code == 0
    assert "By the Long War Journal’s published rule, applied by us" in answer.out
    told = ask("at", "2021-08-24", "--definition", "ours", "--json").json
    assert sum(count["districts"] for count in told["counts"]) == len(told["districts"]) == 8
    states = {row["admin2_id"]: row for row in ask("at", "2021-08-24", "--json").json["districts"]}
    for row in told["districts"]:
        assert (row["controller"], row["status"]) == tuple(
            states[row["admin2_id"]][k] for k in ("controller", "status")
        )


def test_a_definition_goes_with_no_partys_view_and_no_other_layer(ask: Ask) -> None:
    for more in (("--perspective", "nrf"), ("--layer", "activity")):
        answer = ask("at", "2021-08-24", "--definition", "lwj", *more)
        assert answer.code and "--definition goes with" in answer.err


def test_diff_tells_areas_districts_and_events(ask: Ask) -> None:
    answer = ask("diff", "2021-08-15", "2021-08-24", "--json").json
    found = [(d["admin2_id"], d["before"], d["after"]) for d in answer["districts"]]
    assert found == [
        ("AF-BBB-ne", "nrf (control)", "taliban (control)"),
        ("AF-CCC-south", "taliban (control)", "nrf (contested)"),
    ]
    assert [area["area_km2"] for area in answer["areas"]] == [5000, 2500]
    assert answer["events"] == ["EV-2021-0001", "EV-2021-0002"]


def test_diff_goes_backwards_too(ask: Ask) -> None:
    answer = ask("diff", "2021-08-24", "2021-08-15", "--json").json
    assert answer["districts"][0]["before"] == "taliban (control)"
    assert answer["events"] == ["EV-2021-0001", "EV-2021-0002"]


def test_diff_of_a_day_with_itself_is_nothing(ask: Ask) -> None:
    assert "No district changed" in ask("diff", "2021-08-24", "2021-08-24").out


def test_presence_tells_lists_and_that_silence_is_no_zero(ask: Ask) -> None:
    answer = ask("presence", "2021-09-15")
    assert "said to be absent: AF-BBB" in answer.out
    assert "'no data', not zero" in answer.out
    lists = {entry["list_id"]: entry for entry in ask("presence", "2021-09-15", "--json").json["lists"]}
    assert (lists["nrf-september"]["present"], lists["nrf-september"]["absent"]) == (["AF-AAA"], ["AF-BBB"])
    assert lists["un-september"]["source_ids"] == ["SRC-0004"]


def test_events_as_text_say_when_there_is_none(ask: Ask) -> None:
    assert "2021-08-20  EV-2021-0001  reported  AF-AAA" in ask("events", *SPAN).out
    assert "which is not: nothing happened" in ask("events", "--from", "2021-08-21", "--to", "2021-08-22").out


def test_events_can_be_asked_by_province_actor_and_grade(ask: Ask) -> None:
    answer = ask("events", *SPAN, "--province", "AF-BBB", "--actor", "nrf", "--verification", "disputed", "--json").json
    assert [event["event_id"] for event in answer["events"]] == ["EV-2021-0002"]
    assert (answer["query"]["area"], answer["query"]["grade"]) == ("AF-BBB", "disputed")


def test_events_as_csv_can_be_read_and_have_their_point(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("events", *SPAN, "--format", "csv").out)))
    assert [row["event_id"][-1] for row in rows] == ["1", "2", "4", "5", "6"]
    assert (rows[0]["lon"], rows[0]["lat"], rows[2]["lon"]) == ("66.5", "34.25", "")
    assert rows[1]["source_ids"] == "SRC-0001;SRC-0002;SRC-0003"
    assert json.loads(rows[1]["claims"])[0]["claimant"] == "nrf"


def test_events_as_geojson_are_canonical(ask: Ask) -> None:
    text = ask("events", *SPAN, "--format", "geojson").out
    rows = read_features(text, "stdout", FILES["events"])
    assert [row.geometry is None for row in rows] == [False, False, True, True, True]


@pytest.mark.parametrize(
    "words",
    [
        ("events", *SPAN),
        ("events", *SPAN, "--json"),
        ("events", *SPAN, "--format", "csv"),
        ("events", *SPAN, "--format", "geojson"),
        ("events", *SPAN, "--actor", "civilians", "--json"),
        ("at", "2021-08-25", "--json"),
        ("at", "2021-08-25", "--json", "--definition", "acled-syria"),
        ("at", "2021-09-20", "--json", "--layer", "activity", "--window", "all"),
        ("at", "2021-09-20", "--json", "--layer", "presence", "--presence", "claims"),
        ("diff", "2021-08-15", "2021-09-10", "--json"),
        ("casualties", *SPAN, "--json"),
        ("coverage", "--json"),
        ("province", "AF-BBB", "--json"),
        ("check", "--json"),
    ],
    ids=" ".join,
)
def test_withheld_events_never_leave(ask: Ask, words: tuple[str, ...]) -> None:
    answer = ask(*words)
    assert answer.code == 0
    for secret in SECRETS:
        assert secret not in answer.out


@pytest.mark.parametrize(
    "words",
    [("export", "events", "-o", "e.csv"), ("export", "events", "-o", "e.geojson"), ("export-html", "-o", "e.html")],
    ids=" ".join,
)
def test_withheld_events_are_in_no_written_file(ask: Ask, tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / words[-1]
    assert ask(*words[:-1], str(path)).code == 0
    text = path.read_text("utf-8")
    assert "EV-2021-0002" in text
    for secret in SECRETS:
        assert secret not in text


def test_validate_finds_nothing_in_a_sound_record(ask: Ask) -> None:
    answer = ask("validate")
    assert (answer.code, answer.out) == (0, "No problem found.\n")
    assert ask("validate", "--json").json == []


def test_validate_lists_all_problems_and_leaves_with_1(ask: Ask, tiny_copy: Path) -> None:
    path = tiny_copy / "actors.json"
    path.write_text(path.read_text("utf-8").replace('"kind":"', '"kind":"x'), "utf-8")
    answer = ask("validate", data=tiny_copy)
    assert answer.code == 1
    assert len(answer.out.splitlines()) == 4 + 1
    assert "data/actors.json:2 aff kind: 'xresistance_front' is not one of de_facto_authority" in answer.out
    assert [problem["rule"] for problem in ask("validate", "--json", data=tiny_copy).json] == ["enum"] * 4


def test_validate_tells_points_that_moved_and_stale_files(ask: Ask, tiny_copy: Path) -> None:
    path = tiny_copy / "events.geojson"
    path.write_text(path.read_text("utf-8").replace("[67.75,34.75]", "[68.75,34.75]"), "utf-8")
    (tiny_copy / "control_zones.geojson").unlink()
    answer = ask("validate", data=tiny_copy)
    assert answer.code == 1
    assert "states AF-BBB-ne, but its point lies in AF-CCC-north" in answer.out
    assert "data/control_zones.geojson is not what control_claims.csv gives" in answer.out


def test_validate_tells_every_missing_file(ask: Ask, tmp_path: Path) -> None:
    answer = ask("validate", data=tmp_path / "nowhere")
    assert answer.code == 1
    assert answer.out.count("the file is missing") == len(FILES)


@pytest.mark.parametrize("command", [("at", "2021-08-24"), ("events", *SPAN), ("presence", "2021-09-01"), ("check",)])
def test_an_unsound_record_is_refused_with_1_and_its_problems(ask: Ask, tiny_copy: Path, command: Any) -> None:
    (tiny_copy / "presence.json").unlink()
    answer = ask(*command, data=tiny_copy)
    assert (answer.code, answer.out) == (1, "")
    assert "data/presence.json the file is missing" in answer.err


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("at", "1400-05-24"), "before the period"),
        (("at", "2021-08-14"), "before the period, which begins on 2021-08-15"),
        (("at", "yesterday"), "'yesterday' is not a day YYYY-MM-DD"),
        (("at", "2021-02-30"), "is not a day"),
        (("at", "20210820"), "is not a day YYYY-MM-DD"),
        (("at", "01/02/2021"), "is not a day"),
        (("at", "2021-08-24", "--perspective", "god"), "invalid choice: 'god'"),
        (("at",), "required"),
        (("events", "--from", "2021-09-01", "--to", "2021-08-01"), "2021-08-01 is before"),
        (("events", *SPAN, "--province", "AF-XXX"), "'AF-XXX' is not one of AF-AAA, AF-BBB, AF-CCC"),
        (("events", *SPAN, "--actor", "ghosts"), "--actor 'ghosts' is not of aff, civilians, nrf, taliban"),
        (("events", *SPAN, "--verification", "sure"), "--grade 'sure' is not of verified, reported"),
        (("events", *SPAN, "--format", "xml"), "invalid choice"),
        (("dance",), "invalid choice: 'dance'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_call_leaves_with_2_and_says_what_is_allowed(ask: Ask, words: Any, part: str) -> None:
    answer = ask(*words)
    assert (answer.code, answer.out) == (2, "")
    assert part in answer.err
    assert "Traceback" not in answer.err


def test_build_makes_the_zones_anew(ask: Ask, tiny_copy: Path, tiny_dir: Path) -> None:
    (tiny_copy / "control_zones.geojson").unlink()
    assert ask("build", "record", data=tiny_copy).code == 0
    assert (tiny_copy / "control_zones.geojson").read_bytes() == (tiny_dir / "control_zones.geojson").read_bytes()


NEW = (
    "new",
    "event",
    "--date",
    "2021-09-20",
    "--province",
    "AF-CCC",
    "--source",
    "SRC-0001",
    "--recorded-on",
    "2026-11-01",
)


def test_new_adds_a_sound_record_with_the_next_id(ask: Ask, tiny_copy: Path) -> None:
    answer = ask(*NEW, "--title", "Something in Ccc", data=tiny_copy)
    assert answer.out.startswith("EV-2021-0007 is in ")
    assert ask("validate", data=tiny_copy).code == 0


@pytest.mark.parametrize(
    "words", [(*NEW, "--title", "Ccc was liberated"), (*NEW[:7], "SRC-9999", *NEW[8:], "--title", "x")]
)
def test_new_leaves_the_file_as_it_was_when_the_record_would_be_unsound(ask: Ask, tiny_copy: Path, words: Any) -> None:
    before = (tiny_copy / "events.geojson").read_bytes()
    assert ask(*words, data=tiny_copy).code in (1, 2)
    assert (tiny_copy / "events.geojson").read_bytes() == before


def test_every_command_has_a_file_and_tells_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    message = capsys.readouterr().out
    for name in COMMANDS:
        assert re.search(rf"^    {name}\s", message, re.MULTILINE)
    files = {f"{path.parent.name}.{path.stem}" for path in Path(cli.__file__).parent.glob("*/*.py")}
    assert {name for name in files if not name.endswith(".__init__")} == set(COMMANDS.values())


@pytest.mark.parametrize(
    "settings", [{"LC_ALL": "C", "TZ": "America/Los_Angeles"}, {"LC_ALL": "C.UTF-8", "TZ": "Asia/Kabul"}], ids=str
)
def test_the_answer_does_not_depend_on_place_or_language(tiny_dir: Path, ask: Ask, settings: dict[str, str]) -> None:
    words = ["diff", "2021-08-15", "2021-08-24"]
    done = subprocess.run(
        [sys.executable, "-m", "geo", *words, "--data", str(tiny_dir)],
        cwd=ROOT, env=os.environ | settings, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stdout.decode("utf-8") == ask(*words).out
    assert "→" in done.stdout.decode("utf-8")
