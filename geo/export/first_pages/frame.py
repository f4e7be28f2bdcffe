"""The page around first pictures, as markup: the same places as on the live page, so that nothing jumps when it takes over."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from geo.export.edition.first_markup import STYLE as OF_THE_MAP
from geo.export.first_picture import FirstPicture
from geo.reading.content import Link
from geo.reading.html import STYLE as READING
from geo.style.interface import browser_css
from geo.wording.text import t

STYLE = OF_THE_MAP + READING + browser_css((Path(__file__).parent / "pages.css").read_text("utf-8"))


def page_markup(kind: str, title: str, shown: str, unscripted: str) -> str:
    """The page until the live one is drawn.

    Parameters
    ----------
    kind : its class, by which its style knows it.
    title : its heading, as text.
    shown : markup of what the live page shows first.
    unscripted : markup of what else a reader without JavaScript is given.
    """
    return (
        f'<main id="first-picture" class="page {kind}"><header><strong>{escape(t("app.title"))}</strong></header>'
        f"<h1>{escape(title)}</h1>{shown}"
        f'<noscript><div class="more">{unscripted}</div><style>#first-picture{{position:static}}</style></noscript></main>'
    )


def figure(picture: FirstPicture, *, is_central: bool) -> str:
    """A picture as it stands on a page.

    Parameters
    ----------
    is_central : a narrow screen may leave out what lies at its left and right.
    """
    kind = "central" if is_central else "has-narrow" if picture.narrow else ""
    narrow = f'<div class="narrow">{picture.narrow}</div>' if kind == "has-narrow" else ""
    credit = escape(t("app.map_credits"))
    return f'<figure class="{kind}"><div class="wide">{picture.wide}</div>{narrow}<figcaption>{credit}</figcaption></figure>'


def choice(name: str, value: str, remark: str = "") -> str:
    """What was chosen, in the place of the field in which the live page lets one choose."""
    more = f"<small>{escape(remark)}</small>" if remark else ""
    return f'<p class="choice"><span>{escape(name)}</span><b>{escape(value)}</b>{more}</p>'


def href(view: Mapping[str, str], link: Link) -> str:
    """The address of a link of ours, beside the page that it stands on; it keeps the view."""
    query = {key: value for key, value in ({**view, **link.query}).items() if value is not None}
    if link.page == "events" and not {"days", "from", "to", "q"} & query.keys():
        query["days"] = "record"
    return f"{link.page or './'}?{urlencode(query)}"
