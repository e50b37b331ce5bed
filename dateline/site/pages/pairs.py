"""Library -> a page for two subjects together, where that is more than a coincidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.site import linked
from dateline.site.parts import FULL_ROWS, TITLE_ROWS
from dateline.site.views import Group, Link, Neighbours, Page, Slice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.library import Key
    from dateline.site.parts import Parts


def pairs(parts: Parts) -> Iterator[Page]:
    """/people/jaan-tamm/with/estonia/: the articles that name both, newest first."""
    for one, other in parts.share(parts.pairs):
        yield _page(parts, one, other)


def _page(parts: Parts, one: Key, other: Key) -> Page:
    language = parts.language
    first, second = parts.library.subject(one), parts.library.subject(other)
    both = {item.number for item in second.items}
    items = [item for item in first.items if item.number in both]
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
    return Page(f"{address}index.html", "slice", context)
