"""Library -> a page for two subjects together, where that is more than a coincidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.site import linked
from dateline.site.parts import FULL_ROWS, TITLE_ROWS
from dateline.site.planned import Planned, digest
from dateline.site.views import Group, Link, Neighbours, Page, Slice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.cards import Key
    from dateline.library import Item
    from dateline.site.parts import Parts


def pairs(parts: Parts) -> Iterator[Planned]:
    """/people/jaan-tamm/with/estonia/: the articles that name both, newest first."""
    for (one, other), address in parts.pairs.items():
        items = parts.library.both(one, other)
        inputs = digest(parts.digests.face(one), parts.digests.face(other), parts.digests.group(items))
        yield Planned(address, inputs, partial(_page, parts, one, other, items))


def _page(parts: Parts, one: Key, other: Key, items: Sequence[Item]) -> Iterator[Page]:
    language = parts.language
    first = parts.library.subject(one)
    title = language.text("%(one)s and %(other)s", one=parts.name(one), other=parts.name(other))
    address = parts.pairs[one, other]
    facts = parts.facts(items)
    newest = [item for item in items[::-1] if item.when] + [item for item in items if not item.when]
    rows = parts.rows(newest[:TITLE_ROWS], one, snippet=len(items) <= FULL_ROWS)
    context = Slice(
        head=parts.head(
            title,
            f"{title}: {facts}.",
            address,
            thing=linked.collection(title, parts.links.absolute(address)),
            section=f"{first.facet}/",
            crumbs=(Link(parts.facet_titles[first.facet], f"{first.facet}/"), Link(parts.name(one), first.address)),
        ),
        here=parts.here(items),
        tags=(parts.tag(one), parts.tag(other)),
        title=title,
        facts=facts,
        groups=(Group(language.text("Articles"), "articles", "", len(items), rows),),
        neighbours=Neighbours(),
    )
    yield Page(f"{address}index.html", "slice", context)
