"""What the layers of activity and presence show on a day, and how two days of them differ; plain data."""
