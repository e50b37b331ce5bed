"""What lines look like, where the model doubts those at the ends of an article."""

from __future__ import annotations

import pytest

from dateline.normalise import first_look
from dateline.normalise.lines import make

LEAD = "The council closed the harbour for a month on Monday, so that divers can look at its wall."
DOUBTED, SAID, FURNITURE = first_look.MODEL, first_look.SURELY, "newsletter or subscription box"


def look(texts: list[str], odds: list[float]) -> list[str]:
    """The labels of lines that the model judges so, and whose words say nothing."""
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    labels = [FURNITURE if "newsletter" in text else "" for text in texts]
    for i, odd in enumerate(odds):
        if odd < first_look.SHORT_SENTENCE and not labels[i]:
            labels[i] = SAID if odd < first_look.CERTAIN else DOUBTED
    first_look._keep_at_the_edges(lines, labels, odds)
    return labels


@pytest.mark.parametrize(
    ("texts", "odds", "labels"),
    [
        ([LEAD, LEAD], [-1.2, 1.0], ["", ""]),
        ([LEAD, LEAD], [-1.8, 1.0], [DOUBTED, ""]),
        (["Harbour news", LEAD], [-1.2, 1.0], [DOUBTED, ""]),
        ([LEAD, "Nobody was hurt.", "The wall stands."], [1.0, -2.4, -1.0], ["", "", ""]),
        ([LEAD, "Nobody was hurt."], [1.0, -3.0], ["", SAID]),
        ([LEAD, "Anna Lind", "Nobody was hurt."], [1.0, -1.0, -1.0], ["", DOUBTED, DOUBTED]),
        ([LEAD, "Read our newsletter today.", "Nobody was hurt."], [1.0, -1.0, -1.0], ["", FURNITURE, DOUBTED]),
        ([*[LEAD] * 6, "Nobody was hurt."], [*[1.0] * 6, -1.0], [*[""] * 6, DOUBTED]),
        (["Nobody was hurt."], [-1.0], [DOUBTED]),
    ],
)
def test_lines_at_the_ends(texts: list[str], odds: list[float], labels: list[str]) -> None:
    assert look(texts, odds) == labels
