"""A real upload: read, asked, taken over, gone with the page; nothing of it is run, stored or asked of others."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.browser

TRAP = '![x](https://evil.example/a.png) <img src=x onerror="window.__pwned=1"> {{7*191}}'
QUOTED = TRAP.replace('"', '""')
TABLE = f"""تاریخ,ولایت,عنوان,عرض,طول,"{QUOTED}"
1400-06-14,Panjshir,"{QUOTED}",35.31,69.51,"{QUOTED}"
1400-06-15,Nowhere,B,,,C
"""


def test_a_file_is_read_asked_about_and_taken_over(pages, server: str, tmp_path: Path) -> None:
    path = tmp_path / "my events.csv"
    path.write_text(TABLE, "utf-8")
    replay = pages(server)
    page = replay.page
    page.goto(f"{server}/add")
    page.locator("input[type=file]").set_input_files(str(path))
    page.get_by_text("Rows: 2 read = 0 accepted + 2 set aside").wait_for()
    page.get_by_text("Solar Hijri (converted)").click()
    page.get_by_text("Rows: 2 read = 1 accepted + 1 set aside").wait_for()
    page.get_by_role("button", name="Add to the map (1)").click()
    page.get_by_text("my events.csv · 1 accepted").wait_for()
    assert set(parse_qs(urlsplit(page.url).query)) <= {"date", "data"}, page.url  # the view, nothing of the file
    replay.answered()
    assert page.evaluate("window.__pwned") is None and replay.watch.foreign == []
    assert "1337" not in page.evaluate("document.documentElement.textContent")
    page.get_by_role("button", name="Remove").click()
    page.get_by_text("my events.csv").wait_for(state="detached")
    replay.watch.errors[:] = [error for error in replay.watch.errors if "/_stcore/" not in error]


def test_a_reload_forgets_it_and_a_hostile_file_is_refused_in_a_line(pages, server: str, tmp_path: Path) -> None:
    sound, hostile = tmp_path / "a.csv", tmp_path / "b.geojson"
    sound.write_text("date,lat,lon\n2021-09-05,35.31,69.51\n", "utf-8")
    hostile.write_text("<OGRVRTDataSource></OGRVRTDataSource>", "utf-8")
    replay = pages(server, width=390)
    page = replay.page
    page.goto(f"{server}/add")
    page.locator("input[type=file]").set_input_files(str(sound))
    page.get_by_role("button", name="Add to the map (1)").click()
    page.get_by_text("a.csv · 1 accepted").wait_for()
    page.get_by_role("button", name="Add to the map (1)").wait_for(state="detached")
    replay.until("document.querySelectorAll('input[type=file]').length === 1")  # the box is a new one then
    page.locator("input[type=file]").set_input_files(str(hostile))
    page.get_by_text("the file is XML that begins with OGRVRTDataSource").wait_for()
    wide, room = replay.js(
        "[document.querySelector('.stMain').scrollWidth, document.querySelector('.stMain').clientWidth]"
    )
    assert wide <= room
    page.reload()
    page.locator("input[type=file]").wait_for(state="attached")
    assert page.get_by_text("a.csv · 1 accepted").count() == 0
    replay.watch.errors[:] = [error for error in replay.watch.errors if "/_stcore/" not in error]
