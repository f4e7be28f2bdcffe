"""The frame of every page: a head of one line with the ways to all pages; credits at the foot."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.address.paths import HEAD_PAGES, MADE_PAGES, ONLY_LINKED, RECORD_PAGES
from geo.style.interface import browser_css
from geo.wording.lists import dotted
from geo.wording.remarks import on_translation
from geo.wording.text import t
from pages.ui import language, language_menu
from pages.ui.server import sessions, uploads
from pages.ui.server.gc_freeze import freeze_imports

Pages = tuple[tuple[str, str], ...]


def _scripts(pages: Pages) -> Pages:
    """Pages by name as the files that draw them."""
    return tuple(("map.py" if page == "" else f"pages/{page}.py", key) for page, key in pages)


#: Pages in the head itself, each with the key of its name; the others lie under 'About', each under the heading where one
#: looks for it.
IN_HEAD = _scripts(HEAD_PAGES)
ABOUT = (
    ("menu.head.record", _scripts(RECORD_PAGES)),
    ("menu.head.made", _scripts(MADE_PAGES)),
    ("menu.head.own", _scripts((("add", "menu.add"),))),
)
MENU = (*IN_HEAD, *(page for _, pages in ABOUT for page in pages))
EMBED_STYLE = browser_css((Path(__file__).parent / "embed.css").read_text("utf-8"))
STYLE = browser_css("".join((Path(__file__).parent / name).read_text("utf-8") for name in ("page.css", "print.css")))


class Head(NamedTuple):
    """Where a page may put something of its own into the head."""

    search: DeltaGenerator
    actions: DeltaGenerator


def begin(title_key: str | None = None) -> Head | None:
    """Speak the page's language, configure it and draw its head; who finds no seat is told so, and nothing else is drawn."""
    language.begin()
    title = dotted([t(title_key) if title_key else None, t("app.title")])
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{STYLE}{EMBED_STYLE if is_embedded() else ''}</style>")
    head = None if is_embedded() else _head()
    language_menu.speak_for_streamlit()
    if not sessions.has_seat():
        st.info(t("app.full", count=sessions.most_sessions()))
        st.stop()
    return head


def is_embedded() -> bool:
    """Whether the page was asked for with `embed=true`: another page holds it, and gives it no head."""
    return bool(st.context.is_embedded)


def page_paths() -> set[str]:
    """The last parts of the addresses of all pages; the map's is empty."""
    menu = {"" if page == MENU[0][0] else page.removeprefix("pages/").removesuffix(".py") for page, _ in MENU}
    return {*menu, *ONLY_LINKED}


def _head() -> Head:
    """The name, what it is, and the ways to all pages: in a row, or in one menu where that has no room."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="head"):
        st.title(t("app.title"), anchor=False, width="content")
        with st.container(width="content", key="motto"):
            st.caption(t("app.motto"))
        search = st.container(key="head_search")
        with st.container(horizontal=True, width="content", gap="xxsmall", key="menu"):
            _links(IN_HEAD)
        actions = st.container(horizontal=True, width="content", key="head_actions")
        with st.container(width="content", key="about"), st.popover(t("menu.about"), type="tertiary"):
            _about()
        with st.container(width="content", key="languages"):
            language_menu.show("languages_head")
        with (
            st.container(width="content", key="whole_menu"),
            st.popover(t("menu.menu"), icon=":material/menu:", type="tertiary"),
        ):
            language_menu.show("languages_menu")
            _links(IN_HEAD)
            _about()
    return Head(search, actions)


def tell_of_translation(is_short: bool = False) -> None:
    """Say that the words were not reviewed by a native reader, and how to help; nothing where they were."""
    if message := on_translation(is_short):
        with st.container(horizontal=True, gap="small", key="translation"):
            st.caption(message, width="content")
            st.page_link("pages/method.py", label=t("language.help"), width="content")


def _about() -> None:
    for heading, pages in ABOUT:
        st.caption(t(heading))
        _links(pages)


def _links(pages: Pages) -> None:
    for page, key in pages:
        st.page_link(page, label=t(key), width="content")


def end(*, has_credits: bool = True) -> None:
    """The end of every page: its credits, unless they stand elsewhere on it."""
    if has_credits:
        tell_of_translation()
        st.caption(t("app.credits"))
    freeze_imports()
    uploads.give_back()
