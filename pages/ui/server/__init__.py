"""What all sessions share: the record, seats, uploads, the collector."""
