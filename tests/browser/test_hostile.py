"""A record that attacks its reader: shown as written, run nowhere, and nobody else is asked.

Where texts come to a screen is one table, `trials.hostile_texts.render_points.RENDER_POINTS`; what they are is `trials.hostile_texts.strings`.
"""

from __future__ import annotations

import contextlib
import shutil
from itertools import groupby
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from geo.control.timeline import Timeline
from geo.record.load import load
from geo.wording.catalogues import catalogue
from geo.wording.language import FIRST
from trials.at_rest import until
from trials.hostile_texts.elements import KINDS, TEXTS, UNSEEN
from trials.hostile_texts.record import FREE_TEXTS, plain, plant
from trials.hostile_texts.render_points import HOOK, NOT_ON_A_PAGE, READ, RENDER_POINTS, address
from trials.hostile_texts.strings import COMPUTED, HOSTILE_STRINGS, HTML

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
#: Sinks that are parts of one page, under the page's address.
PLACES = {at: list(points) for at, points in groupby(RENDER_POINTS, key=lambda point: point.at)}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, app_copy, serve):
    """The app over a record that is hostile in every text, with a page that shows every text in every element."""
    folder = app_copy(tmp_path_factory.mktemp("hostile") / "app")
    plant(folder / "data")
    shutil.copytree(ROOT / "trials", folder / "trials")
    shutil.copy(ROOT / "trials" / "gallery.py", folder / "pages" / "gallery.py")
    with serve(folder) as served:
        yield served, Timeline(load(folder / "data"))


def opened(pages, served: str, at: str):
    replay = pages(served, bypass_csp=True)  # what keeps texts from running is tried, not the policy behind it
    replay.page.context.add_init_script(HOOK)
    replay.page.goto(f"{served}/{at}")
    lang = parse_qs(at.partition("?")[2]).get("lang", [FIRST])[0]
    replay.page.get_by_text(catalogue(lang)["app.credits"][:30]).first.wait_for(state="attached")
    if at.startswith("?"):
        replay.wait()
    return replay.answered()


def looked_for(replay, wanted, already_read=()) -> tuple[list[str], str]:
    """What of the texts is not seen as written once the page has come to rest; and all that is seen then."""
    texts = {plain(text) for text in wanted if text}
    seen, lacking = "", texts

    def look() -> bool:
        nonlocal seen, lacking
        seen = "\n".join({plain(text) for text in [*already_read, *replay.page.evaluate(READ)]})
        lacking = {text for text in texts if text not in seen}
        return not lacking

    with contextlib.suppress(AssertionError):  # who asks says what is lacking
        until(look)
    return sorted(lacking), seen


def nothing_ran(replay) -> None:
    for frame in replay.page.frames:
        assert frame.evaluate("window.__pwned") is None
        assert COMPUTED not in "\n".join(frame.evaluate(READ))
    assert replay.watch.foreign == []
    assert replay.watch.errors == []


def test_there_are_enough_texts_and_each_is_one_of_its_kind():
    assert len(set(HOSTILE_STRINGS)) == len(HOSTILE_STRINGS) >= 150


def test_every_free_text_of_the_record_has_a_place_in_the_table():
    shown = {field for point in RENDER_POINTS for field in point.fields}
    assert shown <= set(FREE_TEXTS)
    assert set(FREE_TEXTS) == shown | set(NOT_ON_A_PAGE)


@pytest.mark.parametrize("at", PLACES)
def test_every_text_is_shown_as_written_and_none_runs(pages, hostile, at):
    served, line = hostile
    replay = opened(pages, served, address(PLACES[at][0], line))
    for point in PLACES[at]:
        already_read = point.do(replay.page, line) if point.do else []
        lacking, seen = looked_for(replay, point.texts(line), already_read)
        assert lacking == [], point.name
        assert sum(plain(text) in seen for text in HOSTILE_STRINGS) > 3, point.name
        nothing_ran(replay)
    for frame in [frame for frame in replay.page.frames if "streamlit_folium" in frame.url]:
        frame.wait_for_selector(".leaflet-zones-pane canvas", state="attached")  # no map is lost


@pytest.mark.parametrize("kind", KINDS)
def test_every_element_shows_every_text_as_written(pages, hostile, kind):
    replay = pages(hostile[0], bypass_csp=True)
    replay.page.goto(f"{hostile[0]}/gallery?kind={kind}")
    replay.page.get_by_text("the end", exact=True).wait_for()
    lacking, _ = looked_for(replay, TEXTS[: UNSEEN.get(kind)])
    assert lacking == []
    nothing_ran(replay)


def test_the_control_runs(pages, hostile):
    """The same texts do run, and do ask, where they are not kept out: the trials above can fail."""
    replay = opened(pages, hostile[0], "quality")
    for text in (*HTML[:2], '<img src="https://evil.example/html.png">'):
        replay.page.evaluate(
            "(text) => document.body.append(document.createRange().createContextualFragment(text))", text
        )
    until(lambda: replay.page.evaluate("window.__pwned") == 1 and replay.watch.foreign)
    assert replay.watch.foreign == ["https://evil.example/html.png"]
    with pytest.raises(AssertionError):
        nothing_ran(replay)
    replay.watch.foreign.clear()
    replay.watch.errors.clear()
