"""What stands before a name and introduces its bearer ends where its sentence begins."""

import pytest

from dateline.cards.introductions import introduction
from dateline.model import Mention


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("It was held in the port of Tartu. Harbour President", "Harbour President"),
        ("They met U.S. President", "U.S. President"),
        ("They met Lt. Gov. and former Senator", "Senator"),
        ("So said Speaker Tamm and President", "President"),
        ("So said Chairman and Chief Executive", "Chairman and Chief Executive"),
        ("They met the Lt. Governor", "Lt. Governor"),
        ("They met the Minister for the Interior Minister", "Minister for the Interior Minister"),
        ("So said Foreign and Commonwealth Secretary", "Foreign and Commonwealth Secretary"),
        ("So said Tartu's Speaker Jaan Tamm and Estonia's Prime Minister", "Estonia's Prime Minister"),
        ("Both Harbour Presidents came. Both Harbour President", "Harbour President"),
        ("So said First Deputy Minister", "First Deputy Minister"),
        ("Yesterday the President", "President"),
    ],
)
def test_an_introduction_ends_where_its_sentence_begins(before: str, said: str) -> None:
    body = f"{before} Ada Õunapuu."
    start = len(before) + 1
    assert introduction(body, Mention("people", "Ada Õunapuu", "Ada Õunapuu", start, start + 11, "strong")) == said
