"""The kinds of elements of Streamlit in which `trials/gallery.py` shows every naughty text."""

from __future__ import annotations

from trials.naughty import BIDI, NAUGHTY

TEXTS = (*NAUGHTY, *BIDI)
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
KINDS = (*ELEMENTS, "expander", "selectbox", "multiselect", "dataframe", "code")
#: Of some elements only the first texts are shown: a page of 240 of them is slow.
UNSEEN = {"dataframe": 60, "selectbox": 60, "multiselect": 60, "expander": 60}
