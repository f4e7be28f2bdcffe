"""The data and its rules: text ↔ records."""
