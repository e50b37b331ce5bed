"""Library -> the pairs of subjects that have a page of their own."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from dateline.model import TAG_FACETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.library import Key, Library, Subject
    from dateline.model import Facet

ARTICLES, RANK = 5, 12  # in common, and how near the top of its kind each must stand beside the other


def pairs(library: Library) -> Mapping[tuple[Key, Key], str]:
    """Pair -> address of its page: people/jaan-tamm/with/estonia/.

    The two share five articles, and each is among the twelve of its kind that the other stands with most: so there
    are few pages for much that is told, and none for what is everywhere.
    """
    subjects = [
        subject
        for facet in TAG_FACETS  # people first; of one kind, the most frequent
        for subject in library.subjects[facet].values()
        if len(subject.items) >= ARTICLES
    ]
    near, names = _near(library, subjects), _names(library)
    return {
        (one.key, subjects[other].key): f"{one.address}with/{names[subjects[other].key]}/"
        for place, one in enumerate(subjects)
        for other in sorted(near[place])
        if place < other and place in near[other]
    }


def _near(library: Library, subjects: Sequence[Subject]) -> list[set[int]]:
    """Of each subject the places of those that it stands with most. Small numbers are counted faster than names."""
    places = {subject.key: place for place, subject in enumerate(subjects)}
    own = [[places[key] for key in item.keys if key in places] for item in library.items]
    near = []
    for place, subject in enumerate(subjects):
        counts = Counter(chain.from_iterable(map(own.__getitem__, subject.numbers)))
        often = [other for other, n in counts.items() if n >= ARTICLES and other != place]
        found: dict[Facet, list[int]] = {facet: [] for facet in TAG_FACETS}
        for other in sorted(often, key=lambda other: (-counts[other], subjects[other].name)):
            found[subjects[other].facet].append(other)
        near.append(set(chain.from_iterable(each[:RANK] for each in found.values())))
    return near


def _names(library: Library) -> Mapping[Key, str]:
    """The last part of an address: the slug of the other subject, with its kind where it is called like a person."""
    names: dict[Key, str] = {}
    taken: set[str] = set()
    for facet in TAG_FACETS:
        own = {subject.key: subject.slug for subject in library.subjects[facet].values()}
        names |= {key: f"{facet}-{slug}" if slug in taken else slug for key, slug in own.items()}
        taken.update(own.values())
    return names
