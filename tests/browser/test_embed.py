"""The map in a frame of another page: day, sentence and legend are seen without scrolling, beside the map or under it."""

from __future__ import annotations

import pytest

from geo.export.embed import embed_snippet, hosted_snippet
from trials import at_rest
from trials.at_rest import wait_in

pytestmark = pytest.mark.browser

SIZES = ((900, 500), (360, 480))
QUERY = "date=2021-08-20&embed=true"  # as lines have it that were made before there was a page for frames
#: Where the day, the sentence, the first key of the legend and the map stand: left, top, right, bottom.
BOXES = """() => {
  const deep = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? deep(e.shadowRoot) : [])]);
  const all = deep(document);
  const box = (s) => { const e = all.find((x) => x.matches(s)); const r = e?.getBoundingClientRect();
    return r && r.width ? [r.left, r.top, r.right, r.bottom] : null; };
  return {day: box('.timeline .date'), sentence: box('.panel .sentence'), legend: box('.panel .legend .keys li'),
    map: box('.st-key-map iframe') ?? box('#map')}; }"""


def assert_in_sight(boxes, width, height):
    for name, box in boxes.items():
        assert box, f"{name} is not drawn"
        assert box[0] >= 0 and box[1] >= 0 and box[2] <= width + 1 and box[3] <= height, (name, box)
    assert boxes["map"][3] - boxes["map"][1] >= 150
    if width > 640:
        assert boxes["sentence"][0] >= boxes["map"][2]  # beside the map


@pytest.fixture(params=["app", "files"])
def address(request) -> str:
    """The page that may be framed, in both editions."""
    if request.param == "app":
        return f"{request.getfixturevalue('server')}/read/embed"
    return f"{request.getfixturevalue('files_host')}/embed.html"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_framed_map_shows_the_first_things(pages, address, width, height):
    replay = pages(address, width=width, height=height)
    replay.page.goto(f"{address}?date=2021-08-20")
    replay.wait()
    assert_in_sight(replay.page.evaluate(BOXES), width, height)
    assert replay.page.get_by_role("link", name="Provinces").count() == 0
    assert replay.page.get_by_role("heading", name="Afghanistan Conflict Replay").count() == 0
    before = replay.js("history.length")
    replay.page.get_by_role("button", name="Next day", exact=True).click()
    replay.wait_for_query(date="2021-08-21")
    assert replay.js("history.length") == before  # Back is the page's around it


def test_the_app_itself_can_still_be_asked_for_without_its_head(pages, server):
    replay = pages(server)
    replay.page.goto(f"{server}/?{QUERY}")
    replay.until("window.conflictReplay?.views.has('panel') && window.conflictReplay.views.has('map')")
    replay.settle()
    assert replay.page.get_by_role("link", name="Provinces").count() == 0


def test_an_old_line_that_embeds_the_app_shows_the_page_for_frames(pages, server):
    page = pages(server).page
    page.goto(f"{server}/quality")
    page.evaluate(
        "(address) => document.body.append(Object.assign(document.createElement('iframe'), { src: address }))",
        f"{server}/?{QUERY}",
    )
    found = lambda: next((one for one in page.frames if one.url.endswith("/read/embed?date=2021-08-20")), None)  # noqa: E731
    at_rest.until(lambda: at_rest.heard(page) and found())
    inner = found()
    wait_in(inner, "window.conflictReplay?.views.has('panel')")
    assert inner.evaluate("conflictReplay !== parent.conflictReplay")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_file_in_a_frame_shows_the_same(pages, shipped_line, tmp_path, width, height):
    from geo.export.one_file import write_one_file

    write_one_file(shipped_line, tmp_path / "replay.html")
    frame = (
        f'<iframe src="replay.html#date=2021-08-20" style="width: {width}px; height: {height}px; border: 0"></iframe>'
    )
    (tmp_path / "page.html").write_text(f'<body style="margin: 0">{frame}</body>', "utf-8")
    page = pages("file://", width=width, height=height).page
    page.goto((tmp_path / "page.html").as_uri())
    inner = page.frames[1]
    wait_in(inner, "window.conflictReplay?.views.has('panel')")
    inner.evaluate("() => conflictReplay.settled().then(() => 1)")
    assert_in_sight(inner.evaluate(BOXES), width, height)


def test_each_line_is_one_line(shipped_line):
    from geo.address.view import ViewState

    view = ViewState(date="2021-09-05", perspective="nrf")
    for line in (
        embed_snippet("my replay.html", view, shipped_line.dataset),
        hosted_snippet("https://map.example/read/embed.html", view, shipped_line.dataset),
    ):
        assert line.startswith("<iframe ") and line.endswith("</iframe>") and "\n" not in line
        assert "date=2021-09-05&amp;perspective=nrf" in line
    assert "https://map.example/read/embed.html?" in line
