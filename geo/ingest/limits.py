"""How large a brought file may be, and how long reading it may take. Beyond that the file is refused as a whole."""

from __future__ import annotations

MEGABYTE = 1_000_000

#: The file as it comes, and as it is when unpacked.
MAX_BYTES = 20 * MEGABYTE
MAX_UNPACKED = 150 * MEGABYTE
#: How many times larger a packed file may become; spreadsheets stay below 40.
MAX_RATIO = 100
MAX_MEMBERS = 1_000
#: Rows and columns of a table, letters of a cell.
MAX_ROWS = 50_000
MAX_COLUMNS = 300
MAX_CELL = 131_072
#: Nesting of JSON and XML.
MAX_DEPTH = 40
#: Elements of a KML file, lists and objects of a GeoJSON file.
MAX_ELEMENTS = 600_000
#: Steps of SQLite's machine over a GeoPackage.
MAX_STEPS = 200_000_000
#: The process that reads: seconds of time, bytes of memory, open files.
TIME_S = 30
MEMORY_BYTES = 1_500 * MEGABYTE
OPEN_FILES = 64
