"""Runs of capitalised words: the short cuts find what the patterns find."""

from __future__ import annotations

import pytest

from dateline.tagging.people import runs

TEXT = (
    'The Prime Minister met Ursula von der Leyen, Dwayne "The Rock" Johnson, J.K. Rowling’s aunt and  Ann  Lee in Oslo.'
)


@pytest.mark.parametrize("words", ["Ursula von der Leyen", "Ann  Lee", "Prime Minister Õnne Pillak", "Van Der Sar"])
def test_plain_words_are_the_pieces(words: str) -> None:
    [run] = runs.find(f"x {words}")
    pieces = [(match[0], match.start() + 2, match.end() + 2) for match in runs._PIECE.finditer(words)]
    assert [(token.text, token.start, token.end) for token in run] == pieces


def test_only_single_words_are_dropped() -> None:
    every = list(runs.find(TEXT))
    kept = list(runs.find(TEXT, {"Oslo", "Rock", "Prime", "Ursula"}))
    assert [run for run in every if [token.text for token in run] != ["Oslo"]] == kept
    assert len(kept) == len(every) - 1
