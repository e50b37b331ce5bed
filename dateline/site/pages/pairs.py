"""Library -> a page for two subjects together, where that is more than a coincidence."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from dateline.site import linked
from dateline.site.pages import slices
from dateline.site.planned import Planned, joined
from dateline.site.views import Group, Link, Neighbours, Page, Slice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.site.pages.slices import Thread
    from dateline.site.shown.parts import Parts


def pairs(parts: Parts) -> Iterator[Planned]:
    """/people/jaan-tamm/with/estonia/: the articles that name both, newest first; many of them year by year."""
    library, digests = parts.library, parts.digests
    numbers = {key: frozenset(library.subject(key).numbers) for key in set(chain.from_iterable(parts.pairs))}
    for (one, other), address in parts.pairs.items():
        title = parts.language.text("%(one)s and %(other)s", one=parts.name(one), other=parts.name(other))
        first = library.subject(one)
        few, many = sorted((one, other), key=lambda key: len(numbers[key]))
        both = list(filter(numbers[many].__contains__, library.subject(few).numbers))
        crumbs = (Link(parts.facet_titles[first.facet], f"{first.facet}/"), Link(parts.name(one), first.address))
        thread = slices.Thread((one, other), title, address, [library.items[number] for number in both], crumbs)
        inputs = joined(digests.face(one) + digests.face(other) + digests.numbered(both))
        yield Planned(address, inputs, partial(_page, parts, thread))
        if thread.many:
            yield from slices.slices(parts, thread)


def _page(parts: Parts, thread: Thread) -> Iterator[Page]:
    title, address, items = thread.title, thread.address, thread.items
    facts = parts.facts(items)
    if thread.many:
        groups = slices.highlights(parts, thread)
    else:
        rows = parts.rows(thread.newest, thread.keys[0], tags=False)  # whom else they name, their own pages tell
        groups = (Group(parts.language.text("Articles"), "articles", "", len(items), rows),)
    context = Slice(
        head=parts.head(
            title,
            f"{title}: {facts}.",
            address,
            thing=linked.collection(title, parts.links.absolute(address)),
            section=f"{thread.keys[0][0]}/",
            crumbs=thread.crumbs,
        ),
        here=parts.here(items),
        tags=tuple(parts.tag(key) for key in thread.keys),
        title=title,
        facts=facts,
        years=slices.years(thread) if thread.many else (),
        groups=groups,
        neighbours=Neighbours(),
    )
    yield Page(f"{address}index.html", "slice", context)
