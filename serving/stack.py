"""What every request passes on its way to the pages, the outermost first."""

from __future__ import annotations

from starlette.middleware import Middleware

from serving.closed import Closed
from serving.compression import Compressed, is_gone
from serving.first_page import FirstPage
from serving.headers import SafeHeaders
from serving.hosts import HostGuard, listed_hosts
from serving.policy import framed_by


def middleware() -> list[Middleware]:
    """The layers, as the environment sets them up."""
    return [
        Middleware(SafeHeaders, framed_by=framed_by()),
        Middleware(HostGuard, listed=listed_hosts()),
        Middleware(Closed),
        Middleware(Compressed, is_gone=is_gone),
        Middleware(FirstPage),
    ]
