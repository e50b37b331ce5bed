"""What articles tell of a subject -> the words that its page has of them: wordings, descriptions, quotes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.site.views import Link, Wording, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.cards import Told
    from dateline.library import Item, Subject
    from dateline.site.shown.parts import Parts

WORDINGS = 12
DESCRIPTIONS = 5
RARE = 20  # a description that is found so many times less than the first is none
_PARTS = re.compile(r"(?:['’]s)?[\s-]+")  # of a title, however it is written


def wordings(subject: Subject, told: Sequence[Told]) -> tuple[Wording, ...]:
    """The words that stood for a person or country, apart from its own name alone."""
    counts: Counter[str] = Counter()
    for each in told:
        for words, n in each.wordings:
            counts[words] += n
    if set(counts) <= {subject.name}:
        return ()
    return tuple(
        Wording(words, n) for words, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDINGS]
    )


def introduced(told: Sequence[Told]) -> tuple[Wording, ...]:
    """What stands before a person's name, most frequent first; whatever its hyphens and genitives.

    What is rare beside the most frequent is a neighbour of the name by chance, as in "the haters of Judge X".
    """
    counts = Counter(words for each in told for words in each.introductions)
    spellings: dict[str, list[tuple[str, int]]] = {}
    for words, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        spellings.setdefault(" ".join(_PARTS.split(words.casefold())), []).append((words, n))
    found = [(each[0][0], sum(n for _, n in each)) for each in spellings.values()]
    found.sort(key=lambda pair: (-pair[1], pair[0]))
    return tuple(Wording(*each) for each in found[:DESCRIPTIONS] if each[1] * RARE >= found[0][1])


def words(parts: Parts, subject: Subject, told: Sequence[Told]) -> list[tuple[Item, Link]]:
    """What a person says, with its article; the newest article first, undated ones last, as far as it may be shown."""
    in_time = list(zip(subject.items, told, strict=True))
    dated = len(subject.dated)
    return [
        (item, Link(words.removesuffix(","), f"{item.address}#{anchor}"))  # the comma is the reporter's
        for item, each in (*in_time[:dated][::-1], *in_time[dated:])
        if each.sayings and parts.rights(item) == "full"
        for words, anchor in each.sayings
    ]


def by_article(parts: Parts, words: Sequence[tuple[Item, Link]]) -> Iterator[Words]:
    for _, said in groupby(words, lambda pair: pair[0].number):
        (item, first), *more = said
        yield Words(
            iso=item.when.date if item.when else "",
            date=parts.language.short(item.when),
            title=item.title,
            address=item.address,
            quotes=(first, *(quote for _, quote in more)),
        )
