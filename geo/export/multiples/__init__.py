"""The days of change of an area side by side: small maps of one extent."""
