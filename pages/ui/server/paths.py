"""Under which addresses our files and pages are served."""

from __future__ import annotations

import streamlit as st


def base_path() -> str:
    """The path that the app is served under, '' or '/…' without a slash at its end."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def static_root() -> str:
    """The address under which Streamlit serves our static files."""
    return f"{base_path()}/app/static"
