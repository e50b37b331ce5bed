"""Whatever the text, a reading comes back, and its mentions stand where they say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.tagging import Document, Tagger

TRICKY = """President Ursula von der Leyen al-Assad O'Neill J.K. Jr. NATO Sánchez’s Photo: The Bank of Saint and
, . “ ” ( ) / © Reuters/ - Ki-moon A ß İ"""
WORDS = st.sampled_from([*TRICKY.split(), "\n", "\u00a0", "(Reporting by"])
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, title=TEXTS)
def test_mentions_stand_where_they_say(tagger: Tagger, text: str, title: str) -> None:
    document = Document("any", text, title)
    texts = {"title": title, "body": text}
    reading = tagger.read(document)
    assert reading == tagger.read(document)
    assert [reading] * 2 == tagger.read_all([document] * 2)
    for tag in tagger.decide([reading])[0]:
        for mention in tag.mentions:
            assert texts[mention.part][mention.start : mention.end] == mention.text
            assert mention.name == tag.name


@pytest.mark.parametrize("bit", ["Aa ", "John Smith ", 'John "', "(Reporting by ", "A.", "Photo: Aa\n", "O'", "de la "])
def test_long_repetition_ends(tagger: Tagger, bit: str) -> None:
    tagger.read(Document("long", bit * 20_000))
