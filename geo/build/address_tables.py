"""The tables of docs/addresses.md, made from the one table of keys."""

from __future__ import annotations

from collections.abc import Mapping

from geo.address.keys import PAGE_KEYS, VIEW_KEYS, AddressKey
from geo.build.sections import with_section

HEAD = "| page | key | says | example |\n|---|---|---|---|"


def with_tables(page: str) -> str:
    """docs/addresses.md with the keys of every page and of single pages as they are now."""
    own = "\n".join([HEAD, *(_rows(name, keys) for name, keys in PAGE_KEYS.items())])
    shared = "\n".join([HEAD, _rows("all", VIEW_KEYS)])
    return with_section(with_section(page, "view-keys", shared), "page-keys", own)


def _rows(page: str, keys: Mapping[str, AddressKey]) -> str:
    return "\n".join(f"| {page} | `{name}` | {key.says} | `{key.example}` |" for name, key in keys.items())
