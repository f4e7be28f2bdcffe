"""The limited process in which files of strangers are read: its bounds, its pipe, its work."""
