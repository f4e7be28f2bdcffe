"""Trials of the whole product: hostile text, faults, kills, fuzz, load. Each takes a size and returns its figures.

`make test` runs them small; `make soak` runs them in full and writes `docs/reliability.md`.
"""
