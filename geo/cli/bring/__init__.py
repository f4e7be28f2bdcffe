"""Commands that read files of the reader's own."""
