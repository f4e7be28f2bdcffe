"""A picture asked for by the address that is printed on it: the same record, view, extent and size."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from geo.address.keys import CHOSEN_KEYS, DATA_KEY, FILTER_KEYS
from geo.address.view import ViewState, from_query, made_with_other_data
from geo.control.timeline import Timeline
from geo.export.picture import RenderOptions
from geo.queries.definitions import timeline_of
from geo.queries.releases.kept import may_be_told, release, unsound
from geo.record.load import Dataset

#: No address of ours is longer.
LETTERS = 2000


def asked_picture(address: str, now: Dataset, data_dir: Path) -> tuple[Timeline, RenderOptions]:
    """The record that an address names and what it asks a picture of it to show.

    Parameters
    ----------
    now : the record as it stands; another version is opened where it is kept.

    Raises
    ------
    ValueError
        When it is no whole address, or asks for what the record does not know.
    DataError
        When its version is not kept, or tells what may not be told now.
    """
    parts = urlsplit(address[:LETTERS])
    query = dict(parse_qsl(parts.query))
    if "date" not in query or (parts.netloc and parts.scheme not in ("http", "https")):
        raise ValueError(f"--address {address[:60]!r} names no day: give DAY, or a whole address as a picture bears it")
    dataset = _version(query, now, data_dir)
    view, refused = from_query(query, dataset)
    for problem in refused:
        raise ValueError(f"--address: {problem.key}={problem.value!r} means nothing to version {dataset.version}")
    host = urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", "")) if parts.netloc else None
    return timeline_of(dataset, view.known_by, view.definition), _options(view, query, host)


def _version(query: dict[str, str], now: Dataset, data_dir: Path) -> Dataset:
    version = made_with_other_data(query, now)
    if version is None:
        if query.get(DATA_KEY, now.version) != now.version:
            raise ValueError(f"--address: {DATA_KEY}={query[DATA_KEY][:40]!r} is no version of the data")
        return now
    earlier = release(version, data_dir)
    if not may_be_told(lambda: earlier, now):
        raise unsound(version, "tells what may not be told now")
    return earlier


def _options(view: ViewState, query: dict[str, str], host: str | None) -> RenderOptions:
    usual = RenderOptions(view.date)
    filters, chosen = (
        tuple((key, value) for key in keys if (value := getattr(view, key))) for keys in (FILTER_KEYS, CHOSEN_KEYS)
    )
    width, _, height = query.get("size", "{}x{}".format(*usual.size)).partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise ValueError(f"--address: size={query['size'][:20]!r} is no size such as 1600x900")
    return RenderOptions(
        view.date, view.perspective, view.window, view.layer, view.presence, view.reference, view.known_by,
        view.definition,
        query.get("extent", usual.extent), (int(width), int(height)), view.lang, filters, chosen, host,
    )  # fmt: skip
