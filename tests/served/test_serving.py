"""What a running server answers by itself, without a proxy: headers, hosts, what is closed, the first picture."""

from __future__ import annotations

import gzip
import http.client
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from geo.record.load import Dataset
from serving.policy import FIXED
from trials.at_rest import until

pytestmark = pytest.mark.server
DAY = "2021-09-05"


def ask(address: str, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    "path",
    [
        "/",
        f"/?date={DAY}",
        "/events",
        f"/read/?date={DAY}",
        f"/compare?a=2021-08-20&b={DAY}",
        "/_stcore/health",
        "/nothing-there",
        "/static/css/none.css",
    ],
)
def test_every_answer_has_the_headers_that_keep_a_reader_safe(served: tuple[Path, str], path: str) -> None:
    _, headers, _ = ask(served[1], path)
    for name, value in FIXED.items():
        assert headers.get_all(name) == [value]
    (policy,) = headers.get_all("Content-Security-Policy")
    assert "frame-ancestors 'self';" in policy and "'unsafe-eval'" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1]


def test_another_name_is_not_answered(served: tuple[Path, str]) -> None:
    assert ask(served[1], "/", Host="evil.example")[0] == 421
    assert ask(served[1], "/app/static/x", Host="127.0.0.1.evil.example")[0] == 421
    assert ask(served[1], "/", Host="localhost:1234")[0] == 200


def test_a_socket_under_another_name_is_refused(served: tuple[Path, str]) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    connection = http.client.HTTPConnection(urlsplit(served[1]).netloc, timeout=60)
    connection.request("GET", "/_stcore/stream", headers={**upgrade, "Host": "evil.example"})
    assert connection.getresponse().status == 403
    connection.close()


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"]
)
def test_what_nobody_needs_is_closed(served: tuple[Path, str], path: str) -> None:
    assert ask(served[1], path)[0] == 404


def test_the_first_answer_holds_the_picture_the_sentence_and_links(served: tuple[Path, str], tiny: Dataset) -> None:
    status, headers, body = ask(served[1], f"/?date={DAY}")
    page = body.decode("utf-8")
    assert status == 200 and headers["Cache-Control"] == "no-cache"
    assert page.count('id="first-picture"') == 1 and page.count('<div id="root">') == 1
    svg = re.search(r"<svg.*?</svg>", page, re.DOTALL)
    assert svg and svg[0].count("<path") > 5
    assert "5 September 2021" in page and "At the end of 5 September 2021" in page
    assert re.search(r'<noscript>.*<a href="\?date=', page, re.DOTALL)
    for name in ("og:title", "og:description", "og:image", "og:url"):
        assert f'property="{name}" content="' in page
    assert "SourceSans" not in page
    (lighter,) = re.findall(r'<header>.*?<a href="(/read/\?[^"]+)"', page)
    assert f"date={DAY}" in lighter and "first-picture" in ask(served[1], lighter)[2].decode("utf-8")


def test_the_readers_edition_holds_the_picture_of_the_day_and_no_script_of_its_own(served: tuple[Path, str]) -> None:
    status, headers, body = ask(served[1], "/read/?date=2021-08-20&perspective=nrf", Accept_Encoding="gzip")
    page = gzip.decompress(body).decode("utf-8")
    assert status == 200 and headers["Cache-Control"] == "no-cache" and len(body) < 60_000
    assert '<main id="first-picture">' in page and "20 August 2021" in page and "5 September 2021</h1>" not in page
    assert "script-src 'self';" in page and not re.search(r"<script>|\son\w+=|javascript:", page)
    facts = re.search(r'id="page">(.*?)</script>', page, re.DOTALL)
    assert facts
    files = json.loads(facts[1])["assets"].values()
    assert len(files) >= 9 and {ask(served[1], path)[0] for path in files} == {200}
    assert ask(served[1], "/read")[0] == 307
    path, tag = "/read/?date=2021-08-20&perspective=nrf", headers["ETag"]
    assert ask(served[1], path, If_None_Match=tag)[0] == 304
    assert ask(served[1], f"{path}&window=7", If_None_Match=tag)[0] == 200


@pytest.mark.parametrize("query", ["date=%3Cscript%3E", "province=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "x=%00"])
def test_an_address_puts_no_markup_into_the_readers_edition(served: tuple[Path, str], query: str) -> None:
    status, _, body = ask(served[1], f"/read/?{query}")
    assert status == 200 and b"<script>" not in body and b"alert(1)" not in body


def test_a_page_without_a_map_has_no_picture(served: tuple[Path, str]) -> None:
    page = ask(served[1], "/events")[2].decode("utf-8")
    assert "first-picture" not in page and "og:title" in page


@pytest.mark.parametrize("path", [f"/?date={DAY}", f"/compare?a=2021-08-20&b={DAY}"])
def test_the_first_answer_is_small(served: tuple[Path, str], path: str) -> None:
    for coding in ("br", "gzip"):
        _, headers, body = ask(served[1], path, Accept_Encoding=coding)
        assert headers["Content-Encoding"] == coding and len(body) < 60_000
        assert coding != "gzip" or b"first-picture" in gzip.decompress(body)


def test_compare_answers_with_both_pictures(served: tuple[Path, str]) -> None:
    path = f"/compare?a=2021-08-20&b={DAY}"
    page = ask(served[1], path)[2].decode("utf-8")
    assert page.count("<figure") == 2 and "modulepreload" in page
    (preview,) = re.findall('og:image" content="https?://[^/]+([^"]+)"', page)
    status, headers, body = ask(served[1], preview.replace("&amp;", "&"))
    assert (status, headers["Content-Type"], body[:8]) == (200, "image/png", b"\x89PNG\r\n\x1a\n")
    tag = ask(served[1], path)[1]["ETag"]
    assert ask(served[1], path, If_None_Match=tag)[0] == 304
    assert ask(served[1], f"/compare?a=2021-08-21&b={DAY}", If_None_Match=tag)[0] == 200


def test_no_old_picture_is_kept(served: tuple[Path, str]) -> None:
    ask(served[1], f"/?date={DAY}")  # a page is kept from when its picture is drawn
    _, headers, _ = ask(served[1], f"/?date={DAY}")
    tag = headers["ETag"]
    assert ask(served[1], f"/?date={DAY}", If_None_Match=tag)[0] == 304
    assert ask(served[1], f"/?date={DAY}&perspective=nrf", If_None_Match=tag)[0] == 200
    assert ask(served[1], f"/?date={DAY}", If_None_Match=tag, Host="localhost")[0] == 200


@pytest.mark.parametrize(
    "query",
    [
        "date=%3Cscript%3E",
        "date=2021-09-05&province=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "x=" + "%00" * 50,
        "date=9999-99-99",
        "&".join(f"k{number}=%3Cscript%3Ealert(1)%3C/script%3E" for number in range(150)),
        "a=%3Cscript%3E&pb=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&id=%3Cscript%3Ealert(1)&step=%3Cscript%3E",
    ],
)
@pytest.mark.parametrize("page", ["", "compare", "story"])
def test_an_address_puts_no_markup_into_the_page(served: tuple[Path, str], page: str, query: str) -> None:
    status, _, body = ask(served[1], f"/{page}?{query}")
    assert status == 200 and body.count(b"<script>") == 1 and b"alert(1)" not in body


def test_a_preview_is_a_picture_of_the_day(served: tuple[Path, str]) -> None:
    status, headers, body = ask(served[1], f"/preview.png?date={DAY}&at=1,2,3&event=nothing")
    assert (status, headers["Content-Type"], body[:8]) == (200, "image/png", b"\x89PNG\r\n\x1a\n")
    assert body == ask(served[1], f"/preview.png?date={DAY}")[2]


def test_streamlits_scripts_are_compressed_and_kept(served: tuple[Path, str]) -> None:
    page = ask(served[1], "/")[2].decode("utf-8")
    (script,) = re.findall(r'<script type="module"[^>]* src="\.(/static/js/index\.[^"]+)"', page)
    plain, packed = ask(served[1], script), ask(served[1], script, Accept_Encoding="br")
    assert packed[1]["Content-Encoding"] == "br" and len(packed[2]) < len(plain[2]) / 3
    assert "immutable" in packed[1]["Cache-Control"]


def test_what_we_make_of_streamlits_files_has_a_name_of_our_own(served: tuple[Path, str]) -> None:
    """A browser keeps them for ever: with other icons they have to be other files."""
    page = ask(served[1], "/")[2].decode("utf-8")
    (sheet,) = re.findall(r'href="\.(/static/css/index\.[^"]+\?edition=[0-9a-f]{12})"', page)
    text = gzip.decompress(ask(served[1], sheet, Accept_Encoding="gzip")[2]).decode("utf-8")
    (font,) = set(re.findall(r"MaterialSymbols-[^)\"]+", text))
    assert sheet.partition("?")[2] == font.partition("?")[2] and "Source Sans" not in text
    until(lambda: len(ask(served[1], f"/static/media/{font}", Accept_Encoding="br")[2]) < 20_000)  # made at leisure


# --- the reader's edition -----------------------------------------------------------------

#: A page of each kind, and what it says.
READ = {
    "provinces/index.html": "Provinces",
    "provinces/AF-AAA.html": "AF-AAA",
    "events/index.html": "Events",
    "events/2021.html": "Events of 2021",
    "events/EV-2021-0001.html": "EV-2021-0001",
    "compare.html": "Compare two days",
    "compare-a.svg": "<svg",
    "sources/index.html": "Source balance",
    "sources/SRC-0001.html": "SRC-0001",
    "quality.html": "Data quality",
    "method.html": "Scope and limits",
    "definitions.html": "The hard cases, rule by rule",
    "downloads.html": "events.csv",
    "embed.html": "first-picture",
}


@pytest.mark.parametrize("file", READ)
def test_the_pages_of_the_edition_are_served(served: tuple[Path, str], file: str) -> None:
    status, headers, body = ask(served[1], f"/read/{file}")
    assert status == 200 and READ[file] in body.decode()
    assert headers["content-type"].startswith("image/svg+xml" if file.endswith(".svg") else "text/html")
    if file != "embed.html":  # it is of the day that is asked for
        again, _, nothing = ask(served[1], f"/read/{file}", If_None_Match=headers["etag"])
        assert (again, nothing) == (304, b"")
    packed = ask(served[1], f"/read/{file}", Accept_Encoding="gzip")
    assert gzip.decompress(packed[2]) == body and packed[1]["content-encoding"] == "gzip"


def test_what_may_be_taken_away_is_there(served: tuple[Path, str]) -> None:
    page = ask(served[1], "/read/downloads.html")[2].decode()
    files = re.findall(r'<li><a href="([^"]+)">', page)
    assert len(files) == 7
    for file in files:
        status, _, body = ask(served[1], f"/read/{file}")
        assert status == 200 and len(body) > 300, file


def test_what_is_not_there_is_said_to_be_missing(served: tuple[Path, str]) -> None:
    for path in ("/read/events/EV-2099-0001.html", "/read/data/x/events.csv", "/read/a"):
        assert ask(served[1], path)[0] == 404, path


def test_oembed_answers_for_addresses_of_this_host(served: tuple[Path, str]) -> None:
    host = urlsplit(served[1]).netloc
    status, headers, body = ask(served[1], f"/read/oembed?url=http%3A%2F%2F{host}%2F%3Fdate%3D{DAY}&maxwidth=500")
    found = json.loads(body)
    assert status == 200 and headers["content-type"] == "application/json"
    assert (found["type"], found["version"], found["width"]) == ("rich", "1.0", 500)
    assert f'src="http://{host}/read/embed.html?date={DAY}"' in found["html"]
    assert ask(served[1], "/read/oembed?url=https%3A%2F%2Fother.example%2F")[0] == 404
    assert ask(served[1], f"/read/oembed?url=http%3A%2F%2F{host}%2F&format=xml")[0] == 501
