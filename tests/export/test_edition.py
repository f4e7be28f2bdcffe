"""The reader's edition as files: whole, tied together, with no way out but to sources, and text that stays text."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from geo.address.keys import LANGUAGES
from geo.address.paths import HEAD_PAGES, MADE_PAGES, PAGE_FILES, RECORD_PAGES, file_address, root_of
from geo.browser.assets import Assets
from geo.cli import main
from geo.export.edition.files import edition_files
from geo.export.edition.frame import Edition, alternates
from geo.export.embed import oembed, oembed_text
from geo.record.load import public_sources
from geo.record.spans import years_of
from tests.export.conftest import TRAP

#: What an address may begin with that leads to another host, or is none.
OUTSIDE = ("http:", "https:", "//", "/", "javascript:", "mailto:")
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)


class Ways(HTMLParser):
    """The addresses of a page by attribute, whether each leads to a source, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []
        self.anchors: set[str] = set()
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.anchors |= {given["id"]} if given.get("id") else set()
        self.handlers += [name for name in given if name.startswith("on")]
        is_away = "nofollow" in (given.get("rel") or "") or given.get("rel") == "noopener noreferrer"
        self.found += [(given[name] or "", is_away) for name in ("href", "src") if name in given and tag != "image"]


@pytest.fixture(scope="module")
def pages(shipped_site) -> dict[str, str]:
    """The pages of the published site by path."""
    return {name: text.decode("utf-8") for name, text in shipped_site.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def ways(pages) -> dict[str, Ways]:
    return {name: Ways(text) for name, text in pages.items() if name != "replay.html"}


def inside(name: str, address: str) -> str:
    """The file that an address leads to from a page."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name


def test_every_way_leads_to_a_page_of_the_edition_or_to_a_source(ways, shipped_site):
    count = 0
    for name, page in ways.items():
        for address, is_away in page.found:
            if is_away and address.startswith(("http://", "https://")):
                continue
            assert not address.startswith(OUTSIDE), (name, address)
            if not address.startswith("data:"):
                assert inside(name, address) in shipped_site, (name, address)
                count += 1
    assert count > 10_000


def test_every_anchor_is_there(ways):
    found = {(name, address) for name, page in ways.items() for address, _ in page.found if "#" in address}
    assert len(found) > 100
    for name, address in found:
        target, anchor = inside(name, address), urlsplit(address).fragment
        assert anchor in ways[target].anchors, (name, address)


def test_what_scripts_ask_for_is_there(pages, shipped_site):
    for name in (
        PAGE_FILES[""],
        PAGE_FILES["events"],
        PAGE_FILES["compare"],
        "embed.html",
        "stories/panjshir-2021.html",
    ):
        facts = json.loads(re.search(r'<script type="application/json" id="page">(.*?)</script>', pages[name])[1])
        asked = set(facts["assets"].values())
        assert asked and {inside(name, address) for address in asked} <= shipped_site.keys()


def test_no_page_holds_a_script_and_each_says_what_may_run(pages, ways):
    for name, text in pages.items():
        if name == "replay.html":
            continue
        for attributes, inner in SCRIPT.findall(text):
            assert 'json"' in attributes or ("src=" in attributes and not inner), name
        policy = "default-src 'none'; script-src 'self';" if "<script" in text else "default-src 'none';"
        assert policy in text and not ways[name].handlers, name


def test_every_page_and_record_has_its_file(pages, shipped):
    assert {page for page, _ in (*HEAD_PAGES, *RECORD_PAGES, *MADE_PAGES)} < PAGE_FILES.keys()
    assert set(PAGE_FILES.values()) <= pages.keys()
    for event in shipped.public_events:
        assert event["event_id"] in pages[file_address("events", {"event": event["event_id"]})]
    for source in public_sources(shipped):
        assert source["source_id"] in pages[file_address("sources", {"source": source["source_id"]})]
    for code in shipped.by_id("provinces"):
        assert code in pages[file_address("provinces", {"province": code})]


def test_the_years_and_the_parts_of_lists_hold_everything(pages, shipped):
    listed = "".join(pages[file_address("events", {"year": y})] for y in years_of(shipped.first_day, shipped.last_day))
    assert all(f"{event['event_id']}.html" in listed for event in shipped.public_events)
    parts = (
        "".join(text for name, text in pages.items() if name.startswith("sources/part-")) + pages["sources/index.html"]
    )
    assert all(f"{source['source_id']}.html" in parts for source in public_sources(shipped))


def test_addresses_of_the_app_have_their_file():
    assert file_address("events", {"event": "EV-2021-0001", "days": "record"}) == "events/EV-2021-0001.html"
    assert file_address("events", {"actor": "nrf,local", "event": None}) == "events/index.html?actor=nrf,local"
    assert file_address("story", {"id": "a", "step": "2"}) == "stories/a.html#step-2"
    assert file_address("", {}) == "index.html" and root_of("a/b.html") == "../" and root_of("a.html") == ""
    with pytest.raises(KeyError):
        file_address("add", {})


# --- text of records ----------------------------------------------------------------------


def all_texts(line, reference=None) -> Iterator[tuple[str, str]]:
    files = edition_files(Edition(line, Assets("replay-0"), "assets", reference))
    return ((name, make()) for name, make in files.items() if name.endswith(".html"))


def test_text_stays_text(trapped):
    seen = 0
    for name, text in all_texts(trapped):
        page = Ways(text)
        assert page.handlers == [] and "<img src=x" not in text and "javascript:" not in text, name
        assert all('src="' in attributes or "json" in attributes for attributes, _ in SCRIPT.findall(text)), name
        seen += "&lt;script&gt;window.trapped" in text
    assert seen > 3 and TRAP.startswith("</script>")


def test_what_is_withheld_is_on_no_page(tiny_line):
    withheld = [event for event in tiny_line.dataset.records("events") if event["sensitivity"] == "withheld"]
    assert withheld
    for name, text in all_texts(tiny_line):
        assert not [event for event in withheld if event["event_id"] in text or event["title"] in text], name


# --- embedding ----------------------------------------------------------------------------


def test_oembed_says_how_to_show_the_map(tiny):
    from geo.address.view import first_view

    found = oembed("https://a.example/read/embed.html", first_view(tiny), tiny, (600, 4000))
    assert (found["version"], found["type"], found["width"], found["height"]) == ("1.0", "rich", 600, 500)
    assert found["html"].startswith('<iframe src="https://a.example/read/embed.html?date=') and "600px" in found["html"]
    assert found["provider_url"] == "https://a.example/read/"
    written = json.loads(oembed_text("https://a.example/", first_view(tiny), tiny))
    assert written["html"].startswith('<iframe src="https://a.example/embed.html?')


def test_a_site_in_several_languages_leads_from_each_page_to_the_same_in_the_others(line):
    sites = {"fa": "../fa/", "ps": "https://ps.map.example/"}
    edition = Edition(line, Assets("replay-0"), "assets", sites=sites)
    page = edition_files(edition)["events/index.html"]()
    there = {"fa": "../../fa/events/index.html", "ps": "https://ps.map.example/events/index.html"}
    for lang, address in there.items():
        assert f'<link rel="alternate" hreflang="{lang}" href="{address}">' in page
        assert (
            page.count(f'<a href="{address}" lang="{lang}" hreflang="{lang}" dir="rtl" translate="no" data-site>') == 2
        )
    assert '<link rel="alternate" hreflang="en" href="../events/index.html">' in page
    known = replace(edition, origin="https://map.example/en/")
    head = edition_files(known)["events/index.html"]().partition("</head>")[0]
    assert [re.search(r'href="(.*)"', one)[1] for one in re.findall(r"<link rel=.alternate. hreflang[^>]*>", head)] == [
        "https://map.example/en/events/index.html",
        "https://map.example/fa/events/index.html",
        "https://ps.map.example/events/index.html",
    ]


def test_where_one_address_answers_in_all_languages_its_head_says_so_and_one_language_alone_says_nothing(line):
    served = Edition(line, Assets("replay-0"), "assets", lang="fa", languages=LANGUAGES)
    assert [
        f'hreflang="{lang}" href="?lang={lang}"' in "".join(alternates(served, "x.html")) for lang in LANGUAGES
    ] == [True] * 3
    assert alternates(Edition(line, Assets("replay-0"), "assets"), "x.html") == []


@pytest.mark.parametrize("told", ["de=../de/", "fa", "fa=", "fa=javascript:alert(1)", 'fa=../"x/'])
def test_what_is_no_way_to_a_site_is_refused(told, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["publish", "-o", str(tmp_path), "--beside", told])
    assert "expected one of en, fa, ps" in capsys.readouterr().err
