"""Document + Vocabulary -> topic Tags."""

from __future__ import annotations

from dateline.tagging.topics.reader import TopicReader

__all__ = ["TopicReader"]
