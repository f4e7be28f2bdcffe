"""How large a brought file may be, and how long reading it may take. Beyond that the file is refused as a whole."""

from __future__ import annotations

MEGABYTE = 1_000_000

#: The file as it comes, and as it is when unpacked.
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED = 150 * MEGABYTE
#: How many times larger a packed file may become; spreadsheets stay below 40.
MOST_RATIO = 100
MOST_MEMBERS = 1_000
#: Rows and columns of a table, letters of a cell.
MOST_ROWS = 50_000
MOST_COLUMNS = 300
MOST_CELL = 131_072
#: Nesting of JSON and XML.
MOST_DEPTH = 40
#: Elements of a KML file, lists and objects of a GeoJSON file.
MOST_ELEMENTS = 600_000
#: Steps of SQLite's machine over a GeoPackage.
MOST_STEPS = 200_000_000
#: The process that reads: seconds of time, bytes of memory, open files.
TIME_S = 30
MEMORY_BYTES = 1_500 * MEGABYTE
OPEN_FILES = 64
