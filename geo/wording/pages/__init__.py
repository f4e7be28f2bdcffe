"""Words of single pages: actors and their tree, the worksheets for classes."""
