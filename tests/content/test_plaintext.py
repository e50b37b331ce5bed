"""Markdown with its syntax blanked out."""

import re
from html import unescape

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dateline import plaintext
from dateline.plaintext import mask, readable, wordcount
from dateline.plaintext.wordcount import words
from dateline.site.prose.body import Renderer

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
def test_text_that_is_taken_to_have_no_syntax_has_none(text: str) -> None:
    if not plaintext._may_have_syntax(text):
        assert plaintext._read(text) == (text, text)


# A paragraph of words and signs. Where runs of several kinds meet, Python-Markdown now and then joins one with a part
# of another that the standard leaves alone, so each text has one kind.
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            *("a", "word", ". ", " ", " ", "\nso", "!", "(", ")", "5 * 3", "a_b_c", "AT&T", "\\", "\\q", "é"),
            *("*", "**", "***", "_", "__", "*so*", "`", "``", "]", "](", "[sic]", "[a][b]", "[ab *c*](/d)"),
            *("\\*", "\\_", "\\[", "\\]", "\\\\", "\\`", "[x](https://e.org/a_(b))", "[x](/y)"),
            *("![p](/q.png)", "[![p](/q) *r*](/s)", "<https://e.org/x_y_>", "<b>", "</b>", "https://e.org/x_y"),
        ]
    ),
    max_size=14,
).map(lambda pieces: f"w {''.join(pieces)} w")
RUNS = re.compile(r"\\[\\*_]|(\*+|_+)")


@given(PARAGRAPHS)
@settings(max_examples=400, deadline=None)
@example('he [one name] will "2 * 3 = 6" a*b*c \\[d\\] [e](/f "g") [*e*](</f>) AT&amp;T')
@example("so **[sic]** said [**he**]")
@example("snake_case_word _so_ \\_")
def test_readable_words_are_those_of_the_page(text: str) -> None:
    assume(len({run for run in RUNS.findall(text) if run}) < 2)
    page = re.sub(r"<[^>]*>", "", Renderer().render(text).html)
    assert readable(text) == " ".join(unescape(page).split())


def test_links_may_refer_to_what_is_defined_and_code_is_as_it_is() -> None:
    text = "[Ada]: I *did*.\n\n[one][Two] [two] [three][]\n\n[two]: /x 'y'\n\n```py\na[0] * b[1]\n```\n\n`*c*`"
    assert readable(text) == "[Ada]: I did. one two [three][] a[0] * b[1] *c*"


def test_a_part_is_read_as_part_of_its_text() -> None:
    text = "So *Ada “went [away]” to* [“Riga”](/x)."
    assert readable(text, text.index("“"), text.index("” to") + 1) == "“went [away]”"
    assert readable(text, text.index("to*"), len(text)) == "to “Riga”."


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
        ("he [Ada Lind] went [sic] for 2 * 3 days", "he [Ada Lind] went [sic] for 2 * 3 days"),
    ],
)
def test_only_the_words_are_left(markdown: str, plain: str) -> None:
    assert " ".join(mask(markdown).split()) == plain


def test_readable_words_have_their_own_signs() -> None:
    assert readable("he \\[Mr *Tamm*\\] went to\n[Riga](https://example.org)") == "he [Mr Tamm] went to Riga"


def test_words_are_those_a_reader_sees() -> None:
    assert words("[Riga](https://example.org/a-b) isn’t *far*.") == 3


PIECES = [
    *"ab1_ .,'’-/(²é\n[]()\"<>!*`\\",
    *(
        "](",
        "](a ",
        ")",
        "](a)",
        "[",
        "[a](b)",
        "[a](b'c)",
        ' "a")',
        "http://a",
        "https://",
        "]: ",
        "\n1. ",
        "~~~",
        "```\n",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_words_are_what_the_pattern_finds(text: str) -> None:
    for any_text in (text, f"{text} 東"):  # in no western encoding
        assert words(any_text) == len(wordcount._WORD.findall(mask(any_text)))


@pytest.mark.parametrize("text", ["*a " * 20_000 + "b_ " * 20_000, "```a\n" * 20_000, "[a]: " + '"' * 100_000 + " x"])
def test_signs_that_find_no_other_end_are_looked_for_once(text: str) -> None:
    assert len(mask(text)) == len(text)  # in a moment: each for itself, it would take minutes
