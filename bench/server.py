"""A server of Streamlit for one script, and the processor time that it uses."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from trials.app import free_port

ROOT = Path(__file__).resolve().parent.parent
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


class Server:
    """`streamlit run` of a script, from its start to its end."""

    def __init__(self, script: str) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "streamlit", "run", script, "--server.address", "127.0.0.1"]
        self.started = time.time()
        self.process = subprocess.Popen(
            [*command, "--server.port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait()

    def _wait(self) -> None:
        while True:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}")
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.02)

    def cpu_ms(self) -> float:
        """Processor time used so far, user and system."""
        numbers = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(numbers[11]) + int(numbers[12])) * TICK_MS

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()
