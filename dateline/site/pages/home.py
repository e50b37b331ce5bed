"""Library -> the home page: its scale, the latest, who and what, where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.model import TAG_FACETS, When
from dateline.site import linked
from dateline.site.beside import days
from dateline.site.charts.density import density
from dateline.site.pages.countries import region_map, world_map
from dateline.site.planned import Planned
from dateline.site.views import Feed, Home, Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.library import Item
    from dateline.site.shown.parts import Parts
    from dateline.site.views import Row

LATEST = 5
LOOKED_AT = 30  # articles, for so many that tell different things
RANKS = 8
SOURCES = 8
BUSIEST = 3  # as many as the articles of this day in other years, which scripts put in their place
FEW = 3  # articles; up to here a chart and a map would say less than the list itself


def home(parts: Parts) -> Iterator[Planned]:
    """One page, whose size does not grow with the corpus."""
    yield Planned("", parts.digests.whole, partial(_home, parts))


def _home(parts: Parts) -> Iterator[Page]:
    library, language = parts.library, parts.language
    few = len(library.items) < FEW
    charts = not few and parts.config.has("charts")
    newest_first = library.dated[::-1] + library.undated
    description = parts.config.description or _description(parts)
    url = parts.links.of("index.html")
    sources = parts.top("sources", SOURCES)
    busiest_title, busiest = _busiest(parts)
    thing = linked.website(parts.config.title, description, language.tag, parts.links.absolute(""))
    yield Page(
        "index.html",
        "home",
        Home(
            head=parts.head("", description, "", thing=thing, feed=Feed(language.text("All articles"), "feed.xml")),
            here=parts.here(()),
            facts=_facts(parts),
            time=_time(parts),
            chart=density(library, library.items, language, whole=True) if charts else None,
            latest=_latest(parts, newest_first[:LOOKED_AT]),
            lists=parts.tops(RANKS),
            map=world_map(parts, url) if charts else None,
            inset=region_map(parts, url) if charts else None,
            days=days.known(library) if parts.config.has("days") else "",
            busiest_title=busiest_title,
            busiest=() if few else busiest,
            sources=sources if sources and len(library.subjects["sources"]) > 1 else None,
        ),
    )


def _latest(parts: Parts, newest: Sequence[Item]) -> tuple[Row, ...]:
    """Of those with one headline or one opening the first, as long as others are left: ten papers print one wire."""
    rows = parts.rows(newest)
    seen: set[str] = set()
    first: list[int] = []
    again: list[int] = []
    for place, row in enumerate(rows):
        said = {words.casefold() for words in (row.title, str(row.snippet)) if words}
        (first if seen.isdisjoint(said) else again).append(place)
        seen |= said
    return tuple(rows[place] for place in sorted([*first, *again][:LATEST]))


def _facts(parts: Parts) -> tuple[Link, ...]:
    number_of = parts.language.number_of
    kinds = parts.library.subjects
    articles, people, countries, topics = len(parts.library.items), *(len(kinds[facet]) for facet in TAG_FACETS)
    said = (
        (articles, number_of("%(n)s article", "%(n)s articles", articles), "timeline/"),
        (people, number_of("%(n)s person", "%(n)s people", people), "people/"),
        (countries, number_of("%(n)s country", "%(n)s countries", countries), "countries/"),
        (topics, number_of("%(n)s topic", "%(n)s topics", topics), "topics/"),
    )
    return tuple(Link(words, address) for count, words, address in said if count)


def _time(parts: Parts) -> str:
    dated = [item.when for item in parts.library.dated if item.when]
    return parts.language.month_span(min(dated), max(dated)) if dated else ""


def _description(parts: Parts) -> str:
    return parts.language.text("A browsable archive: %(facts)s.", facts=parts.facts(parts.library.items))


def _busiest(parts: Parts) -> tuple[str, tuple[tuple[Link, str], ...]]:
    """The days with most articles, each with a headline of its own; where no day has more than one, the months."""
    library, language = parts.library, parts.language
    full = [(items, day) for day, items in library.days.items() if len(items) > 1]
    if full:
        chosen = sorted(full, key=lambda day: (-len(day[0]), day[1]))[:BUSIEST]
        named = [(items, language.date(When.parse(day)), parts.day(day)) for items, day in chosen]
        title = language.text("Busiest days")
    else:
        busiest = sorted(library.months.items(), key=lambda month: (-len(month[1]), month[0]))[:BUSIEST]
        named = [(items, language.month(month), f"{month // 12:04}/{month % 12 + 1:02}/") for month, items in busiest]
        title = language.text("Busiest months")
    return title, tuple(
        (Link(f"{name} · {language.count(len(items))}", address), items[0].title) for items, name, address in named
    )
