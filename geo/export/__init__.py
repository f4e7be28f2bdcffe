"""What a reader carries off: pictures, films, tables, one-file replays, packs, a site. One file a format."""
