"""Numbers in letters, and lines cut into files."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from dateline.search.postings import LETTERS, decode, encode
from dateline.search.shards import alphabetical, cut

WORDS = st.text("abcxyzõя会\U0001f600\ufb01", min_size=1, max_size=5)


@given(st.sets(st.integers(0, 3_000_000)))
def test_numbers_come_back(numbers: set[int]) -> None:
    line = encode(sorted(numbers))
    assert decode(line) == sorted(numbers)
    assert set(line) <= set(LETTERS)


def test_neighbours_take_one_letter_each() -> None:
    assert encode(range(500)) == "?" + "@" * 499


@given(st.lists(WORDS, max_size=60), st.integers(1, 40))
def test_each_line_lies_in_the_file_of_its_key(words: list[str], cap: int) -> None:
    cuts = cut(((word, f"{word} {n}") for n, word in enumerate(words)), cap)
    for number, lines in enumerate(cuts.lines if words else ()):
        assert all(cuts.of(line.split(" ")[0]) == number for line in lines)
        last = lines[-1].split(" ")[0]
        before = [line for line in lines if line.split(" ")[0] != last]
        assert not before or sum(len(line) + 1 for line in before) + len(last) <= cap
    assert sorted(line for lines in cuts.lines for line in lines) == sorted(f"{w} {n}" for n, w in enumerate(words))
    assert list(cuts.firsts) == sorted(cuts.firsts, key=alphabetical)


def test_first_keys_are_as_short_as_they_may_be() -> None:
    assert cut([("harbour", "x" * 9), ("hardly", "y" * 9), ("iron", "z" * 9)], 10).firsts == ("", "hard", "i")


def test_a_line_that_grows_moves_only_what_is_near() -> None:
    dice = random.Random(5)  # noqa: S311  invented words, no secret
    words = sorted({"".join(dice.choices("abcdefghij", k=6)) for _ in range(3000)})
    before = cut(((word, word * dice.randint(1, 5)) for word in words), 500)
    dice = random.Random(5)  # noqa: S311  the same words
    sorted({"".join(dice.choices("abcdefghij", k=6)) for _ in range(3000)})
    grown = ((word, word * dice.randint(1, 5) + "+" * 90 * (word == words[40])) for word in words)
    after = cut(grown, 500)
    assert len(set(after.lines) - set(before.lines)) < 12
    assert len(before.lines) > 100
