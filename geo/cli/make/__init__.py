"""Commands that make something to take away: pictures, films, tables, files."""
