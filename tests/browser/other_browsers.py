"""Firefox and WebKit, driven by what they bring along: Firefox by Marionette, WebKit by its WebDriver. Both know the same commands."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from trials.app import free_port
from trials.at_rest import until

#: How an element is named in answers.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
#: Firefox resolves no name, asks nobody on its own, and runs as it comes out of the box otherwise.
PREFERENCES = {
    "network.dns.disabled": True,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.shell.checkDefaultBrowser": False,
}
PATHS = {
    "Navigate": ("POST", "/url"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "FindElements": ("POST", "/elements"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "GetElementText": ("GET", "/element/{id}/text"),
    "IsElementDisplayed": ("GET", "/element/{id}/displayed"),
}


class Driven(ABC):
    """A browser with one page."""

    @abstractmethod
    def command(self, name: str, **parameters: Any) -> Any:
        """What the browser answers to a command of WebDriver."""

    def go(self, address: str) -> None:
        """Open an address."""
        self.command("Navigate", url=address)

    def js(self, expression: str) -> Any:
        """What an expression is in the page."""
        return self.command("ExecuteScript", script=f"return ({expression})", args=[])

    def until(self, expression: str) -> None:
        """Wait until an expression holds in the page."""
        until(lambda: self.js(f"Boolean({expression})"), expression)

    def all(self, selector: str) -> list[str]:
        """The elements of a selector."""
        return [one[ELEMENT] for one in self.command("FindElements", using="css selector", value=selector)]

    def shown(self, selector: str) -> list[str]:
        """The texts of the elements of a selector that are visible."""
        seen = [one for one in self.all(selector) if self.command("IsElementDisplayed", id=one)]
        return [self.command("GetElementText", id=one) for one in seen]

    def click(self, selector: str) -> None:
        """Click the first element of a selector, once it is there and stays."""
        self._with("ElementClick", selector)

    def type(self, selector: str, text: str) -> None:
        """Type into the first element of a selector, once it can be typed into."""
        self._with("ElementSendKeys", selector, text=text)

    def _with(self, name: str, selector: str, **parameters: Any) -> None:
        def done() -> bool:
            with suppress(Refused, IndexError):  # what is hidden, or drawn anew at this moment, is refused
                self.command(name, id=self.all(selector)[0], **parameters)
                return True
            return False

        until(done, f"{name} on {selector}")


class Refused(Exception):
    """What a browser answers to a command that it can't do."""


# --- Firefox ------------------------------------------------------------------------------


class Firefox(Driven):
    """Firefox by Marionette: JSON with its length before it, over a socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._answers, self._number = connection, connection.makefile("rb"), 0
        self._read()  # it says who it is
        self.command("NewSession", capabilities={})

    def _read(self) -> Any:
        length = b""
        while (letter := self._answers.read(1)) != b":":
            assert letter, "Firefox has gone"
            length += letter
        return json.loads(self._answers.read(int(length)))

    def command(self, name: str, **parameters: Any) -> Any:
        """What Firefox answers."""
        self._number += 1
        body = json.dumps([0, self._number, f"WebDriver:{name}", parameters]).encode()
        self._connection.sendall(b"%d:" % len(body) + body)
        _, _, error, found = self._read()
        if error:
            raise Refused(f"{name}: {error['message']}")
        return found["value"] if isinstance(found, dict) and "value" in found else found


@contextmanager
def firefox(program: str, *, has_scripts: bool) -> Iterator[Driven]:
    """A clean Firefox without a window."""
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        wanted = PREFERENCES | {"marionette.port": port, "javascript.enabled": has_scripts}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
        (Path(folder) / "user.js").write_text("\n".join(lines), "utf-8")
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", folder]
        with _process(command, os.environ | {"HOME": folder}) as process, _reached(port, process) as connection:
            yield Firefox(connection)


# --- WebKit -------------------------------------------------------------------------------


class WebKit(Driven):
    """WebKitGTK's own small browser, by the WebDriver of its package."""

    def __init__(self, address: str, arguments: list[str]) -> None:
        self._address = address
        options = {"binary": minibrowser(), "args": ["--automation", *arguments]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._session = f"/session/{self._ask('POST', '/session', asked)['sessionId']}"

    def command(self, name: str, **parameters: Any) -> Any:
        """What WebKit answers."""
        method, path = PATHS[name]
        return self._ask(method, self._session + path.format_map(parameters), None if method == "GET" else parameters)

    def close(self) -> None:
        """End the browser."""
        self._ask("DELETE", self._session)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(
            self._address + path, data, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Refused(f"{path}: {error.read().decode()}") from error


def minibrowser() -> str | None:
    """Where WebKitGTK's own browser is; None: it is not there."""
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return str(found[-1]) if found else None


@contextmanager
def webkit(program: str, *, has_scripts: bool) -> Iterator[Driven]:
    """A clean WebKit on a screen that nobody sees."""
    port = free_port()
    with _screen() as display, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # Without its sandbox, which can't be set up within a container; it opens our own pages only.
        own = {
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "HOME": folder,
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        with _process([program, f"--port={port}"], os.environ | own) as process:
            _reached(port, process).close()
            browser = WebKit(f"http://127.0.0.1:{port}", [] if has_scripts else ["--enable-javascript=false"])
            try:
                yield browser
            finally:
                with suppress(OSError, Refused):
                    browser.close()


@contextmanager
def _screen() -> Iterator[str]:
    command = [shutil.which("Xvfb") or "Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as screen:
        try:
            assert screen.stdout
            yield f":{screen.stdout.readline().decode().strip()}"
        finally:
            screen.terminate()


# --- both ---------------------------------------------------------------------------------


@contextmanager
def _process(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=env, **quiet)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _reached(port: int, process: subprocess.Popen[bytes]) -> socket.socket:
    """A connection to a program that is starting."""
    found: list[socket.socket] = []

    def there() -> bool:
        assert process.poll() is None, "the browser did not start"
        with suppress(OSError):
            found.append(socket.create_connection(("127.0.0.1", port)))
        return bool(found)

    until(there, "the browser listens")
    return found[0]
