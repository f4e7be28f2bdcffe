"""What stands around the map on a sheet, and where."""
