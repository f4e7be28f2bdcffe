"""What a browser may load and run on our pages, and the other headers that keep a reader safe."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from functools import lru_cache
from pathlib import Path

import streamlit

#: Sites that may hold the map in a frame, with a space between them (`*` for any); by default none may.
VARIABLE = "REPLAY_FRAMED_BY"
#: The same for every answer.
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_SITE = re.compile(r"\*|https?://[A-Za-z0-9.*-]+(?::[0-9]{1,5})?")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def framed_by() -> tuple[str, ...]:
    """The sites that the environment lists; what is not the address of a site is left out."""
    return tuple(site for site in os.environ.get(VARIABLE, "").split() if _SITE.fullmatch(site))


@lru_cache(maxsize=1)
def script_hashes() -> tuple[str, ...]:
    """The hash of each script that stands in Streamlit's own page, as a policy names it."""
    scripts = _SCRIPT.findall(INDEX.read_text("utf-8"))
    return tuple(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)


def content_policy(host: str, *, is_component: bool, framed_by: tuple[str, ...] = ()) -> str:
    """The Content-Security-Policy of an answer.

    Parameters
    ----------
    host
        What the reader's browser calls us: for browsers whose 'self' holds no websocket.
    is_component
        Whether it is a file of streamlit-folium, which puts the frame's script into its page. No text of a record
        ever passes there.
    framed_by
        Other sites that may hold this page in a frame.
    """
    scripts = "'unsafe-inline'" if is_component else " ".join(("blob:", "'wasm-unsafe-eval'", *script_hashes()))
    parts = {
        "default-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(("'self'", *framed_by)),
        "frame-src": "'self'",
        "object-src": "'none'",
        "worker-src": "'self' blob:",
        "img-src": "'self' data: blob:",
        "connect-src": f"'self' ws://{host} wss://{host}",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self' data:",
        "script-src": f"'self' {scripts}",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())
