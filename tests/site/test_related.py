"""Which articles are related, and by which tags."""

import pytest

from dateline.library import shelve
from dateline.site.related import PER_TAG, _nearest, rarest, related, shared
from tests.site.corpus import corpus, many


@pytest.mark.parametrize(("number", "first"), [(50, 38), (0, 0), (99, 76)])
def test_of_many_the_nearest_in_time_are_looked_at(number: int, first: int) -> None:
    assert list(range(first, first + PER_TAG)) == list(_nearest(range(100), number))


def test_of_few_all_are() -> None:
    assert list(_nearest([3, 7], 5)) == [3, 7]


def test_who_shares_most_comes_first_then_who_is_nearest_then_the_older_one() -> None:
    library = shelve(many(30))
    assert list(related(library, library.items[15:16])) == [(14, 16, 13)]


def test_shared_tags_come_rarest_first_and_an_outlet_is_none() -> None:
    library = shelve(corpus())
    one, other = (item for item in library.items if item.title in ("A second crane", "The harbour opens"))
    tags = shared(rarest(library, one), other)
    assert [len(library.subject(key).items) for key in tags] == sorted(len(library.subject(key).items) for key in tags)
    assert {facet for facet, _ in tags} == {"people", "countries", "topics"}
