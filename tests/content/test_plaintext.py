"""Markdown with its syntax blanked out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import plaintext, wordcount
from dateline.plaintext import mask, readable
from dateline.wordcount import words

SYNTAX = st.text(st.sampled_from('ab A.\n*_`[]()#>-+1!<>/\\: "httpsé'), max_size=80)
LINES = st.lists(
    st.sampled_from(["a", "1. a", "- a", "+ a", "# a", "> a", "[a]: b", " * a", "***", "", "a. 1. b", r"a\# b"])
)


@given(SYNTAX)
def test_every_character_keeps_its_place(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, masked, strict=True))
    assert [i for i, c in enumerate(masked) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@given(st.one_of(SYNTAX, LINES.map("\n".join)))
def test_what_makes_a_line_something_is_found_in_each(text: str) -> None:
    begun = re.sub(rf"^(?:{plaintext._LINE.pattern})", plaintext._blank, text, flags=re.MULTILINE)
    whole = plaintext._WITHIN.sub(plaintext._blank, begun)
    assert plaintext._without(text, plaintext._blank) == whole


@given(st.one_of(SYNTAX, LINES.map("\n".join)))
def test_text_that_is_taken_to_have_no_syntax_has_none(text: str) -> None:
    if not plaintext._may_have_syntax(text):
        assert plaintext._without(text, plaintext._blank) == text


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("[Riga](https://example.org/Tallinn) and *Vilnius*", "Riga and Vilnius"),
        ("## Talks in Oslo", "Talks in Oslo"),
        ("- one\n- two", "one two"),
        ("See https://example.org/Oslo for more", "See for more"),
        ("snake_case_word stays", "snake_case_word stays"),
        (r"2 \* 3", "2 * 3"),
        ("<b>bold</b> words", "bold words"),
        ("> quoted", "quoted"),
    ],
)
def test_only_the_words_are_left(markdown: str, plain: str) -> None:
    assert " ".join(mask(markdown).split()) == plain


def test_readable_words_have_their_own_signs() -> None:
    assert readable("he \\[Mr *Tamm*\\] went to\n[Riga](https://example.org)") == "he [Mr Tamm] went to Riga"


def test_words_are_those_a_reader_sees() -> None:
    assert words("[Riga](https://example.org/a-b) isn’t *far*.") == 3


PIECES = [
    *"ab1_ .,'’-/(²é\n[]()\"<>!*`",
    "](",
    "](a ",
    ")",
    "](a)",
    ' "a")',
    "http://a",
    "https://",
    "]: ",
    "\n1. ",
    "\\",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_words_are_what_the_pattern_finds(text: str) -> None:
    for any_text in (text, f"{text} 東"):  # in no western encoding
        assert words(any_text) == len(wordcount._WORD.findall(mask(any_text)))
