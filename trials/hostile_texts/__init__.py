"""Hostile text in every field, through every part of every page and file."""
