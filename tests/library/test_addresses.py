"""Addresses of pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import addresses
from dateline.model import Article, When

SLUGS = [
    ("Kraana ja Sadam", "kraana-ja-sadam"),
    ("Ämblik, õun & Çay", "amblik-oun-cay"),
    ("Erdoğan’s visit: don't panic", "erdogans-visit-dont-panic"),
    ("Дональд и йод", "donald-i-iod"),
    ("東京", "dongjing"),
    ("2 per cent (at last)!", "2-per-cent-at-last"),
    ("«…»", ""),
    ("a" * 70, "a" * 60),
    ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
]


@pytest.mark.parametrize(("text", "expected"), SLUGS)
def test_slug(text: str, expected: str) -> None:
    assert addresses.slugify(text) == expected


@given(st.text())
@settings(deadline=None)
def test_any_text_makes_a_slug_that_is_its_own_slug(text: str) -> None:
    slug = addresses.slugify(text)
    assert len(slug) <= addresses.LONGEST
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert addresses.slugify(slug) == slug


ADDRESSES = [
    (Article("A day", "", When(2021, 5, 25)), "2021/05/25/a-day/"),
    (Article("With a clock", "", When(2021, 5, 25, 16, 17)), "2021/05/25/with-a-clock/"),
    (Article("A month", "", When(2021, 5)), "2021/05/a-month/"),
    (Article("A year", "", When(2021)), "2021/a-year/"),
    (Article("No date", ""), "undated/no-date/"),
    (Article("Corrected title", "", When(2021), slug="first-title"), "2021/first-title/"),
    (Article("Moved in time", "", When(2022), slug="2021/05/25/a-day"), "2021/05/25/a-day/"),
    (Article("Reserved", "", slug="people/somebody"), "undated/somebody/"),
    (Article("No way out", "", slug="../../etc/passwd"), "etc/passwd/"),
    (Article("05", "", When(2021)), "2021/no-05/"),
    (Article("A day of others", "", slug="2020/03/05"), "2020/03/no-05/"),
    (Article("A month of others", "", When(2021, 5, 25), slug="2020/03"), "2020/no-03/"),
    (Article("All", "", When(2020, 3)), "2020/03/no-all/"),
    (Article("All", ""), "undated/no-all/"),
    (Article("Its second page", "", slug="2020/03/05/all/2"), "2020/03/05/all/no-2/"),
    (Article("2020", "", When(2021)), "2021/2020/"),
    (Article("My own all", "", slug="my/all"), "my/all/"),
    (Article("…", "", When(2021)), "2021/article/"),
]


@pytest.mark.parametrize(("article", "expected"), ADDRESSES, ids=lambda value: value if isinstance(value, str) else "")
def test_address(article: Article, expected: str) -> None:
    assert addresses.address(article) == expected


def test_clashing_articles_get_digits_of_their_own() -> None:
    articles = {name: Article("Same title", name, When(2021), seed=f"{name}.txt") for name in "abcde"}
    found = addresses.assign(articles)
    assert len(set(found.values())) == 5
    assert sum(address == "2021/same-title/" for address in found.values()) == 1


def test_order_does_not_change_addresses() -> None:
    articles = [(str(i), Article("Same title" if i % 2 else "Other", str(i), seed=f"{i}.txt")) for i in range(12)]
    expected = addresses.assign(dict(articles))
    for turned in (articles[::-1], articles[5:] + articles[:5]):
        assert addresses.assign(dict(turned)) == expected


def test_a_slug_that_a_person_gave_is_kept_in_a_clash() -> None:
    articles = {"given": Article("Other", "", slug="same-title"), "made": Article("Same title", "")}
    assert addresses.assign(articles)["given"] == "undated/same-title/"


def test_equal_articles_still_get_two_addresses() -> None:
    assert len(set(addresses.assign({"a": Article("T", "b"), "b": Article("T", "b")}).values())) == 2


def test_names_with_one_slug() -> None:
    found = addresses.slugs(["Müller", "Muller", "東京"], taken=["unattributed"])
    assert found["Muller"] == "muller"
    assert found["Müller"].startswith("muller-")
    assert addresses.slugs(["Unattributed"], taken=["unattributed"])["Unattributed"] != "unattributed"


@pytest.mark.parametrize("title", ["CON", "aux", "Nul", "com1", "LPT9"])
def test_no_slug_is_the_name_of_a_device(title: str) -> None:
    assert addresses.slugify(title) == f"{title.lower()}-name"


@pytest.mark.parametrize(
    ("address", "sound"),
    [
        ("2021/05/25/storm/", True),
        ("undated/storm/", True),
        ("my/own/place/", True),
        ("../../etc/", False),
        ("/etc/", False),
        ("storm", False),
        ("people/ann-lee/", False),
        ("assets/x/", False),
        ("2021/05/", False),
        ("2021/05/all/", False),
        ("", False),
        ("a//b/", False),
        ("a\\b/", False),
    ],
)
def test_addresses_that_an_article_may_have_had(address: str, sound: bool) -> None:
    assert addresses.is_sound(address) is sound
