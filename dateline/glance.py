"""One edited article + the site as it was last made -> that article's page, before all else follows.

What hangs on the whole corpus stays as it was: a new tag has no page yet, and nothing that is new in the text is
marked. A few milliseconds, however large the archive is.
"""

from __future__ import annotations

from os.path import commonprefix
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline.cards import card, sound
from dateline.content.fields import value_of
from dateline.content.parse import parse
from dateline.library import Open, place_at
from dateline.model import TAG_FACETS
from dateline.reconcile import FIELDS
from dateline.site.pages import article as pages
from dateline.site.relating.related import related

if TYPE_CHECKING:
    from dateline.library import Item, Library
    from dateline.model import Article, Entry
    from dateline.site import Workshop


def page(workshop: Workshop, path: str, text: str) -> tuple[str, bytes] | None:
    """The page of the article whose file is `path` (relative to content/articles/), and where it stands.

    None where the text cannot be read as an article, or the article is new.
    """
    article = parse(text, path).article
    items = workshop.parts.library.items
    item = next((item for item in items if item.path == path), None)
    if article is None or item is None:
        return None
    after = (*items[: item.number], _edited(item, article), *items[item.number + 1 :])
    return _made(workshop, replace(workshop.parts.library, items=after), item.number)


def get_ready(workshop: Workshop) -> None:
    """Do now what else the first page would wait for: its templates are compiled."""
    library = workshop.parts.library
    if library.items:
        _made(workshop, library, 0)


def _made(workshop: Workshop, library: Library, number: int) -> tuple[str, bytes]:
    parts, item = workshop.parts.holding(library), library.items[number]
    others = next(related(library, [item])) if workshop.config.has("related") else ()
    parts.related = [others if each == number else () for each in range(len(library.items))]
    made = pages.page(parts, item)
    return made.path, workshop.renderer.render(made)


def _edited(item: Item, article: Article) -> Item:
    entry = sound(_with(item.entry, article))
    return place_at(card(entry), item.number, Open(entry))


def _with(entry: Entry, article: Article) -> Entry:
    """The entry with another text: tags that the article still lists, mentions and quotes at their new places."""
    edit = Edit.between(entry.article.body, article.body)
    named = {(facet, name) for facet in TAG_FACETS for name in getattr(article, facet)}
    tags = []
    for tag in (tag for tag in entry.tags if (tag.facet, tag.name) in named):
        placed = (
            (mention, edit.place(mention.start, mention.end)) for mention in tag.mentions if mention.part == "body"
        )
        mentions = tuple(replace(mention, start=place[0], end=place[1]) for mention, place in placed if place)
        tags.append(replace(tag, mentions=(*(m for m in tag.mentions if m.part == "title"), *mentions)))
    said = ((quote, edit.place(quote.start, quote.end)) for quote in entry.quotes)
    quotes = tuple(replace(quote, start=place[0], end=place[1]) for quote, place in said if place)
    hand = {name for name in (*FIELDS, *TAG_FACETS, "body") if value_of(article, name) != value_of(entry.article, name)}
    source = replace(article, source=entry.article.source)  # another outlet has no page yet
    return replace(entry, article=source, tags=tuple(tags), quotes=quotes, by_person=entry.by_person | hand)


class Edit(Struct, frozen=True):
    """A stretch of a text that became another."""

    start: int  # offsets into the text before, in characters
    end: int
    longer: int  # characters that the text has more than before

    @classmethod
    def between(cls, before: str, after: str) -> Edit:
        start = len(commonprefix((before, after)))  # noqa: RUF071  of characters, not of paths
        rest, new = before[start:], after[start:]
        same = len(commonprefix((rest[::-1], new[::-1])))  # noqa: RUF071  likewise
        return cls(start, len(before) - same, len(after) - len(before))

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the text before stands now; None where the edit reaches into it."""
        if end <= self.start:
            return start, end
        return (start + self.longer, end + self.longer) if start >= self.end else None
