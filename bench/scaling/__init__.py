"""What `python -m bench.scale` measures, aims at and reports."""
