"""Documents -> tags: read each by itself, then decide once over the corpus who is who."""

from __future__ import annotations

from dateline.tagging.document import Document, Figure, Reading

__all__ = ["Document", "Figure", "Reading"]
