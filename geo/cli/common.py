"""What several commands share: arguments, the loaded record, JSON out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.address.keys import CHOSEN_KEYS, FILTER_KEYS, LANGUAGES, REFERENCES, VIEW_KEYS, allowed_values
from geo.address.view import from_query
from geo.answers.known import with_known
from geo.control.timeline import Timeline
from geo.known.record import dataset_known_by
from geo.record.atomic import write_atomically
from geo.record.geojson import Row, write_rows
from geo.record.load import DATA_DIR, Dataset, load
from geo.record.schema import FILES, PERSPECTIVES
from geo.record.spans import is_day
from geo.style.layers import LAYERS, PRESENCE_LEVELS
from geo.wording.text import t

if TYPE_CHECKING:
    from geo.reference.find import FoundRow
    from geo.reference.load import Reference


def day(text: str) -> str:
    """An ISO day from the command line."""
    if is_day(text):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD")


def add_data(parser: argparse.ArgumentParser) -> None:
    """`--data DIR`, `--json` and `--lang L`."""
    parser.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="the data folder")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_lang(parser)


def add_known_by(parser: argparse.ArgumentParser) -> None:
    """`--known-by DAY`: the record as it could be known by the end of a day."""
    parser.add_argument(
        "--known-by",
        type=day,
        metavar="DAY",
        help="with only what could be known by the end of this day (default: all that is known now)",
    )


def add_lang(parser: argparse.ArgumentParser) -> None:
    """`--lang L`: `geo.cli.main` speaks it while the command runs."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=LANGUAGES[0], help="the language of what readers read (default: en)"
    )


def add_perspective(parser: argparse.ArgumentParser) -> None:
    """`--perspective P`."""
    parser.add_argument(
        "--perspective", choices=PERSPECTIVES, default="assessed", help="whose view of control (default: assessed)"
    )


def add_layer(parser: argparse.ArgumentParser) -> None:
    """`--layer L --presence P`."""
    parser.add_argument("--layer", choices=LAYERS, default=LAYERS[0], help="what the map shows (default: control)")
    parser.add_argument(
        "--presence",
        choices=PRESENCE_LEVELS,
        default=PRESENCE_LEVELS[0],
        help="what counts as presence, each with those before it (default: reports)",
    )


def add_reference(parser: argparse.ArgumentParser, says: str = "rows of others that stand beside ours") -> None:
    """`--reference ucdp`."""
    parser.add_argument("--reference", choices=REFERENCES, help=says)


def add_reference_kind(parser: argparse.ArgumentParser, says: str) -> None:
    """`--reference [ucdp]`: with or without whose."""
    parser.add_argument("--reference", nargs="?", choices=REFERENCES, const=REFERENCES[0], help=says)


def add_span(parser: argparse.ArgumentParser) -> None:
    """`--from D --to D [--province CODE]`."""
    parser.add_argument("--from", dest="start", type=day, required=True, metavar="DAY")
    parser.add_argument("--to", dest="end", type=day, required=True, metavar="DAY")
    parser.add_argument("--province", metavar="CODE", help="ISO 3166-2, e.g. AF-BGL")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """`--type --grade --actor --area --precision --claimant --kind`: the filters of events, as in an address."""
    group = parser.add_argument_group("filters of events", "several values are joined by commas")
    for key in FILTER_KEYS:
        names = (f"--{key}", "--verification") if key == "grade" else (f"--{key}",)
        group.add_argument(*names, dest=key, metavar="VALUES", help=_says(key))


def _says(name: str) -> str:
    """What an address says with a key, with an example: the same words as in docs/addresses.md."""
    key = VIEW_KEYS[name]
    return f"{key.says}, e.g. {key.example}"


def add_chosen(parser: argparse.ArgumentParser) -> None:
    """`--since --province --district --place --event --at`: what is chosen on the page, as in an address."""
    group = parser.add_argument_group("chosen on the page", "told in the printed address, not drawn")
    for key in CHOSEN_KEYS:
        group.add_argument(f"--{key}", metavar="VALUE", help=_says(key))


def chosen(arguments: argparse.Namespace, record: Dataset) -> tuple[tuple[str, str], ...]:
    """What was chosen, in canonical form; refuses what the record does not know."""
    requested = {key: value for key in CHOSEN_KEYS if (value := getattr(arguments, key)) is not None}
    view, refused = from_query(requested, record)
    for problem in refused:
        raise ValueError(f"--{problem.key} {problem.value!r} is not {_says(problem.key)}")
    return tuple((key, value) for key in requested if (value := getattr(view, key)))


def filters(arguments: argparse.Namespace, record: Dataset) -> tuple[tuple[str, str], ...]:
    """The filters that were asked, in their canonical form; refuses what the record does not know."""
    requested = {key: value for key in FILTER_KEYS if (value := getattr(arguments, key)) is not None}
    view, refused = from_query(requested, record)
    for problem in refused:
        listed = ", ".join(list(allowed_values(problem.key, record))[:60])
        raise ValueError(f"--{problem.key} {problem.value!r} is not of {listed} (several are joined by commas)")
    return tuple((key, value) for key in requested if (value := getattr(view, key)))


def dataset(arguments: argparse.Namespace) -> Dataset:
    """The validated record that the command asks."""
    return as_known(load(arguments.data), arguments)


def as_known(record: Dataset, arguments: argparse.Namespace) -> Dataset:
    """The record as it could be known by the day that the command names; the record itself where it names none.

    Raises
    ------
    ValueError
        When what is asked lies after that day, or rests on rows of others, which were published later.
    """
    known_by = getattr(arguments, "known_by", None)
    if known_by is None:
        return record
    for name in ("day", "first", "second"):
        if (asked := getattr(arguments, name, None)) and asked > known_by:
            raise ValueError(f"--known-by {known_by}: of {asked} nothing could be known by then")
    if getattr(arguments, "reference", None):
        raise ValueError("--reference does not go with --known-by: UCDP's rows were published later")
    return dataset_known_by(record, known_by)


def reference(arguments: argparse.Namespace, record: Dataset) -> Reference:
    """The validated reference beside the record that the command asks."""
    from geo.reference.load import load_reference

    check_reference(arguments)
    return load_reference(record, arguments.data)


def check_reference(arguments: argparse.Namespace) -> None:
    """Refuse a data folder without rows of others."""
    from geo.reference.load import is_there

    if not is_there(arguments.data):
        raise ValueError(f"{arguments.data} has no reference; bring one: python -m geo reference ucdp FILE …")


def row_lines(record: Dataset, found: Iterable[FoundRow]) -> list[str]:
    """UCDP's rows, a line each, with the events of ours that tell the same."""
    from geo.wording.reference_words import place_of, title_of

    return [
        f"{one.row['date_start']}  UCDP {one.row['ucdp_id']}  {title_of(one.row)}  {place_of(record, one.row)}  "
        f"{', '.join(line['event_id'] for line in one.lines) or t('cli.only_ucdp')}"
        for one in found
    ]


def timeline(arguments: argparse.Namespace) -> Timeline:
    """The timeline of the record that the command asks."""
    return Timeline(dataset(arguments))


def print_json(value: Any) -> None:
    """One JSON document on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def print_answer(answer: dict[str, Any], line: Timeline, **asked: str) -> None:
    """One answer as JSON on stdout, with what came later where it is asked as known by a day.

    Parameters
    ----------
    asked : the days it is about, by the keys of an address: `date` and `window`, `a` and `b`, or `from` and `to`.
    """
    print_json(with_known(answer, line, asked))


def check_span(start: str, end: str) -> None:
    """Refuse a span that ends before it begins."""
    if end < start:
        raise ValueError(f"--to {end} is before --from {start}")


def check_known(record: Dataset, option: str, value: str | None, name: str) -> None:
    """Refuse an id that is not in a file of the record; the message lists what is (up to 60)."""
    known = sorted(record.by_id(name))
    if value is not None and value not in known:
        listed = ", ".join(known[:60]) + (" …" if len(known) > 60 else "")
        raise ValueError(f"--{option} {value!r} is not one of {listed}")


def write_checked(data: Path, name: str, rows: Sequence[Row]) -> Path:
    """Write one file of a record, and check the whole record with it; the file stands as before when that is not sound.

    Raises
    ------
    DataError
        With every problem of the record as it would be.
    """
    path = data / FILES[name].path
    before = path.read_bytes()
    write_atomically(path, write_rows(rows, FILES[name]).encode("utf-8"))
    try:
        load(data)
    except Exception:
        write_atomically(path, before)
        raise
    return path
