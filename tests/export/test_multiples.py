"""Small maps of the days of change: which days, few words, the sheet with what it needs to stand alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.cli import main
from geo.control.timeline import Timeline
from geo.export.drawing.layers import Layer
from geo.export.drawing.primitives import Words
from geo.export.multiples.change_days import change_days, districts_in
from geo.export.multiples.sheet import MultiplesOptions, composed
from geo.export.multiples.small_map import SmallMaps
from geo.record.schema import VIEW_PERSPECTIVES
from geo.record.spans import add_days
from geo.wording.change import FEW

FALL = ("2021-08-16", "2021-09-15")


@pytest.mark.parametrize("perspective", VIEW_PERSPECTIVES)
def test_every_day_of_change_is_there_in_few_words(shipped_line: Timeline, perspective: str) -> None:
    dataset = shipped_line.dataset
    start, end = add_days(dataset.first_day, 1), dataset.last_day
    found = change_days(shipped_line, "AF", start, end, perspective, most=99)
    changes = shipped_line.changes(start, end, perspective)
    assert [one.day for one in found.every] == sorted({change.day for change in changes})
    assert sum(len(one.ways) for one in found.every) == len(changes) > 0
    assert all(1 <= len(one.words.split()) <= FEW for one in found.every)
    assert found.shown == found.every and found.left_out == 0


def test_what_has_no_room_is_counted_and_the_last_day_kept(shipped_line: Timeline) -> None:
    found = change_days(shipped_line, "panjshir", *FALL, "assessed", most=3)
    assert len(found.shown) == 3 and found.left_out == len(found.every) - 3 > 0
    assert found.shown[-1] == found.every[-1]
    assert [one.day for one in found.shown] == sorted(one.day for one in found.shown)


def test_the_words_of_the_fall(shipped_line: Timeline) -> None:
    words = {one.day: one.words for one in change_days(shipped_line, "panjshir", *FALL, "assessed").every}
    assert words["2021-08-24"] == "NRF gain Dih Salah"
    assert words["2021-09-05"] == "contested: Bazarak; Taliban gain Rukha"


def test_an_area_is_a_province_a_box_or_all(shipped_line: Timeline) -> None:
    dataset = shipped_line.dataset
    province = set(districts_in(dataset, "AF-PAN"))
    assert {dataset.by_id("districts")[d]["admin1"] for d in province} == {"AF-PAN"}
    assert province < set(districts_in(dataset, "panjshir")) < set(districts_in(dataset, "AF"))
    assert districts_in(dataset, "69.3,35.2,69.31,35.21") == []
    with pytest.raises(ValueError, match="not one of"):
        districts_in(dataset, "AF-XXX")
    with pytest.raises(ValueError, match="before"):
        change_days(shipped_line, "AF", FALL[1], FALL[0], "assessed")


def texts(layers: list[Layer]) -> str:
    return "\n".join(p.text for layer in layers for p in layer.primitives if isinstance(p, Words))


@pytest.mark.parametrize(("size", "perspective"), [((1600, 1200), "assessed"), ((1200, 1500), "both")])
def test_the_sheet_stands_alone(shipped_line: Timeline, size: tuple[int, int], perspective: str) -> None:
    options = MultiplesOptions("panjshir", *FALL, perspective, size, address="https://map.example/")
    output = texts(composed(shipped_line, options))
    found = change_days(shipped_line, "panjshir", *FALL, perspective)
    for one in found.shown:
        assert one.words in output
    for needed in ("Days of change: Panjshir and Andarab", "What changed on the day", "Sources", "geoBoundaries"):
        assert needed in output
    assert "https://map.example/compare?a=2021-08-16&b=2021-09-15" in output.replace("\n", " ")
    assert f"data version {shipped_line.dataset.version}" in output.replace("\n", " ")
    assert ("CLAIMS, NOT ASSESSED" in output) == (perspective != "assessed")


def test_the_assessed_sheet_tells_every_kind_that_it_draws(shipped_line: Timeline) -> None:
    output = texts(composed(shipped_line, MultiplesOptions("panjshir", *FALL)))
    assert "more kinds" not in output


def test_days_that_are_left_out_are_told(shipped_line: Timeline) -> None:
    output = texts(composed(shipped_line, MultiplesOptions("panjshir", *FALL, most=3)))
    assert re.search(r"Left out, days with fewer changes: \d+\.", output.replace("\n", " "))


def test_a_span_without_a_change_says_so(shipped_line: Timeline) -> None:
    output = texts(composed(shipped_line, MultiplesOptions("AF-KAB", "2024-01-01", "2024-02-01")))
    assert "no day of change is recorded here" in output.replace("\n", " ")


def test_a_small_map_is_a_picture_of_its_size(shipped_line: Timeline) -> None:
    one = change_days(shipped_line, "AF-PAN", *FALL, "assessed").shown[0]
    picture = SmallMaps(shipped_line, "AF-PAN", (210, 160), 0.6).png(one, "assessed")
    assert picture[:8] == b"\x89PNG\r\n\x1a\n" and picture[16:24] == (210).to_bytes(4) + (160).to_bytes(4)


@pytest.mark.full
def test_the_command_writes_it_and_refuses_what_it_cannot(
    shipped_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    span = ["--from", FALL[0], "--to", "2021-08-25", "--data", str(shipped_dir)]
    path = tmp_path / "days.svg"
    assert main(["days", *span, "--size", "800x600", "-o", str(path)]) == 0
    assert b"20 August 2021" in path.read_bytes() or path.stat().st_size > 20_000
    for wrong in (["-o", str(tmp_path / "days.txt")], ["-o", str(path), "--extent", "AF-XXX"]):
        assert main(["days", *span, *wrong]) == 2
    assert "AF-XXX" in capsys.readouterr().err


def test_a_sheet_runs_as_its_language_does(shipped_line: Timeline) -> None:
    """In Dari the first day stands at the right, with its words over it, and nothing leaves the sheet."""
    drawn = {lang: composed(shipped_line, MultiplesOptions("panjshir", *FALL, lang=lang)) for lang in ("en", "fa")}
    maps = {lang: [layer for layer in layers if layer.size] for lang, layers in drawn.items()}
    width = MultiplesOptions("panjshir", *FALL).size[0]
    assert len(maps["en"]) == len(maps["fa"]) > 2
    assert maps["en"][0].left < maps["en"][1].left and maps["fa"][0].left > maps["fa"][1].left
    assert all(one.left >= 0 and one.left + one.size[0] <= width for one in maps["fa"])
    caption = next(layer for at, layer in enumerate(drawn["fa"]) if drawn["fa"][at + 1] is maps["fa"][0])
    (day, _) = [one for one in caption.primitives if isinstance(one, Words)]
    assert day.anchor == "right" and day.x == maps["fa"][0].left + maps["fa"][0].size[0]
