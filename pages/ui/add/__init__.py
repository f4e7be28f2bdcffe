"""A file of the reader's own: upload, questions, summary, what the session keeps."""
