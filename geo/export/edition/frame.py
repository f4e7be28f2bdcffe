"""The frame of every page of the edition but the map: head with the menu of the app, what the page says, credits."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from urllib.parse import urljoin

from geo.address.keys import LANG_KEY, LANGUAGES
from geo.address.paths import (
    HEAD_PAGES,
    MADE_PAGES,
    PAGE_FILES,
    RECORD_PAGES,
    file_address,
    in_language,
    in_version,
    root_of,
)
from geo.browser.assets import Assets
from geo.control.timeline import Timeline
from geo.export.describe import links_in_head
from geo.export.edition.head import facts_element, head_lines, style_of_font
from geo.queries.versions import released_on
from geo.reading.content import Block
from geo.reading.html import html_of
from geo.record.load import Dataset
from geo.reference.load import Reference
from geo.wording.catalogues import catalogue
from geo.wording.dates import plain_date
from geo.wording.language import FIRST
from geo.wording.lists import dotted, in_turn
from geo.wording.remarks import on_translation
from geo.wording.text import html_tag, t

#: The scripts that are modules, after those that they take their parts from; the rest run as they are.
MODULES = {"reader": (), "compare": ("reader", "next"), "story": ("reader", "next")}
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
    lang : the language of its pages.
    languages : those that the same addresses are answered in; none where each language has files of its own.
    sites : where the edition lies in other languages then: the way to its root, from this one's or from anywhere.
    newer : the version of today where this is an earlier one: its pages say so, and lead to pages of their own version.
    """

    timeline: Timeline
    assets: Assets
    assets_root: str
    reference: Reference | None = None
    downloads: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    origin: str = ""
    programs: str = ""
    contact: str = ""
    lang: str = FIRST
    languages: tuple[str, ...] = ()
    sites: Mapping[str, str] = field(default_factory=dict)
    newer: str = ""

    @property
    def dataset(self) -> Dataset:
        """The record."""
        return self.timeline.dataset

    def files(self, file: str) -> dict[str, str]:
        """The addresses of the browser's files from a page."""
        return self.assets.addresses(_from(file, self.assets_root), self.lang)

    def file(self, name: str) -> str:
        """The address of a file, from the edition's root, in the same language."""
        spoken = in_language(name, self.lang) if self.languages else name
        return in_version(spoken, self.dataset.version) if self.newer else spoken

    def stamped(self, file: str) -> str:
        """The address of a file from the edition's root; a picture's names its version, so that no page shows another's."""
        has_stamp = file.endswith(".svg") and not self.assets.on_stick
        return self.file(f"{file}?{self.assets.folder}" if has_stamp else file)

    def script(self, key: str, file: str) -> str:
        """A page's element for a script of ours: from a disk no module runs, so what it takes from another comes before it.

        Parameters
        ----------
        key : of `Assets.addresses`.
        file : where the page lies.
        """
        files = self.files(file)
        if key not in MODULES:
            return _deferred(files[key])
        if not self.assets.on_stick:
            return f'<script type="module" src="{escape(files[key])}"></script>'
        return "".join(_deferred(files[one]) for one in (*MODULES[key], key))

    def in_languages(self, file: str) -> dict[str, str]:
        """The address of a page in each of its languages, from the page itself; none where it has but one."""
        if self.languages:
            return {lang: f"?{LANG_KEY}={lang}" for lang in self.languages}
        ways = {self.lang: root_of(file)} | {lang: _from(file, way) for lang, way in self.sites.items()}
        return {lang: f"{ways[lang]}{file}" for lang in LANGUAGES if self.sites and lang in ways}

    def for_programs(self, file: str) -> list[str]:
        """What tells programs in the head of a page where they are answered."""
        return links_in_head(_from(file, self.programs)) if self.programs else []

    def html(self, file: str, *blocks: Block) -> str:
        """Blocks as HTML, their links leading from a page to the others."""
        return html_of(blocks, lambda link: self.href(file, link.page, link.query))

    def href(self, file: str, page: str, query: Mapping[str, str | None] | None = None) -> str:
        """The address of a page from another one, in the same language."""
        address = file_address(page, {key: value for key, value in (query or {}).items() if key != LANG_KEY})
        return root_of(file) + self.file(address)


def _deferred(address: str) -> str:
    return f'<script src="{escape(address)}" defer></script>'


def _from(file: str, address: str) -> str:
    """The way from a page to what lies at an address from the edition's root, or from that of the host."""
    return address if address.startswith(("/", "https://", "http://")) else root_of(file) + address


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
    lines = [
        "<!doctype html>",
        html_tag(),
        "<head>",
        *head_lines(dotted([title, t("app.title")]), about, edition.dataset.version),
        f'<link rel="stylesheet" href="{escape(files["pages"])}">',
        style_of_font(files),
        *edition.for_programs(file),
        *alternates(edition, file),
        "</head>",
        f'<body class="page">{header(edition, file)}',
        f'<main id="content" tabindex="-1"><h2>{escape(title)}</h2>{earlier_note(edition, file)}',
        *body,
        "</main>",
        f"<footer><p>{escape(t('app.credits'))}</p>",
        f"<p>{escape(in_turn([t('edition.version', version=edition.dataset.version), on_translation()]))}</p></footer>",
        facts_element(facts) if facts is not None else "",
        *(edition.script(key, file) for key in ("paging", *scripts)),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def alternates(edition: Edition, file: str) -> list[str]:
    """What tells programs where a page lies in each of its languages: whole addresses where they are known."""
    here = f"{edition.origin}{file}" if edition.origin else ""
    return [
        f'<link rel="alternate" hreflang="{lang}" href="{escape(urljoin(here, way))}">'
        for lang, way in edition.in_languages(file).items()
    ]


def earlier_note(edition: Edition, file: str) -> str:
    """That a page is of an earlier version, because its address names it, with ways to that of today; nothing on others."""
    if not edition.newer:
        return ""
    version = edition.dataset.version
    told = t("versions.old_link", old=version, day=plain_date(released_on(version) or edition.dataset.last_day))
    ways = (("", "versions.to_now"), ("versions", "versions.open"))
    today = replace(edition, newer="")
    links = (f'<a href="{escape(today.href(file, page))}">{escape(t(key))}</a>' for page, key in ways)
    return f'<p class="intro">{escape(told)} {" ".join(links)}</p>'


def header(edition: Edition, file: str, search: str = "") -> str:
    """The name of the site and the ways to all pages: in a row, or folded where that has no room.

    Parameters
    ----------
    search : where a search stands, as HTML.
    """
    in_head, about = _links(edition, file, HEAD_PAGES), _about(edition, file)
    ways = edition.in_languages(file)
    others = "".join(_language(lang, way, edition.sites) for lang, way in ways.items() if lang != edition.lang)
    return (
        f'<header><a class="skip" href="#content">{escape(t("streamlit.skip"))}</a>'
        f'<h1><a href="{escape(edition.href(file, ""))}">{escape(t("app.title"))}</a></h1>'
        f'<nav class="ways" aria-label="{escape(t("menu.menu"))}">{in_head}'
        f"<details><summary>{escape(t('menu.about'))}</summary><div>{about}</div></details>{others}</nav>{search}"
        f'<details class="ways"><summary>{escape(t("menu.menu"))}</summary><nav>{in_head}{about}{others}</nav></details></header>'
    )


def _about(edition: Edition, file: str) -> str:
    return "".join(f"<p>{escape(t(heading))}</p>{_links(edition, file, pages)}" for heading, pages in ABOUT)


def _links(edition: Edition, file: str, pages: Iterable[tuple[str, str]]) -> str:
    return "".join(_link(edition, file, page, key) for page, key in pages)


def _language(lang: str, way: str, sites: Container[str]) -> str:
    """A way to the page in another language, by its own name; a script lets it follow the address."""
    texts = catalogue(lang)
    follows = "data-site" if lang in sites else f'data-lang="{lang}"'
    named = f'lang="{lang}" hreflang="{lang}" dir="{texts["locale.dir"]}" translate="no" {follows}'
    return f'<a href="{escape(way)}" {named}>{escape(texts["locale.name"])}</a>'


def _link(edition: Edition, file: str, page: str, key: str) -> str:
    here = ' aria-current="page"' if PAGE_FILES[page] == file else ""
    return f'<a href="{escape(edition.href(file, page))}"{here} data-page="{page}">{escape(t(key))}</a>'
