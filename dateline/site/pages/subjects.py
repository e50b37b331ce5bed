"""Library -> a page per person, country, topic and source."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from dateline.cards import UNATTRIBUTED
from dateline.library import ready
from dateline.model import FACETS
from dateline.site import feeds, linked
from dateline.site.beside import citations, facts
from dateline.site.charts.density import density, of_others, page_of
from dateline.site.pages import slices, stated, told
from dateline.site.pages.countries import locator
from dateline.site.planned import Planned, digest
from dateline.site.relating import pairing
from dateline.site.shown import reasons
from dateline.site.views import Group, Page, Rank, RankList, Subject, Wording
from dateline.site.words.language import forms, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.library import Item
    from dateline.library import Subject as Shelf
    from dateline.site.charts.density import Chart
    from dateline.site.pages.slices import Thread
    from dateline.site.planned import File
    from dateline.site.shown.parts import Parts

KINDS = {"people": "person", "countries": "country", "topics": "topic", "sources": "source"}
TOGETHER = pairing.RANK  # so that every pair with a page is linked to
SPECIAL = 8
IN_WORDS = 66  # rows with words of the article; a hundred of them would take 34 KB compressed, and 26 are allowed
RULES = 12
WORDS = 8  # quotes on a person's page
NAMED = ("people", "countries")  # what has names, and not only terms that speak for it


def subjects(parts: Parts) -> Iterator[Planned]:
    """A page for each with the files beside it, and where it has too many articles one for each of its years."""
    for facet in FACETS:
        for shelf in parts.library.subjects[facet].values():
            yield Planned(shelf.address, _inputs(parts, shelf), partial(_files, parts, shelf))
            if slices.are_many(shelf.items):
                yield from slices.slices(parts, slices.of_subject(parts, shelf))


def _inputs(parts: Parts, shelf: Shelf) -> bytes:
    """Its articles, its pairs, and what of the whole corpus it is held against."""
    digests = parts.digests
    return digest(
        digests.face(shelf.key),
        digests.numbered(shelf.numbers),
        parts.decides(shelf.address, partial(_held_against, parts, shelf)),
        parts.paired.get(shelf.key, ()),
        len(parts.library.subjects["sources"]) > 1,
        digests.topics if shelf.facet == "topics" else b"",
        stated.roles(parts, shelf),
    )


def _files(parts: Parts, shelf: Shelf) -> Iterator[Page | File]:
    yield _subject(parts, shelf)
    beside = (("data", facts.of_subject), ("citations", citations.of_subject), ("tag_feeds", feeds.of_subject))
    yield from chain.from_iterable(files(parts, shelf) for part, files in beside if parts.config.has(part))


def _subject(parts: Parts, shelf: Shelf) -> Page:
    name, items = parts.name(shelf.key), shelf.items
    thread, alone, charts = slices.of_subject(parts, shelf), len(items) == 1, parts.config.has("charts")
    broader, narrower, beside = stated.family(parts, shelf)
    tellings = [item.about(shelf.key) for item in ready(items)] if shelf.facet in NAMED else []
    words = told.words(parts, shelf, tellings) if tellings else []
    context = Subject(
        head=parts.head(
            name,
            f"{name}: {parts.facts(items, shelf.key)}.",
            shelf.address,
            thing=linked.collection(name, parts.links.absolute(shelf.address), _thing(parts, shelf)),
            section=f"{shelf.facet}/",
            crumbs=thread.crumbs,
            feed=feeds.of(parts, shelf),
            index=not alone,
        ),
        here=parts.here(items),
        facet=shelf.facet,
        label=parts.facet_labels[shelf.facet],
        name=name,
        named=shelf.key != ("sources", UNATTRIBUTED),
        code=shelf.code,
        facts=_facts(parts, shelf),
        wordings=told.wordings(shelf, tellings),
        introduced=told.introduced(tellings),
        roles=stated.roles(parts, shelf),
        rule=stated.definition(parts, shelf),
        terms=stated.terms(parts, shelf),
        broader=broader,
        narrower=narrower,
        beside=beside,
        homepage=_home(parts, shelf),
        taken=_taken(parts, shelf),
        locator=locator(shelf.code) if charts and shelf.facet == "countries" else None,
        chart=_chart(parts, thread) if charts and not alone else None,
        groups=slices.highlights(parts, thread) if thread.many else (_all(parts, shelf, thread.newest),),
        slices=slices.years(thread) if thread.many else (),
        words=tuple(told.by_article(parts, words[:WORDS])),
        unshown=max(0, len(words) - WORDS),
        first=parts.link(items[0]) if len(items) > 5 and items[0].when else None,
        together=parts.who(parts.library.together(shelf.key), TOGETHER, shelf.key),
        sources=_sources(parts, shelf),
        special=_special(parts, shelf),
    )
    return Page(f"{shelf.address}index.html", KINDS[shelf.facet], context)


def _chart(parts: Parts, thread: Thread) -> Chart | None:
    """Its periods lead to its own pages of them where it has some, else to those of the archive."""
    at = slices.places(thread) if thread.many else page_of
    return density(parts.library, thread.items, parts.language, at=at)


def _all(parts: Parts, shelf: Shelf, newest: Sequence[Item]) -> Group:
    """Every article; of a long list the older ones by their headlines, so that the page stays light."""
    recent = parts.rows(newest[:IN_WORDS], shelf.key)
    older = tuple(parts.row(item, shelf.key, snippet=False, tags=False) for item in newest[IN_WORDS:])
    return Group(parts.language.text("Articles"), "articles", "", len(newest), recent + older)


def _thing(parts: Parts, shelf: Shelf) -> linked.Thing | None:
    """In the words of schema.org; articles without a source are from nobody."""
    if shelf.key == ("sources", UNATTRIBUTED):
        return None
    return linked.subject(shelf.facet, parts.name(shelf.key), shelf.code, _home(parts, shelf))


def _home(parts: Parts, shelf: Shelf) -> str:
    """The address of an outlet, where the site knows it."""
    if shelf.facet != "sources":
        return ""
    return next((source.homepage for source in parts.config.sources if source.name == shelf.name), "")


def _facts(parts: Parts, shelf: Shelf) -> Markup:
    """5 articles mention X, 12 July 2018 to 28 June 2023: both ends are links to their articles."""
    language, n = parts.language, len(shelf.items)
    url = parts.links.of(f"{shelf.address}index.html")
    words = {
        "people": forms("%(n)s article mentions %(name)s", "%(n)s articles mention %(name)s"),
        "countries": forms("%(n)s article mentions it", "%(n)s articles mention it"),  # "the" United States, Sudan
        "topics": forms("%(n)s article is about %(name)s", "%(n)s articles are about %(name)s"),
        "sources": forms("%(n)s article from %(name)s", "%(n)s articles from %(name)s"),
    }[shelf.facet]
    if shelf.key == ("sources", UNATTRIBUTED):
        said = escape(language.number_of("%(n)s article names no source", "%(n)s articles name no source", n))
    else:
        said = escape(language.number_of(*words, n, name=parts.name(shelf.key)))
    dated = shelf.dated
    if not dated:
        return Markup("{}, {}.").format(said, language.text("undated"))
    times = [item.when for item in (dated[0], dated[-1]) if item.when]
    ends = [
        Markup(f'<a href="{url(item.address)}">{escape(language.date(item.when))}</a>')  # noqa: S704  both are escaped
        for item in (dated[0], dated[-1])
    ]
    span = escape(language.text("%(first)s to %(last)s"))
    when = ends[0] if within(*times) else span % {"first": ends[0], "last": ends[1]}
    return Markup(", ").join((said, when, *parts.undated(n - len(dated)))) + "."


def _taken(parts: Parts, shelf: Shelf) -> tuple[Wording, ...]:
    """By which evidence the articles of a source were dated, and how many of them."""
    if shelf.facet != "sources":
        return ()
    rules = Counter(item.dating.rule for item in shelf.items if item.dating.rule)
    counts: Counter[str] = Counter()
    for rule, n in rules.items():
        counts[reasons.rule(rule, parts.language)] += n
    return tuple(Wording(words, n) for words, n in counts.most_common(RULES))


def _held_against(parts: Parts, shelf: Shelf) -> tuple[object, ...]:
    """What is shown of all other articles."""
    others = of_others(parts.library, shelf.numbers) if parts.config.has("charts") else ()
    return others, _special(parts, shelf)


def _special(parts: Parts, shelf: Shelf) -> tuple[Rank, ...]:
    return parts.special(shelf.items, SPECIAL, shelf.key) if shelf.facet == "sources" else ()


def _sources(parts: Parts, shelf: Shelf) -> RankList | None:
    if shelf.facet == "sources":
        return None
    found = parts.counted(parts.library.together(shelf.key), "sources", TOGETHER)
    return found if found and len(parts.library.subjects["sources"]) > 1 else None
