"""The address on a picture is whole: from it alone the same picture is made again, of the version that it names."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from geo.cli import main
from geo.export.checking.from_address import asked_picture
from geo.export.marks.seal import taken_apart
from geo.export.picture import RenderOptions, composed, picture_file, settled
from geo.export.sheet.layout import link
from geo.queries.versions import versions
from geo.record.problems import DataError

HOST = "https://map.example.org/replay/"
OPTIONS = {
    "usual": RenderOptions("2021-09-05"),
    "extent": RenderOptions("2021-09-05", "nrf", "7", extent="AF-PAN,AF-BGL", size=(800, 450)),
    "province": RenderOptions("2022-05-07", "both", extent="AF-PAN", size=(800, 450), address=HOST),
    "box": RenderOptions("2021-09-05", extent="69.0,35.0,70.5,36.0", lang="fa", address=HOST),
    "activity": RenderOptions("2022-05-07", "nrf", layer="activity", filters=(("type", "battles"),), address=HOST),
    "chosen": RenderOptions("2021-09-05", chosen=(("since", "2021-08-20"), ("province", "AF-PAN")), address=HOST),
    "ucdp": RenderOptions("2021-09-05", reference="ucdp", size=(800, 450)),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_an_address_asks_for_what_its_picture_shows(name, shipped_line, shipped, shipped_dir) -> None:
    options = settled(OPTIONS[name], shipped)
    address = link(composed(shipped_line, options, shipped_dir).query, options.address)
    _, again = asked_picture(address, shipped, shipped_dir)
    assert again == options
    assert settled(again, shipped) == again


@pytest.mark.full
def test_the_printed_address_makes_the_same_bytes(tmp_path: Path, shipped_dir: Path) -> None:
    first, again = tmp_path / "first.svg", tmp_path / "again.svg"
    view = ["--extent", "AF-PAN", "--size", "800x450", "--perspective", "nrf", "--type", "battles", "--address", HOST]
    assert main(["render", "2021-09-05", "-o", str(first), "--data", str(shipped_dir), *view]) == 0
    told = re.search(rf"{re.escape(HOST)}\?[^\s;<]+", unescape(first.read_text("utf-8")))
    assert told
    assert main(["render", "--address", told[0].rstrip("."), "-o", str(again), "--data", str(shipped_dir)]) == 0
    assert again.read_bytes() == first.read_bytes()


def test_an_earlier_version_is_drawn_as_it_was(shipped, shipped_dir: Path) -> None:
    old = versions()[-2][0]
    timeline, options = asked_picture(f"{HOST}?date=2021-09-05&size=800x450&data={old}", shipped, shipped_dir)
    assert timeline.dataset.version == old
    apart = taken_apart(picture_file(timeline, options, "svg", shipped_dir), "svg")
    assert apart and apart[1].version == old


@pytest.mark.parametrize(
    "address",
    [
        "",
        HOST,
        "?perspective=nrf",
        "?date=2021-13-05",
        "?date=2021-09-05&perspective=nobody",
        "?date=2021-09-05&size=ax4",
        "?date=2021-09-05&data=nonsense",
        "ftp://map.example.org/?date=2021-09-05",
        "//[x/?date=2021-09-05",
    ],
)
def test_what_is_no_whole_address_is_refused(address: str, shipped, shipped_dir: Path) -> None:
    with pytest.raises(ValueError):
        asked_picture(address, shipped, shipped_dir)


def test_a_version_that_is_not_kept_is_told(shipped, shipped_dir: Path) -> None:
    with pytest.raises(DataError, match="is not kept"):
        asked_picture(f"?date=2021-09-05&data={'0' * 12}", shipped, shipped_dir)


def test_settling_changes_nothing_that_is_drawn(shipped_line, shipped_dir) -> None:
    options = replace(OPTIONS["chosen"], address=None)
    drawn = composed(shipped_line, settled(options, shipped_line.dataset), shipped_dir)
    assert repr(drawn.layers) == repr(composed(shipped_line, options, shipped_dir).layers)
