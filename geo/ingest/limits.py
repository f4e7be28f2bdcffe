"""How large a brought file may be, how long reading it may take, how much may come of it. Beyond: refused as a whole."""

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
#: All cells of a table (the Global Terrorism Database has 135 in a row), and the letters in all of them together: a
#: workbook may say one text in a thousand cells.
MAX_CELLS = 8_000_000
MAX_LETTERS = 100 * MEGABYTE
#: Letters of a heading.
MAX_HEADING = 500
#: Nesting of JSON and XML.
MAX_DEPTH = 40
#: Elements of a KML file, lists and objects of a GeoJSON file.
MAX_ELEMENTS = 600_000
#: Steps of SQLite's machine over a GeoPackage.
MAX_STEPS = 200_000_000
#: The process that reads: seconds of work, seconds by the clock (it stands behind readers of the map), bytes of
#: memory, open files.
TIME_S = 40
CLOCK_S = 240
MEMORY_BYTES = 1_500 * MEGABYTE
OPEN_FILES = 64
#: How far it stands behind all else that the machine does.
NICENESS = 10
#: What it may answer: for the page (packed), its words, and for the command line (events and report as text).
MAX_ANSWER = 40 * MEGABYTE
MAX_TOLD = 2 * MEGABYTE
MAX_WRITTEN = 500 * MEGABYTE
#: What the browser has to unpack of all files that a reader has on the map.
MAX_MAP = 80 * MEGABYTE
