"""A page of the app as Streamlit runs it, opened with an address."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def opened(name: str, **query: str) -> AppTest:
    """The page of a name ('map' is the first) after its script has run, whatever came of it."""
    page = AppTest.from_file(str(ROOT / "map.py"), default_timeout=60)
    if name != "map":
        page.switch_page(f"pages/{name}.py")
    for key, value in query.items():
        page.query_params[key] = value
    return page.run()


def visited(name: str, **query: str) -> AppTest:
    """The same, of which nothing failed."""
    page = opened(name, **query)
    assert not page.exception
    return page
