"""The frame of every page of the edition but the map: head with the menu of the app, what the page says, credits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from geo.address.paths import HEAD_PAGES, MADE_PAGES, PAGE_FILES, RECORD_PAGES, file_address, root_of
from geo.browser.assets import Assets
from geo.browser.bundle import for_json_element
from geo.control.timeline import Timeline
from geo.export.describe import links_in_head
from geo.reading.content import Block, Link
from geo.reading.html import html_of
from geo.record.geojson import dumps
from geo.record.load import Dataset
from geo.reference.load import Reference
from geo.wording.text import t

#: No script stands in a page. Styles do: the first picture's own, places of charts, what the map's parts set on themselves.
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
    "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
TAKE_PAGES = (("downloads", "menu.downloads"),)
ABOUT = (("menu.head.record", RECORD_PAGES), ("menu.head.made", MADE_PAGES), ("menu.head.take", TAKE_PAGES))


@dataclass(frozen=True)
class Download:
    """A file to take away: where it lies from the edition's root, and what it is."""

    address: str
    label: str


@dataclass(frozen=True)
class Edition:
    """What the pages of the edition are made of.

    Parameters
    ----------
    assets_root : where the browser's files lie, from the edition's root or from that of the host.
    downloads : what may be taken away, by the key of its heading.
    origin : the address of the edition's root where it is known, with its last slash; else ''.
    programs : where programs are answered, from the edition's root or from that of the host; '' where they are not.
    contact : whom a reader may write to about this copy, as text; '' where nobody is named.
    """

    timeline: Timeline
    assets: Assets
    assets_root: str
    reference: Reference | None = None
    downloads: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    origin: str = ""
    programs: str = ""
    contact: str = ""
    lang: str = "en"

    @property
    def dataset(self) -> Dataset:
        """The record."""
        return self.timeline.dataset

    def files(self, file: str) -> dict[str, str]:
        """The addresses of the browser's files from a page."""
        return self.assets.addresses(_from(file, self.assets_root))

    def for_programs(self, file: str) -> list[str]:
        """What tells programs in the head of a page where they are answered."""
        return links_in_head(_from(file, self.programs)) if self.programs else []

    def html(self, file: str, *blocks: Block) -> str:
        """Blocks as HTML, their links leading from a page to the others."""
        return html_of(blocks, lambda link: href_of(file, link))


def _from(file: str, address: str) -> str:
    """The way from a page to what lies at an address from the edition's root, or from that of the host."""
    return address if address.startswith("/") else root_of(file) + address


def href_of(file: str, link: Link) -> str:
    """The address of a link of ours from a page of the edition."""
    return root_of(file) + file_address(link.page, link.query)


def framed(
    edition: Edition,
    file: str,
    title: str,
    body: Iterable[str],
    *,
    about: str = "",
    scripts: Iterable[str] = (),
    facts: Mapping[str, object] | None = None,
) -> str:
    """A page.

    Parameters
    ----------
    file : where it lies, from the edition's root.
    body : what stands in it, as HTML that is escaped.
    about : what it is in a sentence, for who lists pages.
    scripts : files of ours that it asks for: keys of `Assets.addresses`.
    facts : what its script has to know.
    """
    files = edition.files(file)
    kinds = {key: ' type="module"' if key in MODULES else " defer" for key in ("paging", *scripts)}
    lines = [
        "<!doctype html>",
        f'<html lang="{edition.lang}">',
        "<head>",
        *head_lines(f"{title} · {t('app.title')}", about, edition.dataset.version),
        f'<link rel="stylesheet" href="{escape(files["pages"])}">',
        *edition.for_programs(file),
        "</head>",
        f'<body class="page">{header(file)}',
        f"<main><h2>{escape(title)}</h2>",
        *body,
        "</main>",
        f"<footer><p>{escape(t('app.credits'))}</p>",
        f"<p>{escape(t('edition.version', version=edition.dataset.version))}</p></footer>",
        facts_element(facts) if facts is not None else "",
        *(f'<script src="{escape(files[key])}"{kind}></script>' for key, kind in kinds.items()),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(line for line in lines if line) + "\n"


#: The scripts that are modules; the others run as they are.
MODULES = ("reader", "compare", "story")


def head_lines(title: str, about: str, version: str) -> list[str]:
    """What stands in the head of every page: its policy, its name, what it is in a sentence."""
    named = escape(title)
    told = escape(about or t("app.tagline"))
    return [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{named}</title>",
        f'<meta name="description" content="{told}">',
        f'<meta property="og:title" content="{named}">',
        f'<meta property="og:description" content="{told}">',
        f'<meta name="data-version" content="{version}">',
        '<link rel="icon" href="data:,">',
    ]


def facts_element(facts: Mapping[str, object]) -> str:
    """What the script of a page has to know, as an element of it."""
    return f'<script type="application/json" id="page">{for_json_element(dumps(facts))}</script>'


def header(file: str, search: str = "") -> str:
    """The name of the site and the ways to all pages: in a row, or folded where that has no room.

    Parameters
    ----------
    search : where a search stands, as HTML.
    """
    in_head, about = _links(file, HEAD_PAGES), _about(file)
    return (
        f'<header><h1><a href="{root_of(file)}index.html">{escape(t("app.title"))}</a></h1>'
        f'<nav class="ways" aria-label="{escape(t("menu.menu"))}">{in_head}'
        f"<details><summary>{escape(t('menu.about'))}</summary><div>{about}</div></details></nav>{search}"
        f'<details class="ways"><summary>{escape(t("menu.menu"))}</summary><nav>{in_head}{about}</nav></details></header>'
    )


def _about(file: str) -> str:
    return "".join(f"<p>{escape(t(heading))}</p>{_links(file, pages)}" for heading, pages in ABOUT)


def _links(file: str, pages: Iterable[tuple[str, str]]) -> str:
    return "".join(_link(file, page, key) for page, key in pages)


def _link(file: str, page: str, key: str) -> str:
    here = ' aria-current="page"' if PAGE_FILES[page] == file else ""
    return f'<a href="{root_of(file)}{PAGE_FILES[page]}"{here} data-page="{page}">{escape(t(key))}</a>'
