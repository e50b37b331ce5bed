"""Which subjects have a page together."""

import random

import pytest
from msgspec.structs import replace

from dateline.cards import Key
from dateline.library import Library, shelve
from dateline.model import TAG_FACETS, Facet, Tag
from dateline.site.relating.pairing import ARTICLES, RANK, pairs
from tests.site.corpus import entry

PEOPLE, COUNTRIES, TOPICS = 40, ["Estonia", "Latvia", "Norway"], ["Ports", "Trade", "Ferries"]


def nearest(library: Library, key: Key) -> set[Key]:
    """Those of each kind that a subject stands with most, counted by name."""
    found: set[Key] = set()
    for facet in TAG_FACETS:
        counts = [(-n, other) for other, n in library.together(key).items() if other[0] == facet and n >= ARTICLES]
        found.update(other for _, other in sorted(counts)[:RANK])
    return found


@pytest.mark.parametrize("seed", range(8))
def test_a_pair_is_of_two_that_stand_near_each_other(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  for no secret
    names = [f"Person {number} Tamm" for number in range(PEOPLE)]
    kinds: tuple[tuple[Facet, list[str], int], ...] = (
        ("people", names, 12),
        ("countries", COUNTRIES, 3),
        ("topics", TOPICS, 3),
    )
    entries = []
    for number in range(150):
        some = [(facet, chance.sample(all_, chance.randrange(most))) for facet, all_, most in kinds]
        tags = tuple(Tag(facet, name) for facet, found in some for name in found)
        entries.append(replace(entry(f"Article {number}", "2020-03-04"), tags=tags))
    library = shelve(entries)
    order = [subject.key for facet in TAG_FACETS for subject in library.subjects[facet].values()]
    near = {key: nearest(library, key) for key in order}
    expected = [
        (one, other)
        for place, one in enumerate(order)
        for other in order[place + 1 :]
        if other in near[one] and one in near[other]
    ]
    assert expected
    assert len(near[order[0]]) > RANK
    assert list(pairs(library)) == expected
