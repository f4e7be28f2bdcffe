"""Films: as many frames as days, frames equal to ones drawn alone, opened by ffmpeg and Pillow."""

from __future__ import annotations

import subprocess

import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image

from geo.export.film import Pace, frame_days, write_film
from geo.export.frames import Frames
from geo.export.picture import RenderOptions

DAYS = frame_days("2021-08-30", "2021-09-09", "day")
SIZE = (640, 360)
CALM = Pace(fps=4, hold_on_change=0)


def quiet(done, total):
    assert 0 < done <= total


def decoded(path, size=SIZE):
    """The frames of a film as ffmpeg gives them."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-v",
        "error",
        "-i",
        str(path),
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-",
    ]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, size[1], size[0], 3)


@pytest.fixture(scope="module")
def alone(shipped_line):
    """The last day's frame, drawn by itself."""
    options = RenderOptions(DAYS[0], size=SIZE)
    return np.asarray(Frames(shipped_line, options, DAYS).frame(DAYS[-1]))


@pytest.mark.parametrize("form", ["mp4", "webm"])
def test_ffmpeg_reads_every_frame(shipped_line, tmp_path, alone, form):
    path = tmp_path / f"film.{form}"
    write_film(shipped_line, RenderOptions(DAYS[0], size=SIZE), DAYS, CALM, path, quiet)
    frames = decoded(path)
    assert len(frames) == len(DAYS)
    assert np.abs(frames[-1].astype(int) - alone).mean() < 4  # what encoding loses
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_same_bytes_each_time(shipped_line, tmp_path):
    for name in ("one", "two"):
        write_film(shipped_line, RenderOptions(DAYS[0], size=SIZE), DAYS[:3], CALM, tmp_path / f"{name}.mp4", quiet)
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_pillow_reads_the_gif(shipped_line, tmp_path):
    path = tmp_path / "film.gif"
    write_film(shipped_line, RenderOptions(DAYS[0], size=SIZE), DAYS, Pace(4, 1.0), path, quiet)
    changed = {change.day for change in shipped_line.changes(DAYS[0], DAYS[-1])}
    with Image.open(path) as image:
        lengths, total = [], 0
        for number in range(image.n_frames):
            image.seek(number)
            lengths.append(image.info["duration"])
            total += image.info["duration"]
        assert image.size == SIZE and image.info["loop"] == 0
    assert image.n_frames == len(DAYS)
    assert lengths == [1250 if day in changed and day != DAYS[0] else 250 for day in DAYS] and total > 0


def test_a_small_area_keeps_its_colour_in_the_gif(shipped_line, tmp_path):
    """The NRF's districts are a few pixels of the country: the shared palette must not drop their blue."""
    path = tmp_path / "film.gif"
    write_film(shipped_line, RenderOptions(DAYS[0], size=SIZE), DAYS, CALM, path, quiet)
    frame = np.asarray(Frames(shipped_line, RenderOptions(DAYS[0], size=SIZE), DAYS).frame(DAYS[0])).astype(int)
    with Image.open(path) as image:
        kept = np.asarray(image.convert("RGB")).astype(int)
    blue = frame[..., 2] - frame[..., 0] > 60
    assert blue.sum() > 50
    assert np.abs(kept - frame)[blue].mean() < 12
    assert np.abs(kept - frame).mean() < 4


@pytest.mark.parametrize(
    ("extent", "perspective"),
    [("AF", "assessed"), pytest.param("AF", "both", marks=pytest.mark.full), ("AF-PAN", "nrf")],
)
def test_a_frame_after_others_is_the_frame_drawn_alone(shipped_line, perspective, extent):
    """What is not drawn again is what it would be if it were: forwards, backwards, in leaps."""
    options = RenderOptions(DAYS[0], perspective=perspective, extent=extent, size=SIZE)
    days = ["2021-08-30", "2021-08-31", "2021-09-05", "2021-09-06", "2021-09-07", "2021-09-03", "2022-05-06"]
    after_others = Frames(shipped_line, options, days)
    for day in days:
        followed = np.asarray(after_others.frame(day)).astype(int)
        fresh = np.asarray(Frames(shipped_line, options, days).frame(day)).astype(int)
        off = np.abs(followed - fresh).max(axis=2)
        assert off.max() <= 48 and (off > 2).sum() <= 5, day  # single pixels of dark outlines, by rounding


def test_every_frame_has_date_legend_and_credits(shipped_line):
    from geo.export.drawing.primitives import Words
    from geo.export.drawing.scene import scene_of

    frames = Frames(shipped_line, RenderOptions(DAYS[0], size=SIZE), DAYS)
    for day in (DAYS[0], DAYS[-1]):
        primitives = frames._page_primitives(scene_of(shipped_line, RenderOptions(day).view))
        output = " ".join(primitive.text for primitive in primitives if isinstance(primitive, Words))
        assert "September 2021" in output or "August 2021" in output
        assert "Taliban: control" in output and "geoBoundaries" in output and shipped_line.dataset.version in output


def test_days_of_a_film():
    assert frame_days("2021-08-15", "2021-08-17", "day") == ["2021-08-15", "2021-08-16", "2021-08-17"]
    assert frame_days("2021-08-15", "2021-08-31", "week") == ["2021-08-15", "2021-08-22", "2021-08-29", "2021-08-31"]
    with pytest.raises(ValueError, match="before"):
        frame_days("2021-08-17", "2021-08-15", "day")


@pytest.mark.parametrize(
    ("name", "size", "pace", "message"),
    [
        ("film.avi", SIZE, CALM, "ends in"),
        ("film.mp4", (641, 360), CALM, "even"),
        ("film.mp4", SIZE, Pace(0, 0), "--fps"),
        ("film.mp4", SIZE, Pace(4, -1), "--hold-on-change"),
    ],
)
def test_films_that_cannot_be_made(shipped_line, tmp_path, name, size, pace, message):
    with pytest.raises(ValueError, match=message):
        write_film(shipped_line, RenderOptions(DAYS[0], size=size), DAYS, pace, tmp_path / name, quiet)
    assert list(tmp_path.iterdir()) == []
