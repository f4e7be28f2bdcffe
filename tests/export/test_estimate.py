"""What the export panel tells beforehand is near what is made: within a factor of two and a half."""

from __future__ import annotations

import pytest

from geo.export import estimate
from geo.export.film import Pace, frame_days, write_film
from geo.export.one_file import one_file
from geo.export.picture import RenderOptions, write_picture
from geo.export.table_files import FORMS, write_table
from geo.export.tables import KINDS, Query

DAY = "2021-09-05"
SIZE = (640, 360)


def near(estimated: int, made: int) -> bool:
    return made / 2.5 <= estimated <= made * 2.5


@pytest.mark.parametrize("form", list(estimate.PER_PIXEL))
def test_pictures(shipped_line, tmp_path, form):
    path = tmp_path / f"map.{form}"
    write_picture(shipped_line, RenderOptions(DAY, size=(1600, 900)), path)
    assert near(estimate.of_picture(form, (1600, 900)).size, path.stat().st_size)


@pytest.mark.full
@pytest.mark.parametrize("form", ["mp4", "gif"])
def test_films(shipped_line, tmp_path, form):
    path, days = tmp_path / f"film.{form}", frame_days("2021-08-28", DAY, "day")
    write_film(shipped_line, RenderOptions(DAY, size=SIZE), days, Pace(), path, lambda _done, _total: None)
    assert near(estimate.of_film(form, SIZE, len(days)).size, path.stat().st_size)


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("form", FORMS)
def test_tables(shipped_line, tmp_path, kind, form):
    query = Query() if kind == "events" else Query(day=DAY)
    table = KINDS[kind](shipped_line, query)
    path = tmp_path / f"{kind}.{form}"
    write_table(table, path)
    assert near(estimate.of_table(kind, form, len(table.rows)).size, path.stat().st_size)


def test_the_replay(shipped_line, shipped_dir):
    events = len(shipped_line.dataset.records("events"))
    assert near(estimate.of_one_file(events).size, len(one_file(shipped_line, shipped_dir).encode()))
