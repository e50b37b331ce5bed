"""Library -> the lists of all people, countries, topics and sources."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from dateline import addresses
from dateline.cards import UNATTRIBUTED
from dateline.model import FACETS
from dateline.site import linked
from dateline.site.charts.arcs import arcs
from dateline.site.pages.countries import world_map
from dateline.site.planned import Planned
from dateline.site.relating import regions
from dateline.site.shown.parts import RANKS
from dateline.site.views import Company, Index, Link, Page, RankList
from dateline.site.words.language import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.library import Subject
    from dateline.model import Facet
    from dateline.site.shown.parts import Parts

    Filed = tuple[str, str, Subject]  # its letters in the index, its slug, and itself

LETTER = 400  # names on the page of a letter
PAIRS = 20  # rows of the table of pairs
REGIONS = 40  # countries, above which they are grouped by region of the world
FILTERED = 50  # names, from which a field to filter them is worth its place
_BEHIND_SURNAME = re.compile(r"(?:,? (?:[JjSs]r\.?|[IVX]{2,}|\([^()]*\)))+$")


def indexes(parts: Parts) -> Iterator[Planned]:
    """One list per facet; above 200 names the first 200, and pages for every letter."""
    for facet in FACETS:
        yield Planned(f"{facet}/", parts.digests.shape, partial(_pages, parts, facet))


def _pages(parts: Parts, facet: Facet) -> Iterator[Page]:
    yield _index(parts, facet)
    subjects = parts.library.subjects[facet]
    if len(subjects) > RANKS:
        yield from _letters(parts, facet, list(subjects.values()))


def _index(parts: Parts, facet: Facet) -> Page:
    language, subjects = parts.language, list(parts.library.subjects[facet].values())
    title, address = parts.facet_titles[facet], f"{facet}/"
    facts = facts_of(parts, facet, subjects)
    shown = _first(subjects)
    heading = language.text("By number of articles") if len(shown) == len(subjects) else language.text("Most articles")
    ranked = RankList(heading, facet, tuple(parts.rank(subject.key) for subject in shown))
    charts = parts.config.has("charts")
    by_region = facet == "countries" and len(shown) > REGIONS
    context = Index(
        head=parts.head(
            title,
            f"{title}: {facts}.",
            address,
            thing=linked.collection(title, parts.links.absolute(address)),
            section=address,
        ),
        here=parts.here(()),
        facet=facet,
        title=title,
        facts=facts,
        map=world_map(parts, parts.links.of(f"{address}index.html")) if charts and facet == "countries" else None,
        groups=tuple(_regions(parts, shown)) if by_region else (ranked,) if shown else (),
        company=_company(parts, subjects) if charts and facet == "people" else None,
        letters=tuple(Link(letter, f"{address}{_folder(letter)}") for letter in _lettered(subjects))
        if len(subjects) > RANKS
        else (),
        filter=len(shown) >= FILTERED,
    )
    return Page(f"{address}index.html", "index", context)


def _first(subjects: Sequence[Subject]) -> Sequence[Subject]:
    """Those with most articles; of too many for one page none that stands in a single one, for the letters have it."""
    if len(subjects) <= RANKS:
        return subjects
    return [subject for subject in subjects[:RANKS] if len(subject.items) > 1] or subjects[:RANKS]


def _regions(parts: Parts, countries: Sequence[Subject]) -> Iterator[RankList]:
    """The countries of each region of the world; the region first that most articles name."""
    groups: dict[str, list[Subject]] = {}
    for country in countries:
        groups.setdefault(regions.read().get(country.code, ""), []).append(country)
    sizes = {code: sum(len(country.items) for country in group) for code, group in groups.items()}
    for code in sorted(groups, key=lambda code: (not code, -sizes[code], code)):
        title = parts.language.region(code) if code else parts.language.text("Elsewhere")
        yield RankList(title, "countries", tuple(parts.rank(country.key) for country in groups[code]))


def _company(parts: Parts, subjects: Sequence[Subject]) -> Company | None:
    drawn = arcs(parts.library, subjects)
    if drawn is None:
        return None
    best = drawn.pairs[0]
    sentence = parts.language.text(
        "%(one)s and %(other)s stand together most often: in %(articles)s.",
        one=parts.name(best.first),
        other=parts.name(best.second),
        articles=parts.articles(best.count),
    )
    return Company(
        names=tuple(parts.tag(key) for key in drawn.keys),
        width=drawn.width,
        height=drawn.height,
        paths=drawn.paths,
        sentence=sentence,
        pairs=tuple((parts.tag(pair.first), parts.tag(pair.second), pair.count) for pair in drawn.pairs[:PAIRS]),
    )


def facts_of(parts: Parts, facet: Facet, subjects: Iterable[Subject], articles: int | None = None) -> str:
    """312 people in 10,000 articles, or in those that name them; articles that name no source are none's."""
    subjects = list(subjects)
    nameless = sum(len(subject.items) for subject in subjects if subject.key == ("sources", UNATTRIBUTED))
    n = sum(subject.key != ("sources", UNATTRIBUTED) for subject in subjects)
    all_ = len(parts.library.items) if articles is None else articles
    language = parts.language
    words = {
        "people": forms("%(n)s person in %(articles)s", "%(n)s people in %(articles)s"),
        "countries": forms("%(n)s country in %(articles)s", "%(n)s countries in %(articles)s"),
        "topics": forms("%(n)s topic in %(articles)s", "%(n)s topics in %(articles)s"),
        "sources": forms("%(n)s source of %(articles)s", "%(n)s sources of %(articles)s"),
    }[facet]
    said = [language.number_of(*words, n, articles=parts.articles(all_ - nameless))] if n or not nameless else []
    if nameless:
        said.append(language.number_of("%(n)s article without a source", "%(n)s articles without a source", nameless))
    return "; ".join(said)


def _lettered(subjects: Sequence[Subject]) -> dict[str, list[Subject]]:
    """First letter of the slug -> subjects in the order of their names; people by their surname."""
    found: dict[str, list[Filed]] = {}
    for filed in sorted((by_letters(subject), subject.slug, subject) for subject in subjects):
        first = filed[0][:1]
        found.setdefault(first.upper() if first.isalpha() else "0–9", []).append(filed)
    return {part: own for letter, group in found.items() for part, own in _parted(letter, group)}


def _parted(letter: str, filed: list[Filed]) -> Iterator[tuple[str, list[Subject]]]:
    """A letter with too many names for one page goes by two letters, those that are still too many by place."""
    if len(filed) <= LETTER:
        yield letter, [subject for _, _, subject in filed]
        return
    pairs: dict[str, list[Subject]] = {}
    for letters, _, subject in filed:
        pairs.setdefault(letters[:2].capitalize(), []).append(subject)
    for pair, own in pairs.items():
        for start in range(0, len(own), LETTER):
            yield pair if start == 0 else f"{pair} {start // LETTER + 1}", own[start : start + LETTER]


def by_letters(subject: Subject) -> str:
    """Where a subject stands in an index: people under the last word of their name, as in a book's.

    What tells two of one name apart is none, nor is what stands behind a surname: Jaan Tamm (judge), John Tamm Jr.
    """
    if subject.facet != "people":
        return subject.slug
    surname = _BEHIND_SURNAME.sub("", subject.name).rpartition(" ")[2]
    return addresses.slugify(surname) or subject.slug


def _folder(letter: str) -> str:
    return f"letter/{addresses.slugify(letter)}/"


def _letters(parts: Parts, facet: Facet, subjects: Sequence[Subject]) -> Iterator[Page]:
    groups = _lettered(subjects)
    letters = tuple(Link(letter, f"{facet}/{_folder(letter)}") for letter in groups)
    for letter, own in groups.items():
        title = f"{parts.facet_titles[facet]}: {letter}"
        address = f"{facet}/{_folder(letter)}"
        facts = facts_of(parts, facet, own, len({item.number for subject in own for item in subject.items}))
        context = Index(
            head=parts.head(
                title,
                f"{title}, {facts}.",
                address,
                section=f"{facet}/",
                crumbs=(Link(parts.facet_titles[facet], f"{facet}/"),),
            ),
            here=parts.here(()),
            facet=facet,
            title=title,
            facts=facts,
            map=None,
            groups=(
                RankList(parts.language.text("By name"), facet, tuple(parts.rank(subject.key) for subject in own)),
            ),
            company=None,
            letters=letters,
            filter=len(own) >= FILTERED,
        )
        yield Page(f"{address}index.html", "index", context)
