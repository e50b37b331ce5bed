"""The curator's promise, rule by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.ledger import Ledger
from dateline.model import Article, When
from dateline.reconcile import Hand, Merged, merge_fields, merge_list, merge_tags

DRAFT = Article(title="Old", body="Text.", date=When(2021), source="Paper", seed="a.txt", title_derived=True)
KEYS = frozenset({"title", "title_derived", "date", "source", "seed"})


def after_first_build(draft: Article = DRAFT) -> tuple[Article, Ledger]:
    merged = merge_fields(draft, None, frozenset(), None)
    return merged.article, Ledger(seed=draft.seed, wrote=merged.wrote)


def test_a_new_article_is_all_the_machines() -> None:
    merged = merge_fields(DRAFT, None, frozenset(), None)
    assert merged.article == DRAFT
    assert merged.by_person == frozenset()


def test_a_better_machine_refreshes_what_nobody_touched() -> None:
    article, ledger = after_first_build()
    better = replace(DRAFT, date=When(2021, 5), body="Text, cleaner.", place="Riga")
    assert merge_fields(better, article, KEYS, ledger).article == better


def test_an_edited_field_stays_whatever_the_machine_thinks() -> None:
    article, ledger = after_first_build()
    edited = replace(article, date=When(1999), body="My text.")
    better = replace(DRAFT, date=When(2021, 5), body="Text, cleaner.", source="The Paper")
    merged = merge_fields(better, edited, KEYS, ledger)
    assert (merged.article.date, merged.article.body, merged.article.source) == (When(1999), "My text.", "The Paper")
    assert merged.by_person == {"date", "body"}


def test_a_field_taken_away_stays_away() -> None:
    article, ledger = after_first_build()
    merged = merge_fields(DRAFT, replace(article, source=""), KEYS - {"source"}, ledger)
    assert merged.article.source == ""
    assert merged.by_person == {"source"}


def test_a_title_of_a_persons_is_not_called_derived() -> None:
    article, ledger = after_first_build()
    merged = merge_fields(DRAFT, replace(article, title="Mine"), KEYS, ledger)
    assert (merged.article.title, merged.article.title_derived) == ("Mine", False)


def test_a_value_that_the_machine_comes_to_share_is_still_the_persons() -> None:
    article, ledger = after_first_build()
    mine = replace(article, date=When(2021, 5))
    agreed = merge_fields(replace(DRAFT, date=When(2021, 5)), mine, KEYS, ledger)
    later = merge_fields(replace(DRAFT, date=When(2022)), agreed.article, KEYS, replace(ledger, wrote=agreed.wrote))
    assert later.article.date == When(2021, 5)


def test_a_field_that_only_a_person_ever_filled_stays_empty_when_emptied() -> None:
    article, ledger = after_first_build(replace(DRAFT, source=""))
    filled = merge_fields(DRAFT, replace(article, source="Mine"), KEYS, ledger)
    ledger = replace(ledger, wrote=filled.wrote)
    emptied = merge_fields(DRAFT, replace(filled.article, source=""), KEYS - {"source"}, ledger)
    assert emptied.article.source == ""
    assert emptied.by_person == {"source"}


def test_without_a_ledger_all_that_the_file_says_is_a_persons() -> None:
    current = Article(title="Mine", body="My text.", source="Mine", seed="a.txt")
    merged = merge_fields(DRAFT, current, frozenset({"title", "source", "seed"}), None)
    assert (merged.article.title, merged.article.source, merged.article.body) == ("Mine", "Mine", "My text.")
    assert merged.article.date == When(2021)  # the file said nothing of it


NAMES = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)
NOTHING = Hand([], [])


@given(st.lists(st.tuples(NAMES, st.lists(st.sampled_from("abcdef"), unique=True, max_size=3)), min_size=1, max_size=6))
def test_additions_and_removals_outlive_every_change_of_mind(life: list[tuple[list[str], list[str]]]) -> None:
    current: list[str] = []
    wrote: list[str] = []
    hand = NOTHING
    added: set[str] = set()
    removed: set[str] = set()
    for machine, toggles in life:
        current, hand = merge_list(current, wrote, machine, hand)
        wrote = current
        assert set(current) == (set(machine) | added) - removed
        assert merge_list(current, wrote, machine, hand) == (current, hand)
        for name in toggles:
            if name in current:
                current = [other for other in current if other != name]
                removed, added = removed | {name}, added - {name}
            else:
                current = [name, *current]
                removed, added = removed - {name}, added | {name}


def test_the_machines_order_is_followed_until_a_person_reorders() -> None:
    assert merge_list(["a", "b"], ["a", "b"], ["b", "a"], NOTHING)[0] == ["b", "a"]
    assert merge_list(["b", "a"], ["a", "b"], ["a", "b", "c"], NOTHING)[0] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("stated", "people", "expected"),
    [
        (frozenset({"people"}), ("Mine",), ("Mine",)),  # a list of the person's own is taken as it is
        (frozenset({"people"}), (), ("Machine",)),  # an empty one is a place to fill in
        (frozenset(), (), ("Machine",)),
    ],
)
def test_tags_of_an_article_written_by_hand(
    stated: frozenset[str], people: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    merged = Merged(Article("T", "B", people=people), {}, frozenset())
    found = merge_tags(merged, {"people": ["Machine"]}, stated, None)
    assert found.article.people == expected
    memory = Ledger(wrote=found.wrote, added=found.added, removed=found.removed)
    again = merge_tags(found, {"people": ["Machine", "Other"]}, frozenset({"people"}), memory)
    assert set(again.article.people) == {*expected, "Other"}


def test_who_was_taken_away_does_not_come_back_under_another_name() -> None:
    stated, others = frozenset({"people"}), {"Ann Maria Lee": {"Ann Lee"}}
    memory = Ledger(wrote={"people": ["Ann Lee", "Bo Ek"]})

    def merged(people: tuple[str, ...], machine: list[str], memory: Ledger) -> Merged:
        file = Merged(Article("T", "B", people=people), memory.wrote, frozenset())
        return merge_tags(file, {"people": machine}, stated, memory, lambda name: others.get(name, ()))

    gone = merged(("Bo Ek",), ["Ann Maria Lee", "Bo Ek"], memory)
    assert gone.article.people == ("Bo Ek",)
    memory = Ledger(wrote=gone.wrote, removed=gone.removed)
    assert merged(("Bo Ek",), ["Ann Maria Lee", "Bo Ek"], memory).article.people == ("Bo Ek",)
    back = merged(("Ann Maria Lee", "Bo Ek"), ["Ann Maria Lee", "Bo Ek"], memory)
    assert back.article.people == ("Ann Maria Lee", "Bo Ek")
    assert merged(("Bo Ek",), ["Ann Maria Lee"], Ledger(wrote={"people": ["Bo Ek"]})).article.people == (
        "Ann Maria Lee",
    )


def test_one_of_two_names_of_a_person_may_be_taken_away() -> None:
    memory = Ledger(wrote={"people": ["Ann Lee", "Ann Maria Lee"]})
    file = Merged(Article("T", "B", people=("Ann Maria Lee",)), memory.wrote, frozenset())
    also = {"Ann Maria Lee": {"Ann Lee"}}
    found = merge_tags(file, {"people": ["Ann Maria Lee"]}, frozenset({"people"}), memory, lambda name: also[name])
    assert found.article.people == ("Ann Maria Lee",)
