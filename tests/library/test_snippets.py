"""Words around a mention, and openings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import snippets
from dateline.model import Mention

BODY = (
    "First paragraph, of no interest.\n\n"
    "The port is old. Nobody knows how **Ada Õunapuu** found the [key](https://example.org/a) in it. The end."
)
AROUND = [
    (BODY, "Ada Õunapuu", "Nobody knows how <mark>Ada Õunapuu</mark> found the key in it. The end."),
    ("Ada came.", "Ada", "<mark>Ada</mark> came."),
    ("x < y & Ada", "Ada", "x &lt; y &amp; <mark>Ada</mark>"),
    ("Bo\nand\nAda came\n\nLater.", "Ada", "Bo and <mark>Ada</mark> came"),
    ("word " * 60 + "Ada" + " word" * 60, "Ada", "… " + "word " * 13 + "<mark>Ada</mark>" + " word" * 22 + " …"),
]


@pytest.mark.parametrize(("body", "words", "expected"), AROUND)
def test_around(body: str, words: str, expected: str) -> None:
    start = body.index(words)
    mention = Mention("people", "Ada", words, start, start + len(words), "")
    assert expected == snippets.around(body, mention)


OPENINGS = [
    ("Short enough.", "Short enough."),
    ("one two three four", "one two …"),
    ("one two, three four", "one two …"),
    ("onetwothreefour", "onetwothre …"),
]


@pytest.mark.parametrize(("text", "expected"), OPENINGS)
def test_opening(text: str, expected: str) -> None:
    assert expected == snippets.opening(text, 13 if text.startswith("Short") else 10)


def test_plain_text_of_a_body() -> None:
    assert (
        snippets.plain("# Head\n\nSome *words* and\na [link](https://example.org/).") == "Head Some words and a link."
    )


@given(st.text(st.sampled_from("a. ,é\n\t\u00a0\u2028\u00ad”")))
def test_one_line_has_single_blanks_and_none_before_a_stop(text: str) -> None:
    expected = re.sub(r"\s+", " ", re.sub(r"\s+(?=[.,](?:\s|$))", "", text))
    assert snippets._one_line(text) == expected
