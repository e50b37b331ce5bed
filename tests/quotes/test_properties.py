"""What holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import plaintext, quotes
from dateline.model import Mention

PIECES = st.sampled_from(
    [
        *"\"“”„«»‘’'`.,:;!?—()\n ",
        "\n\n",
        "''",
        "``",
        "Ann Example",
        "Example",
        "SAMPLE: ",
        "said",
        "told",
        "she",
        "he",
        "— сказал",
        "the president",
        "President",
        "who",
        "and",
        "that",
        "according to",
        "As",
        "We worked hard for this bridge",
        "Dr.",
        "sagte",
        "a dit",
        "dit-",
        "a-t-",
        "añadió",
        "según",
        "ha detto",
        "Lo ha detto",
        "disse à",
        " – dice ",
        "\n- ",
        "[words](address)",
        "İ",
        "\u00a0",
        "\ue000",
        "\ue001",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join))
SPANS = st.lists(st.tuples(st.integers(-5, 220), st.integers(-5, 220)), max_size=6)


@settings(deadline=None)  # the rules are compiled by whichever example is the first
@given(TEXTS, SPANS, st.sampled_from(["en", "de", "es", "et", "fr", "it", "pt", "ru", "en-GB", "xx", ""]))
def test_any_text_has_its_quotes_in_order(text: str, spans: list[tuple[int, int]], language: str) -> None:
    mentions = [Mention("people", f"Name {i}", text[max(0, a) : b], a, b, "test") for i, (a, b) in enumerate(spans)]
    mentions += [
        Mention("people", "Ann Example", "Example", i, i + 7, "test")
        for i in range(len(text))
        if text[i : i + 7] == "Example"
    ]
    found = quotes.read(text, mentions, language)
    assert all(quote.text == text[quote.start : quote.end] for quote in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {quote.speaker for quote in found} <= {"", *(mention.name for mention in mentions)}
    assert all(quote.speaker_text and quote.rule for quote in found if quote.speaker)


@settings(deadline=None)
@given(TEXTS)
def test_masked_markdown_keeps_offsets(markdown: str) -> None:
    body = plaintext.mask(markdown)
    assert all(quote.text == body[quote.start : quote.end] for quote in quotes.read(body, ()))


@pytest.mark.parametrize(
    "piece",
    ["“", '"', "said ", "Ann and ", ", he said, “we”", "‘A", "word ", "A: b\n", "“Go on.”\n", "(", "the minister of "],
)
def test_long_texts_stay_in_bounds(piece: str) -> None:
    """No pattern runs away: such a text would take minutes, and the test run with it."""
    text = "Ann said “we will go home,” " + piece * 3000 + " said Ann, “and stay there.”"
    found = quotes.read(text, [Mention("people", "Ann", "Ann", 0, 3, "test")])
    assert all(quote.text == text[quote.start : quote.end] for quote in found)


# Each took a minute, and four for twice as much.
@pytest.mark.parametrize("sign", ["…", ".", "?!"])
def test_a_quote_beside_a_run_of_stops_without_end(sign: str) -> None:
    text = f"“We won,” said Example{sign * (100_000 // len(sign))}\n\n“We lost,” said Example."
    names = [Mention("people", "Ann Example", "Example", at, at + 7, "") for at in (15, text.rindex("Example"))]
    assert [quote.text for quote in quotes.read(text, names, "en")] == ["We won,", "We lost,"]


def test_a_quote_in_which_the_reporter_speaks_without_end() -> None:
    text = f"«{'Мы идем, — сказал Образцов. — ' * 5000}Мы идем домой»."
    found = quotes.read(text, [Mention("people", "Иван Образцов", "Образцов", 19, 27, "test")], "ru")
    assert found[0].speaker == "Иван Образцов"
    assert all(quote.text == text[quote.start : quote.end] for quote in found)


@pytest.mark.parametrize(
    "piece", [" – dice Anna – ponte", "- Ponte - dice Anna\n", "- ponte - dice ", "“Ponte”. Lo ha detto "]
)
def test_a_text_of_dashes_without_end(piece: str) -> None:
    for text in (f"“Il ponte{piece * 5000}”, ha detto.", f"- Il ponte - dice Anna\n{piece * 5000}"):
        found = quotes.read(text, [], "it")
        assert all(quote.text == text[quote.start : quote.end] for quote in found)


def test_a_sentence_of_quotes_without_end() -> None:
    """It took minutes: the whole sentence was looked through for each of them."""
    found = quotes.read(f"« {'Nous avons gagné, dit-il, ' * 15_000}oui. »", [], "fr")
    assert {quote.speaker_text for quote in found} == {"il"}
