"""The domain: places, dated claims and events, who holds what on a day. No Streamlit, clock or network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from geo.notebook.replay import Replay

__all__ = ["open"]


def open(folder: str | Path | None = None) -> Replay:
    """The record that came with this package, or that of a folder, for notebooks and programs.

    Raises
    ------
    geo.record.problems.DataError
        With every problem of the files, when there is any.
    """
    from geo.notebook.replay import opened  # the command line and the pages need none of it

    return opened(folder)
