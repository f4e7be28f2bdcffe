"""The windows of days that a view may have: how many days before its day its events begin."""

from __future__ import annotations

WINDOWS = ("7", "30", "90", "365", "all")
DEFAULT_WINDOW = "30"
