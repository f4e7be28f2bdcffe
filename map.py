"""The map page: the replay of who is said to hold what, and the events of each day."""

from __future__ import annotations

from pages.ui.map import page as map_page

map_page.show()
