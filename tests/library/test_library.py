"""The library's order and indexes."""

from dateline.cards import UNATTRIBUTED
from dateline.library import shelve
from tests.site.corpus import corpus, entry


def test_order_of_time_undated_last_whatever_the_input_order() -> None:
    expected = ["A year of work", "Kraana ja sadam", "A second crane", "The harbour opens", "No date at all"]
    for entries in (corpus(), corpus()[::-1]):
        assert [item.title for item in shelve(entries).items] == expected


def test_of_one_day_and_of_none_headlines_stand_by_their_letters() -> None:
    titles = ("‘Zebra’ is sold", "eel is back", "“Ära mine”", "Bridge closed")
    ordered = ["“Ära mine”", "Bridge closed", "eel is back", "‘Zebra’ is sold"]
    for date in ("2021-05-25", ""):
        assert [item.title for item in shelve([entry(title, date) for title in titles]).items] == ordered


def test_each_article_stands_where_its_precision_allows() -> None:
    library = shelve(corpus())
    assert list(library.years) == [2018, 2020, 2021]
    assert [(month // 12, month % 12 + 1) for month in library.months] == [(2020, 3), (2021, 5)]
    assert list(library.days) == ["2021-05-25"]
    assert len(library.undated) == 1


def test_subjects_by_number_of_articles_then_by_name() -> None:
    library = shelve(corpus())
    assert list(library.subjects["people"]) == ["Ada Õunapuu", "Bo Lind"]
    assert library.subjects["people"]["Ada Õunapuu"].address == "people/ada-ounapuu/"
    assert library.subjects["countries"]["Finland"].code == "FI"
    assert library.subjects["sources"][UNATTRIBUTED].address == "sources/unattributed/"


def test_of_as_many_articles_neither_case_nor_marks_decide() -> None:
    outlets = ("Zeta", "eHow", "Ångström", "Zürich am Abend", "Beta", "")
    library = shelve([entry(f"Of {name}", "2021-05-25", source=name) for name in outlets])
    ordered = ["Ångström", "Beta", "eHow", "Zeta", "Zürich am Abend", UNATTRIBUTED]
    assert list(library.subjects["sources"]) == ordered


def test_a_subject_knows_the_places_of_its_articles_and_which_have_a_date() -> None:
    for found in (corpus(), [entry("One"), entry("Two")], [entry("One", "2021"), entry("Two", "2020")]):
        library = shelve(found)
        assert library.dated == tuple(item for item in library.items if item.when)
        assert library.undated == tuple(item for item in library.items if not item.when)
        for subject in (subject for facet in library.subjects.values() for subject in facet.values()):
            assert subject.dated == tuple(item for item in subject.items if item.when)
            assert subject.items == tuple(library.items[number] for number in subject.numbers)
            assert list(subject.numbers) == sorted(subject.numbers)


def test_together_counts_articles_and_not_itself() -> None:
    library = shelve(corpus())
    assert library.together(("countries", "Finland"))["countries", "Estonia"] == 2
    assert ("countries", "Finland") not in library.together(("countries", "Finland"))


def test_an_empty_corpus() -> None:
    library = shelve([])
    assert not library.items
    assert not library.years
    assert not library.subjects["people"]
