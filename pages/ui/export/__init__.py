"""The export panel: choices, the command, its process."""
