"""Library -> what may be told of its articles and subjects, and by which names and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.cards import UNATTRIBUTED, excerpt
from dateline.plaintext import snippets
from dateline.site.views import Link, TagLink

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.cards import Card, Key
    from dateline.config import Config, Rights
    from dateline.library import Item, Library
    from dateline.model import Article, Facet
    from dateline.site.links import Links
    from dateline.site.words.language import Language
    from dateline.vocabulary import Vocabulary


class Showing:
    """The library, the site's language and what its settings let be shown."""

    def __init__(
        self,
        library: Library,
        config: Config,
        vocabulary: Vocabulary,
        language: Language,
        links: Links,
        seeds: Path | None = None,
        cache: Path | None = None,
        public: Path | None = None,
        *,
        untouched: bool = False,
    ) -> None:
        self.library = library
        self.config = config
        self.vocabulary = vocabulary
        self.language = language
        self.links = links
        self.seeds = seeds
        self.cache = cache
        self.public = public
        self.untouched = untouched
        self._names: dict[Key, str] = {}
        self._stated = {source.name: source.rights for source in reversed(config.sources)}  # the first of a name counts
        self.facet_titles: dict[Facet, str] = {
            "people": language.text("People"),
            "countries": language.text("Countries"),
            "topics": language.text("Topics"),
            "sources": language.text("Sources"),
        }
        self.facet_labels: dict[Facet, str] = {
            "people": language.text("Person"),
            "countries": language.text("Country"),
            "topics": language.text("Topic"),
            "sources": language.text("Source"),
        }

    def name(self, key: Key) -> str:
        """A subject's name as pages show it."""
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = self._named(key)
        return found

    def _named(self, key: Key) -> str:
        if key[0] == "countries":
            return self.language.country(self.library.subject(key).code, key[1])
        if key[0] == "topics":
            known = self.vocabulary.topics.get(key[1])
            return self.language.topic(key[1]) if known and known.code else key[1]
        return self.language.text("Unattributed") if key == ("sources", UNATTRIBUTED) else key[1]

    def keywords(self, item: Item) -> tuple[str, ...]:
        """The names of an article's people, countries and topics."""
        return tuple([self.name(key) for key in item.keys if key[0] != "sources"])

    def tag(self, key: Key) -> TagLink:
        return TagLink(key[0], self.language.isolated(self.name(key)), self.library.subject(key).address)

    def link(self, item: Item) -> Link:
        return Link(item.title, item.address)

    def articles(self, n: int) -> str:
        return self.language.number_of("%(n)s article", "%(n)s articles", n)

    def rights(self, article: Article | Card) -> Rights:
        """What of an article may be shown: its own word, else its source's, else the site's."""
        found: Rights = article.rights or self._stated.get(article.source) or self.config.rights  # type: ignore[assignment]
        return found

    def listed(self, article: Article | Card) -> bool:
        """May search engines list its page: always one's own, and what others wrote where the settings say so."""
        own = not article.seed and not article.url
        stated = next((source.index for source in self.config.sources if source.name == article.source), None)
        return own or (self.config.index if stated is None else stated)

    def shown(self, article: Article) -> str:
        """What of its body may be shown: all, the beginning of the first paragraph, or nothing."""
        rights = self.rights(article)
        if rights != "excerpt":
            return article.body if rights == "full" else ""
        return excerpt(article)

    def opening(self, item: Item, most: int) -> str:
        """The first words of an article as plain text, of its first paragraph where no more may be shown, or none."""
        rights = self.rights(item)
        if rights == "link":
            return ""
        return snippets.opening(item.opening if rights == "full" else item.opening[: item.first], most)
