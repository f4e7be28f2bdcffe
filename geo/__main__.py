"""`python -m geo …`: ask the record from the command line. Errors go to stderr, exit code 1 or 2."""

from __future__ import annotations

import gc
import signal
import sys
from types import FrameType

from geo.cli import main


def _stop(number: int, _frame: FrameType | None) -> None:
    """Leave by the usual way, so that nothing half-made stays."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)
    try:
        code = main(sys.argv[1:])
        gc.freeze()  # a tenth of a second: what is left at the end need not be searched for what can go
        sys.exit(code)
    except KeyboardInterrupt:
        print("\npython -m geo: stopped; nothing half-made is left", file=sys.stderr)  # noqa: T201 - the command line
        sys.exit(128 + signal.SIGINT)
