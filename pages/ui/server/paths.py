"""Under which addresses our files and pages are served."""

from __future__ import annotations

import streamlit as st

from geo.address.paths import EMBED_FILE

#: The folder of the reader's edition.
READ = "read"


def base_path() -> str:
    """The path that the app is served under, '' or '/…' without a slash at its end."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def static_root() -> str:
    """The address under which Streamlit serves our static files."""
    return f"{base_path()}/app/static"


def read_root() -> str:
    """The address under which the reader's edition is served, without a final slash."""
    return f"{base_path()}/{READ}"


def embed_paths() -> tuple[str, str]:
    """The paths of the page that another page may hold in a frame."""
    return f"{read_root()}/{EMBED_FILE.removesuffix('.html')}", f"{read_root()}/{EMBED_FILE}"
