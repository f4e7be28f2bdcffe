"""The lines of HTML that put a one-file replay into another page."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, urlencode

from geo.address.keys import DATA_KEY
from geo.address.view import ViewState, to_query
from geo.record.load import Dataset
from geo.wording.text import t


def embed_snippet(file_name: str, view: ViewState, dataset: Dataset) -> str:
    """HTML that shows a one-file replay, served beside the page, at a view."""
    query = {key: value for key, value in to_query(view, dataset).items() if key != DATA_KEY}
    return (
        f'<iframe src="{escape(quote(file_name))}#{escape(urlencode(query, safe=","))}" title="{escape(t("app.title"))}"\n'
        '        sandbox="allow-scripts allow-popups" referrerpolicy="no-referrer" loading="lazy"\n'
        '        style="width: 100%; height: 900px; border: 0"></iframe>'
    )
