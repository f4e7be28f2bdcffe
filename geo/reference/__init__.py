"""Data sets of others that stand beside the record: their rows, what they cover whole, which of our events they tell."""
