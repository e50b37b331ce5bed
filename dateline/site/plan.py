"""Library -> everything that the site has, planned. Top to bottom, this is the site map."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from dateline.site import feeds
from dateline.site.beside import days
from dateline.site.pages import (
    about,
    article,
    home,
    indexes,
    moved,
    pairs,
    periods,
    subjects,
    timeline,
    undated,
)
from dateline.site.planned import Planned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dateline.site.shown.parts import Parts


def _search(parts: Parts) -> Iterator[Planned]:
    from dateline.site.pages import search  # here, and below: a site without need not load what it takes

    yield Planned("search/index.js", parts.digests.whole, partial(search.files, parts), large=True)
    yield Planned("search/", parts.digests.shape, partial(search.search, parts))


def _data(parts: Parts) -> Iterator[Planned]:
    from dateline.site.pages import data

    yield from data.data(parts)


KINDS: tuple[Callable[[Parts], Iterator[Planned]], ...] = (
    _search,  #              /search/ and its index
    _data,  #                /data/ and its files
    home.home,  #            /
    timeline.timeline,  #    /timeline/
    undated.undated,  #      /undated/
    periods.years,  #        /2021/
    periods.months,  #       /2021/05/
    indexes.indexes,  #      /people/ /countries/ /topics/ /sources/
    moved.moved,  #          where an article stood before
    moved.renamed,  #        where a person, a country or a topic stood before
    about.about,  #          /about/ /404.html
    feeds.feeds,  #          /feed.xml
    days.days,  #            /on-this-day/
    article.articles,  #     /2021/05/25/tamm-and-the-harbour/
    periods.days,  #         /2021/05/25/
    subjects.subjects,  #    /people/jaan-tamm/ and with many articles /people/jaan-tamm/2021/
    pairs.pairs,  #          /people/jaan-tamm/with/estonia/
)


OF_PARTS: Mapping[str, tuple[Callable[[Parts], Iterator[Planned]], ...]] = {  # of config.PARTS, those with pages
    "search": (_search,),
    "data": (_data,),
    "days": (periods.days, days.days),
    "pairs": (pairs.pairs,),
}


def plan(parts: Parts) -> Iterator[Planned]:
    """Everything, one generator per kind, but what this site leaves out; nothing is made yet."""
    without = {kind for part in parts.config.leave_out for kind in OF_PARTS.get(part, ())}
    return chain.from_iterable(kind(parts) for kind in KINDS if kind not in without)
