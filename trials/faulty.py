"""A page for the trials only: runs a page of the product with one function of it made to fail.

It is copied into the `pages/` of a served copy of the app; it is no page of the product.
"""

from __future__ import annotations

import runpy
from pathlib import Path

import streamlit as st

from trials.injected import failing

query = st.query_params.to_dict()
with failing(query["module"], query["function"], int(query["number"])):
    runpy.run_path(str(Path(__file__).resolve().parents[1] / query["page"]))
