"""Leaflet's files from the installed package, checked byte for byte, and its styles for a page of ours."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files

#: Leaflet 1.9.4 as its makers publish it; a package that brings other bytes is refused.
LEAFLET = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "images/layers.png": "1dbbe9d028e292f36fcba8f8b3a28d5e8932754fc2215b9ac69e4cdecf5107c6",
    "images/layers-2x.png": "066daca850d8ffbef007af00b06eac0015728dee279c51f3cb6c716df7c42edf",
}


class AssetError(Exception):
    """A file that we serve is not the one that it should be."""


def leaflet_styles() -> str:
    """Leaflet's styles for a page of ours, without the pictures of controls that we don't use."""
    css = leaflet_files()["leaflet.css"].decode("utf-8").replace("\r\n", "\n")
    return re.sub(r"url\([^)]*\)", "none", css)


def leaflet_files() -> dict[str, bytes]:
    """Leaflet's files by name, from the installed package.

    Raises
    ------
    AssetError
        When a file is not the one that we know.
    """
    package = files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    contents = {name: (package / name).read_bytes() for name in LEAFLET}
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != LEAFLET[name]:
            raise AssetError(
                f"{name} of the package django-js-lib-leaflet is not the file that we know; install it anew"
            )
    return contents
