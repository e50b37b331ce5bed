"""An article -> what cites it: a line of text, BibTeX, and the form to report an error in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.model import Article
    from dateline.site.language import Language

_TEX = re.compile(r"([\\{}$&#^_%~])")
_TEX_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def plain(article: Article, language: Language, archive: str, address: str) -> str:
    """Author, “Title”, Source, date. Archive, address."""
    said = [", ".join(article.author), f"“{article.title}”", article.source, language.date(article.date)]
    first = ", ".join(part for part in said if part) + "."
    return f"{first} {archive}" + (f", {address}" if address else ".")


def bibtex(article: Article, key: str, address: str) -> str:
    """An @misc record whose key is the address's last part."""
    when = article.date
    fields = [
        ("author", " and ".join(f"{{{_tex(name)}}}" for name in article.author)),
        ("title", f"{{{_tex(article.title)}}}"),
        ("howpublished", _tex(article.source)),
        ("date", when.date if when else ""),
        ("url", article.url or address),
        ("langid", article.language),
    ]
    lines = [f"  {name} = {{{text}}}," for name, text in fields if text]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _tex(text: str) -> str:
    return _TEX.sub(lambda match: _TEX_WORDS.get(match.group(), "\\" + match.group()), text)


def report(config: Config, title: str, path: str) -> str:
    """Where a reader can tell of an error; empty where the site names no place."""
    if config.repository:
        ask = {"title": f"Error in: {title}", "body": f"File: content/articles/{path}\n\nWhat is wrong:\n"}
        return f"{config.repository.rstrip('/')}/issues/new?{urlencode(ask, quote_via=quote)}"
    if "@" in config.contact:
        return f"mailto:{config.contact}?subject={quote(f'Error in: {title}')}"
    return config.contact if config.contact.startswith("http") else ""
