"""Articles -> addresses that are kept from one build to the next, and what is wrong where two want the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline import addresses
from dateline.addresses import Wish  # noqa: TC001  the cache reads these types at run time
from dateline.model import Article, Problem
from dateline.tools.folder import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.ledger import Ledger
    from dateline.shelf import Slot


class Claim(Struct, frozen=True, array_like=True):
    """What an article asks for: the address that it had before, whatever became of its title or date, or a new one."""

    wish: Wish
    by_slug: bool  # it has a `slug:` of its own


def claim(article: Article, ledger: Ledger | None) -> Claim:
    """The claim of an article of which `ledger` remembers where it stood."""
    held = ledger.address.strip("/") if ledger else ""
    found_a_date = held.startswith("undated/") and article.date is not None
    keeps = held and not found_a_date and not article.slug
    return Claim(addresses.wish(replace(article, slug=held) if keeps else article), bool(article.slug))


def assign(live: Sequence[Slot], claims: Sequence[Claim]) -> list[str]:
    """Each article's address."""
    places = addresses.settle({slot.path: each.wish for slot, each in zip(live, claims, strict=True)})
    return [places[slot.path] for slot in live]


def hides(each: Claim) -> bool:
    """Would its page stand where the site has a list?"""
    return each.by_slug and each.wish.is_list


def clashes(live: Sequence[Slot], claims: Sequence[Claim], places: Sequence[str]) -> Iterator[Problem]:
    """Of two articles whose `slug:` leads to one address, one would hide the other; and some would hide a list."""
    wanted: dict[str, str] = {}
    named = [row for row in zip(live, claims, places, strict=True) if row[1].by_slug]
    for slot, each, place in sorted(named, key=lambda row: row[2] != row[1].wish.address):
        first = wanted.setdefault(each.wish.address, slot.path)
        line = slot.file.lines.get("slug", 0) if slot.file else 0
        if hides(each):
            message = f"has a slug at which the site has a list of articles; its page stands at {place} instead"
            hint = "Give it another `slug:`, one with a word of its own at the end."
            yield Problem(f"{ARTICLES}/{slot.path}", line, "C30", message, hint, "warning")
        if first != slot.path:
            message = f"has the slug of {ARTICLES}/{first}; its page stands at {place} instead"
            hint = "Give one of the two another `slug:`."
            yield Problem(f"{ARTICLES}/{slot.path}", line, "C24", message, hint, "warning")
