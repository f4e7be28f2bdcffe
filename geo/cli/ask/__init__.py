"""Commands that ask the record and print the answer."""
