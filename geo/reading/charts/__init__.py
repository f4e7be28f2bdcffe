"""Charts and small maps of reading pages: plain data from the record, and that data as HTML that needs no script."""
