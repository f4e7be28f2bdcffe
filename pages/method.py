"""The method page: how the record is made, graded and drawn, from docs/method.md."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.text import t
from pages.ui import layout

METHOD = Path(__file__).parent.parent / "docs" / "method.md"

layout.begin(f"{t('method.title')} · {t('app.title')}")
st.markdown(METHOD.read_text("utf-8"))
layout.end()
