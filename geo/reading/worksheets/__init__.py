"""What the pages for classes say: all worksheets, and each with its blank map, its reports and its key; plain data."""
