"""What the browser gets: the record as it reads it, our modules, the empty frame of the map."""
