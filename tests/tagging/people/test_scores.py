"""A candidate's score: the same in every run, though features stand in a set; more for surnames of leaders."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("surname", "counts"),
    [
        ("macron", True),  # of a president, and of few others
        ("carter", False),  # of a head of government, and of many others
        ("kyle", False),  # somebody's given name
        ("may", False),  # a word
        ("tammsaare", False),  # of nobody in office
    ],
)
def test_the_surname_of_who_leads_a_country_counts_by_itself(surname: str, counts: bool) -> None:
    reader = PersonReader(vocabulary.load(Path("nowhere"))[0])
    alone = Candidate((surname,), (surname,), surname.title(), features={"for-before"})
    full = Candidate(("ann", surname), ("ann", surname), f"Ann {surname.title()}", features={"for-before"})
    nobody = Candidate(("xyz",), ("xyz",), "Xyz", features={"for-before"})
    assert (reader.score(alone) > reader.score(nobody)) is counts
    assert reader.score(full) == reader.score(
        Candidate(("ann", "xyz"), ("ann", "xyz"), "Ann Xyz", features={"for-before"})
    )
