"""Words around a mention, and openings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Mention
from dateline.plaintext import snippets

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


SCAFFOLDS = [
    ("# Head\n\nOne.\n\n## More\nTwo.", "One. Two."),
    ("| Country | Q1 |\n|---|--:|\n| Peru | 1 |\n\nOne | two.", "One | two."),
    ("Country | Q1\n--- | ---\nPeru | 1\nCuba | 2\n\nOne.", "One."),
    ("```py\na\n\nb\n```\n\nOne.\n\n~~~\nc\n~~~", "One."),
    ("Head\n====\n\nOne - two\n\n---\n\n- three", "One - two three"),
    ("No. #1 of 2 | 3", "No. #1 of 2 | 3"),
]


@pytest.mark.parametrize(("body", "expected"), SCAFFOLDS)
def test_an_opening_is_of_paragraphs(body: str, expected: str) -> None:
    assert expected == snippets.plain(snippets.prose(body, 200))


def test_behind_a_long_table_there_are_words() -> None:
    body = "| a | b |\n|---|---|\n" + "| c | d |\n" * 50 + "\nOne."
    assert snippets.plain(snippets.prose(body, 100)) == "One."


@given(st.text(st.sampled_from("a. ,é\n\t\u00a0\u2028\u00ad”")))
def test_one_line_has_single_blanks_and_none_before_a_stop(text: str) -> None:
    expected = re.sub(r"\s+", " ", re.sub(r"\s+(?=[.,](?:\s|$))", "", text))
    assert snippets._one_line(text) == expected
