"""Document + Vocabulary -> Mentions of countries."""

from __future__ import annotations

from dateline.tagging.countries.reader import CountryReader

__all__ = ["CountryReader"]
