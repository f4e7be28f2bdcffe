"""Of which English text each translated one was made, by whom, and who reviewed it: `python -m geo.build.translations fa`.

A text that is new, or was translated anew, is entered with the English text of now; one that is as it was keeps its
entry, so that it falls back to English once that has changed. Who speaks the language enters a review with
`--reviewed-by NAME [KEY …]` (a key, or what keys begin with; all without one).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from geo.address.keys import LANGUAGES
from geo.record.atomic import write_atomically
from geo.wording.catalogues import CATALOGUES, STATE, mark_of, texts_in
from geo.wording.language import FIRST

MAKERS = ("machine", "person")
State = dict[str, dict[str, str]]


def main(argv: Sequence[str]) -> int:
    """Bring a language's entries up to date, and say how its texts stand."""
    parser = argparse.ArgumentParser(prog="python -m geo.build.translations", description=__doc__)
    parser.add_argument("lang", choices=LANGUAGES[1:])
    parser.add_argument("--made-by", choices=MAKERS, default=MAKERS[0], help="who made what is new (default: machine)")
    parser.add_argument("--reviewed-by", metavar="NAME", help="who has read these texts and finds them right")
    parser.add_argument("keys", nargs="*", metavar="KEY", help="keys, or what keys begin with, that were reviewed")
    arguments = parser.parse_intermixed_args(argv)
    folder = CATALOGUES / arguments.lang
    own, english = texts_in(folder), texts_in(CATALOGUES / FIRST)
    found = entered(own, english, read(folder), arguments.made_by)
    if arguments.reviewed_by:
        found = reviewed(found, arguments.reviewed_by, arguments.keys)
    write(folder, found)
    for line in standing_in_words(own, english, found):
        sys.stdout.write(f"{line}\n")
    return 0


def entered(own: Mapping[str, str], english: Mapping[str, str], before: State, made_by: str) -> State:
    """The entries of all texts that a language has: those of before for texts that are as they were."""
    found: State = {}
    for key in sorted(own.keys() & english.keys()):
        known = before.get(key, {})
        is_old = known.get("text") == mark_of(own[key])
        new = {"source": mark_of(english[key]), "text": mark_of(own[key]), "made_by": made_by, "reviewed_by": ""}
        found[key] = known if is_old else new
    return found


def reviewed(state: State, name: str, keys: Sequence[str]) -> State:
    """The entries with somebody's review of some keys, or of all."""
    return {
        key: {**entry, "reviewed_by": name} if not keys or key.startswith(tuple(keys)) else entry
        for key, entry in state.items()
    }


def standing_in_words(own: Mapping[str, str], english: Mapping[str, str], state: State) -> list[str]:
    """How many texts there are, which are missing, which are of an older English text, how many nobody has reviewed."""
    missing = sorted(english.keys() - own.keys())
    older = sorted(key for key, entry in state.items() if entry["source"] != mark_of(english[key]))
    unread = sum(not entry["reviewed_by"] for entry in state.values())
    return [
        f"{len(own)} of {len(english)} texts; not reviewed: {unread}",
        *(f"missing: {key}" for key in missing),
        *(f"of an older text: {key}" for key in older),
    ]


def read(folder: Path) -> State:
    """The entries of a language's folder."""
    path = folder / STATE
    found: State = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def write(folder: Path, state: State) -> None:
    """Write them, a line a key."""
    lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(entry, ensure_ascii=False)}" for key, entry in state.items())
    write_atomically(folder / STATE, f"{{\n{lines}\n}}\n".encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
