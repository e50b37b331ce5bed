"""Blanks that stand for Markdown are no words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import plaintext, quotes
from dateline.model import Mention
from dateline.quotes.blanks import Squeezed


@pytest.mark.parametrize(
    "markdown",
    [
        "“We will finish in May,” said [Ann Example](https://roads.example/ann), the mayor.",
        "“We will finish in May,” [Ann Example](https://roads.example/ann) [said](https://roads.example/).",
        "“We will finish in May,” [Ann Example](https://roads.example/ann), the mayor, said.",
        "**Ann Example** said: “[We will](https://roads.example/) finish *in* May.”",
        "“We will finish in May,” said *Ann Example*. She left.",
        "“We will finish in May,” said Ann Example.",
    ],
)
def test_marked_words_are_read_as_plain_ones(markdown: str) -> None:
    body = plaintext.mask(markdown)
    at = body.index("Ann Example")
    (quote,) = quotes.read(body, [Mention("people", "Ann Example", "Ann Example", at, at + 11, "test")])
    assert quote.speaker == "Ann Example"
    assert quote.text == body[quote.start : quote.end]
    assert " ".join(quote.text.split()).rstrip(".,") == "We will finish in May"


@given(st.lists(st.sampled_from(["a", "b ", "  ", "   ", ",", ".", "“", "(", "\n", " ,", "\t"])).map("".join))
def test_places_are_found_again(text: str) -> None:
    squeezed = Squeezed(text)
    assert re.sub(r"[ \t]", "", squeezed.text) == re.sub(r"[ \t]", "", text)
    for at, letter in enumerate(text):
        if not letter.isspace():
            moved = squeezed.mention(Mention("people", "Name", letter, at, at + 1, "test"))
            assert squeezed.text[moved.start : moved.end] == letter
            assert squeezed._former(moved.start) == at
