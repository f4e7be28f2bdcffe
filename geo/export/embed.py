"""The line of HTML that puts the map, or a one-file replay, into another page."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote, urlencode

from geo.address.keys import DATA_KEY
from geo.address.paths import EMBED_FILE
from geo.address.view import ViewState, to_query
from geo.record.load import Dataset
from geo.wording.text import t

#: So high that day, sentence and legend are seen without scrolling, beside the map or, on a phone, under it.
STYLE = "width: 100%; height: 500px; border: 0"
SIZE = (900, 500)


def embed_snippet(file_name: str, view: ViewState, dataset: Dataset) -> str:
    """One line of HTML that shows a one-file replay, served beside the page, at a view."""
    return _frame(f"{quote(file_name)}#{_query(view, dataset)}", 'sandbox="allow-scripts allow-popups" ')


def hosted_snippet(address: str, view: ViewState, dataset: Dataset) -> str:
    """One line of HTML that shows the map at a view; it needs no file.

    Parameters
    ----------
    address : that of the page that may be held in a frame (`EMBED_FILE` of the reader's edition).
    """
    return _frame(f"{address}?{_query(view, dataset)}", "")


def oembed(address: str, view: ViewState, dataset: Dataset, most: tuple[int, int] = SIZE) -> dict[str, object]:
    """What other programs are told who ask how to show the map (oEmbed 1.0, type 'rich').

    Parameters
    ----------
    address : as of `hosted_snippet`.
    most : how wide and how high it may be, in pixels.
    """
    width, height = (min(one, usual) for one, usual in zip(most, SIZE, strict=True))
    return {
        "version": "1.0",
        "type": "rich",
        "title": t("app.title"),
        "provider_name": t("app.title"),
        "provider_url": address.rpartition("/")[0] + "/",
        "width": width,
        "height": height,
        "html": _frame(f"{address}?{_query(view, dataset)}", "", f"width: {width}px; height: {height}px; border: 0"),
    }


def oembed_text(origin: str, view: ViewState, dataset: Dataset) -> str:
    """The same for a host of files, which can't answer: of the opening view."""
    return json.dumps(oembed(f"{origin}{EMBED_FILE}", view, dataset), ensure_ascii=False, indent=1) + "\n"


def _query(view: ViewState, dataset: Dataset) -> str:
    query = {key: value for key, value in to_query(view, dataset).items() if key != DATA_KEY}
    return urlencode(query, safe=",")


def _frame(source: str, sandbox: str, style: str = STYLE) -> str:
    title = escape(t("app.title"))
    return (
        f'<iframe src="{escape(source)}" title="{title}" {sandbox}referrerpolicy="no-referrer" loading="lazy" '
        f'style="{style}"></iframe>'
    )
