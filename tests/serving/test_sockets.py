"""Connections that are accepted from now on send small packets at once."""

from __future__ import annotations

import socket

from serving.sockets import send_at_once


def test_a_connection_sends_at_once() -> None:
    listening = socket.socket(socket.AF_INET)  # names no protocol, as Streamlit's
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    assert send_at_once() >= 1
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    listening.close()
    assert send_at_once() >= 0  # a closed one is nobody's
