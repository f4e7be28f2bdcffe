"""`python -m geo …`: ask the record from the command line. Errors go to stderr, exit code 1 or 2."""

from __future__ import annotations

import sys

from geo.cli import main

sys.exit(main(sys.argv[1:]))
