"""The language of a page: that of its address, or of the view that the session keeps; spoken in each run and fragment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from geo.address.keys import LANGUAGES
from geo.wording.language import FIRST, speak
from pages.ui import asked

P = ParamSpec("P")
T = TypeVar("T")
#: What the reader reads in, in the session.
READS = "language"


def begin() -> str:
    """Speak the language that the address or the view asks for, in this run."""
    if asked.came_from_outside():
        wanted = st.query_params.get("lang", FIRST)
        lang = wanted if wanted in LANGUAGES else FIRST
    else:
        lang = st.session_state[asked.VIEW].lang if asked.VIEW in st.session_state else FIRST
    st.session_state[READS] = lang
    speak(lang)
    return lang


def spoken(function: Callable[P, T]) -> Callable[P, T]:
    """A fragment that speaks the page's language: it is run again without the page, and in a thread of its own."""

    @wraps(function)
    def speaks(*args: P.args, **kwargs: P.kwargs) -> T:
        speak(st.session_state.get(READS, FIRST))
        return function(*args, **kwargs)

    return speaks
