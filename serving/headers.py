"""The headers that keep a reader safe, on every answer; and how long a browser may keep it."""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.ui.server.paths import embed_paths
from serving.hosts import host_of
from serving.policy import FIXED, content_policy

#: Files whose path carries the hash of what is in them.
UNCHANGING = re.compile(
    r"^(?:/[^/]+)*?/(?:static/(?:js|css|media)/[^/]+"
    r"|app/static/replay-[0-9a-f]{16}/.+|component/[^/]+/static/(?:js|css)/main\.[0-9a-f]{8}\.(?:js|css))$"
)
FOR_EVER = "public, max-age=31536000, immutable"
_COMPONENT = re.compile(r"/component/")


class SafeHeaders:
    """Puts the policy and its companions on what the app answers."""

    def __init__(self, app: ASGIApp, framed_by: tuple[str, ...] = ()) -> None:
        self.app = app
        self.framed_by = framed_by

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        has_begun = False

        async def with_headers(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                self._put(scope, MutableHeaders(scope=message), message["status"])
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:  # the answer of the layer outside of this one would have no headers of ours
            if not has_begun:
                await PlainTextResponse("Something went wrong.\n", status_code=500)(scope, receive, with_headers)
            raise

    def _put(self, scope: Scope, headers: MutableHeaders, status: int) -> None:
        is_component = bool(_COMPONENT.search(scope["path"]))
        framed_by = self.framed_by if scope["path"] in embed_paths() else ()
        policy = content_policy(host_of(scope), is_component=is_component, framed_by=framed_by)
        headers["Content-Security-Policy"] = policy
        headers.update(FIXED)
        if status == 200 and UNCHANGING.search(scope["path"]):
            headers["Cache-Control"] = FOR_EVER
