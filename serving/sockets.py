"""Small answers leave at once: Streamlit's own socket lets the end of each wait until its beginning has been confirmed."""

from __future__ import annotations

import gc
import socket
from contextlib import suppress


def send_at_once() -> int:
    """Turn Nagle's algorithm off for the connections that listening sockets of this process will accept; how many those are.

    asyncio does so for connections of a socket that names its protocol; Streamlit (1.67) binds one that does not, and a
    head and a body are sent apart: the second waited for the reader's confirmation of the first, a way there and back.
    An accepted connection has the option of the socket that accepts it (Linux).
    """
    found = [one for one in gc.get_objects() if isinstance(one, socket.socket) and _is_listening(one)]
    for one in found:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return len(found)


def _is_listening(one: socket.socket) -> bool:
    with suppress(OSError):  # closed meanwhile
        is_tcp = one.family in (socket.AF_INET, socket.AF_INET6) and one.type == socket.SOCK_STREAM
        return is_tcp and bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    return False
