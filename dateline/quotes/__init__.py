"""The text of an article and the people it names -> its quotes, each with its speaker and the rule that says so."""

from __future__ import annotations

from dateline.quotes.reader import read

__all__ = ["read"]
