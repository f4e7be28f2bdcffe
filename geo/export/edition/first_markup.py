"""The first picture of a page with its words, as markup; every text is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.first_picture import FirstPicture, first_picture
from geo.export.first_words import FirstWords
from geo.style.interface import browser_css
from geo.wording.language import FIRST, in_language_of
from geo.wording.text import t

STYLE = browser_css((Path(__file__).parent / "first.css").read_text("utf-8"))


@in_language_of(1)
def drawn_picture(
    timeline: Timeline, view: ViewState, words: FirstWords, *, has_days: bool, lighter: str | None = None
) -> str:
    """The picture of a view with its words, as markup.

    Parameters
    ----------
    has_days : whether other days have a page with a picture of their own, to which links lead.
    lighter : the address of the same view in the reader's edition, for who waits on a slow line.
    """
    title = t("first.picture", day=words.date, sentence=words.sentence)
    query = {} if view.lang == FIRST else {"lang": view.lang}
    links = [(f"?{urlencode({'date': day, **query})}", name) for day, name in words.days if has_days]
    return picture_of(words, first_picture(timeline, view, title), links, lighter)


def picture_of(
    words: FirstWords, picture: FirstPicture, links: Sequence[tuple[str, str]], lighter: str | None = None
) -> str:
    """The first picture: over the page until the live map is painted; without JavaScript a page of its own.

    Parameters
    ----------
    picture : made by us, its texts escaped.
    links : other days: the query and its name.
    lighter : where the same is to be had with fewer bytes.
    """
    items = "".join(f'<li><a href="{escape(query)}">{escape(name)}</a></li>' for query, name in links)
    way = f'<a href="{escape(lighter)}">{escape(t("first.lighter"))}</a>' if lighter else ""
    days = f"<h2>{escape(t('first.days'))}</h2><ul>{items}</ul>" if items else ""
    return (
        f'<main id="first-picture"><header><strong>{escape(t("app.title"))}</strong>{way}</header>'
        f'<div class="day"><h1>{escape(words.date)} <small>{escape(words.solar)}</small></h1>'
        f"<p>{escape(words.sentence)}</p></div>"
        f'<figure class="{_kind(picture)}"><div class="wide">{picture.wide}</div>'
        f'<div class="narrow">{picture.narrow}</div><figcaption>'
        f"{escape(t('app.map_credits'))}</figcaption></figure>"
        f"<noscript><p>{escape(t('first.noscript' if items else 'first.noscript.alone'))}</p>{areas_table(words)}{days}"
        "<style>#first-picture{position:static;display:block;padding:16px}#first-picture .day,#first-picture .day p{display:block;block-size:auto}"
        "#first-picture figure{display:block}#first-picture svg{height:auto}"
        "#first-picture .looking .wide{height:70vh}</style></noscript></main>"
    )


def _kind(picture: FirstPicture) -> str:
    return "looking" if picture.is_looking else "has-narrow" if picture.narrow else ""


def areas_table(words: FirstWords) -> str:
    """The areas of a map as a table; nothing where its layer is not that of control."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in words.columns)
    rows = "".join(_row(row) for row in words.rows)
    return f"<table><caption>{escape(t('first.table'))}</caption><tr>{head}</tr>{rows}</table>" if rows else ""


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    return f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in rest) + "</tr>"
