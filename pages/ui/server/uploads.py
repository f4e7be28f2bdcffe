"""How many bytes of files readers may have brought at once, each and all together: they share the server's memory."""

from __future__ import annotations

from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.ui.server.gc_freeze import freeze, trim
from pages.ui.server.quota import Quota, asking, is_kept, let_go_of_ended, set_number

MEGABYTE = 1_000_000
#: Megabytes that all readers may have brought together, and one of them.
VARIABLE = "REPLAY_MAX_UPLOAD_MB"
DEFAULT = 400
OF_ONE = 60

_held = Quota()
#: Sessions that have held files; they are forgotten with what they held.
_holders: set[str] = set()


def most_of_all() -> int:
    """The megabytes that this server is set to."""
    return set_number(VARIABLE, DEFAULT)


def has_room(size: int) -> bool:
    """Whether the session that asks may hold files of so many bytes in all; they are noted when it may."""
    if size and (session := asking()):
        _holders.add(session)
    return size <= OF_ONE * MEGABYTE and _held.take(size, most_of_all() * MEGABYTE)


def give_back() -> None:
    """Give back the memory of readers' files whose sessions have ended, also where the collector no longer walks."""
    if gone := [session for session in tuple(_holders) if not is_kept(session)]:  # others ask at the same time
        _holders.difference_update(gone)
        let_go_of_ended()
        freeze()
        trim()


def let_go_of_others(file_id: str) -> None:
    """Let go of all files that this session has sent but the one in the box; Streamlit would keep them to its end."""
    context = get_script_run_ctx()
    manager = context.uploaded_file_mgr if context else None
    if context and isinstance(manager, MemoryUploadedFileManager):
        for other in [one for one in list(manager.file_storage.get(context.session_id, {})) if one != file_id]:
            manager.remove_file(context.session_id, other)
