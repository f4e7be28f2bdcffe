"""Versions of the record that were released before: kept, what changed between two, what changed in one record."""
