"""Counts -> SVG made at build time. No text stands inside a picture: labels are HTML beside it."""
