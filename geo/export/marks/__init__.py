"""Marks on files that we make: from which version each is, and whether it is still as it was made."""
