"""What a person says, on the page of that person: each thing once, as it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline import site
from dateline.cards import sayings
from dateline.model import Quote
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from dateline.model import Entry

SPEAKER = "Ada Õunapuu"


def spoken(title: str, date: str, *said: str) -> Entry:
    """An article in which one person says all this, each for itself."""
    body = f"{SPEAKER} came.\n\n" + "\n\n".join(f"“{words}” Õunapuu said." for words in said)
    found = entry(title, date, body)
    places = [body.index(words) for words in said]
    quotes = (
        Quote(words, at, at + len(words), SPEAKER, "Õunapuu", "quotes.name-said", number)
        for number, (words, at) in enumerate(zip(said, places, strict=True), 1)
    )
    return replace(found, quotes=tuple(quotes))


def own_words(*entries: Entry) -> str:
    page = dict(site.build(entries, CONFIG, VOCABULARY))["people/ada-ounapuu/index.html"]
    text = page.decode() if isinstance(page, bytes) else page
    return text.partition('id="words"')[2].partition("</ol>")[0]


def test_what_many_articles_quote_stands_once_where_it_was_printed_first() -> None:
    wire = "The harbour stays open."
    found = own_words(
        spoken("Later", "2021-05-26", "THE HARBOUR STAYS OPEN", "We shall see about the crane."),
        spoken("First", "2021-05-24", wire, "It was a long night."),
        spoken("Copy", "2021-05-25", wire),
        spoken("Of the month", "2021-05", wire, "Nobody knew the day."),
        spoken("Undated", "", wire, "The tide comes twice."),
    )
    assert found.casefold().count("the harbour stays open") == 1
    assert "2021/05/24/first/index.html#q1" in found
    assert "Copy" not in found
    order = [
        found.index(words) for words in ("We shall", "The harbour stays", "It was a long", "Nobody knew", "The tide")
    ]
    assert order == sorted(order)
    assert "more in these articles" not in found


def test_quotes_that_differ_in_words_stand_each() -> None:
    found = own_words(spoken("One", "2021-05-24", "It holds."), spoken("Two", "2021-05-25", "It holds, so far."))
    assert found.count("<q>") == 2


def test_what_a_reporter_interrupts_has_none_of_the_commas_before_the_reporter() -> None:
    text = "“It was late,” Õunapuu said, “but the crane, and the quay, stood,” she added."
    parts = ("It was late,", "but the crane, and the quay, stood,")
    quotes = tuple(
        Quote(
            words, text.index(words), text.index(words) + len(words), SPEAKER, "Õunapuu", "quotes.name-said", 1, bool(n)
        )
        for n, words in enumerate(parts)
    )
    plain = entry("One", "2021-05-24", text)
    assert [saying.words for saying in sayings(replace(plain, quotes=quotes))] == [
        "It was late … but the crane, and the quay, stood"
    ]
