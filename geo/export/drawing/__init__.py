"""What is on the map on a day, as plain data and as primitives in pixels."""
