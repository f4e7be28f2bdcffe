"""A plain page for who writes programs: no script, no request, text only."""

from __future__ import annotations

from html import escape

from geo.export.describe import links_in_head
from geo.style.interface import browser_css
from geo.wording.text import t

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = browser_css(
    "body{font:16px/1.5 system-ui,'Segoe UI','Noto Sans','Noto Naskh Arabic',sans-serif;max-width:72ch;margin:0 auto;"
    "padding:16px;color:var(--c-ink)}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:4px 12px 4px 0;"
    "border-bottom:1px solid var(--c-rule);vertical-align:top}h2{font-size:19px;margin-top:28px}.quiet{color:var(--c-quiet-ink)}"
    "li{overflow-wrap:anywhere}a{color:var(--c-accent-link)}"
)


def plain_page(title: str, body: list[str], version: str, more_style: str = "") -> str:
    """A plain document around a body that is HTML already, beside the answers for programs."""
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            *links_in_head(""),
            f"<title>{escape(title)}</title><style>{STYLE}{more_style}</style></head><body>",
            *body,
            f'<p class="quiet">{escape(t("export.page_foot", version=version))} {escape(t("app.credits"))}</p>',
            "</body></html>",
            "",
        ]
    )
