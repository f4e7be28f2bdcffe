"""The samples of the record: their figures add up, are those of the method page, and say what was not checked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from geo.cli.record.validate import all_problems
from geo.queries.samples import LIMITS, SAMPLES, sample_problems, samples, shares_of
from geo.reading.samples import samples_table
from geo.record.load import DATA_DIR
from geo.wording.sample_words import figures_of, limits_of

METHOD = (Path(__file__).parents[3] / "docs" / "method.md").read_text("utf-8")


def test_the_figures_are_those_of_the_method_page() -> None:
    found = samples()
    assert len(found) >= 6
    for sample in found:
        share = f"{sample['misleading']} misleading ({shares_of(sample).misleading_pct:g} %)"
        assert f"{sample['no_fault']} without fault" in METHOD and share in METHOD
        assert sample["seed"] is None or str(sample["seed"]) in METHOD
        for record_id in (*sample["misleading_ids"], *sample["not_read"]):
            assert record_id in METHOD


def test_the_last_sample_is_told_with_its_aim_and_what_was_not_checked() -> None:
    last = samples()[-1]
    message = figures_of(last)
    share = f"{shares_of(last).misleading_pct:g}\u00a0%"
    assert f"{last['misleading']} misleading ({share})" in message and "0 wrong (0\u00a0%)" in message
    assert ("does not reach it" in message) is not shares_of(last).is_aim_met
    met = [sample for sample in samples() if shares_of(sample).is_aim_met]
    assert met and all("sample reaches it" in figures_of(sample) for sample in met)
    assert all(record_id in " ".join(limits_of(last)) for record_id in last["not_read"])
    assert len(samples_table(samples()).rows) == len(samples())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"no_fault": 38}, "read"),
        ({"read": 61, "no_fault": 47, "not_read": []}, "drawn"),
        ({"not_read": ["CC-0026"]}, "not_read"),
        ({"without": ["9"]}, "without"),
        ({"limits": ["none"]}, "limits"),
        ({"wrong": "0"}, "wrong"),
    ],
)
def test_what_does_not_add_up_is_told(tmp_path: Path, change: dict[str, object], field: str) -> None:
    rows = json.loads((DATA_DIR / SAMPLES.path).read_text("utf-8"))[:6]
    rows[-1] |= change
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    (tmp_path / SAMPLES.path).write_text(f"[\n{lines}\n]\n", "utf-8")
    problems = sample_problems(tmp_path)
    assert [problem.field for problem in problems] == [field]
    assert problems[0].line == len(rows) + 1


def test_validate_looks_at_the_samples_too(tmp_path: Path, tiny_dir: Path) -> None:
    folder = Path(shutil.copytree(tiny_dir, tmp_path / "data"))
    assert samples(folder) == []
    before = len(all_problems(folder))
    (folder / SAMPLES.path).write_text("[\n{}\n]\n", "utf-8")
    assert len(all_problems(folder)) > before


def test_every_limit_is_used_by_some_sample() -> None:
    assert {limit for sample in samples() for limit in sample["limits"]} == set(LIMITS)
