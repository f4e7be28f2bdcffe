"""Other questions asked of the record."""
