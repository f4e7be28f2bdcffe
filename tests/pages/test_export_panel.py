"""The export panel: what is on the screen becomes a command; jobs are bounded, cancelled wholly, and leave no file."""

from __future__ import annotations

import argparse
import gc
import io
import math
import os
import shlex
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from geo.address.view import ViewState
from geo.cli import make_parser
from geo.control.timeline import Timeline
from geo.mercator import LonLatBox
from geo.style.extents import WIDE_BOUNDS
from geo.wording.text import t
from pages.ui.export import finished as held
from pages.ui.export import jobs
from pages.ui.export.choices import (
    DATA,
    DAYS,
    FILM,
    FORMS,
    KINDS,
    PACK,
    PICTURE,
    REPLAY,
    SCREEN,
    SIZES,
    TABLES,
    Choice,
    Seen,
    frames_of,
    lacks_reference,
    max_frames,
    plan_of,
)
from pages.ui.export.jobs import CANCELLED, DONE, FAILED, GONE, RUNNING, Job
from pages.ui.export.reported import address_in, bounds_in
from pages.ui.server import quota
from pages.ui.server.gate import Busy
from trials.at_rest import until

ROOT = Path(__file__).resolve().parents[2]
TINY = ROOT / "tests" / "tiny" / "data"
DAY = "2021-09-05"
VIEW = ViewState(DAY, perspective="nrf", window="90", province="AF-PAN", type="battles", grade="verified,reported")
SEEN = Seen(VIEW, LonLatBox(68.9, 34.95, 70.4, 36.2))
LONG_FILM = ["replay", "--from", "2021-08-15", "--to", "2021-09-30", "--size", "1920x1080"]


# --- choices ------------------------------------------------------------------------------


def choices() -> list[Choice]:
    span = {"start": "2021-08-15", "end": DAY}
    made = [Choice(kind, form, SCREEN, SIZES.get(kind, ((1, 1),))[0], **span) for kind in KINDS for form in FORMS[kind]]
    return made + [Choice(DATA, "gpkg", "country", table=table) for table in TABLES]


@pytest.mark.parametrize("choice", choices(), ids=lambda c: f"{c.kind} {c.form} {c.table}")
def test_each_choice_is_a_command_of_the_same_view(shipped_line: Timeline, choice: Choice) -> None:
    """The command line reads it back as the view that is on the screen."""
    plan = plan_of(shipped_line, SEEN, choice)
    arguments = make_parser().parse_args([*plan.command, "-o", plan.file_name])
    assert isinstance(arguments, argparse.Namespace) and not plan.refused
    assert arguments.extent == ("68.9,34.95,70.4,36.2" if choice.extent == SCREEN else "AF")
    assert shlex.split(plan.shell)[3:] == [*plan.command, "-o", plan.file_name]
    if choice.kind not in (DATA, DAYS):
        assert (arguments.perspective, arguments.window) == ("nrf", "90")
    if choice.kind not in (DATA, DAYS) or (choice.kind == DATA and choice.table == "events"):
        assert (arguments.type, arguments.grade) == ("battles", "verified,reported")
    if choice.kind == DAYS:
        assert (arguments.start, arguments.end, arguments.perspective) == ("2021-08-15", DAY, "nrf")
    elif choice.kind == FILM:
        assert (arguments.start, arguments.end, arguments.size) == ("2021-08-15", DAY, (1280, 720))
    elif choice.kind == DATA and choice.table == "events":
        assert (arguments.start, arguments.end) == ("2021-08-15", DAY)  # the window begins before the record
    else:
        assert arguments.day == DAY
    assert plan.estimate.size > 1000 and plan.estimate.seconds > 0
    assert plan.file_name.startswith("afghanistan-") and plan.file_name.endswith(f".{choice.form}")


@pytest.mark.parametrize("choice", choices(), ids=lambda c: f"{c.kind} {c.form} {c.table}")
def test_rows_of_ucdp_on_the_screen_go_along_or_the_panel_says_that_they_can_t(
    shipped_line: Timeline, choice: Choice
) -> None:
    seen = replace(SEEN, view=replace(VIEW, reference="ucdp"))
    plan = plan_of(shipped_line, seen, choice)
    arguments = make_parser().parse_args([*plan.command, "-o", plan.file_name])
    assert (getattr(arguments, "reference", None) == "ucdp") != lacks_reference(seen, choice)
    assert not lacks_reference(SEEN, choice) and "--reference" not in plan_of(shipped_line, SEEN, choice).command


def test_what_cannot_be_made_here_is_said(shipped_line: Timeline) -> None:
    late = Choice(FILM, "mp4", size=(1280, 720), start="2022-01-02", end="2022-01-01")
    assert "before the first" in plan_of(shipped_line, SEEN, late).refused
    last = shipped_line.dataset.last_day
    long = Choice(FILM, "mp4", size=(1280, 720), start="2021-08-15", end=last)
    assert frames_of(long) > max_frames(long.size)
    assert "at most" in plan_of(shipped_line, SEEN, long).refused
    weekly = Choice(FILM, "mp4", size=(1280, 720), start="2021-08-15", end=last, step="week")
    assert plan_of(shipped_line, SEEN, weekly).refused == ""
    both = Seen(ViewState(DAY, perspective="both"))
    assert plan_of(shipped_line, both, Choice(DATA, "csv", table="provinces")).refused
    assert not plan_of(shipped_line, both, Choice(DATA, "csv", table="zones")).refused


def test_frames_are_those_of_the_film() -> None:
    from geo.export.film import frame_days

    for start, end in (("2021-08-15", "2021-08-15"), ("2021-08-15", "2021-08-31"), ("2021-08-15", "2021-09-12")):
        for step in ("day", "week"):
            assert frames_of(Choice(FILM, start=start, end=end, step=step)) == len(frame_days(start, end, step))


@given(
    st.lists(st.floats() | st.integers(-400, 400) | st.booleans() | st.text(max_size=3), max_size=5)
    | st.tuples(st.floats(50, 85), st.floats(20, 45), st.floats(50, 85), st.floats(20, 45)).map(list)
    | st.none() | st.text() | st.dictionaries(st.text(), st.integers())
)  # fmt: skip
def test_bounds_are_numbers_within_what_the_map_may_show(value: Any) -> None:
    bounds = bounds_in(value)
    if bounds is not None:
        (low, left), (high, right) = WIDE_BOUNDS
        assert all(type(n) is float and math.isfinite(n) for n in map(float, bounds))
        assert left <= bounds[0] < bounds[2] <= right and low <= bounds[1] < bounds[3] <= high
        assert bounds_in(list(bounds)) == bounds


def test_bounds_of_a_screen() -> None:
    assert bounds_in([68.9, 34.95, 70.4, 36.2]) == (68.9, 34.95, 70.4, 36.2)
    assert bounds_in([10, 10, 120, 80]) == (54.0, 25.0, 104.0, 43.0)  # a far sight is cut to what is drawn
    for elsewhere in ([55, 25, 58, 27], [70.4, 34.95, 68.9, 36.2], [68, 34, 68.001, 36], [True, 30, 70, 38]):
        assert bounds_in(elsewhere) is None
    whole, near = LonLatBox(60.0, 29.0, 76.0, 39.0), LonLatBox(68.9, 34.95, 70.4, 36.2)
    assert Seen(ViewState(DAY), whole).usual_extent() == Seen(ViewState(DAY)).usual_extent() == "country"
    assert Seen(ViewState(DAY), near).usual_extent() == SCREEN
    assert Seen(VIEW, near).usual_extent() == Seen(VIEW).usual_extent() == "province"  # the one that is open
    assert Seen(ViewState(DAY)).extents() == ["country", "panjshir"]


@pytest.mark.parametrize(
    ("address_given", "address"),
    [
        ("https://map.example.org/?date=x#y", "https://map.example.org/"),
        ("http://localhost:8501/", None), ("http://127.0.0.1:8501/", None), ("javascript:alert(1)", None),
        ("https://" + "x" * 300, None), ("http://[", None), (None, None), (3, None),
    ],
)  # fmt: skip
def test_only_an_address_that_others_reach_is_written_on_a_picture(address_given: Any, address: str | None) -> None:
    assert address_in(address_given) == address


# --- jobs ---------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where jobs put their folders in this test; every slot is free again at its end."""
    folder = tmp_path / "jobs"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(jobs, "_slots", jobs.threading.BoundedSemaphore(jobs.MAX_AT_ONCE))
    return folder


def ended(job: Job) -> Job:
    until(lambda: job.state != RUNNING)
    return job


def living(group: int) -> list[str]:
    """The processes of a group that run; those that only wait to be noted as ended do not."""
    listing = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], text=True, capture_output=True, check=True).stdout
    rows = [line.split(maxsplit=2) for line in listing.splitlines()]
    return [" ".join(row) for row in rows if row[0] == str(group) and not row[1].startswith("Z")]


def until_free(folder: Path) -> None:
    """Until folders are gone and all slots are free."""
    until(lambda: not list(folder.iterdir()) and jobs._slots._value == jobs.MAX_AT_ONCE, folder)


def test_a_job_gives_what_the_command_line_writes(own_folder: Path, tmp_path: Path) -> None:
    from geo.cli import main

    command = ["export", "events", "--for-spreadsheets"]
    job = ended(Job(command, "events.csv", 2, TINY))
    assert job.state == DONE and job.share == 1.0, job.message
    assert main([*command, "-o", str(tmp_path / "events.csv"), "--data", str(TINY)]) == 0
    with zipfile.ZipFile(io.BytesIO(job.content)) as pack:  # a table never goes without its description
        assert sorted(pack.namelist()) == ["events.csv", "events.csv-metadata.json"]
        assert pack.read("events.csv") == (tmp_path / "events.csv").read_bytes()
    until_free(own_folder)


def test_what_fails_says_why_in_one_line_and_leaves_nothing(own_folder: Path) -> None:
    job = ended(Job(["render", "1999-01-01"], "map.png", 2, TINY))
    assert job.state == FAILED and "not a day of the record" in job.message and str(own_folder) not in job.message
    assert job.content == b""
    until_free(own_folder)


def test_cancel_ends_every_process_and_leaves_nothing(own_folder: Path) -> None:
    job = Job(LONG_FILM, "film.mp4", 30, TINY)
    until(lambda: job.frames or job.state != RUNNING)  # it draws: there are workers and an encoder
    assert job.state == RUNNING, job.message
    assert 0 < job.share < 1 and list(own_folder.iterdir())
    group = job._run.process.pid
    job.cancel()
    assert job.state == CANCELLED and job.content == b"" and list(own_folder.iterdir()) == []
    assert living(group) == []
    until_free(own_folder)
    job.cancel()  # once more does no harm


def test_the_server_makes_two_at_a_time(own_folder: Path) -> None:
    first, second = Job(LONG_FILM, "a.mp4", 30, TINY), Job(LONG_FILM, "b.mp4", 30, TINY)
    with pytest.raises(Busy):
        Job(LONG_FILM, "c.mp4", 30, TINY)
    first.cancel()
    second.cancel()
    until_free(own_folder)
    ended(Job(["export", "events"], "events.geojson", 2, TINY))


def test_a_job_that_nobody_holds_any_more_is_cancelled(own_folder: Path) -> None:
    job = Job(LONG_FILM, "film.mp4", 30, TINY)
    group = job._run.process.pid
    del job
    gc.collect()
    until_free(own_folder)
    assert living(group) == []


def test_a_job_that_takes_too_long_is_stopped(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "LONGEST_S", 0.2)
    job = ended(Job(LONG_FILM, "film.mp4", 30, TINY))
    assert job.state == FAILED and "longer than" in job.message
    until_free(own_folder)


def test_finished_exports_are_counted_and_freed(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, as_session: Callable[[str], None]
) -> None:
    monkeypatch.setattr(held, "_held", quota.Quota())
    command, made = ["export", "events"], "events.geojson"
    as_session("a")
    first = ended(Job(command, made, 2, TINY))
    assert first.state == DONE
    size = held._held._held["a"]
    assert size >= len(first.content) > 0
    monkeypatch.setattr(held, "MOST_OF_ALL", int(size * 1.5))
    as_session("b")
    second = ended(Job(command, made, 2, TINY))
    until_free(own_folder)
    assert (second.state, second.message, second.content) == (FAILED, t("take.no_room"), b"")
    run = first._run
    del first
    gc.collect()
    until(lambda: run.state == GONE)
    assert run.content == b"" and ended(Job(command, made, 2, TINY)).state == DONE
    until_free(own_folder)


def test_a_finished_export_is_let_go_after_some_minutes(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, as_session: Callable[[str], None]
) -> None:
    monkeypatch.setattr(held, "_held", quota.Quota())
    monkeypatch.setattr(held, "KEPT_S", 0)
    as_session("a")
    job = Job(["export", "events"], "events.geojson", 2, TINY)
    until(lambda: job.state == GONE)
    assert job.content == b""
    until(lambda: held._held._held.get("a") == 0)
    until_free(own_folder)


def test_what_is_too_large_is_not_taken(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "LARGEST", 1000)
    job = ended(Job(["export", "events"], "events.geojson", 2, TINY))
    assert job.state == FAILED and job.content == b""
    until_free(own_folder)


def test_a_killed_process_is_a_failure(own_folder: Path) -> None:
    job = Job(LONG_FILM, "film.mp4", 30, TINY)
    os.killpg(job._run.process.pid, signal.SIGKILL)
    assert ended(job).state == FAILED
    until_free(own_folder)


# --- the panel ----------------------------------------------------------------------------


@pytest.fixture
def panel(shipped_line: Timeline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AppTest:
    """The panel alone, opened, over the shipped record."""

    def script() -> None:
        import streamlit as st

        from geo.address.view import ViewState
        from pages.ui import components, state
        from pages.ui.export import panel as export_panel

        components.screen_report = lambda addresses, on_report: None
        st.session_state.setdefault(state.VIEW, ViewState("2021-09-05", perspective="nrf", type="battles"))
        export_panel.show(st.session_state["line"], {})

    page = AppTest.from_function(script, default_timeout=60)
    page.session_state["line"] = shipped_line
    page.session_state["take_open"] = True
    return page.run()


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def finished(page: AppTest) -> AppTest:
    ended(page.session_state["take_job"])
    return page.run()


def test_the_panel_says_what_will_be_made_and_makes_it(panel: AppTest, own_folder: Path) -> None:
    assert not panel.exception
    assert (
        panel.text[0].value
        == "Sunday 5 September 2021 · As the NRF says · Events of the 30 days up to the day · filters: Type: Battles"
    )
    panel.radio(key="take_kind").set_value(DATA).run()
    panel.selectbox(key="take_form").set_value("geojson").run()
    assert any("About" in text.value for text in panel.text)
    assert "--type battles" in panel.code[0].value and "export events" in panel.code[0].value
    press(panel, "take_make")
    assert panel.session_state["take_job"].state in (RUNNING, DONE)
    finished(panel)
    assert not panel.exception
    assert panel.session_state["take_job"].state == DONE
    assert any("afghanistan-events-2021-09-05.geojson" in text.value for text in panel.text)
    until_free(own_folder)


def test_what_was_made_is_offered_only_where_such_a_thing_is_chosen(panel: AppTest, own_folder: Path) -> None:
    panel.radio(key="take_kind").set_value(DATA).run()
    press(panel, "take_make")
    finished(panel)
    offered = [text.value for text in panel.text if "afghanistan-events" in text.value]
    assert offered
    panel.radio(key="take_kind").set_value(FILM).run()
    assert not [text.value for text in panel.text if "afghanistan-events" in text.value]
    panel.radio(key="take_kind").set_value(DATA).run()
    assert [text.value for text in panel.text if "afghanistan-events" in text.value] == offered
    panel.selectbox(key="take_table").set_value("zones").run()
    assert not [text.value for text in panel.text if "afghanistan-events" in text.value]
    until_free(own_folder)


def test_what_is_printed_has_its_whole_address(shipped_line: Timeline) -> None:
    """What is chosen on the page goes into commands whose files print an address, and into no others."""
    view = ViewState("2021-09-05", district="AF-PAN-rukha", at="35.200,69.500,8.00", since="2021-08-20")
    for kind, form in ((PICTURE, "png"), (PACK, "zip"), (FILM, "mp4")):
        choice = Choice(kind, form, start="2021-09-01", end="2021-09-05")
        command = plan_of(shipped_line, Seen(view), choice).command
        assert {"--district=AF-PAN-rukha", "--at=35.200,69.500,8.00", "--since=2021-08-20"} <= set(command)
    assert not [part for part in plan_of(shipped_line, Seen(view), Choice(DATA, "csv")).command if "rukha" in part]


def test_a_file_that_is_not_held_any_more_is_not_offered(panel: AppTest, own_folder: Path) -> None:
    panel.radio(key="take_kind").set_value(DATA).run()
    press(panel, "take_make")
    finished(panel)
    assert [text for text in panel.text if "afghanistan-events" in text.value]
    job = panel.session_state["take_job"]
    job._run.unheld.set()
    until(lambda: job.state == GONE)
    panel.run()
    assert not panel.exception and not [text for text in panel.text if "afghanistan-events" in text.value]
    assert t("take.gone", count=10) in [caption.value for caption in panel.caption]
    until_free(own_folder)


def test_cancel_in_the_panel(panel: AppTest, own_folder: Path) -> None:
    panel.radio(key="take_kind").set_value(FILM).run()
    press(panel, "take_make")
    press(panel, "take_cancel")
    assert panel.session_state["take_job"].state == CANCELLED
    panel.run()
    assert any("nothing was kept" in caption.value for caption in panel.caption)
    until_free(own_folder)


def test_a_film_that_is_too_long_is_refused_politely(panel: AppTest) -> None:

    panel.radio(key="take_kind").set_value(FILM).run()
    panel.session_state["take_to_day"] = "2025-01-01"
    panel.run()
    assert "at most" in panel.warning[0].value and panel.button(key="take_make").disabled


def test_a_busy_server_is_told(panel: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_slots", jobs.threading.BoundedSemaphore(1))
    jobs._slots.acquire()
    press(panel, "take_make")
    assert "at most 2 exports" in panel.warning[0].value and panel.session_state["take_job"] is None


def test_the_snippet_shows_the_view(panel: AppTest) -> None:
    panel.radio(key="take_kind").set_value(REPLAY).run()
    snippet = panel.code[0].value
    assert 'sandbox="allow-scripts allow-popups"' in snippet and "perspective=nrf&amp;type=battles" in snippet


def test_pictures_and_packs_have_sizes(panel: AppTest) -> None:
    for kind in (PICTURE, PACK):
        panel.radio(key="take_kind").set_value(kind).run()
        assert panel.selectbox(key="take_size").options[0] == "1600 × 900" and not panel.exception


@pytest.mark.parametrize("kind", [PICTURE, REPLAY, PACK])
def test_the_layer_on_the_screen_is_in_the_command(shipped_line, kind):
    view = ViewState("2024-12-31", window="365", layer="presence", presence="lists")
    form = FORMS[kind][0]
    command = plan_of(shipped_line, Seen(view), Choice(kind, form)).command
    requested = dict(pairwise(command))
    assert (requested["--layer"], requested["--presence"]) == ("presence", "lists")
    control = plan_of(shipped_line, Seen(replace(view, layer="control")), Choice(kind, form))
    assert "--layer" not in control.command
