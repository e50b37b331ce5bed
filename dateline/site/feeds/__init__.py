"""Library -> feeds of all articles, and of every person, country, topic and source: Atom, and JSON Feed beside it."""

from dateline.site.feeds.files import feeds, of, of_subject

__all__ = ["feeds", "of", "of_subject"]
