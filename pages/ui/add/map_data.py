"""What a reader added, on its way to the map: packed when it was read, kept in the session, sent as a component's data."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from typing import Any

import streamlit as st

from geo.ingest.limited.sandbox import TOGETHER, run_limited
from geo.ingest.result import FileRejected
from geo.record.geojson import dumps
from geo.record.load import Dataset
from pages.ui.add import added
from pages.ui.server import gate
from pages.ui.server.quota import asking


class NotTogether(Exception):
    """What the reader added can't be put together for the map just now; the files stay."""


def for_map(dataset: Dataset) -> dict[str, str] | None:
    """What the browser needs to draw what the reader added; None when nothing is added.

    Returns
    -------
    `columns` (as `geo.ingest.map_columns.columns_for_map`, but for the cards), `cards` (their texts, unpacked only
    when one is asked for) and `counts` (a list of what `geo.ingest.counts.read_counts` gives), each as JSON,
    gzipped, in base64; and `token`, a hash of them all. The same files give the same dict.

    Raises
    ------
    NotTogether
        The next time that the page is drawn it is tried again.
    """
    files = added.added()
    if not files:
        return None
    made = st.session_state.get(added.PACKED)  # (the files it was made of, the record's version, what was made)
    if made is None or made[0] is not files or made[1] != dataset.version:
        try:
            made = (files, dataset.version, _with_token(_together(list(files.values()), dataset)))
        except (FileRejected, gate.Busy) as error:
            raise NotTogether from error
        st.session_state[added.PACKED] = made
    packed: dict[str, str] = made[2]
    return packed


def forget(token: str, dataset: Dataset) -> None:
    """Remove all that the reader added, if it is still what the token stands for."""
    try:
        now = for_map(dataset)
    except NotTogether:
        return
    if now and now["token"] == token:
        for name in list(added.added()):
            added.remove(name)


def _together(files: list[dict[str, Any]], dataset: Dataset) -> dict[str, str]:
    """The parts of all files as of one: as they are where one file has them, else put together in a limited process."""
    alone = all(sum(bool(file[part]) for file in files) < 2 for part in added.PARTS)
    if alone and all(file["version"] == dataset.version for file in files):
        parts = {part: next((file[part] for file in files if file[part]), None) for part in added.PARTS}
    else:
        with gate.files.turn(asking()):
            made = run_limited(TOGETHER, json.dumps(files).encode(), dataset).made
        parts = {part: made[part].decode("ascii") if part in made else None for part in added.PARTS}
    nothing: dict[str, Any] = {"columns": None, "cards": [], "counts": []}
    return {part: text or _text(nothing[part]) for part, text in parts.items()}


def packed_parts(columns: dict[str, Any] | None, cards: list[Any], counts: list[Any]) -> dict[str, str]:
    """The parts as text, and the token that stands for them."""
    return _with_token({"columns": _text(columns), "cards": _text(cards), "counts": _text(counts)})


def _with_token(parts: dict[str, str]) -> dict[str, str]:
    return parts | {"token": hashlib.sha256("".join(parts.values()).encode()).hexdigest()[:16]}


def _text(value: Any) -> str:
    return base64.b64encode(gzip.compress(dumps(value).encode("utf-8"), compresslevel=6, mtime=0)).decode("ascii")
