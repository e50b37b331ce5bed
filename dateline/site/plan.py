"""Library -> every page of the site but /data/, which comes after its files. Top to bottom, this is the site map."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dateline.site.pages import about, article, home, indexes, moved, pairs, periods, search, subjects, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.site.parts import Parts
    from dateline.site.views import Page


def plan(parts: Parts) -> Iterator[Page]:
    """All pages, one generator per kind."""
    return chain(
        home.home(parts),  #            /
        timeline.timeline(parts),  #    /timeline/ /undated/
        periods.years(parts),  #        /2021/
        periods.months(parts),  #       /2021/05/
        periods.days(parts),  #         /2021/05/25/
        article.articles(parts),  #     /2021/05/25/kallas-and-stoltenberg-discussed/
        moved.moved(parts),  #          where an article stood before
        indexes.indexes(parts),  #      /people/ /countries/ /topics/ /sources/
        subjects.subjects(parts),  #    /people/jens-stoltenberg/ and above 150 articles /people/jens-stoltenberg/2021/
        pairs.pairs(parts),  #          /people/jens-stoltenberg/with/belarus/
        search.search(parts),  #        /search/
        about.about(parts),  #          /about/
        about.not_found(parts),  #      /404.html
    )
