"""Which articles are related, and by which tags."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline.library import Library, shelve
from dateline.model import Tag
from dateline.site.relating.related import PER_TAG, Relations, _nearest, rarest, related, relations, shared, told_apart
from dateline.site.shown.digests import Digests
from tests.site.corpus import corpus, entry, many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@pytest.mark.parametrize(("number", "first"), [(50, 38), (0, 0), (99, 76)])
def test_of_many_the_nearest_in_time_are_looked_at(number: int, first: int) -> None:
    assert list(range(first, first + PER_TAG)) == list(_nearest(range(100), number))


def test_of_few_all_are() -> None:
    assert list(_nearest([3, 7], 5)) == [3, 7]


def test_who_shares_most_comes_first_then_who_is_nearest_then_the_older_one() -> None:
    library = shelve(many(30))
    assert list(related(library, library.items[15:16])) == [(14, 16, 13, 17, 12, 18, 11, 19)]


@pytest.mark.parametrize(
    ("titles", "shown"),
    [
        (["One", "Two", "Three", "Four"], [0, 1, 2]),
        (["Wire", "WIRE", "wire", "Two", "Three"], [0, 3, 4]),
        (["Wire", "Two", "Wire", "Two", "Wire"], [0, 1, 2]),
        (["Wire", "Wire", "Wire", "Wire"], [0, 1, 2]),
        (["One", "Two"], [0, 1]),
        ([], []),
    ],
)
def test_of_one_headline_the_first_is_shown_as_long_as_others_are_left(titles: list[str], shown: list[int]) -> None:
    library = shelve([entry(title, f"2021-05-{n + 1:02}") for n, title in enumerate(titles)])
    assert told_apart(library, range(len(titles))) == shown


def test_shared_tags_come_rarest_first_and_an_outlet_is_none() -> None:
    library = shelve(corpus())
    one, other = (item for item in library.items if item.title in ("A second crane", "The harbour opens"))
    tags = shared(rarest(library, one), other)
    assert [len(library.subject(key).items) for key in tags] == sorted(len(library.subject(key).items) for key in tags)
    assert {facet for facet, _ in tags} == {"people", "countries", "topics"}


def people(names: set[str]) -> tuple[Tag, ...]:
    return tuple(Tag("people", name, by="person") for name in sorted(names))


def archive(tagged: list[set[str]]) -> Library:
    """An article a day that names these people."""
    start = dt.date(2020, 1, 1)
    texts = (entry(f"Day {n}", str(start + dt.timedelta(n)), body="Nobody is named.") for n in range(len(tagged)))
    return shelve([replace(text, tags=people(names)) for text, names in zip(texts, tagged, strict=True)])


def edited(tagged: list[set[str]], edits: list[tuple[str, int, set[str]]]) -> list[set[str]]:
    found = list(tagged)
    for kind, place, names in edits:
        at = min(place, len(found) - (kind != "add"))
        found[at : at + (kind != "add")] = [] if kind == "delete" else [names]
    return found


def every(library: Library, last: Relations, asked: list[int]) -> Relations:
    def find(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
        asked.extend(numbers)
        return related(library, [library.items[number] for number in numbers])

    return relations(library, last, "program", Digests(library).tags, find)


@pytest.mark.parametrize("seed", range(6))
def test_relations_after_an_edit_are_those_that_would_be_found_anew(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.site.relating.related.PER_TAG", 6)
    random = Random(seed)  # noqa: S311  examples, the same each time
    for _ in range(60):
        count, names = random.choice([5, 12, 25, 40, 60]), "abcdefgh"[: random.choice([3, 5, 8])]
        often = [random.choice([0.05, 0.2, 0.5]) for _ in names]
        tagged = [some(random, names, often) for _ in range(count)]
        edits = [
            (random.choice(["add", "delete", "change"]), random.choice([0, count // 2, 99]), some(random, names, often))
            for _ in range(random.choice([1, 2]))
        ]
        before, library = every(archive(tagged), Relations(), []), archive(edited(tagged, edits))
        assert every(library, before, []) == every(library, Relations(), []), (tagged, edits)


def some(random: Random, names: str, often: list[float]) -> set[str]:
    return {name for name, share in zip(names, often, strict=True) if random.random() < share}


@pytest.mark.parametrize(("count", "grows"), [(42, True), (43, False)])
def test_where_the_archive_has_grown_by_a_step_all_are_looked_for_again(count: int, grows: bool) -> None:
    tagged = [{"a"}] * count
    before, asked = every(archive(tagged), Relations(), []), list[int]()
    every(archive([*tagged, set()]), before, asked)
    assert asked == [*range(0 if grows else count, count + 1)]


def test_a_new_article_at_the_end_asks_for_the_nearest_alone() -> None:
    tagged = [{"a", "b"}, {"c"}] * 150
    before, asked = every(archive(tagged), Relations(), []), list[int]()
    every(archive([*tagged, {"a"}]), before, asked)
    assert asked == [*range(278, 300, 2), 300]


def test_another_program_finds_all_anew() -> None:
    library = archive([{"a"}] * 5)
    before, asked = every(library, Relations(), []), list[int]()
    every(library, Relations("another", before.found, before.tags, before.sizes), asked)
    assert asked == [0, 1, 2, 3, 4]
