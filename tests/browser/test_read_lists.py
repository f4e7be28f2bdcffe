"""Lists of the reader's edition that a script answers: the same rows in the same words as the app has them."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from geo.address.listing import listing_from
from geo.address.paths import PAGE_FILES
from geo.address.view import from_query
from geo.queries.find import in_branch, window_of
from geo.reading.content import Paragraph
from geo.reading.reference.rows import list_blocks
from geo.record.load import Dataset
from geo.record.normalise import normalise
from geo.record.spans import clipped
from geo.reference.find import find_rows
from geo.reference.load import load_reference
from geo.search.days import days_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "asked", ["", "&q=kabul&order=oldest", "&q=march+2022", "&area=AF-PAN&branch=resistance_front"]
)
def test_ucdps_rows_stand_under_the_list_as_in_the_app(pages, server: str, shipped: Dataset, asked: str) -> None:
    dataset, reference = shipped, load_reference(shipped)
    edition = f"{server}/read"
    replay = pages(edition)
    query = f"days=span&from=2022-01-01&to=2022-12-31{asked}"
    replay.page.goto(f"{edition}/{PAGE_FILES['events']}?{query}")
    theirs = replay.page.locator("#ucdp")
    expect(theirs.locator(".rows")).to_be_hidden()
    theirs.get_by_role("checkbox", name="Show UCDP").check()
    expect(theirs.locator(".found p").first).to_be_visible()
    assert dict(parse_qsl(urlsplit(replay.page.url).query))["reference"] == "ucdp"
    view, _ = from_query(dict(parse_qsl(query)), dataset)
    listing, _ = listing_from(dict(parse_qsl(query)), dataset)
    days, words = days_in(listing.q, dataset.first_day, dataset.last_day)
    start, end = window_of(dataset, view, listing)
    span = clipped(start, end, days.first, days.last) if days else (start, end)
    meant = in_branch(view, listing.branch, dataset)
    found = find_rows(reference, dataset, meant, span, normalise(words).split())
    blocks = list_blocks(dataset, reference, found, span, listing.order == "newest")
    told = [block.parts[0] for block in blocks if isinstance(block, Paragraph)]
    assert theirs.locator(".found > p").all_inner_texts()[:2] == told[:2]
    ids = [cell.inner_text() for cell in theirs.locator("tbody tr td:last-child").all()[:15]]
    ordered = found[::-1] if listing.order == "newest" else found
    assert ids == [one.row["ucdp_id"] for one in ordered[:15]]
