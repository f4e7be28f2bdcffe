"""What differs between versions, and the history of a record: counts that add up, fields before and after, nothing withheld."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from geo.cli import main
from geo.queries.releases.changes import fields_of_line, lines_of, version_changes
from geo.queries.releases.history import changes_between, files_now, histories, told_versions
from geo.queries.releases.kept import release, release_files
from geo.record.load import Dataset, load
from geo.record.problems import DataError
from geo.record.schema import FILES


@pytest.fixture(scope="module")
def steps(shipped: Dataset) -> list[str]:
    return [version for version, _ in told_versions(shipped)]


def test_the_same_version_has_no_change(shipped: Dataset) -> None:
    assert not any(one.count for one in changes_between(shipped, shipped.version, shipped.version).values())


def test_counts_add_up_from_version_to_version(steps: list[str]) -> None:
    for old, new in list(pairwise(steps))[::4]:
        before, after = release(old), release(new)
        changes = version_changes(release_files(old), release_files(new))
        for name in FILES:
            one = changes[name]
            shown = [len(d.public_events) if name == "events" else len(d.tables[name]) for d in (before, after)]
            assert shown[0] + len(one.new) - len(one.gone) == shown[1], (old, new, name)


def test_a_change_holds_the_fields_of_both_versions(steps: list[str]) -> None:
    old, new = steps[0], steps[1]
    before, after = (lines_of(release_files(version), "events") for version in (old, new))
    changes = version_changes(release_files(old), release_files(new))["events"]
    for change in changes.changed[:40]:
        was, now = fields_of_line(before[change.record_id]), fields_of_line(after[change.record_id])
        assert {field.name for field in change.fields} == {n for n in {*was, *now} if was.get(n) != now.get(n)}
        assert all((field.before, field.after) == (was.get(field.name), now.get(field.name)) for field in change.fields)


def test_changes_there_and_back_are_the_same(shipped: Dataset, steps: list[str]) -> None:
    there = changes_between(shipped, steps[0], steps[-1])
    back = changes_between(shipped, steps[-1], steps[0])
    for name, one in there.items():
        assert (one.new, one.gone) == (back[name].gone, back[name].new)
        assert [c.record_id for c in one.changed] == [c.record_id for c in back[name].changed]


def test_every_event_and_claim_has_a_history(shipped: Dataset, steps: list[str]) -> None:
    found = histories(shipped)
    assert {event["event_id"] for event in shipped.public_events} | set(shipped.by_id("control_claims")) <= set(found)
    for told in found.values():
        assert told[0].kind in ("first", "new")
        assert [steps.index(one.version) for one in told] == sorted({steps.index(one.version) for one in told})
        assert all(bool(one.fields) == (one.kind == "changed") for one in told)


def test_a_history_gives_the_record_of_today(shipped: Dataset) -> None:
    now = lines_of(files_now(), "events")
    for event_id, told in histories(shipped).items():
        for field in [field for one in told for field in one.fields][-1:]:
            if event_id in now:
                assert fields_of_line(now[event_id]).get(field.name) == field.after


def test_a_record_of_another_folder_has_no_history_of_ours(tiny: Dataset) -> None:
    assert histories(tiny) == {}


def test_a_withheld_record_is_in_no_change(tiny_dir: Path, tiny_copy: Path) -> None:
    path = tiny_copy / FILES["events"].path
    text = path.read_text("utf-8")
    path.write_text(text.replace('"sensitivity":"public"', '"sensitivity":"withheld"', 1), "utf-8")
    hidden = set(load(tiny_dir).public_by_id) - set(load(tiny_copy).public_by_id)
    assert len(hidden) == 1
    assert hidden.isdisjoint(lines_of(files_now(tiny_copy), "events"))
    with pytest.raises(DataError):
        changes_between(load(tiny_copy), load(tiny_dir).version, load(tiny_copy).version, tiny_copy)


# --- the command --------------------------------------------------------------------------


def test_the_command_lists_what_was_released(capsys: pytest.CaptureFixture[str], steps: list[str]) -> None:
    assert main(["versions"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == steps[::-1]


def test_the_command_tells_counts_first_then_each_record(capsys, shipped: Dataset, steps: list[str]) -> None:
    old, new = steps[-2:]
    assert main(["versions", old, new]) == 0
    lines = capsys.readouterr().out.splitlines()
    found = changes_between(shipped, old, new)
    assert old in lines[0] and new in lines[0]
    assert f"Changed ({len(found['events'].changed)})" in "\n".join(lines[1:8])
    assert all(change.record_id in lines for change in found["events"].changed)


def test_the_command_answers_in_json_and_dari(capsys, shipped: Dataset, steps: list[str]) -> None:
    assert main(["versions", steps[0], "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["old"], told["new"]) == (steps[0], shipped.version)
    assert len(told["files"]["events"]["changed"]) == len(
        changes_between(shipped, steps[0], shipped.version)["events"].changed
    )
    assert main(["versions", steps[-2], steps[-1], "--lang", "fa"]) == 0
    assert "تغییریافته" in capsys.readouterr().out


def test_the_command_tells_the_history_of_a_record(capsys, steps: list[str]) -> None:
    assert main(["versions", "--record", "CC-0005"]) == 0
    assert steps[0] in capsys.readouterr().out
    assert main(["versions", "--record", "CC-9999"]) == 2
    assert main(["versions", "nonsense"]) == 1
    assert main(["versions", steps[0], "--record", "CC-0005"]) == 2
