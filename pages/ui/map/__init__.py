"""The map page and the page of two maps."""
