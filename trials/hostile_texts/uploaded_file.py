"""A reader's own file that is hostile in its name, its headings and its cells: on the page `/add`, then on the map."""

from __future__ import annotations

import csv
import io
import re

from playwright.sync_api import Page

from geo.control.timeline import Timeline
from geo.ingest.names import Gazetteer
from trials import page_reader
from trials.at_rest import settle, wait_in
from trials.hostile_texts.strings import HOSTILE_STRINGS, HTML

#: A file system allows no slash in it, a form no quote.
NAME = "<img src=x onerror=window.__pwned=1> {{7*191}} ![x](y) **b** $x^2$ `c` :red[r].csv"
#: What a file may hold that is shown as it stands: an apostrophe before a formula is a spreadsheet's own, a long title is cut.
TEXTS = tuple(text for text in HOSTILE_STRINGS if len(text) < 100 and text != "'=1+1")
#: A cell of names is parted at these.
SIDES = tuple(text for text in TEXTS if not {";", ","} & set(text))[::-1]
DAY = "2021-09-03"
KNOWN = ("id", "date", "latitude", "longitude", "province", "summary", "source", "place", "side_a")
#: The first of them is chosen for the title; none says what it is.
HEADINGS = (*HTML[:3], "{{7*191}}", "![x](https://evil.example/a.png)", "=1+1")
#: So many rows of each kind; so many texts in a row.
ACCEPTED, ASIDE, DOUBTFUL, STEP = 10, 7, 5, 6


def _accepted(number: int) -> dict[str, str]:
    text = dict(zip(("id", "summary", "source", "place", HEADINGS[0]), TEXTS[STEP * number :], strict=False))
    where = {"latitude": "34.0", "longitude": f"{63 + 0.8 * number:.1f}"}
    return {"date": DAY, "side_a": SIDES[number], **where, **text}


def _aside(number: int) -> dict[str, str]:
    first, second = TEXTS[-1 - 2 * number], TEXTS[-2 - 2 * number]
    return {"id": first, "date": second, "latitude": "34.5", "longitude": "69.2"}


def _doubtful(line: Timeline) -> list[str]:
    """Names that are only like those of our provinces, which are hostile too: the reader is asked."""
    known = Gazetteer(line.dataset)
    cut = [province["name_en"][:-2] for province in line.dataset.records("provinces")]
    alike = [name for name in cut if {"<", "=", "/"} & set(name) and (match := known.province(name)) and not match.sure]
    assert len(alike) >= DOUBTFUL
    return alike[:DOUBTFUL]


def content(line: Timeline) -> bytes:
    """The file."""
    rows = [*map(_accepted, range(ACCEPTED)), *map(_aside, range(ASIDE))]
    rows += [{"date": DAY, "province": name} for name in _doubtful(line)]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*HEADINGS, *KNOWN], restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def question_texts(line: Timeline) -> list[str]:
    """What the page `/add` has to show of it before it is taken over."""
    titles = [_accepted(number)[HEADINGS[0]] for number in range(ACCEPTED)]
    aside = [text for number in range(ASIDE) for text in (_aside(number)["id"], _aside(number)["date"])]
    return [NAME, *HEADINGS, *titles, *aside, *_doubtful(line)]


def answered_questions(page: Page, line: Timeline) -> list[str]:
    """Bring the file, say which column holds the title, open all that is folded in."""
    page.locator("input[type=file]").set_input_files({"name": NAME, "mimeType": "text/csv", "buffer": content(line)})
    page.get_by_text(f"Rows: {ACCEPTED + ASIDE + DOUBTFUL} read = {ACCEPTED} accepted").wait_for()
    page.get_by_text("Which column is what").click()
    box = page.get_by_test_id("stSelectbox").filter(has=page.get_by_text("Title", exact=True))
    found = page_reader.first_chosen(page, box)
    page.get_by_text(f"The events that were accepted ({ACCEPTED})").click()
    page.get_by_text(f"The rows that were set aside ({ASIDE + DOUBTFUL})").click()
    found += page_reader.cells(page)
    return found + page_reader.first_options(page, page.get_by_test_id("stMultiSelect"))


def shown_texts(line: Timeline) -> list[str]:
    """What the map has to show of it."""
    rows = [_accepted(number) for number in range(ACCEPTED)]
    return [text for row in rows for name, text in row.items() if name not in ("date", "latitude", "longitude")]


def shown(page: Page, line: Timeline) -> list[str]:
    """Take the file over; on the map point at each event and open its card."""
    page.locator(".st-key-add_take button:enabled").click()
    page.locator(".st-key-add_take").wait_for(state="detached")
    page.get_by_text(NAME).wait_for()
    page.get_by_test_id("stMain").get_by_role("link", name=re.compile("on the map: |To the map")).click()
    wait_in(
        page,
        "window.conflictReplay?.userData?.world && conflictReplay.views.has('map') && conflictReplay.views.has('panel')",
    )
    page.evaluate("(day) => { conflictReplay.setDay(day); conflictReplay.set({window: '1'}); }", DAY)
    settle(page)
    found = _pointed_at(page)
    for number in range(ACCEPTED):
        event_id = page.evaluate(
            "(number) => (conflictReplay.userData.select(number), conflictReplay.userData.world.record.events.id[number])",
            number,
        )
        card = page.locator(".user-data-card")
        card.filter(has_text=event_id).wait_for()
        found += card.locator("h2, p, dd").all_text_contents()
    return found


def _pointed_at(page: Page) -> list[str]:
    """What is told under the pointer, at each event."""
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    page.locator("iframe[src*=folium]").scroll_into_view_if_needed()
    box = page.locator("iframe[src*=folium]").bounding_box()
    assert box
    found = []
    for number in range(ACCEPTED):
        row = _accepted(number)
        x, y = frame.evaluate(
            "([x, y]) => { const p = conflictMap.map.latLngToContainerPoint([y, x]); return [p.x, p.y]; }",
            [float(row["longitude"]), float(row["latitude"])],
        )
        page.mouse.move(box["x"] + x, box["y"] + y, steps=2)
        frame.locator(".replay-tip div").filter(has_text="not checked by us").wait_for()
        found += frame.locator(".replay-tip div").all_text_contents()
    assert all(any(_accepted(n)[HEADINGS[0]] in text for text in found) for n in range(ACCEPTED))
    return found
