"""In which states every page is tried: all of them (`--states all`), or so few that each page is met and each pair of the rest.

A new page of the menu joins by itself; a new language, width, scheme or edition by a word in its tuple here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, cycle, islice, product

from geo.address.keys import LANGUAGES
from geo.address.paths import PAGE_FILES
from pages.ui.layout import MENU

APP, ONE_FILE, FILES = "app", "one-file", "files"
#: What each edition shows, as the end of an address: the pages of the menu, and views of pages with what only they show.
PAGES: dict[str, tuple[str, ...]] = {
    APP: (
        *("" if page == "map.py" else page.removeprefix("pages/").removesuffix(".py") for page, _ in MENU),
        "?date=2021-09-05&province=AF-PAN",
        "provinces?province=AF-PAN",
        "provinces?province=AF-PAN&with=AF-BGL",
        "events?event=EV-2022-0123",
        "events?reference=ucdp",
        "provinces?province=AF-KNR&reference=ucdp",
        "compare?a=2021-08-20&b=2021-09-07",
        "sources?source=SRC-0001",
        "actors?actor=nrf",
        "classes?sheet=panjshir-2021",
    ),
    ONE_FILE: ("", "#date=2021-09-05&province=AF-PAN"),
    FILES: (
        *PAGE_FILES.values(),
        "index.html?date=2021-09-05&province=AF-PAN",
        "provinces/AF-PAN.html",
        "events/index.html?actor=nrf&from=2024-01-01&to=2024-12-31",
        "events/2021.html",
        "events/EV-2022-0123.html",
        "compare.html?a=2021-08-20&b=2021-09-07",
        "stories/panjshir-2021.html",
        "sources/SRC-0001.html",
        "actors/nrf.html",
        "classes/panjshir-2021.html",
    ),
}
#: The files that have a store, as the app's pages have.
WITH_STORE = ("index.html", "events/index.html", "compare.html", "stories/panjshir-2021.html")
WIDTHS = (360, 390, 768, 1280, 1440, 1920)
SCHEMES = ("light", "dark")
#: How high the screen of a width is.
HEIGHTS = {360: 640, 390: 844, 768: 1024, 1280: 720, 1440: 900, 1920: 1080}


@dataclass(frozen=True)
class State:
    """One page as one reader meets it."""

    edition: str
    width: int
    scheme: str
    language: str
    page: str

    def __str__(self) -> str:
        return f"{self.page or 'map'} {self.edition} {self.width} {self.scheme} {self.language}"

    @property
    def is_map(self) -> bool:
        return self.edition == ONE_FILE or self.page == "" or self.page.startswith(("?", "index.html"))

    @property
    def has_store(self) -> bool:
        """Whether something of the page comes to rest by itself: its map, or a list that is answered in the browser."""
        return self.edition != FILES or self.page.partition("?")[0] in WITH_STORE

    @property
    def address(self) -> str:
        """The end of its address, which names its language; one file is in one."""
        if self.edition == ONE_FILE or self.language == LANGUAGES[0]:
            return self.page
        return f"{self.page}{'&' if '?' in self.page else '?'}lang={self.language}"

    @property
    def screen(self) -> dict[str, int]:
        return {"width": self.width, "height": HEIGHTS[self.width]}


#: What a state is made of besides its page.
REST: dict[str, tuple[object, ...]] = {
    "edition": tuple(PAGES), "width": WIDTHS, "scheme": SCHEMES, "language": LANGUAGES,
}  # fmt: skip


def states(size: str) -> list[State]:
    """The states of a size of the tests: 'pairs' or 'all'."""
    rows = list(REST.values()) if size == "all" else []
    rests = [dict(zip(REST, row, strict=True)) for row in product(*rows)] if rows else all_pairs(REST)
    return [State(**rest, page=page) for rest, page in _with_pages(rests, is_every=size == "all")]  # type: ignore[arg-type]


def _with_pages(rests: list[dict[str, object]], *, is_every: bool) -> list[tuple[dict[str, object], str]]:
    """Each rest with each page of its edition; or each page and each rest at least once."""
    found: list[tuple[dict[str, object], str]] = []
    for edition, pages in PAGES.items():
        own = [rest for rest in rests if rest["edition"] == edition]
        if is_every:
            found += product(own, pages)
        else:
            found += islice(zip(cycle(own), cycle(pages)), max(len(own), len(pages)))
    return found


def all_pairs(dimensions: Mapping[str, Sequence[object]]) -> list[dict[str, object]]:
    """Few rows in which each value of each dimension meets each of every other: the row that brings most comes next."""
    rows = [dict(zip(dimensions, values, strict=True)) for values in product(*dimensions.values())]
    left = {pair for row in rows for pair in _pairs(row)}
    chosen = []
    while left:
        best = max(rows, key=_brings(left))
        chosen.append(best)
        left -= _pairs(best)
    return chosen


def _pairs(row: Mapping[str, object]) -> set[tuple[object, ...]]:
    return set(combinations(row.items(), 2))


def _brings(left: set[tuple[object, ...]]) -> Callable[[Mapping[str, object]], int]:
    return lambda row: len(left & _pairs(row))
