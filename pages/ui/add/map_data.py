"""What a reader added, on its way to the map: packed once, kept in the session, sent as a component's data only."""

from __future__ import annotations

import base64
import gzip
import hashlib
from typing import Any

import streamlit as st

from geo.record.geojson import dumps
from geo.record.load import Dataset
from pages.ui.add import added


def for_map(dataset: Dataset) -> dict[str, str] | None:
    """What the browser needs to draw what the reader added; None when nothing is added.

    Returns
    -------
    `columns` (as `geo.ingest.map_columns.columns_for_map`, but for the cards), `cards` (their texts, unpacked only
    when one is asked for) and `counts` (a list of what `geo.ingest.counts.read_counts` gives), each as JSON,
    gzipped, in base64; and `token`, a hash of them all. The same files give the same dict.
    """
    files = added.added()
    if not files:
        return None
    made = st.session_state.get(added.PACKED)  # (the files it was made of, the record's version, what was made)
    if made is None or made[0] is not files or made[1] != dataset.version:
        made = (files, dataset.version, _packed(dataset, files))
        st.session_state[added.PACKED] = made
    packed: dict[str, str] = made[2]
    return packed


def forget(token: str, dataset: Dataset) -> None:
    """Remove all that the reader added, if it is still what the token stands for."""
    now = for_map(dataset)
    if now and now["token"] == token:
        for name in list(added.added()):
            added.remove(name)


def _packed(dataset: Dataset, files: dict[str, dict[str, Any]]) -> dict[str, str]:
    columns = added.columns(dataset)
    cards = columns.pop("cards") if columns else []
    counts = [file["counts"] for file in files.values() if file.get("counts")]
    return packed_parts(columns, cards, counts)


def packed_parts(columns: dict[str, Any] | None, cards: list[Any], counts: list[Any]) -> dict[str, str]:
    """The parts as text, and the token that stands for them."""
    parts = {"columns": _text(columns), "cards": _text(cards), "counts": _text(counts)}
    return parts | {"token": hashlib.sha256("".join(parts.values()).encode()).hexdigest()[:16]}


def _text(value: Any) -> str:
    return base64.b64encode(gzip.compress(dumps(value).encode("utf-8"), compresslevel=6, mtime=0)).decode("ascii")
