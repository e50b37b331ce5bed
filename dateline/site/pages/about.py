"""Library -> the pages about the archive itself: method, and the page for lost readers."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from dateline.model import FACETS
from dateline.site.pages.indexes import facts_of
from dateline.site.planned import Planned
from dateline.site.shown import reasons
from dateline.site.views import About, Coverage, Link, NotFound, Page
from dateline.site.words import glosses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.site.shown.parts import Parts

SOURCES = 40  # rows of the table: the method below it must be found
REASONS = 12


def about(parts: Parts) -> Iterator[Planned]:
    """What is in the archive, and how its text, dates and tags came to be; and the page for lost readers."""
    yield Planned("about/", parts.digests.whole, partial(_about, parts))
    yield Planned("404.html", parts.digests.shape, partial(_not_found, parts))


def _about(parts: Parts) -> Iterator[Page]:
    language, items = parts.language, parts.library.items
    title = language.text("About and method")
    context = About(
        head=parts.head(
            title, language.text("What is in this archive, and how its text, dates and tags came to be."), "about/"
        ),
        here=parts.here(()),
        description=parts.config.description,
        facts=parts.facts(items) if items else "",
        coverage=_coverage(parts),
        more=parts.all_of("sources", SOURCES),
        dates=_dates(parts),
        precise=_precision(parts),
        left_out=_left_out(parts),
        rights=parts.config.rights,
        contact=parts.config.contact,
        repository=parts.config.repository,
    )
    yield Page("about/index.html", "about", context)


def _coverage(parts: Parts) -> tuple[Coverage, ...]:
    found = []
    for subject in list(parts.library.subjects["sources"].values())[:SOURCES]:
        dated = [item.when for item in subject.items if item.when]
        span = (
            parts.language.month_span(min(dated), max(dated), short=True) if dated else parts.language.text("undated")
        )
        found.append(Coverage(parts.tag(subject.key), len(subject.items), span))
    return tuple(found)


def _left_out(parts: Parts) -> tuple[tuple[str, int], ...]:
    """The most frequent reasons to leave a line out, and of how many lines."""
    counts = Counter(reason for item in parts.library.items for reason in item.aside)
    return tuple((glosses.reason(name, parts.language), n) for name, n in counts.most_common(REASONS))


def _dates(parts: Parts) -> tuple[tuple[str, int], ...]:
    """How dates were found, and for how many articles."""
    text = parts.language.text
    counts: Counter[str] = Counter()
    for item in parts.library.items:
        if item.dating.by_person:
            counts[text("set by hand")] += 1
        elif item.dating.rule and item.when:
            counts[
                reasons.rule(item.dating.rule, parts.language)
                + (", " + text("weaker evidence") if item.dating.weak else "")
            ] += 1
        elif not item.when:
            counts[text("no date found")] += 1
        else:
            counts[text("stated in the file")] += 1
    return tuple(counts.most_common())


def _precision(parts: Parts) -> tuple[tuple[str, int], ...]:
    text = parts.language.text
    names = {
        "minute": text("to the minute"),
        "day": text("to the day"),
        "month": text("to the month"),
        "year": text("to the year"),
    }
    counts = Counter(item.when.precision for item in parts.library.items if item.when)
    return tuple((name, counts[precision]) for precision, name in names.items() if counts[precision])  # type: ignore[index]


def ways(parts: Parts) -> tuple[tuple[Link, str], ...]:
    """The ways of browsing, each with what it holds."""
    language, library = parts.language, parts.library
    timeline = parts.facts(library.items) if library.items else language.text("No article yet.")
    facets = (
        (Link(parts.facet_titles[facet], f"{facet}/"), facts_of(parts, facet, library.subjects[facet].values()))
        for facet in FACETS
    )
    return ((Link(language.text("Timeline"), "timeline/"), timeline), *facets)


def _not_found(parts: Parts) -> Iterator[Page]:
    """What a host shows for an address that has no page."""
    title = parts.language.text("No page here")
    context = NotFound(
        head=parts.head(title, parts.language.text("There is no page at this address."), "404.html", index=False),
        here=parts.here(()),
        ways=ways(parts),
        months=" ".join(f"{month // 12:04}-{month % 12 + 1:02}" for month in parts.library.months),
    )
    yield Page("404.html", "404", context)
