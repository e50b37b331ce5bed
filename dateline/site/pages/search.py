"""Library -> the search page, and the index that its script reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dateline import plaintext
from dateline.model import FACETS
from dateline.plaintext import snippets
from dateline.search import Document, Name, Text, index
from dateline.site.pages.about import ways
from dateline.site.planned import joined
from dateline.site.views import Page, Search
from dateline.site.words.language import forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.cards import Key
    from dateline.library import Item
    from dateline.model import Entry, Facet
    from dateline.site.shown.parts import Parts
    from dateline.site.views import RankList
    from dateline.site.words.language import Language

PARAMETERS = ("person", "country", "topic", "source")  # of the page's address, in the order of FACETS
LISTS: tuple[Facet, ...] = ("people", "countries")
LISTED = 5  # names of each, before a query
EXCERPT = 300  # characters of an article's text that are searched where only an excerpt may be shown
MARGIN = 4  # times as much Markdown as text is wanted: its syntax falls away


def search(parts: Parts) -> Iterator[Page]:
    """The form and, before a query, names to start from; without scripts the ways to browse."""
    text = parts.language.text
    lists = tuple(_plain(found) for facet in LISTS if (found := parts.top(facet, LISTED)))
    context = Search(
        head=parts.head(
            text("Search"),
            text(
                "Search the archive by words, phrases and names; narrow it by person, country, topic, source and year."
            ),
            "search/",
            section="search/",
        ),
        here=parts.here(()),
        ways=ways(parts),
        lists=lists,
        facets=tuple({**_facets(parts), "year": text("Year")}.items()),
    )
    yield Page("search/index.html", "search", context)


def _plain(found: RankList) -> RankList:
    """Without sparklines, a sixth of a page that is there to be typed into."""
    return replace(found, rows=tuple(replace(row, spark="") for row in found.rows))


def _says(parts: Parts) -> dict[str, Any]:
    """What the script says of what it found, with the forms that the language's numbers ask for."""
    language = parts.language
    text = language.text
    return {
        "locale": language.region_tag,
        "facets": parts.facet_labels,
        "results": _plurals(language, *forms("%(n)s result", "%(n)s results")),
        "articles": _plurals(language, *forms("%(n)s article", "%(n)s articles")),
        "words": _plurals(language, *forms("%(n)s word", "%(n)s words")),
        "exactly": _plurals(
            language, *forms("Only the word itself: %(n)s article", "Only the word itself: %(n)s articles")
        ),
        "further": _plurals(language, *forms("Look through %(n)s more", "Look through %(n)s more")),
        "undated": text("undated"),
        "remove": text("Remove the filter %(name)s"),
        "all": text("Show all %(n)s"),
        "first": text("The first %(n)s of %(all)s; type to find others."),
        "page": text("Page %(n)s of %(all)s"),
        "previous": text("Previous"),
        "next": text("Next"),
        "none": text("No results"),
        "sofar": text("None so far"),
        "read": text("Read for the phrase: %(n)s of the %(all)s articles that have its words."),
        "wordless": text("There is no letter or digit in this that could be searched for."),
        "nothing": text("No article has all of this. What may help:"),
        "meant": text("Did you mean"),
        "only": text("Search for"),
        "unquoted": text("Search for the words without the quotation marks"),
        "opened": text("Also found: words that begin with “%(word)s”."),
        "cut": text("Very many words begin so: only the first of them were looked for. Type more letters."),
        "checking": text("Looking for the phrase …"),
        "unchecked": text("On a disk a phrase cannot be looked up: these articles have all of its words."),
    }


def _facets(parts: Parts) -> dict[str, str]:
    """The address's name of each facet -> its label."""
    return dict(zip(PARAMETERS, (parts.facet_labels[facet] for facet in FACETS), strict=True))


def _plurals(language: Language, one: str, many: str) -> dict[str, str]:
    """CLDR's category of a number -> the sentence, as the catalogue has it; `other` always."""
    found = {language.plural(n): language.translations.ngettext(one, many, n) for n in range(200, -1, -1)}
    return {"other": language.translations.ngettext(one, many, 1000)} | found


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """The index, as path and bytes, made from its last state where there is one."""
    memory = parts.cache / "search.sqlite" if parts.cache else None
    subjects = [subject for facet in FACETS for subject in parts.library.subjects[facet].values()]
    names = {
        subject.key: Name(subject.facet, parts.name(subject.key), subject.slug, subject.numbers) for subject in subjects
    }
    shown = {key: f"\n{name.name}\n{name.slug}".encode() for key, name in names.items()}
    return index([_document(parts, item, shown) for item in parts.library.items], names, _says(parts), memory)


def _document(parts: Parts, item: Item, shown: Mapping[Key, bytes]) -> Document:
    """An article in its place. Its text hangs on its own words, its rights, the site's language and names' forms."""
    given = b"".join(map(shown.__getitem__, item.keys))
    digest = joined(item.own + f"{parts.rights(item)}\n{parts.language.tag}".encode() + given)
    return Document(digest, item.when, item.keys, partial(text, parts, item))


def text(parts: Parts, item: Item) -> Text:
    """An article as far as its rights let it be found."""
    entry, rights = item.entry, parts.rights(item)
    article = entry.article
    shown = parts.shown(article)
    masked = plaintext.mask(shown)
    lead = article.summary or plaintext.mask(snippets.prose(shown, snippets.OPENING * MARGIN))
    opening = snippets.opening(" ".join(lead.split()))
    if rights == "excerpt":
        masked = snippets.opening(" ".join(masked.split()), EXCERPT)
    tags = " ".join(parts.name(key) for key in item.keys)
    return Text(
        title=article.title,
        address=entry.address,
        language=(article.language or parts.language.tag).split("-")[0],
        text=f"{masked}\n{article.place}\n{' '.join(article.author)}\n{tags}",
        opening="" if rights == "link" else opening,
        words=item.words,
        called=tuple(_called(entry)),
    )


def _called(entry: Entry) -> Iterator[tuple[Key, str]]:
    """What stands for whom and where; a topic's words are cues, not names."""
    for tag in entry.tags:
        if tag.facet in LISTS:
            yield from (((tag.facet, tag.name), mention.text) for mention in tag.mentions)
