"""Entries with names -> a Problem for each strong name that two of them claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.tools.yamlio import Document
    from dateline.vocabulary.entries import Country, Person


def find(
    entries: Iterable[Person | Country], of_site: Mapping[str, str], document: Document, shown_as: str
) -> Iterator[Problem]:
    """A strong name is the entry's own or one of `also`; clashes among shipped entries alone are passed over.

    of_site: the names of entries of the file -> the keys under which they stand there.
    """
    if not of_site:
        return
    owners: dict[str, str] = {}
    for entry in entries:
        for strong in dict.fromkeys((entry.name, *entry.also)):
            owner = owners.setdefault(strong.casefold(), entry.name)
            if owner == entry.name or not ({owner, entry.name} & of_site.keys()):
                continue
            here = entry.name if entry.name in of_site else owner
            hint = "Leave the name to one of the two; where both are called so, list it as `weak` in both."
            message = f"'{strong}' names both '{owner}' and '{entry.name}'"
            yield Problem(shown_as, document.line(of_site[here], "also"), "V06", message, hint)
        twice = {name.casefold() for name in (entry.name, *entry.also)} & {name.casefold() for name in entry.weak}
        if twice and entry.name in of_site:
            message = f"'{min(twice)}' is both a strong and a weak name of '{entry.name}'"
            line = document.line(of_site[entry.name], "weak")
            yield Problem(shown_as, line, "V15", message, "Keep it in one of the two.")
