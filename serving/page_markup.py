"""The markup of the first answer: what a head says, and the picture with its words; every text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path

from geo.export.first_picture import FirstPicture
from geo.export.first_words import FirstWords
from geo.style.interface import with_colours
from geo.wording.text import t
from serving.hints import hints
from serving.policy import INDEX
from serving.preview import SIZE as PREVIEW
from serving.streamlit_files import with_edition

STYLE = with_colours((Path(__file__).parent / "first.css").read_text("utf-8"))
#: What Streamlit's page asks for and we have no use for: its own type, and a description for programs.
UNUSED = re.compile(
    r'<link\b[^>]*(?:SourceSans|rel="service-desc")[^>]*/?>\s*|<title>[^<]*</title>\s*|<!--.*?-->\s*', re.DOTALL
)
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>\s*", re.DOTALL)


@lru_cache(maxsize=1)
def split_index() -> tuple[str, str, str]:
    """Streamlit's page in three parts: to the end of its head, to the beginning of its body's content, the rest."""
    text = with_edition(NOSCRIPT.sub("", UNUSED.sub("", INDEX.read_text("utf-8"))))
    head_end = text.index("</head>")
    body = re.search(r"<body[^>]*>", text)
    if body is None:
        raise ValueError("Streamlit's page has no body")
    return text[:head_end], text[head_end : body.end()], text[body.end() :]


def head_of(words: FirstWords | None, address: str, image: str, files: Mapping[str, str], *, has_map: bool) -> str:
    """What a page says of itself to programs that show a preview, and what a browser should fetch soon; `words` of a map."""
    title = f"{words.date} · {t('app.title')}" if words else t("app.title")
    about = words.sentence if words else t("app.tagline")
    metas = [
        ("name", "description", about),
        ("property", "og:type", "website"),
        ("property", "og:site_name", t("app.title")),
        ("property", "og:title", title),
        ("property", "og:description", about),
        ("property", "og:url", address),
        ("property", "og:image", image),
        ("property", "og:image:width", str(PREVIEW[0])),
        ("property", "og:image:height", str(PREVIEW[1])),
        ("name", "twitter:card", "summary_large_image"),
    ]
    found = [f'<meta {kind}="{name}" content="{escape(content)}">' for kind, name, content in metas]
    return "".join(
        (
            f"<title>{escape(title)}</title>",
            *found,
            hints(files) if has_map else "",
            f"<style>{STYLE}</style>" if has_map else "",
        )
    )


def picture_of(words: FirstWords, picture: FirstPicture, links: Sequence[tuple[str, str]]) -> str:
    """The first picture: over the page until the live map is painted; without JavaScript a page of its own.

    Parameters
    ----------
    picture : made by us, its texts escaped.
    links : other days: the query and its name.
    """
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in words.columns)
    rows = "".join(_row(row) for row in words.rows)
    table = f"<table><caption>{escape(t('first.table'))}</caption><tr>{head}</tr>{rows}</table>" if rows else ""
    days = "".join(f'<li><a href="{escape(query)}">{escape(name)}</a></li>' for query, name in links)
    return (
        f'<main id="first-picture"><header><strong>{escape(t("app.title"))}</strong></header>'
        f'<div class="day"><h1>{escape(words.date)} <small>{escape(words.solar)}</small></h1>'
        f"<p>{escape(words.sentence)}</p></div>"
        f'<figure class="{"has-narrow" if picture.narrow else ""}"><div class="wide">{picture.wide}</div>'
        f'<div class="narrow">{picture.narrow}</div><figcaption>'
        f"{escape(t('app.map_credits'))}</figcaption></figure>"
        f"<noscript><p>{escape(t('first.noscript'))}</p>{table}<h2>{escape(t('first.days'))}</h2><ul>{days}</ul>"
        "<style>#first-picture{position:static;display:block;padding:16px}#first-picture .day,#first-picture .day p{display:block;block-size:auto}"
        "#first-picture figure{display:block}#first-picture svg{height:auto}</style></noscript></main>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    return f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in rest) + "</tr>"
