"""Search: one index of names and events and one ranking, for the map and the page of events."""
