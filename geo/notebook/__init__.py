"""The record in a notebook: answers as tables, a day as a picture, a map, or the whole replay in a cell."""
