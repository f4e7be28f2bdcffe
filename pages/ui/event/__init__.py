"""The events page: the list, the record of one event."""
