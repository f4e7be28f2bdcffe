"""One module a source of data: which columns it has, and what a row of it says."""
