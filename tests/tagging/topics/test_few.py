"""The first articles are read with the terms that may stand in them alone: they must come to the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import vocabulary
from dateline.characters import apart
from dateline.tagging import Document
from dateline.tagging.sparing import FEW
from dateline.tagging.topics.cues import CueBook
from dateline.tagging.topics.reader import TopicReader
from dateline.tagging.topics.spellings import beginning, first_words, variants
from dateline.tools import yamlio
from dateline.vocabulary import Topic, Vocabulary

CASES = yamlio.parse((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")).value
PIECES = [
    *("defence", "defense", "labor", "labour", "tyre", "tire", "program", "programme", "perimeter", "carmaker", "me"),
    *("X", "UK", "sky", "party", "church", "s", "es", "ies", "ing", "é", "İ", "ß", "1", "_"),
    *(" ", " ", "-", "'", "’", "\u00a0", "."),
]


@cache
def shipped() -> Vocabulary:
    return vocabulary.load(Path(__file__).parent / "no-such-folder")[0]


def missed(term: str) -> list[str]:
    """Spellings of a term by whose first word it is not found."""
    wrong = []
    for spelling in variants(term):
        words = set(apart(spelling.lower()).split()[:1])
        if not beginning([term], words, first_words(words)):
            wrong.append(spelling)
    return wrong


def test_every_shipped_term_is_found_by_the_first_word_of_each_spelling() -> None:
    terms = {term for topic in shipped().topics.values() for term in (*topic.cues, *topic.nots)}
    assert [spelling for term in terms for spelling in missed(term)] == []


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join).map(str.strip).filter(bool))
@settings(max_examples=300)
def test_any_term_is_found_by_the_first_word_of_each_spelling(term: str) -> None:
    assert missed(term) == []


def test_blank_terms_are_none() -> None:
    assert beginning(["", " ", "\n", "tax"], {"tax", "s"}, first_words({"tax", "s"})) == ["tax"]


def test_the_first_articles_get_what_any_later_one_gets() -> None:
    texts = [case["text"] for group in CASES for case in CASES[group]]
    late = TopicReader(shipped())
    for _ in range(FEW):
        late.read(Document("", "Nothing."))
    readers = [TopicReader(shipped()) for _ in range(0, len(texts), FEW)]
    found = [readers[number // FEW].read(Document("", text)) for number, text in enumerate(texts)]
    assert found == [late.read(Document("", text)) for text in texts]


def test_a_book_of_some_texts_finds_in_them_what_a_whole_one_finds() -> None:
    cues = {
        "UKdefence": 1.0, "defence minister": 3.0, "defense": 1.0, "Booker prize": 2.0, "O'Neill act": 1.0,
        "state-of-the-art": 1.0, "İstanbul": 1.0, "C++": 1.0, "sky": 1.0, "church": 1.0, " tyre ": 1.0, "": 1.0,
    }  # fmt: skip
    topics = {"A": Topic("A", cues=cues, nots=("sky high", " "))}
    text = (
        "UKdefenses and UKdefence, Defence Ministers; O’Neill acts: THE BOOKER PRIZE, state of the art, İstanbul, "
        "C++ of Skies, sky highs\nchurches' tires"
    )
    found = [(a, b, term.text) for a, b, term in CueBook(topics, {"A": ()}).find(text)]
    assert found == [(a, b, term.text) for a, b, term in CueBook(topics, {"A": ()}, [text]).find(text)]
    assert len(found) > 6
