"""What of Streamlit's own addresses nobody needs here: closed."""

from __future__ import annotations

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

#: Figures of the server, runs of the script for programs, sign-in.
CLOSED = re.compile(r"/_stcore/(?:metrics|script-health-check|agent(?:/.*)?)/?$|/(?:oauth2callback|auth(?:/.*)?)/?$")


class Closed:
    """Answers 'not found' for what is closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and CLOSED.search(scope["path"]):
            await PlainTextResponse("Not found\n", status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)
