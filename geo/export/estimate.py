"""How large an export will be, and how long it takes: rough figures, from what was made before.

`python -m bench.film` prints the sizes of the day's exports beside these.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Bytes a pixel of a picture, and a pixel of a frame of a film.
PER_PIXEL = {"png": 0.8, "svg": 1.9, "pdf": 0.8}
PER_FRAME_PIXEL = {"mp4": 0.014, "webm": 0.014, "gif": 0.04}
#: Bytes a pixel of the first frame of a film, which is whole, besides.
PER_FIRST_PIXEL = {"mp4": 0.25, "webm": 0.2, "gif": 0.12}
#: Bytes a row of a table, by kind and form; geometry included.
PER_ROW = {
    "events": {"csv": 1250, "geojson": 1750, "gpkg": 1600, "parquet": 330},
    "zones": {"csv": 330, "geojson": 1850, "gpkg": 1800, "parquet": 580},
    "provinces": {"csv": 90, "geojson": 5100, "gpkg": 5300, "parquet": 2800},
}
MIN_BYTES = {"gpkg": 98_000, "parquet": 12_000, "csv": 2_500, "geojson": 800}
ONE_FILE, ONE_FILE_PER_EVENT = 1_250_000, 1_600
PACK = 250_000


@dataclass(frozen=True)
class Estimate:
    """Bytes, and seconds on one core."""

    size: int
    seconds: float


def of_picture(form: str, size: tuple[int, int]) -> Estimate:
    """A picture of a size in pixels."""
    pixels = size[0] * size[1]
    return Estimate(round(PER_PIXEL[form] * pixels), 3 + pixels / 2e6)


def of_film(form: str, size: tuple[int, int], frames: int) -> Estimate:
    """A film of so many frames."""
    pixels = size[0] * size[1]
    size_of_film = pixels * (PER_FIRST_PIXEL[form] + PER_FRAME_PIXEL[form] * frames)
    return Estimate(round(size_of_film), 5 + frames * pixels / 2.5e6)


def of_table(kind: str, form: str, rows: int) -> Estimate:
    """A table of so many rows."""
    return Estimate(MIN_BYTES[form] + PER_ROW[kind][form] * rows, 2)


def of_one_file(events: int) -> Estimate:
    """The replay in one file, of a record of so many events."""
    return Estimate(ONE_FILE + ONE_FILE_PER_EVENT * events, 3)


def of_pack(size: tuple[int, int], events: int) -> Estimate:
    """A citation pack with a picture of a size and so many events in view."""
    pixels = size[0] * size[1]
    vector = 0.35 * PER_PIXEL["svg"]  # packed
    return Estimate(round((PER_PIXEL["png"] + vector) * pixels) + PACK + 600 * events, 6)
