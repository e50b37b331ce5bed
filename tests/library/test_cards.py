"""What a card has of an article."""

import msgspec
import pytest
from msgspec.structs import replace

from dateline.cards import Told, card, sound, tell
from dateline.library import shelve
from dateline.model import When
from tests.site.corpus import corpus, entry


def test_a_card_says_no_more_than_its_entry_and_changes_with_it() -> None:
    one = corpus()[0]
    assert card(one) == card(one)
    assert card(one).own != card(replace(one, sha256="cd" * 32)).own


def test_a_link_says_title_address_and_date_and_nothing_else() -> None:
    one = corpus()[0]
    article = one.article
    texts = (replace(article, body="Another text."), replace(article, author=("Somebody",)))
    links = (replace(article, title="Another title"), replace(article, date=When(1999)), replace(article, date=None))
    assert {card(replace(one, article=each)).link for each in texts} == {card(one).link}
    others = [*(replace(one, article=each) for each in links), replace(one, address="elsewhere/")]
    assert len({card(each).link for each in (one, *others)}) == len(others) + 1


OPENINGS = [
    ("One.\n\nTwo.", "", "One. Two.", "One."),
    ("*One* [two](https://example.org/).\n\nThree", "", "One two. Three", "One two."),
    ("One.\n\nTwo.", "In short.", "In short.", "In short."),
    ("", "", "", ""),
    ("One.\n\nTwo.", "A TITLE.", "One. Two.", "One."),
    ("A title.\n\nTwo.", "“A title”", "A title. Two.", "A title."),
    ("A title!", "A title", "", ""),
    ("One.\n\nTwo.", "A title that goes on.", "A title that goes on.", "A title that goes on."),
]


@pytest.mark.parametrize(("body", "summary", "opening", "excerpt"), OPENINGS)
def test_an_opening_knows_how_much_of_it_an_excerpt_may_show(
    body: str, summary: str, opening: str, excerpt: str
) -> None:
    found = card(entry("A title", "2021", body=body, summary=summary))
    assert (opening, excerpt) == (found.opening, found.opening[: found.first])


def test_an_opening_of_a_long_text_is_short() -> None:
    assert len(card(entry("A title", body="word " * 1000)).opening) <= 320


def test_it_tells_of_each_tag_what_its_page_says() -> None:
    [item] = shelve([corpus()[0]]).items
    told = item.about(("people", "Ada Õunapuu"))
    assert told.snippet.startswith("<mark>Ada Õunapuu</mark> opened the new harbour")
    assert dict(told.wordings) == {"Ada Õunapuu": 1, "Õunapuu": 1}
    assert told.sayings == (("It holds", "q1"),)
    assert item.about(("topics", "Shipping")).wordings == ()
    assert item.about(item.keys[-1]) == Told()
    assert item.about(("people", "Nobody")) == Told()


def test_what_is_stored_tells_the_same() -> None:
    [item] = shelve([corpus()[0]]).items
    told = tell(corpus()[0], item.keys[:-1])
    stored = msgspec.msgpack.decode(msgspec.msgpack.encode(told), type=tuple[msgspec.Raw, ...])
    [other] = shelve([corpus()[0]], [card(corpus()[0])], [stored]).items
    assert [other.about(key) for key in item.keys] == [item.about(key) for key in item.keys] == [*told, Told()]


def test_an_address_that_is_none_stands_on_no_page() -> None:
    one = sound(entry("A title", url="javascript:x", language="not a language"))
    assert (one.article.url, one.article.language) == ("", "")
    assert card(one).url == ""
