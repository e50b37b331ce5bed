"""Sentences that a program has broken at their links: which of the pieces are body."""

from __future__ import annotations

import pytest

from dateline.normalise.body import broken_at_links, first_look, zones
from dateline.normalise.lines.line import make

ABOVE = "The council closed the harbour for a month on Monday."
MODEL, LABEL, SHARING = first_look.MODEL, "section label", "sharing or following"


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([("As reported by the", MODEL), ("Lund Examiner", LABEL), (", the two will sail.", "")], [1, 2, 3]),
        (
            [("Divers", LABEL), ("saw a", ""), ("crack in the wall", LABEL), (".", "separator"), ("Next.", "")],
            [2, 3, 5],
        ),
        ([("It was told on", ""), ("Facebook", SHARING), (", where many read it.", "")], [1, 2, 3]),
        ([("See a list of all the ships,", MODEL), ("The Lund", LABEL), ("was one of them.", "")], [1, 2, 3]),
        ([("A ship called the", MODEL), ("Anna Lind of the coast", LABEL), ("was one of them.", "")], [1, 2, 3]),
        # what stands by itself
        ([("Facebook", SHARING), ("and other things in small letters.", "")], [2]),
        ([("Advertisement", "advertisement"), (", the two will sail.", "")], [2]),
        ([("Lund Examiner", LABEL), ("The two will sail.", "")], [2]),
        ([("Lund Examiner", LABEL), ("iPhones are sold there.", "")], [2]),
        ([("Read this too.", MODEL), ("and they sailed.", "")], [2]),
        ([("* Harbour", MODEL), ("and they sailed.", "")], [2]),
        ([("Anonymous", MODEL), ("that is no good idea", "")], [2]),  # who comments
        ([("Der Hafen zusammengefasst", MODEL), ("It was made by", MODEL), ("small machines.", "")], [2, 3]),
    ],
)
def test_pieces(lines: list[tuple[str, str]], kept: list[int]) -> None:
    texts = [(ABOVE, ""), *lines, (ABOVE, "")]
    labels = [label for _, label in texts]
    made = [make(number, text, 0) for number, (text, _) in enumerate(texts, 1)]
    broken_at_links.mend(made, labels, 0, len(texts) - 1)
    assert [i for i, label in enumerate(labels) if not label] == [0, *kept, len(texts) - 1]


def test_zones_mend_what_is_broken() -> None:
    texts = ["Harbour closes for a month", ABOVE, "As reported by the", "Lund Examiner", ", the two will sail.", ABOVE]
    lines = [make(number, text, 0) for number, text in enumerate(texts, 1)]
    guess = first_look.Guess(lines, ["", "", MODEL, MODEL, "", ""], [-1.0] * len(lines))
    assert zones.settle(guess, 1, 5, 0).labels == ("headline", "", "", "", "", "")
