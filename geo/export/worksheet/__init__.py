"""A worksheet for classes as a PDF of two pages of A4: what the class is given, and the key for who teaches."""
