"""Library -> the pairs of subjects that have a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import TAG_FACETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.library import Key, Library

ARTICLES, RANK = 5, 12  # in common, and how near the top of its kind each must stand beside the other


def pairs(library: Library) -> Mapping[tuple[Key, Key], str]:
    """Pair -> address of its page: people/jaan-tamm/with/estonia/.

    The two share five articles, and each is among the twelve of its kind that the other stands with most: so there
    are few pages for much that is told, and none for what is everywhere.
    """
    subjects = [subject for facet in TAG_FACETS for subject in library.subjects[facet].values()]
    near = {subject.key: _near(library, subject.key) for subject in subjects if len(subject.items) >= ARTICLES}
    place = {subject.key: i for i, subject in enumerate(subjects)}  # people first; of one kind, the most frequent
    names = _names(library)
    return {
        (one, other): f"{library.subject(one).address}with/{names[other]}/"
        for one in near
        for other in sorted(near[one], key=lambda key: place[key])
        if place[one] < place[other] and one in near.get(other, ())
    }


def _near(library: Library, key: Key) -> set[Key]:
    found: set[Key] = set()
    counts = library.together(key)
    for facet in TAG_FACETS:
        ranked = sorted((-n, other) for other, n in counts.items() if other[0] == facet and n >= ARTICLES)
        found.update(other for _, other in ranked[:RANK])
    return found


def _names(library: Library) -> Mapping[Key, str]:
    """The last part of an address: the slug of the other subject, with its kind where it is called like a person."""
    names: dict[Key, str] = {}
    taken: set[str] = set()
    for facet in TAG_FACETS:
        own = {subject.key: subject.slug for subject in library.subjects[facet].values()}
        names |= {key: f"{facet}-{slug}" if slug in taken else slug for key, slug in own.items()}
        taken.update(own.values())
    return names
