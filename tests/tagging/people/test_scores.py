"""A candidate's score is the same in every run: features stand in a set, whose order differs from run to run."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from dateline import vocabulary
from dateline.tagging.people.candidates import Candidate
from dateline.tagging.people.reader import PersonReader

FEATURES = ["given-1", "family-0", "last-given-0", "word-after", "sentence-start", "repeated"]


def test_the_order_of_features_does_not_matter() -> None:
    reader = PersonReader(vocabulary.load(Path("nowhere"))[0])
    names = ("ann", "tamm")
    orders = (dict.fromkeys(order).keys() for order in permutations(FEATURES))
    scores = {reader.score(Candidate(names, names, "Ann Tamm", features=order)) for order in orders}  # type: ignore[arg-type]
    assert len(scores) == 1
