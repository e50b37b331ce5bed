"""A site folder -> every problem that a person should know of; neither seeds/ nor content/ is changed."""

from dateline.verbs.check.checking import check

__all__ = ["check"]
