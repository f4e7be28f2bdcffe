"""Which names the app answers to: this machine, an address in numbers, and the names that its keeper lists."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

#: Names with a comma between them, for who serves the app under a name of its own.
VARIABLE = "REPLAY_HOSTS"
LOCAL = "localhost"
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?)(?::[0-9]{1,5})?")


def listed_hosts() -> frozenset[str]:
    """The names that the environment lists."""
    return frozenset(name.strip().lower() for name in os.environ.get(VARIABLE, "").split(",") if name.strip())


def is_allowed(host: str, listed: Iterable[str]) -> bool:
    """Whether a `Host` header names us.

    A page of another site can have its own name lead to this machine (DNS rebinding), never a number: so a number is
    always answered, and a name only when it is known.
    """
    found = _HOST.fullmatch(host.lower())
    if found is None:
        return False
    name = found[1] or found[2]
    return name == LOCAL or name in listed or _is_number(name)


class HostGuard:
    """Answers no request and no websocket that is meant for another host."""

    def __init__(self, app: ASGIApp, listed: frozenset[str]) -> None:
        self.app = app
        self.listed = listed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not is_allowed(host_of(scope), self.listed):
            await _refuse(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def host_of(scope: Scope) -> str:
    """What the request calls us; '' when it says nothing, or says it twice."""
    found = [value for name, value in scope["headers"] if name == b"host"]
    return found[0].decode("latin-1") if len(found) == 1 else ""


def origin_of(scope: Scope) -> str:
    """What the reader's browser calls us, as far as a request says: 'https://map.example.org'."""
    forwarded = [value for name, value in scope["headers"] if name == b"x-forwarded-proto"]
    secure = scope["scheme"] == "https" or forwarded == [b"https"]
    return f"{'https' if secure else 'http'}://{host_of(scope)}"


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    text = f"This server does not answer to this name. Its keeper lists names in {VARIABLE}.\n"
    await PlainTextResponse(text, status_code=421)(scope, receive, send)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
