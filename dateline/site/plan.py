"""Library -> every page of the site but /data/, which comes after its files. Top to bottom, this is the site map."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dateline.site.pages import about, article, home, indexes, moved, pairs, periods, search, subjects, timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.site.parts import Parts
    from dateline.site.views import Page


KINDS: tuple[Callable[[Parts], Iterator[Page]], ...] = (
    home.home,  #            /
    timeline.timeline,  #    /timeline/ /undated/
    periods.years,  #        /2021/
    periods.months,  #       /2021/05/
    indexes.indexes,  #      /people/ /countries/ /topics/ /sources/
    moved.moved,  #          where an article stood before
    search.search,  #        /search/
    about.about,  #          /about/
    about.not_found,  #      /404.html
)
# Of these there are as many as articles, days or names; each makes what `parts.share` gives it.
MANY_KINDS: tuple[Callable[[Parts], Iterator[Page]], ...] = (
    article.articles,  #     /2021/05/25/port-opens-after-the-storm/
    periods.days,  #         /2021/05/25/
    subjects.subjects,  #    /people/jaan-tamm/ and above 150 articles /people/jaan-tamm/2021/
    pairs.pairs,  #          /people/jaan-tamm/with/estonia/
)


def plan(parts: Parts) -> Iterator[Page]:
    """All pages, one generator per kind."""
    return chain.from_iterable(kind(parts) for kind in (*KINDS, *MANY_KINDS))
