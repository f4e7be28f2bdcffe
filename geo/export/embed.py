"""The line of HTML that puts the map, or a one-file replay, into another page."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, urlencode

from geo.address.keys import DATA_KEY
from geo.address.view import ViewState, to_query
from geo.record.load import Dataset
from geo.wording.text import t

#: So high that day, sentence and legend are seen without scrolling, beside the map or, on a phone, under it.
STYLE = "width: 100%; height: 500px; border: 0"


def embed_snippet(file_name: str, view: ViewState, dataset: Dataset) -> str:
    """One line of HTML that shows a one-file replay, served beside the page, at a view."""
    return _frame(f"{quote(file_name)}#{_query(view, dataset)}", 'sandbox="allow-scripts allow-popups" ')


def hosted_snippet(address: str, view: ViewState, dataset: Dataset) -> str:
    """One line of HTML that shows the map, served at an address, at a view; it needs no file."""
    return _frame(f"{address}?{_query(view, dataset)}&embed=true", "")


def _query(view: ViewState, dataset: Dataset) -> str:
    query = {key: value for key, value in to_query(view, dataset).items() if key != DATA_KEY}
    return urlencode(query, safe=",")


def _frame(source: str, sandbox: str) -> str:
    title = escape(t("app.title"))
    return (
        f'<iframe src="{escape(source)}" title="{title}" {sandbox}referrerpolicy="no-referrer" loading="lazy" '
        f'style="{STYLE}"></iframe>'
    )
