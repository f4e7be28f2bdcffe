"""The method page: hard cases, contradictions, versions."""
