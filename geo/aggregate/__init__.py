"""Millions of points → counts per day, district and type, without holding the file in memory."""
