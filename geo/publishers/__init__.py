"""What publishers of events document: their columns and codes of place, and how they and others write days and numbers."""
