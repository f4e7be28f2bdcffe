"""One module a form of file: each turns bytes into a `Table`."""
