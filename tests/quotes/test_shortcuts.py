"""What is asked before a pattern is tried is true wherever the pattern finds something."""

from __future__ import annotations

import pytest

from dateline.quotes import marks, transcript


def test_every_mark_is_looked_for() -> None:
    characters = list(map(chr, range(0x20, 0x2100)))
    found = {each for each in characters if marks._MARK.match(each * 2) or marks._SINGLE.search(f" {each}Aha.{each} ")}
    assert {"“", "”", '"', "„", "‟", "«", "»", "`", "'"} <= found
    assert found <= set(marks._ANY)


@pytest.mark.parametrize("length", range(1, 70))
def test_a_label_of_any_length(length: int) -> None:
    text = f"{'Abcdefghi ' * 7}"[:length].strip().ljust(length, "x") + ": It is so."
    turns = list(transcript._labelled(text, [(0, len(text))]))
    assert bool(turns) == bool(transcript._LABEL.match(text))
