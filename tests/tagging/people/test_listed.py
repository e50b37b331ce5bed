"""Lists of names: looked into for a few questions or read whole, they say the same."""

from __future__ import annotations

import pytest

from dateline.tagging.people.lists.listed import FEW, Listed, read

LISTS = ("given.txt", "family.txt", "places.txt", "words.txt", "genders.txt")


@pytest.mark.parametrize("name", LISTS)
def test_each_tier_is_sorted_and_has_short_lines(name: str) -> None:
    for tier in read(name).strip().split("\n\n"):
        lines = tier.split("\n")
        assert lines == sorted(lines)
        assert max(map(len, lines)) < 100  # else the search might step over one


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_the_same_looked_into_and_read_whole(name: str) -> None:
    tiers = [tier.split("\n") for tier in read(name).strip().split("\n\n")]
    ends = [word for tier in tiers for word in (*tier[:40], *tier[-40:])]
    words = [*ends, *(word for tier in tiers for word in tier[:: len(tier) // 400 + 1])]
    asked = [*words, *(word[:-1] for word in words), *(f"{word}a" for word in words), "", "\n", "zzzz", "0", "a\nb"]
    whole = Listed(read(name), besides=("zagreb region",))
    for _ in range(FEW):
        whole.tier("x")
    for start in range(0, len(asked), FEW):
        looked = Listed(read(name), besides=("zagreb region",))
        some = asked[start : start + FEW]
        assert [looked.tier(word) for word in some] == [whole.tier(word) for word in some]
    numbers = {word: number for number, tier in enumerate(tiers, 1) for word in tier}
    assert all(whole.tier(word) == numbers.get(word, 0) for word in asked)
    assert "zagreb region" in whole
    assert "zagreb region" in Listed(read(name), besides=("zagreb region",))
