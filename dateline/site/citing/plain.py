"""An article -> one line that cites it, in the language of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import Article
    from dateline.site.words.language import Language


def plain(article: Article, language: Language, archive: str, address: str) -> str:
    """Author, “Title”, Source, date. Archive, address."""
    own = language.isolated
    said = [*map(own, article.author), own(f"“{article.title}”"), own(article.source), language.date(article.date)]
    first = ", ".join(part for part in said if part) + "."
    return f"{first} {own(archive)}" + (f", {address}" if address else ".")
