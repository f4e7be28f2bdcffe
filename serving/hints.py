"""What a browser should fetch while Streamlit starts: each file would else be asked for only when the one before is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from importlib.util import find_spec
from pathlib import Path

from streamlit import runtime

from pages.ui.server.paths import base_path
from serving.policy import INDEX

#: Parts of Streamlit that the map page needs and Streamlit fetches late.
PARTS = ("BidiComponent", "ComponentInstance", "serialization", "recordbatch", "purify.es")
COMPONENT = "streamlit_folium.st_folium"
#: Our own files: what the page's modules begin with, and what the map's frame asks for after that.
SOON, LATER = ("record", "marks", "texts"), ("base", "leaflet", "leafletCss")


def hints(files: Mapping[str, str]) -> str:
    """Links for the head of a page with a map; `files` are those of the record (`Assets.addresses`)."""
    modules = [files["modules"], *_parts()]
    return "".join(
        (
            *(f'<link rel="modulepreload" href="{escape(path)}" crossorigin>' for path in modules),
            *(f'<link rel="preload" as="fetch" href="{escape(files[key])}" crossorigin>' for key in SOON),
            *(f'<link rel="prefetch" href="{escape(path)}">' for path in (*_frame(), *(files[key] for key in LATER))),
        )
    )


@lru_cache(maxsize=1)
def _parts() -> tuple[str, ...]:
    folder = INDEX.parent / "static" / "js"
    found = [path.name for part in PARTS for path in sorted(folder.glob(f"{part}.*.js"))]
    return tuple(f"{base_path()}/static/js/{name}" for name in found)


def _frame() -> tuple[str, ...]:
    """The script of the map's frame; none before the first run of a page has declared the component that has it."""
    is_known = runtime.exists() and COMPONENT in registered()
    return _frame_files() if is_known else ()


def registered() -> set[str]:
    """The components that runs of pages have declared."""
    found = runtime.get_instance().component_registry.get_components()
    return {component.name for component in found}


@lru_cache(maxsize=1)
def _frame_files() -> tuple[str, ...]:
    """The script's address, found without importing its package: that would declare the component too early."""
    spec = find_spec("streamlit_folium")
    build = Path(str(spec.origin)).parent / "frontend" / "build" if spec else Path()
    found = sorted(
        path for path in build.glob("static/js/main.*.js") if re.fullmatch(r"main\.[0-9a-f]{8}\.js", path.name)
    )
    root = f"{base_path()}/component/{COMPONENT}"
    return tuple(f"{root}/static/js/{path.name}" for path in found)
