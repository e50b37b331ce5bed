"""Library -> feeds of all articles, and of every person, country, topic and source: Atom, and JSON Feed beside it."""

from dateline.site.feeds.files import files

__all__ = ["files"]
