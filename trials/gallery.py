"""A page for the trials only: each hostile text in each element of Streamlit that our pages put records into.

It is copied into the `pages/` of a served copy of the app as `gallery.py`; it is no page of the product.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from pages.ui.safe import escape_markdown
from trials.hostile_texts.elements import TEXTS, UNSEEN


def labelled(kind: str, number: int, text: str) -> None:
    """One text in one element."""
    label, key = escape_markdown(text), f"{kind}_{number}"
    elements: dict[str, Callable[[], object]] = {
        "header": lambda: st.header(label, anchor=False),
        "subheader": lambda: st.subheader(label, anchor=False),
        "markdown": lambda: st.markdown(label),
        "bold": lambda: st.markdown(f"**Key** {label}"),
        "item": lambda: st.markdown(f"- {label}"),
        "gray": lambda: st.markdown(f"x  \n:small[:gray[{label}]]"),
        "caption": lambda: st.caption(label),
        "text": lambda: st.text(text),
        "page_link": lambda: st.page_link("map.py", label=label),
        "button": lambda: st.button(label, key=key),
        "tertiary": lambda: st.button(label, key=key, type="tertiary"),
        "expander": lambda: st.expander(label).text("x"),
        "selectbox": lambda: st.selectbox("x", [text], key=key, label_visibility="collapsed"),
        "multiselect": lambda: st.multiselect("x", [text], [text], key=key, label_visibility="collapsed"),
        "code": lambda: st.code(text, language=None),
        "dataframe": lambda: None,
    }
    elements[kind]()


def show() -> None:
    """All texts in the element that the address asks for."""
    kind = st.query_params.get("kind", "markdown")
    some = TEXTS[: UNSEEN.get(kind)]
    if kind == "dataframe":
        st.dataframe(pd.DataFrame({"text": some}), hide_index=True, height=38 + 35 * len(some))
    for number, text in enumerate(some):
        with st.container(key=f"shown_{number}"):
            labelled(kind, number, text)
    st.text("the end")


show()
