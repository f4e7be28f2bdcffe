"""The languages in the head of a page: each by its own name; and whether what is read was reviewed by a native reader."""

from __future__ import annotations

import streamlit as st

from geo.address.keys import LANGUAGES
from geo.browser.sheets import WEB
from geo.style.interface import browser_css
from geo.wording.catalogues import catalogue
from geo.wording.language import FIRST, language, speaking
from geo.wording.text import t
from pages.ui import mounting

JS = mounting.bundled_script(
    "return mountOnce(component.parentElement, component.data, mountLanguages);",
    mountLanguages="fields/language_menu.js",
)
_menu = st.components.v2.component(
    "replay_languages", css=browser_css((WEB / "fields" / "language_menu.css").read_text("utf-8")), js=JS
)


#: What Streamlit itself says, by keys of ours; it speaks English alone.
THEIRS = ("skip", "heading", "choose", "open", "clear", "remove", "fullscreen", "help", "file", "upload", "limit")
_words = st.components.v2.component(
    "replay_streamlit_words",
    js=mounting.script(
        "return mountOnce(component.parentElement, component.data, (_, { pairs }) => speakForStreamlit(pairs));",
        "fields/words_of_streamlit.js",
    ),
)


_ways = st.components.v2.component(
    "replay_menu_ways",
    js=mounting.script("return mountOnce(component.parentElement, component.data, nameMenus);", "fields/menu_ways.js"),
)


def speak_for_streamlit() -> None:
    """Let Streamlit's menus be told as such, and what it says itself in the page's language; draws nothing."""
    with speaking(FIRST):
        theirs = [t(f"streamlit.{key}") for key in THEIRS]
    own = [t(f"streamlit.{key}") for key in THEIRS]
    pairs = [list(pair) for pair in zip(theirs, own, strict=True) if pair[0] != pair[1]]
    with st.container(key="streamlit_words"):
        _ways(key="menu_ways", data={"label": t("menu.menu")})
        if pairs:
            _words(key="streamlit_said", data={"pairs": pairs})


def show(key: str) -> None:
    """The names, the one that is spoken among them."""
    names = [(lang, catalogue(lang)["locale.name"], catalogue(lang)["locale.dir"]) for lang in LANGUAGES]
    data = {"now": language(), "first": FIRST, "label": t("language.label"), "names": names}
    _menu(key=key, data=data)
