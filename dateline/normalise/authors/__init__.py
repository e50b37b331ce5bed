"""Bylines, notes about the author and fields for authors -> names."""
