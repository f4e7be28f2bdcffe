"""Where the files lie that come with the code: beside it in the repository, inside it in an installed package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
#: The folder of an installed package that holds them (`deploy/wheel_backend.py` puts them there).
INSIDE = "_beside"


def beside(name: str) -> Path:
    """The folder `data`, `stories` or `docs`, or a file beside them, that comes with this code."""
    inside = PACKAGE / INSIDE / name
    return inside if inside.exists() else PACKAGE.parent / name
