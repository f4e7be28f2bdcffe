"""The whole replay in a cell of a notebook: the file that needs no server, in a frame of its own."""

from __future__ import annotations

from functools import cached_property
from html import escape
from pathlib import Path

from geo.address.view import ViewState
from geo.control.timeline import Timeline
from geo.export.one_file import one_file
from geo.record.atomic import write_atomically


class InlineReplay:
    """A replay that shows itself in a notebook; nothing in it asks another host, and it can't reach the notebook."""

    def __init__(self, timeline: Timeline, view: ViewState, data_dir: Path, height: int = 640) -> None:
        self._timeline, self._view, self._data_dir = timeline, view, data_dir
        self.height = height

    def __repr__(self) -> str:
        return f"<the replay at {self._view.date}, {self._view.perspective}>"

    @cached_property
    def html(self) -> str:
        """The document."""
        return one_file(self._timeline, self._data_dir, self._view)

    def _repr_html_(self) -> str:
        frame = f'style="width:100%;height:{int(self.height)}px;border:0" sandbox="allow-scripts allow-downloads"'
        return f'<iframe title="{escape(repr(self))}" {frame} srcdoc="{escape(self.html)}"></iframe>'

    def save(self, path: str | Path) -> Path:
        """Write the replay as one HTML file that opens anywhere."""
        target = Path(path)
        write_atomically(target, self.html.encode("utf-8"))
        return target
