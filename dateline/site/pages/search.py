"""Library -> the search page, and the index that its script reads."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from dateline import plaintext, snippets
from dateline.model import FACETS
from dateline.search import Document, Name, index
from dateline.site.language import forms
from dateline.site.pages.about import ways
from dateline.site.views import Page, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.library import Item, Subject
    from dateline.model import Facet
    from dateline.site.language import Language
    from dateline.site.parts import Parts

PARAMETERS = ("person", "country", "topic", "source")  # of the page's address, in the order of FACETS
LISTS: tuple[Facet, ...] = ("people", "countries")
LISTED = 5  # names of each, before a query
EXCERPT = 300  # characters of an article's text that are searched where only an excerpt may be shown
WORDINGS = 8  # of a person or country, by which it is found besides its name
MARGIN = 4  # times as much Markdown as text is wanted: its syntax falls away


def search(parts: Parts) -> Iterator[Page]:
    """The form and, before a query, names to start from; without scripts the ways to browse."""
    text = parts.language.text
    lists = tuple(found for facet in LISTS if (found := parts.top(facet, LISTED)))
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
        words=_words(parts),
    )
    yield Page("search/index.html", "search", context)


def _words(parts: Parts) -> dict[str, Any]:
    """Everything that the script says, with the forms that the language's numbers ask for."""
    language = parts.language
    text = language.text
    return {
        "locale": str(language.locale).replace("_", "-"),
        "title": f"{text('Search')} · {parts.config.title}",
        "facets": {**_facets(parts), "year": text("Year")},
        "results": _plurals(language, *forms("%(n)s result", "%(n)s results")),
        "articles": _plurals(language, *forms("%(n)s article", "%(n)s articles")),
        "words": _plurals(language, *forms("%(n)s word", "%(n)s words")),
        "exactly": _plurals(
            language, *forms("Only the word itself: %(n)s article", "Only the word itself: %(n)s articles")
        ),
        "further": _plurals(language, *forms("Look through %(n)s more", "Look through %(n)s more")),
        "undated": text("undated"),
        "remove": text("Remove the filter %(name)s"),
        "filter": text("Filter these names: %(facet)s"),
        "narrow": text("Filter these names"),
        "all": text("Show all %(n)s"),
        "fewer": text("Show fewer"),
        "page": text("Page %(n)s of %(all)s"),
        "previous": text("Previous"),
        "next": text("Next"),
        "none": text("No results"),
        "sofar": text("None so far"),
        "read": text("Read for the phrase: %(n)s of the %(all)s articles that have its words."),
        "nothing": text("No article has all of this. What may help:"),
        "meant": text("Did you mean"),
        "only": text("Search for"),
        "unquoted": text("Search for the words without the quotation marks"),
        "opened": text("Also found: words that begin with “%(word)s”."),
        "cut": text("Very many words begin so: only the first of them were looked for. Type more letters."),
        "checking": text("Looking for the phrase …"),
        "unchecked": text("On a disk a phrase cannot be looked up: these articles have all of its words."),
        "failed": text("The search index could not be read. The archive may have been renewed just now."),
        "again": text("Load this page again"),
    }


def _facets(parts: Parts) -> dict[str, str]:
    """The address's name of each facet -> its label."""
    return dict(zip(PARAMETERS, (parts.facet_labels[facet] for facet in FACETS), strict=True))


def _plurals(language: Language, one: str, many: str) -> dict[str, str]:
    """CLDR's category of a number -> the sentence, as the catalogue has it; `other` always."""
    found = {language.locale.plural_form(n): language.translations.ngettext(one, many, n) for n in range(200, -1, -1)}
    return {"other": language.translations.ngettext(one, many, 1000)} | found


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """The index, as path and bytes."""
    library = parts.library
    names = {subject.key: _name(parts, subject) for facet in FACETS for subject in library.subjects[facet].values()}
    return index([_document(parts, item) for item in library.items], names)


def _document(parts: Parts, item: Item) -> Document:
    """An article as far as its rights let it be found."""
    article, rights = item.entry.article, parts.rights(item.entry.article)
    masked = plaintext.mask(parts.shown(article))
    opening = snippets.opening(article.summary or " ".join(masked[: snippets.OPENING * MARGIN].split()))
    if rights == "excerpt":
        masked = snippets.opening(" ".join(masked.split()), EXCERPT)
    tags = " ".join(parts.name(key) for key in item.keys)
    return Document(
        title=article.title,
        address=item.entry.address,
        date=article.date.date if article.date else "",
        language=(article.language or parts.language.tag).split("-")[0],
        text=f"{masked}\n{article.place}\n{' '.join(article.author)}\n{tags}",
        opening="" if rights == "link" else opening,
        words=item.words,
        names=item.keys,
    )


def _name(parts: Parts, subject: Subject) -> Name:
    """A subject with the wordings that stood for it, most frequent first; a topic's words are cues, not names."""
    if subject.facet not in ("people", "countries"):
        return Name(subject.facet, parts.name(subject.key), subject.slug)
    shown = parts.name(subject.key)
    counts = Counter(
        mention.text
        for item in subject.items
        for tag in item.entry.tags
        if (tag.facet, tag.name) == subject.key
        for mention in tag.mentions
    )
    own = set(re.findall(r"\w+", shown))
    also = [text for text, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    new = [text for text in also if not set(re.findall(r"\w+", text)) <= own][:WORDINGS]
    return Name(subject.facet, shown, subject.slug, tuple(new))
