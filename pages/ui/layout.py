"""The frame of every page: title, menu, credits."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.wording.text import t
from pages.ui.server import sessions, uploads
from pages.ui.server.gc_freeze import freeze_imports

#: The menu: page file, key of its name.
MENU = (
    ("map.py", "menu.map"),
    ("pages/provinces.py", "menu.provinces"),
    ("pages/events.py", "menu.events"),
    ("pages/compare.py", "menu.compare"),
    ("pages/story.py", "menu.story"),
    ("pages/sources.py", "menu.sources"),
    ("pages/quality.py", "menu.quality"),
    ("pages/method.py", "menu.method"),
    ("pages/add.py", "menu.add"),
)
EMBED_STYLE = (Path(__file__).parent / "embed.css").read_text("utf-8")
STYLE = (Path(__file__).parent / "page.css").read_text("utf-8")


def begin(title: str) -> None:
    """Configure the page and draw its head; who finds no seat is told so, and nothing else is drawn."""
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{STYLE}{EMBED_STYLE if is_embedded() else ''}</style>")
    if not is_embedded():
        _head()
    if not sessions.has_seat():
        st.info(t("app.full", count=sessions.most_sessions()))
        st.stop()


def is_embedded() -> bool:
    """Whether the page was asked for with `embed=true`: another page holds it, and gives it no head."""
    return bool(st.context.is_embedded)


def page_paths() -> set[str]:
    """The last parts of the addresses of all pages; the map's is empty."""
    return {"" if page == MENU[0][0] else page.removeprefix("pages/").removesuffix(".py") for page, _ in MENU}


def _head() -> None:
    """The name, and the menu of all pages."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head"):
        st.title(t("app.title"), anchor=False, width="content")
        with st.container(horizontal=True, horizontal_alignment="right", width="content", gap="xxsmall", key="menu"):
            for page, key in MENU:
                st.page_link(page, label=t(key), width="content")


def end() -> None:
    """The credits at the foot of the page."""
    st.caption(t("app.credits"))
    freeze_imports()
    uploads.give_back()
