"""Runs of capitalised words: the short cut for plain words finds what the pattern finds."""

from __future__ import annotations

import pytest

from dateline.tagging.people import runs


@pytest.mark.parametrize("words", ["Ursula von der Leyen", "Ann  Lee", "Prime Minister Õnne Pillak", "Van Der Sar"])
def test_plain_words_are_the_pieces(words: str) -> None:
    [run] = runs.find(f"x {words}")
    expected = [(match[0], match.start()) for match in runs._PIECE.finditer(run[0])]
    assert expected == list(runs.pieces(run[0]))
