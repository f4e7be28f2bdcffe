"""Pages and modules that are made from the code: `python -m geo.build.made` writes them, `--check` names the stale ones."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from geo.browser import constants
from geo.build import address_tables, dictionary, module_tables, program_tables, record_types
from geo.record.atomic import write_atomically

ROOT = Path(__file__).resolve().parents[2]
#: A file → its text as it should be, given the text that it has. What others speak of comes first.
MADE: dict[str, Callable[[str], str]] = {
    "geo/record/records.py": lambda _text: record_types.record_types(),
    "geo/browser/web/engine/constants.js": lambda _text: constants.module_text(constants.constants()),
    "geo/browser/web/engine/map_constants.js": lambda _text: constants.module_text(constants.map_constants()),
    "geo/browser/web/search/constants.js": lambda _text: constants.module_text(constants.search_constants()),
    "data/README.md": dictionary.with_dictionary,
    "docs/addresses.md": address_tables.with_tables,
    "docs/api.md": program_tables.with_answers,
    "docs/python.md": program_tables.with_columns,
    "ARCHITECTURE.md": module_tables.with_tables,
}


def stale(root: Path = ROOT) -> list[str]:
    """The files that no longer say what the code says."""
    texts = {name: (root / name).read_text("utf-8") for name in MADE}
    return [name for name, text in texts.items() if MADE[name](text) != text]


def write(root: Path = ROOT) -> None:
    """Make every file of `MADE` anew."""
    for name in MADE:
        write_atomically(root / name, MADE[name]((root / name).read_text("utf-8")).encode("utf-8"))


def main(argv: list[str]) -> int:
    """Write, or with `--check` only tell; 1 when something is stale."""
    if argv != ["--check"]:
        write()
        return 0
    found = stale()
    for name in found:
        sys.stderr.write(f"{name} is stale: run python -m geo.build.made\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
