"""Runs of capitalised words: the short cut for plain words finds what the pattern finds."""

from __future__ import annotations

import re

import pytest

from dateline.tagging.people.stretches import runs


@pytest.mark.parametrize("words", ["Ursula von der Leyen", "Ann  Lee", "Prime Minister Õnne Pillak", "Van Der Sar"])
def test_plain_words_are_the_pieces(words: str) -> None:
    [(_, run)] = runs.find(f"x {words}")
    expected = [(match[0], match.start()) for match in runs._PIECE.finditer(run)]
    assert expected == list(runs.pieces(run))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said al-Tamm today", (5, "al-Tamm")),
        ("the d’Estaing plan", (4, "d’Estaing")),
        ("a hotel-Tamm", (8, "Tamm")),  # no prefix, but the end of a word
        ("by Jaan al-Tamm", (3, "Jaan al-Tamm")),
    ],
)
def test_a_prefix_begins_a_run(text: str, expected: tuple[int, str]) -> None:
    assert list(runs.find(text)) == [expected]


@pytest.mark.parametrize("text", ["ada@Tamm", "#Tamm", "www.Tamm", "1/Tamm", "iPhone"])
def test_what_is_joined_to_the_word_before_begins_none(text: str) -> None:
    assert not list(runs.find(text))


@pytest.mark.parametrize(
    "word", sorted({re.sub("(.)[?]", end, each) for each in runs._ABBREVIATIONS.split("|") for end in ("", r"\1")})
)
def test_every_abbreviation_is_part_of_a_run(word: str) -> None:
    assert list(runs.find(f"{word}. Jaan {word}. Tamm")) == [(0, f"{word}. Jaan {word}. Tamm")]


@pytest.mark.parametrize("space", [" ", "  ", " \u00a0", ""])
def test_the_platform_that_ends_a_sentence_is_no_part_of_the_next_one(space: str) -> None:
    assert list(runs.find(f"he wrote on X.{space}Jaan Tamm")) == [(14 + len(space), "Jaan Tamm")]


def test_two_initials_are_no_platform() -> None:
    assert list(runs.find("the talk on X.J. Tamm")) == [(12, "X.J. Tamm")]


@pytest.mark.parametrize("rest", ["The end", "this week"])
def test_a_suffix_ends_where_a_sentence_has_lost_its_space(rest: str) -> None:
    assert next(runs.find(f"Jaan Tamm Jr.{rest}"))[1] == "Jaan Tamm Jr"
