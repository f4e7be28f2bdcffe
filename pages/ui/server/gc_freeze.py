"""What stays for as long as the server runs is taken out of the collector's walk.

Streamlit collects all generations after each run of a page or a part of it, and nobody else's run goes on meanwhile.
To walk the record and every module each time costs more than most answers do (docs/decisions/0045).
"""

from __future__ import annotations

import ctypes
import gc
import sys

_modules = 0


def freeze() -> None:
    """Take all that there is now out of the walk; what was taken out before and is garbage by now is let go first."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def freeze_imports() -> None:
    """Take modules out of the walk that were imported since the last time; cheap when there are none.

    Whatever else is there goes along: what is no part of a cycle is let go as ever, the rest when `freeze` comes next.
    That happens some ten times in the life of a server (each page brings modules along when it is first read).
    """
    global _modules
    if len(sys.modules) == _modules:
        return
    _modules = len(sys.modules)
    gc.collect()
    gc.freeze()


def trim() -> None:
    """Give free memory back to the system: that of Arrow's pool, and of the C library's heaps where it can (glibc)."""
    if arrow := sys.modules.get("pyarrow"):
        arrow.default_memory_pool().release_unused()
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (OSError, AttributeError, TypeError):  # another C library, Windows
        return
