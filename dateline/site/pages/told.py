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
_NO_WORD = re.compile(r"[\W_]+")
_PARTS = re.compile(r"(?:['’]s)?[\s-]+")  # of a title, however it is written


def wordings(subject: Subject, told: Sequence[Told]) -> tuple[Wording, ...]:
    """The words that stood for a person or country, apart from its own name alone; capitals make no other words."""
    counts: Counter[str] = Counter()
    for each in told:
        for words, n in each.wordings:
            counts[words] += n
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    spellings: dict[str, str] = {}
    found: Counter[str] = Counter()
    for words, n in ranked:
        found[spellings.setdefault(words.casefold(), words)] += n
    if set(found) <= {subject.name}:
        return ()
    return tuple(Wording(*each) for each in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDINGS])


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
    """What a person says, with its article; the newest article first, undated ones last, as far as it may be shown.

    What several articles quote stands once, at the first of them: a wire's words are in ten papers on one day. Which is
    the first is known of those that are dated to a day; of the others only where none is.
    """
    heard: set[str] = set()
    said: list[tuple[Item, list[Link]]] = []
    in_time = zip(subject.items, told, strict=True)
    for item, each in sorted(in_time, key=lambda pair: not (pair[0].when and pair[0].when.day)):
        if each.sayings and parts.rights(item) == "full":
            own = [Link(words, f"{item.address}#{at}") for words, at in each.sayings if _new(words, heard)]
            said.append((item, own))
    said.sort(key=lambda pair: (pair[0].when is None, pair[0].number if pair[0].when is None else -pair[0].number))
    return [(item, link) for item, own in said for link in own]


def _new(words: str, heard: set[str]) -> bool:
    """Whether nobody printed this before, whatever its signs; it is heard then."""
    letters = _NO_WORD.sub("", words).casefold()
    known = letters in heard
    heard.add(letters)
    return not known


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
