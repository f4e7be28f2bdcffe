"""Addresses go out for an archiving tool, and what it answers comes back, wholly or with a reason."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.cli import main
from geo.queries.archives import COLUMNS, archived, to_archive
from geo.record.load import Dataset, load

COPY = "https://archive.example/1"


def written(path: Path, rows: list[dict[str, str]], names: tuple[str, ...] = COLUMNS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def first_address(record: Dataset) -> str:
    return next(source["url"] for source in record.records("sources") if source["url"])


def test_each_address_without_a_copy_is_listed_once(tiny: Dataset) -> None:
    rows = to_archive(tiny)
    wanted = {s["url"] for s in tiny.records("sources") if s["url"] and not s["archive_url"]}
    assert [row["link"] for row in rows] == list(dict.fromkeys(row["link"] for row in rows))
    assert {row["link"] for row in rows} == wanted
    ids = " ".join(row["sources"] for row in rows).split()
    assert ids == [s["source_id"] for s in tiny.records("sources") if s["url"] in wanted]


def test_list_and_take_are_a_round_trip(tiny_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "to archive.csv"
    assert main(["archive", "list", str(path), "--data", str(tiny_copy)]) == 0
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row | {"archive location": f"{COPY}?{number}"} for number, row in enumerate(csv.DictReader(file))]
    written(path, rows)
    assert main(["archive", "take", str(path), "--data", str(tiny_copy)]) == 0
    assert to_archive(load(tiny_copy)) == []
    taken = {s["url"]: s["archive_url"] for s in load(tiny_copy).records("sources") if s["url"]}
    assert {row["link"]: row["archive location"] for row in rows}.items() <= taken.items()
    before = (tiny_copy / "sources.json").read_bytes()
    assert main(["archive", "take", str(path), "--data", str(tiny_copy)]) == 0
    assert (tiny_copy / "sources.json").read_bytes() == before
    assert "Sources with a new archived address: 0" in capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize(
    ("link", "location", "message"),
    [
        (None, "", "was not archived"),
        ("https://elsewhere.example/", COPY, "the address of no source"),
        (None, "file:///home/me/page.html", "no address that others can open"),
        (None, "javascript:alert(1)", "no address that others can open"),
        (None, "https://archive.example/ two", "no address that others can open"),
        (None, '"><script>', "no address that others can open"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(
    tiny: Dataset, link: str | None, location: str, message: str
) -> None:
    row = {"link": link or first_address(tiny), "archive location": location}
    answer = archived(tiny, [(7, row)])
    assert answer.taken == {}
    assert [(line, message in reason) for line, reason in answer.refused] == [(7, True)]


def test_another_copy_is_taken_only_when_asked(tiny: Dataset) -> None:
    link = first_address(tiny)
    rows = [(2, {"link": link, "archive location": COPY}), (3, {"link": link, "archive location": f"{COPY}b"})]
    answer = archived(tiny, rows)
    assert set(answer.taken.values()) == {COPY}
    assert [line for line, _ in answer.refused] == [3] * len(answer.taken)


def test_a_copy_that_stands_is_kept(tiny_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = first_address(load(tiny_copy))
    for location, words in ((COPY, ()), (f"{COPY}b", ()), (f"{COPY}c", ("--replace",))):
        path = written(tmp_path / "answer.csv", [{"link": link, "archive location": location}])
        assert main(["archive", "take", str(path), *words, "--data", str(tiny_copy)]) == 0
        stands = {s["archive_url"] for s in load(tiny_copy).records("sources") if s["url"] == link}
        assert stands == {COPY if location == f"{COPY}b" else location}
    assert "--replace takes the new" in capsys.readouterr().out


def test_headings_are_read_in_any_case_and_a_missing_one_is_named(
    tiny_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = first_address(load(tiny_copy))
    names = ("Link", "Archive Location")
    path = written(tmp_path / "sheet.csv", [dict(zip(names, (link, COPY), strict=True))], names)
    assert main(["archive", "take", str(path), "--data", str(tiny_copy)]) == 0
    path.write_text("link,status\nx,y\n", "utf-8")
    assert main(["archive", "take", str(path), "--data", str(tiny_copy)]) == 2
    assert "line 1: no column 'archive location'; there are link, status" in capsys.readouterr().err
