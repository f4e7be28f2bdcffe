"""A scripted reader: one session over Streamlit's websocket, as a page of it speaks and hears."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_S = 60


@dataclass
class Answer:
    """What the server sent until its script was done."""

    messages: list[ForwardMsg] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def text(self) -> str:
        """All of it as text: what is to be seen, and what is hidden in it."""
        return "\n".join(map(str, self.messages))

    @property
    def query(self) -> str:
        """The query that the address has at the end; '' when nothing was said of it."""
        queries = [
            m.page_info_changed.query_string for m in self.messages if m.WhichOneof("type") == "page_info_changed"
        ]
        return queries[-1] if queries else ""

    @property
    def failed(self) -> bool:
        """Whether the script ended with an error that it did not catch."""
        return any(m.delta.new_element.WhichOneof("type") == "exception" for m in self.messages)


class Session:
    """One reader; `async with Session(address) as reader: await reader.open("events", q="…")`."""

    def __init__(self, address: str, says: str = "", patience_s: float = PATIENCE_S) -> None:
        """A reader of a server, whose browser says that it is at another address than that."""
        self.says, self.site, self.patience_s = says, address, patience_s
        self.address = address.replace("http", "ws", 1) + "/_stcore/stream"
        self.socket: ClientConnection | None = None

    async def __aenter__(self) -> Session:
        self.socket = await connect(self.address, subprotocols=["streamlit"], max_size=None)  # type: ignore[list-item]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.socket:
            await self.socket.close()

    async def open(self, page: str = "", /, **query: str) -> Answer:
        """Ask for a page, as one does that opens an address."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(query)
        message.rerun_script.page_name = page
        message.rerun_script.context_info.url = self.says
        return await self.send(message)

    async def send(self, message: BackMsg) -> Answer:
        """Send what a page sends; wait until the script is done."""
        loop, answer = asyncio.get_running_loop(), Answer()
        began = loop.time()
        await self.ask(message, "script_finished", answer)
        answer.seconds = loop.time() - began
        return answer

    async def ask(self, message: BackMsg, until: str, answer: Answer | None = None) -> ForwardMsg:
        """Send a message; wait for what answers it, of that kind."""
        assert self.socket
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(self.patience_s):
            while True:
                heard: ForwardMsg = ForwardMsg.FromString(await self.socket.recv())
                if answer is not None:
                    answer.messages.append(heard)
                if heard.WhichOneof("type") == until:
                    return heard


def without_greeting(answer: Answer) -> str:
    """All that was sent but Streamlit's greeting, which tells the path of app.py (docs/security.md)."""
    return "\n".join(str(m) for m in answer.messages if m.WhichOneof("type") != "new_session")
