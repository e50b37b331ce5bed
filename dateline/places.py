"""Articles -> addresses that are kept from one build to the next, and what is wrong where two want the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline import addresses
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.folder import Folder
    from dateline.reconcile import Merged
    from dateline.shelf import Slot


def assign(live: Sequence[Slot], merged: Sequence[Merged]) -> list[str]:
    """Each article's address; one that was given before is kept, whatever became of its title or date."""
    wanted: dict[str, Article] = {}
    for slot, each in zip(live, merged, strict=True):
        held = slot.ledger.address.strip("/") if slot.ledger else ""
        found_a_date = held.startswith("undated/") and each.article.date is not None
        keeps = held and not found_a_date and not each.article.slug
        wanted[slot.path] = replace(each.article, slug=held) if keeps else each.article
    places = addresses.assign(wanted)
    return [places[slot.path] for slot in live]


def clashes(folder: Folder, live: Sequence[Slot], merged: Sequence[Merged], places: Sequence[str]) -> Iterator[Problem]:
    """Of two articles whose `slug:` leads to one address, one would hide the other."""
    wanted: dict[str, str] = {}
    for slot, each, place in sorted(zip(live, merged, places, strict=True), key=lambda row: row[2] != _wish(row[1])):
        if not each.article.slug:
            continue
        first = wanted.setdefault(_wish(each), slot.path)
        if first != slot.path:
            line = (slot.file.parsed.lines or {}).get("slug", 0) if slot.file else 0
            message = f"has the slug of content/articles/{first}; its page stands at {place} instead"
            hint = "Give one of the two another `slug:`."
            yield Problem(folder.shown(folder.articles / slot.path), line, "C24", message, hint, "warning")


def _wish(merged: Merged) -> str:
    return addresses.address(merged.article)
