"""Every page in two languages that nobody speaks: nothing stands untranslated, nothing is cut off, nothing scrolls sideways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.checks import CLIPPED, FITS, UNTRANSLATED
from tests.browser.matrix import APP, PAGES
from tests.browser.pseudo import write_pseudo
from trials.app import copy_of_app, running

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = (320, 390, 1440)
RIGHT_TO_LEFT, LONG = "fa", "ps"
#: What no language writes otherwise: data sets, forms of files, keys of addresses, commands, our own name in a citation.
WRITTEN_SO = re.compile(
    r"Afghanistan Conflict Replay(?: contributors)?|UCDP|ACLED|CC BY(?:-SA)?|BibTeX|CSL|JSON|CSV|Leaflet|python -m geo[\w -]*"
    r"|\b(?:EV|SRC|CC|PR|ST|UD)-[\d-]+|AF-[A-Z]+[\w-]*|[0-9a-f]{12}|https?://\S+|\?\S+=\S+|lang=\w+"
)


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that speaks them."""
    folder = tmp_path_factory.mktemp("pseudo")
    texts = write_pseudo(folder / "texts")
    with running(copy_of_app(folder / "app"), REPLAY_TEXTS=str(texts)) as (address, _):
        yield address


@pytest.fixture(scope="module")
def told(shipped_dir: Path) -> str:
    """All words of the record, of notes and stories: they are not in the catalogue."""
    files = [*shipped_dir.glob("*.*json"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "stories").glob("*.md")]
    words = " ".join(path.read_text("utf-8") for path in sorted(files)).replace('\\"', '"')
    return " ".join(re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", words).split())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page_in" not in metafunc.fixturenames:
        return
    every = [(page, width, lang) for page in PAGES[APP] for width in WIDTHS for lang in (RIGHT_TO_LEFT, LONG)]
    few = [("", 390, RIGHT_TO_LEFT), ("events?event=EV-2022-0123", 320, LONG)]
    chosen = every if metafunc.config.getoption("states") == "all" else few
    metafunc.parametrize("page_in", chosen, ids=lambda one: f"{one[0] or 'map'} {one[1]} {one[2]}", scope="module")


@pytest.fixture(scope="module")
def opened(browser, watched, pseudo: str, page_in):
    page, width, lang = page_in
    with watched(browser) as new:
        replay = new(pseudo, width=width, height=844)
        replay.page.goto(f"{pseudo}/{page}{'&' if '?' in page else '?'}lang={lang}")
        replay.until("Boolean(document.querySelector('.stMain h1, .stMain h2'))")
        if page == "" or page.startswith("?"):
            replay.wait()
        yield replay.answered()


def test_no_text_stands_untranslated(opened, page_in, told: str) -> None:
    if page_in[2] != RIGHT_TO_LEFT:
        return  # what is put into a text can be told from the text only where it is isolated
    left = [WRITTEN_SO.sub("", found).strip() for found in opened.js(UNTRANSLATED)]
    assert [found for found in left if not _is_told(found, told, page_in[0])] == []


def _is_told(found: str, told: str, page: str) -> bool:
    """Whether a text stands in the record or a document; of the method, which is translated whole, its Latin words do."""
    plain = " ".join(re.sub(r"^\d+\. ", "", found.replace("\u2060", "")).split())
    if not re.search("[A-Za-z]{3}", plain) or plain in told:
        return True
    return page == "method" and all(words in told for words in re.findall(r"[A-Za-z]{3}(?:[\w .&'’-]*\w)?", found))


def test_nothing_is_cut_off_and_nothing_scrolls_sideways(opened, page_in) -> None:
    opened.until(FITS, page_in[1])
    assert opened.js(CLIPPED) == []
