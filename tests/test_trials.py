"""Trials of `make soak`, in small: kills, zones and locales, fuzz, views; and the fixture that every browser test uses."""

from __future__ import annotations

import argparse
import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from geo.cli import make_parser
from geo.record.load import load
from trials import __main__ as trials_main
from trials import fuzz, report, state
from trials.at_rest import until
from trials.faults import TINY
from trials.kills import COMMANDS, LOCALES, locales

ROOT = Path(__file__).resolve().parents[1]
BROWSER_TESTS = sorted((ROOT / "tests").rglob("browser/test_*.py"))
#: The fixtures that open a page: watched, with all other hosts blocked.
WATCHED = {"pages", "replay", "watched"}


def trial(name: str, size: int) -> report.Outcome:
    """A trial in a process of its own (it forks and kills)."""
    command = [sys.executable, "-m", "trials", name, "--size", str(size), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout, done.stderr[-2000:]
    return report.Outcome(**json.loads(done.stdout.strip().splitlines()[-1]))


@pytest.mark.parametrize(
    ("name", "size"), [("killed", 4), ("everywhere", 2), pytest.param("amplified", 3, marks=pytest.mark.full)]
)
def test_the_trial_holds_in_small(name: str, size: int) -> None:
    outcome = trial(name, size)
    assert outcome.holds, outcome.figures


def test_a_locale_that_is_made_is_in_force(tmp_path: Path) -> None:
    """What the system may lack is made by the trial: a comma for a point, or nothing would have been compared."""
    message = (
        "import locale; locale.setlocale(locale.LC_ALL, ''); print(f'{1234.5:n}', locale.nl_langinfo(locale.DAY_1))"
    )
    if not (made := locales(tmp_path)):
        pytest.skip("localedef or its sources (Debian: locales) are not here")
    known = os.environ | made
    output = {
        name: subprocess.run(
            [sys.executable, "-c", message], env=known | {"LC_ALL": name}, capture_output=True, text=True, check=True
        ).stdout.strip()
        for name in LOCALES
    }
    assert output["de_DE.UTF-8"] == "1.234,5 Sonntag"
    assert len(set(output.values())) == len(LOCALES), output


def test_a_trial_that_hangs_is_stopped_with_all_that_it_started(tmp_path: Path) -> None:
    """It is asked to stop, and then made to; what it started goes with it."""
    noted = tmp_path / "noted"
    stubborn = f"import os, signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); open({str(noted)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    starter = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {stubborn!r}])"
    for limit_s in (2, 8, 32):  # until the machine was quick enough to start both
        with patch.object(trials_main, "GRACE_S", 0.1):
            _, _, in_time = trials_main.within([sys.executable, "-c", starter], limit_s)
        assert not in_time
        if noted.exists() and noted.read_text():
            break
    state = Path(f"/proc/{noted.read_text()}/stat")
    until(lambda: not runs(state))  # a process that was killed takes its time to end


def runs(state: Path) -> bool:
    """Whether a process runs; one that only waits to be buried does not."""
    try:
        return state.read_text().rpartition(") ")[2][:1] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_trial_that_is_not_done_in_time_is_written_down_so() -> None:
    (views,) = [trial for trial in trials_main.TRIALS if trial.name == "views"]
    outcome = trials_main.apart(views, 5, limit_s=0.01)
    assert not outcome.holds and "not done after, s" in outcome.figures
    assert "**no**" in report.text([outcome], 1)


def test_a_thousand_views_come_back_from_their_address() -> None:
    assert state.round_trips(load(TINY), 1000) == 1000


def test_changed_bytes_are_read_or_refused() -> None:
    for found in (fuzz.bytes_changed(600), fuzz.whole_files_changed(400, TINY)):
        assert found["uncaught"] == []
        assert len(found["outcomes"]) == 3  # refused by the reader, by the validator, or sound


def test_an_uncaught_error_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TypeError("not foreseen")

    monkeypatch.setattr(fuzz, "validate", fail)
    assert fuzz.whole_files_changed(200, TINY)["uncaught"]


def test_every_command_that_writes_is_in_the_table() -> None:
    """A command with `-o` writes; so does `build`."""
    (commands,) = [action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction)]
    writing = {name for name, parser in commands.choices.items() if "-o" in parser._option_string_actions} | {"build"}
    message = {command.call[0] for command in COMMANDS}
    assert writing - message == {"replay"}  # films: the same way of writing as pictures, and slow


def test_the_report_names_a_command_for_every_figure() -> None:
    outcome = report.Outcome("views", "Random views", 7, {"views": 7, "wrong": []}, 1.0, True)
    text = report.text([outcome], 60)
    assert "`python -m trials views --size 7`" in text and "- wrong: none" in text
    assert "## Open weaknesses" in text


def test_the_report_says_of_which_run_it_is() -> None:
    assert "with every trial" in report.text([], 60)
    assert report.of_which_run("2026-11-28", ["load", "views"]).startswith(
        "The run of 2026-11-28, without `load`, `views`."
    )


@pytest.mark.parametrize("path", BROWSER_TESTS, ids=lambda path: path.stem)
def test_every_browser_test_is_watched(path: Path) -> None:
    """No browser test opens a page by itself: only the fixture blocks and counts other hosts."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and not is_of_a_watched_page(node)}
    assert not names & {"new_context", "new_page", "launch", "launch_persistent_context"}
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name, test in functions.items():
        opens = any(isinstance(node, ast.Attribute) and node.attr == "goto" for node in ast.walk(test))
        assert not opens or asks(name, functions) & WATCHED, name


def is_of_a_watched_page(node: ast.Attribute) -> bool:
    """Whether it is `….context.new_page`: another page of a context that is watched whole."""
    return node.attr == "new_page" and isinstance(node.value, ast.Attribute) and node.value.attr == "context"


def asks(name: str, functions: dict[str, ast.FunctionDef]) -> set[str]:
    """The fixtures that a test asks for, and those that these ask for."""
    found = {argument.arg for argument in functions[name].args.args} if name in functions else set()
    return found.union(*(asks(other, functions) for other in found - {name}))


def test_a_test_that_opens_a_page_by_itself_would_be_seen() -> None:
    tree = ast.parse(
        "def test_x(browser):\n    browser.new_page().goto('x')\ndef page(pages): ...\ndef test_y(page): ..."
    )
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not asks("test_x", functions) & WATCHED
    assert asks("test_y", functions) & WATCHED
