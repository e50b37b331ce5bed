"""Document + Vocabulary -> Figures, the people of one article; corpus.py of the floor above says who is who."""

from __future__ import annotations

from dateline.tagging.people.reader import PersonReader

__all__ = ["PersonReader"]
