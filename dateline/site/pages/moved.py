"""Library -> a page at every address that an article had before; it leads to where the article is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.addresses import is_sound
from dateline.site.parts import head
from dateline.site.views import Link, Moved, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.site.parts import Parts


def moved(parts: Parts) -> Iterator[Page]:
    """Of two articles that had one address, the older one's reader is led on; an address in use stays in use."""
    taken = {item.address for item in parts.library.items}
    title = parts.language.text("This page has moved")
    for item in parts.library.items:
        for address in item.formerly:
            if address in taken or not is_sound(address):
                continue
            taken.add(address)
            now = Link(item.title, item.address)
            yield Page(
                f"{address}index.html",
                "moved",
                Moved(head=head(title, now.text, address, index=False), here=parts.here(()), now=now),
            )
