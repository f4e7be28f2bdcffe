"""The modules of the browser put together into scripts: one for a page, or parts that follow each other."""
