"""Dateline: raw news articles -> a corpus you own -> a site you can browse."""

__version__ = "0.1.0"
