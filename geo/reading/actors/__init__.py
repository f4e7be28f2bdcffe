"""What the pages of actors say: all of them as a tree, and each with what the record holds of it; plain data."""
