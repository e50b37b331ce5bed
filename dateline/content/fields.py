"""The keys of an article's front matter: their order, and each as the text or the list that a file says."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.model import Article, When

LISTS = ("author", "people", "countries", "topics")
ORDER = (
    "title", "title_derived", "date", "place", "source", "author", "section", "language", "summary",
    "people", "countries", "topics", "url", "image_credit", "rights", "slug", "seed", "record",
)  # fmt: skip
ALWAYS = ("title", "author", "people", "countries", "topics")  # written even where empty: a place to fill in
RIGHTS = ("full", "excerpt", "link")
TEXTS = tuple(name for name, form in Article.__annotations__.items() if name in ORDER and form == "str")


def value_of(article: Article, name: str) -> str | list[str]:
    """A front-matter field as the file says it: a text, or a list of names; empty where there is nothing to say."""
    value = getattr(article, name)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, bool):
        return "true" if value else ""
    return "" if value is None else str(value)


def with_value(article: Article, name: str, value: str | list[str]) -> Article:
    """The article with one field changed; the reverse of `value_of`."""
    if isinstance(value, list):
        return replace(article, **{name: tuple(value)})
    if name == "date":
        return replace(article, date=When.parse(value) if value else None)
    if name == "record":
        return replace(article, record=int(value) if value else None)
    if name == "title_derived":
        return replace(article, title_derived=value == "true")
    return replace(article, **{name: value})
