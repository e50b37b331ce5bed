"""What is made of an article alone is made once while it is near."""

from dateline import site
from dateline.library import Item, shelve
from dateline.site.shown.feed_items import tagged
from dateline.site.shown.recent import Recent
from tests.site.corpus import CONFIG, VOCABULARY, corpus, many


def test_it_is_made_once_and_no_more_than_so_many_are_kept() -> None:
    made: list[str] = []

    def make(item: Item) -> str:
        made.append(item.title)
        return item.title.upper()

    one, two, three = shelve(many(3)).items
    known = Recent(make, 2)
    assert [known.of(item) for item in (one, two, one)] == [one.title.upper(), two.title.upper(), one.title.upper()]
    assert made == [one.title, two.title]
    assert [known.of(item) for item in (three, one)] == [three.title.upper(), one.title.upper()]
    assert made == [one.title, two.title, three.title, one.title]


def test_of_another_state_of_the_library_it_is_made_anew() -> None:
    parts = site.prepare(corpus(), CONFIG, VOCABULARY)
    before = parts.told.of(parts.library.items[0])
    other = parts.holding(shelve(many(3)))
    assert other.told.of(other.library.items[0]).title == other.library.items[0].title != before.title
    assert other.library.items[0].title in other.records.of(other.library.items[0])[0]


def test_a_feed_of_all_has_tags_and_that_of_a_tag_has_none() -> None:
    parts = site.prepare(corpus(), CONFIG, VOCABULARY)
    item = next(item for item in parts.library.items if len(item.keys) > 1)
    told = parts.told.of(item)
    assert told.tags == () != tagged(parts, item, told).tags
