"""The parts of what somebody says in one breath -> one text."""

import pytest

from dateline.cards import sayings
from dateline.model import Article, Entry, Quote


def entry(*parts: tuple[str, str]) -> Entry:
    """Each part: its words and the last word of the rule that found its speaker."""
    quotes = tuple(
        Quote(words, i, i + 1, "Ann Example", "Example", f"quotes.{rule}", 0, continues=i > 0)
        for i, (words, rule) in enumerate(parts)
    )
    return Entry(Article(title="A note", body=""), "", "", (), quotes=quotes)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("We go,", "name-said")], "We go"),
        ([("We go,", "name-said"), ("and we stay.", "name-said-before")], "We go … and we stay."),
        ([("When we go,", "name-said"), ("I say so.", "name-said-before")], "When we go … I say so."),
        ([("We go,", "name-said"), ("We stay.", "goes-on")], "We go. We stay."),
        ([("We go", "said-name"), ("We stay", "goes-on")], "We go. We stay"),
        ([("Do we go?", "name-said"), ("We stay.", "name-said-before")], "Do we go? We stay."),
        ([("Do we go?", "name-said"), ("or do we?", "name-said-before")], "Do we go? … or do we?"),
        ([("We go.", "same-quote"), ("We stay,", "name-said")], "We go. We stay"),
        ([("We (all) go (now),", "name-said"), ("We stay.", "next-paragraph")], "We (all) go (now). We stay."),
        ([("the best that ever was", "name-said-before-in-part")], "… the best that ever was"),
        ([("They say ‘Go!’", "name-said"), ("We stay.", "goes-on")], "They say ‘Go!’ We stay."),
        ([("30 of us,", "name-said")], "30 of us"),
    ],
)
def test_words(parts: list[tuple[str, str]], expected: str) -> None:
    (saying,) = sayings(entry(*parts))
    assert saying.words == expected
