"""The markup of the first answer: what a head says of the page; every text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape

from geo.browser.fonts import font_face
from geo.wording.language import speaking
from geo.wording.text import html_tag, t
from serving.first_views import FirstView
from serving.policy import INDEX
from serving.preview import SIZE as PREVIEW
from serving.streamlit_files import with_edition

#: What Streamlit's page asks for and we have no use for: its own type, and a description for programs.
UNUSED = re.compile(
    r'<link\b[^>]*(?:SourceSans|rel="service-desc")[^>]*/?>\s*|<title>[^<]*</title>\s*|<!--.*?-->\s*', re.DOTALL
)
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>\s*", re.DOTALL)


#: What Streamlit's page begins to run, and the sixty files that it names for that.
MODULES = re.compile(r"""<(?:script type="module"|link rel="modulepreload")[^>]*>(?:</script>)?\s*""")


@lru_cache(maxsize=1)
def split_index() -> tuple[str, str, str, str]:
    """Streamlit's page in parts: to the end of its head, to the beginning of its body's content, the rest; and its modules."""
    text = with_edition(NOSCRIPT.sub("", UNUSED.sub("", INDEX.read_text("utf-8"))))
    modules = "".join(MODULES.findall(text))
    text = MODULES.sub("", text)
    head_end = text.index("</head>")
    body = re.search(r"<body[^>]*>", text)
    if body is None:
        raise ValueError("Streamlit's page has no body")
    return text[:head_end], text[head_end : body.end()], text[body.end() :], modules


def in_page_of(before: str, lang: str) -> str:
    """The beginning of Streamlit's page as one in a language, which runs its way.

    Raises
    ------
    ValueError
        When Streamlit's page does not begin as it did.
    """
    with speaking(lang):
        found, count = re.subn(r"<html\b[^>]*>", html_tag(), before, count=1)
    if count != 1:
        raise ValueError("Streamlit's page has no html tag")
    return found


def head_of(first: FirstView | None, address: str, image: str, files: Mapping[str, str], lang: str) -> str:
    """What a page says of itself to programs that show a preview, and how what it shows first looks.

    Parameters
    ----------
    first : what a page with a map shows; None on others, and when that can't be made.
    files : the addresses of our files: of the font of a language that has one.
    """
    with speaking(lang):
        return _head(first, address, image, files)


def _head(first: FirstView | None, address: str, image: str, files: Mapping[str, str]) -> str:
    title = first.title if first else t("app.title")
    about = first.about if first else t("app.tagline")
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
    styles = [first.style] if first else []
    if "font" in files:
        styles.append(font_face(files["font"]))
    own = [f"<style>{style}</style>" for style in styles]
    return "".join((f"<title>{escape(title)}</title>", *found, *own))
