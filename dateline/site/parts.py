"""Library -> the parts that pages share: rows, ranked lists, links, facts, heads."""

from __future__ import annotations

from collections import Counter
from copy import copy
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from dateline import snippets
from dateline.cards import UNATTRIBUTED, excerpt
from dateline.site import body as bodies
from dateline.site import linked, pairing
from dateline.site.charts import sparkline
from dateline.site.charts import spine as spines
from dateline.site.citing.coins import coins
from dateline.site.citing.work import work
from dateline.site.digests import Digests
from dateline.site.language import direction, forms
from dateline.site.planned import digest
from dateline.site.related import related
from dateline.site.views import Head, Here, Link, Rank, RankList, Row, TagLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from dateline.cards import Card, Key
    from dateline.config import Config, Rights
    from dateline.library import Item, Library
    from dateline.model import Article, Facet
    from dateline.site.language import Language
    from dateline.site.linked import Thing
    from dateline.site.links import Links
    from dateline.vocabulary import Vocabulary

ROW_TAGS = 3
FACETS_SHOWN: tuple[Facet, ...] = ("people", "countries", "topics")
FULL_ROWS = 100  # rows with snippets on one page
TITLE_ROWS = 300  # rows of headlines alone
RANKS = 200
ALL: dict[Facet, tuple[str, str]] = {
    "people": forms("All %(n)s people", "All %(n)s people"),
    "countries": forms("All %(n)s countries", "All %(n)s countries"),
    "topics": forms("All %(n)s topics", "All %(n)s topics"),
    "sources": forms("All %(n)s sources", "All %(n)s sources"),
}
SMALL = 100  # articles of a corpus in which even two of them tell something


class Parts:
    """The library, the site's language and what both need to make parts of pages."""

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
    ) -> None:
        self.library = library
        self.config = config
        self.vocabulary = vocabulary
        self.language = language
        self.links = links
        self.seeds = seeds
        self.cache = cache
        self.public = public
        self.spine = spines.spine(library)
        self.scale = sparkline.scale(library) if config.has("charts") else None
        self.pairs = pairing.pairs(library) if config.has("pairs") else {}
        self._sparks: dict[Key, str] = {}
        self._openings: dict[int, Markup] = {}
        self._coins: dict[int, str] = {}
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

    def holding(self, library: Library) -> Parts:
        """The same over another state of the library: nothing that was made from its articles is remembered."""
        part = copy(self)
        part.library = library
        part.forget()
        return part

    def forget(self) -> None:
        """Drop what was made of single articles, for a state of them that is gone."""
        self._openings, self._coins = {}, {}

    @cached_property
    def digests(self) -> Digests:
        return Digests(self.library)

    @cached_property
    def bodies(self) -> bodies.Renderer:
        return bodies.Renderer()

    @cached_property
    def related(self) -> Sequence[tuple[int, ...]]:
        """Of each article the numbers of those that share most with it."""
        if not self.config.has("related"):
            return [()] * len(self.library.items)
        return list(related(self.library, self.library.items))

    @cached_property
    def paired(self) -> Mapping[Key, Sequence[bytes]]:
        """Of each subject the pairs that it has a page with, as digests."""
        found: dict[Key, list[bytes]] = {}
        for (one, other), address in self.pairs.items():
            for key in (one, other):
                found.setdefault(key, []).append(digest(one, other, address))
        return found

    def head(self, title: str, description: str, address: str, thing: Thing | None = None, **more: Any) -> Head:
        """A page's head; `thing`: what it is about in the words of schema.org."""
        way = linked.breadcrumbs(more.get("crumbs", ()), title, self.links)
        return head(title, description, address, data=linked.script(thing, way), **more)

    # --- names and links

    def name(self, key: Key) -> str:
        """A subject's name as pages show it."""
        if key[0] == "countries":
            return self.language.country(self.library.subject(key).code, key[1])
        return self.language.text("Unattributed") if key == ("sources", UNATTRIBUTED) else key[1]

    def tag(self, key: Key) -> TagLink:
        return TagLink(key[0], self.name(key), self.library.subject(key).address)

    def link(self, item: Item) -> Link:
        return Link(item.title, item.address)

    def articles(self, n: int) -> str:
        return self.language.number_of("%(n)s article", "%(n)s articles", n)

    def rights(self, article: Article | Card) -> Rights:
        """What of an article may be shown: its own word, else its source's, else the site's."""
        stated = next((source.rights for source in self.config.sources if source.name == article.source), "")
        found: Rights = article.rights or stated or self.config.rights  # type: ignore[assignment]
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

    # --- rows

    def row(self, item: Item, about: Key | None = None, *, snippet: bool = True, tags: bool = True) -> Row:
        """An article in a list; with `about`, the words around the first mention of that subject."""
        others = [key for key in item.keys if key != about and key[0] != "sources"]
        source = None if about and about[0] == "sources" else self.tag(("sources", item.source or UNATTRIBUTED))
        foreign = item.language and item.language.split("-")[0] != self.language.tag.split("-")[0]
        return Row(
            iso=item.when.date if item.when else "",
            date=self.language.short(item.when),
            title=item.title,
            address=item.address,
            language=item.language if foreign else "",
            direction=direction(item.language) if foreign else "",
            snippet=self._snippet(item, about) if snippet else Markup(""),
            source=source,
            words=item.words,
            tags=tuple(self.tag(key) for key in self._telling(others)) if tags else (),
            coins=self._cited(item) if self.config.has("citations") else "",
        )

    def _cited(self, item: Item) -> str:
        known = self._coins.get(item.number)
        if known is None:
            page = self.links.absolute(item.address)
            known = self._coins[item.number] = coins(work(item, page, self.config.title))
        return known

    def rows(self, items: Iterable[Item], about: Key | None = None, *, snippet: bool = True) -> tuple[Row, ...]:
        return tuple(self.row(item, about, snippet=snippet) for item in items)

    def _telling(self, keys: Sequence[Key]) -> list[Key]:
        """One of each facet first, then more in their order: a row's tags say who, where and what.

        Of topics the rarest: the broadest ones stand on nearly every article and tell nothing of this one.
        """
        topics = sorted(
            (key for key in keys if key[0] == "topics"), key=lambda key: len(self.library.subject(key).items)
        )
        keys = [key for key in keys if key[0] != "topics"] + topics
        firsts = [next((key for key in keys if key[0] == facet), None) for facet in FACETS_SHOWN]
        chosen = [key for key in firsts if key]
        chosen += [key for key in keys if key not in chosen][: max(0, ROW_TAGS - len(chosen))]
        return chosen

    def _snippet(self, item: Item, about: Key | None) -> Markup:
        rights = self.rights(item)
        if rights == "link":
            return Markup("")
        if about and about[0] != "sources" and rights == "full" and (words := item.about(about).snippet):
            return Markup(words)  # noqa: S704  escaped where the words were taken
        known = self._openings.get(item.number)
        if known is None:
            known = self._openings[item.number] = snippets.html(self.opening(item, snippets.OPENING))
        return known

    def opening(self, item: Item, most: int) -> str:
        """The first words of an article as plain text, of its first paragraph where no more may be shown, or none."""
        rights = self.rights(item)
        if rights == "link":
            return ""
        return snippets.opening(item.opening if rights == "full" else item.opening[: item.first], most)

    def pair(self, one: Key, other: Key) -> str:
        """The address of the page of two subjects, in whichever order; empty where there is none."""
        return self.pairs.get((one, other)) or self.pairs.get((other, one), "")

    # --- ranked lists

    def spark(self, key: Key) -> str:
        if self.scale is None:
            return ""
        if key not in self._sparks:
            self._sparks[key] = sparkline.sparkline(self.scale, self.library.subject(key).items)
        return self._sparks[key]

    def rank(self, key: Key, count: int | None = None, note: str = "", both: str = "") -> Rank:
        spark = self.spark(key) if count is None else ""
        return Rank(self.tag(key), len(self.library.subject(key).items) if count is None else count, spark, note, both)

    def top(self, facet: Facet, most: int) -> RankList | None:
        """The subjects with most articles; None where the corpus has none."""
        subjects = self.library.subjects[facet]
        keys: list[Key] = [(facet, name) for name in list(subjects)[:most] if facet == "sources" or name]
        if not keys:
            return None
        more = None
        if len(subjects) > len(keys):
            words = self.language.number_of(*ALL[facet], len(subjects))
            more = Link(words, f"{facet}/")
        return RankList(self.facet_titles[facet], facet, tuple(self.rank(key) for key in keys), more)

    def tops(self, most: int) -> tuple[RankList, ...]:
        return tuple(found for facet in FACETS_SHOWN if (found := self.top(facet, most)))

    def counted(self, counts: Counter[Key], facet: Facet, most: int, apart: Key | None = None) -> RankList | None:
        """The most frequent subjects of one facet among counted ones; with `apart`, they are linked to as pairs."""
        found = sorted(((n, key) for key, n in counts.items() if key[0] == facet), key=lambda pair: (-pair[0], pair[1]))
        if not found:
            return None
        ranks = (self.rank(key, n, both=self.pair(apart, key) if apart else "") for n, key in found[:most])
        return RankList(self.facet_titles[facet], facet, tuple(ranks))

    def who(self, counts: Counter[Key], most: int, apart: Key | None = None) -> tuple[RankList, ...]:
        """The most frequent people, countries and topics among counted ones."""
        return tuple(found for facet in FACETS_SHOWN if (found := self.counted(counts, facet, most, apart)))

    def special(self, items: Sequence[Item], most: int, apart: Key | None = None) -> tuple[Rank, ...]:
        """What these articles name more often than the corpus does: at least twice its share, and not by chance.

        Ordered by n × log(share), so that neither what is everywhere nor what was named only here comes first.
        """
        total = len(self.library.items)
        counts = Counter(key for item in items for key in item.keys if key != apart and key[0] != "sources")
        scored = []
        for key, n in counts.items():
            everywhere = len(self.library.subject(key).items)
            share = (n / len(items)) / (everywhere / total)
            if n >= (2 if total < SMALL else 3) and share >= 2:
                scored.append((-n * log(share), key, n, everywhere))
        scored.sort()
        return tuple(
            self.rank(
                key, n, self.language.text("%(n)s of %(all)s", n=self.language.count(n), all=self.language.count(all_))
            )
            for _, key, n, all_ in scored[:most]
        )

    # --- facts

    def day(self, day: str) -> str:
        """2021-05-25 -> the address of its page, or of its place on the month's where the site has no pages of days."""
        year, month, number = day.split("-")
        return f"{year}/{month}/{number}/" if self.config.has("days") else f"{year}/{month}/#d{number}"

    def crumbs_of_time(self) -> tuple[Link, ...]:
        return (Link(self.language.text("Timeline"), "timeline/"),)

    def facts(self, items: Sequence[Item]) -> str:
        """5 articles, 12 July 2018 to 28 June 2023, 3 sources."""
        dated = [item.when for item in items if item.when]
        said = [self.articles(len(items))]
        if dated:
            said.append(self.language.span(min(dated), max(dated)))
        sources = {item.source for item in items if item.source}
        if sources:
            said.append(self.language.number_of("%(n)s source", "%(n)s sources", len(sources)))
        return ", ".join(said)

    def period(self, items: Sequence[Item]) -> str:
        """2 articles, naming 3 people and 8 countries: a year or month need not say when it was."""
        names = {
            facet: len({key for item in items for key in item.keys if key[0] == facet}) for facet in FACETS_SHOWN[:2]
        }
        number_of = self.language.number_of
        said = [
            number_of("%(n)s person", "%(n)s people", names["people"]) if names["people"] else "",
            number_of("%(n)s country", "%(n)s countries", names["countries"]) if names["countries"] else "",
        ]
        named = self.language.listed([words for words in said if words])
        articles = self.articles(len(items))
        return self.language.text("%(articles)s, naming %(who)s", articles=articles, who=named) if named else articles

    def here(self, items: Iterable[Item], years: Iterable[int] = ()) -> Here:
        return Here(spines.marks(self.spine, items), frozenset(years))


def head(title: str, description: str, address: str, **more: object) -> Head:
    """A head whose description fits what search engines show."""
    return Head(title, snippets.opening(description, 155), address, **more)  # type: ignore[arg-type]
