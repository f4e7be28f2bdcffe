"""A column as text, and what its different texts mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def by_value(column: Any, meaning: Callable[[str], int]) -> Any:
    """What each text of a column means; every different text is asked once; null is the empty text."""
    encoded = pc.fill_null(text_of(column), "").dictionary_encode()
    meant = np.array([meaning(text) for text in encoded.dictionary.to_pylist()], dtype=np.int64)
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    return meant[codes] if len(meant) else np.zeros(0, dtype=np.int64)


def text_of(column: Any) -> Any:
    """A column as text without blanks around it; null stays null."""
    return pc.utf8_trim_whitespace(column.cast(pa.string()))
