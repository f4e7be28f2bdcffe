"""The kinds of elements of Streamlit in which `trials/gallery.py` shows every hostile text."""

from __future__ import annotations

import os

from trials.hostile_texts.strings import BIDI, HOSTILE_STRINGS

TEXTS = (*HOSTILE_STRINGS, *BIDI)
ELEMENTS = (
    "header",
    "subheader",
    "markdown",
    "bold",
    "item",
    "gray",
    "caption",
    "text",
    "page_link",
    "button",
    "tertiary",
)
EVERY = (*ELEMENTS, "expander", "selectbox", "multiselect", "dataframe", "code")
#: In small those that differ most in how they read a text.
KINDS = EVERY if "TRIAL_CARDS" in os.environ else ("markdown", "gray", "text", "page_link", "dataframe")
#: Of some elements only the first texts are shown: a page of 240 of them is slow.
UNSEEN = {"dataframe": 60, "selectbox": 60, "multiselect": 60, "expander": 60}
