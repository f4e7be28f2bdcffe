"""Joining points by the million: what is measured, its synthetic events, its tables."""
