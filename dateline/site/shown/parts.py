"""Library -> the parts that pages share: rows and links (see `rows`, `showing`), ranked lists, facts, heads."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING, Any

from dateline.cards import UNATTRIBUTED
from dateline.library import tally
from dateline.plaintext import snippets
from dateline.site import linked
from dateline.site.charts import sparkline
from dateline.site.charts import spine as spines
from dateline.site.planned import digest
from dateline.site.prose import body as bodies
from dateline.site.relating import pairing
from dateline.site.relating.related import related
from dateline.site.shown.digests import Digests
from dateline.site.shown.rows import FACETS_SHOWN, Rows
from dateline.site.views import Head, Here, Link, Rank, RankList
from dateline.site.words.language import forms

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dateline.cards import Key
    from dateline.library import Item, Library
    from dateline.model import Facet
    from dateline.site.linked import Thing

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


class Parts(Rows):
    """Everything that pages are made from."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        library, charts = self.library, self.config.has("charts")
        self.spine = spines.spine(library)
        self.scale = sparkline.scale(library) if charts else None
        self._sparks: dict[Key, str] = {}
        self._months: dict[tuple[int | None, int | None], Here] = {}
        self.decided: dict[str, bytes] = {}  # see `decides`

    def holding(self, library: Library) -> Parts:
        """The same over another state of the library: what single articles said is forgotten; what is drawn, counted
        or found of all of them together stays."""
        part = copy(self)
        part.library, part.decided = library, {}
        part.forget()
        return part

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
    def pairs(self) -> Mapping[tuple[Key, Key], str]:
        """Two subjects that have a page together, and its address."""
        return pairing.pairs(self.library) if self.config.has("pairs") else {}

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
        ranks = tuple(self.rank(key) for key in keys)
        return RankList(self.facet_titles[facet], facet, ranks, self.all_of(facet, len(keys)))

    def all_of(self, facet: Facet, shown: int) -> Link | None:
        """The way to all subjects, where there are more than are shown."""
        subjects = self.library.subjects[facet]
        if len(subjects) <= shown:
            return None
        nameless = facet == "sources" and UNATTRIBUTED in subjects  # no source, though it has a page
        return Link(self.language.number_of(*ALL[facet], len(subjects) - nameless), f"{facet}/")

    def tops(self, most: int) -> tuple[RankList, ...]:
        return tuple(found for facet in FACETS_SHOWN if (found := self.top(facet, most)))

    def counted(self, counts: Counter[Key], facet: Facet, most: int, apart: Key | None = None) -> RankList | None:
        """The most frequent subjects of one facet among counted ones; with `apart`, they are linked to as pairs.

        None where there are none, and where each counts once and not all fit: which of them stood there would be
        chance. Pairs are worth following even so.
        """
        found = nsmallest(most + 1, [(-n, key) for key, n in counts.items() if key[0] == facet])
        if not found or (apart is None and len(found) > most and found[0][0] == -1):
            return None
        ranks = (self.rank(key, -n, both=self.pair(apart, key) if apart else "") for n, key in found[:most])
        return RankList(self.facet_titles[facet], facet, tuple(ranks))

    def who(self, counts: Counter[Key], most: int, apart: Key | None = None) -> tuple[RankList, ...]:
        """The most frequent people, countries and topics among counted ones."""
        return tuple(found for facet in FACETS_SHOWN if (found := self.counted(counts, facet, most, apart)))

    def special(self, items: Sequence[Item], most: int, apart: Key | None = None) -> tuple[Rank, ...]:
        """What these articles name more often than the corpus does: at least twice its share, and not by chance.

        Ordered by n × log(share), so that neither what is everywhere nor what was named only here comes first.
        """
        total = len(self.library.items)
        counts = tally(items)
        least = 2 if total < SMALL else 3
        scored = []
        for key, n in counts.items():
            if n < least or key == apart or key[0] == "sources":
                continue
            everywhere = len(self.library.subject(key).items)
            share = (n / len(items)) / (everywhere / total)
            if share >= 2:
                scored.append((-n * log(share), key, n, everywhere))
        scored.sort()
        return tuple(
            self.rank(
                key, n, self.language.text("%(n)s of %(all)s", n=self.language.count(n), all=self.language.count(all_))
            )
            for _, key, n, all_ in scored[:most]
        )

    def decides(self, address: str, find: Callable[[], object]) -> bytes:
        """A digest of what dates and tags of all articles decide for a page, and nothing else: it is found again only
        where these are other ones."""
        if address not in self.decided:
            self.decided[address] = digest(find())
        return self.decided[address]

    # --- facts

    def day(self, day: str) -> str:
        """2021-05-25 -> the address of its page, or of its place on the month's where the site has no pages of days."""
        year, month, number = day.split("-")
        return f"{year}/{month}/{number}/" if self.config.has("days") else f"{year}/{month}/#d{number}"

    def crumbs_of_time(self) -> tuple[Link, ...]:
        return (Link(self.language.text("Timeline"), "timeline/"),)

    def facts(self, items: Sequence[Item], about: Key | None = None) -> str:
        """5 articles, 12 July 2018 to 28 June 2023, 1 undated, 3 sources; a source's, all `about` it, are from one."""
        dated = [item.when for item in items if item.when]
        said = [self.articles(len(items))]
        if dated:
            said.append(self.language.span(min(dated), max(dated)))
            said.extend(self.undated(len(items) - len(dated)))
        sources = {item.source for item in items if item.source}
        if sources and (about is None or about[0] != "sources"):
            said.append(self.language.number_of("%(n)s source", "%(n)s sources", len(sources)))
        return ", ".join(said)

    def undated(self, n: int) -> tuple[str, ...]:
        """What a span of time does not cover."""
        words = self.language.number_of("%(n)s undated", "%(n)s undated", n)
        return (words.replace(" ", "\N{NO-BREAK SPACE}"),) if n else ()

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

    def here_of(self, item: Item) -> Here:
        """The place of one article: that of all of its month."""
        time = (item.when.year if item.when else None, item.month)
        found = self._months.get(time)
        if found is None:
            found = self._months[time] = self.here((item,), (item.when.year,) if item.when else ())
        return found


def head(title: str, description: str, address: str, **more: object) -> Head:
    """A head whose description fits what search engines show."""
    return Head(title, snippets.opening(description, 155), address, **more)  # type: ignore[arg-type]
