"""A file of ours looked at again: unchanged or not, made again, signed."""
