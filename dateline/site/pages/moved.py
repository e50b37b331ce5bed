"""Library -> a page at every address that an article had before; it leads to where the article is now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.addresses import is_sound
from dateline.site.parts import head
from dateline.site.planned import Planned
from dateline.site.views import Moved, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.site.parts import Parts
    from dateline.site.views import Link


def moved(parts: Parts) -> Iterator[Planned]:
    """Of two articles that had one address, the older one's reader is led on; an address in use stays in use."""
    taken = {item.address for item in parts.library.items}
    for item in parts.library.items:
        for address in item.formerly:
            if address not in taken and is_sound(address):
                taken.add(address)
                yield Planned(address, parts.digests.link(item), partial(_page, parts, address, parts.link(item)))


def _page(parts: Parts, address: str, now: Link) -> Iterator[Page]:
    said = head(parts.language.text("This page has moved"), now.text, address, index=False)
    yield Page(f"{address}index.html", "moved", Moved(head=said, here=parts.here(()), now=now))
