"""Data as scripts, for pages that are opened from a disk: there a browser takes in scripts, but fetches nothing."""

from __future__ import annotations

PACKED = ".json.gz"
#: Where such a script leaves its data; `engine/fetch_json.js` takes it from there.
PLACE = "globalThis.conflictData"


def data_script(name: str) -> str:
    """The script of a data file, packed or not; the name of any other file as it is."""
    return name.removesuffix(".gz") + ".js" if name.endswith(PACKED) else name


def as_script(name: str, text: bytes) -> dict[str, bytes]:
    """JSON as a script that leaves it under its name: the script by its own name."""
    head = f'({PLACE} ??= {{}})["{name}"] = '
    return {f"{name}.js": head.encode("utf-8") + text + b";\n"}
