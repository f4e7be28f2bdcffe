"""Lenses: small areas of the map shown larger, worked out from the record (docs/decisions/0066)."""
