"""A short line -> the names of those who wrote the article."""

from __future__ import annotations

import pytest

from dateline.normalise.authors import byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By April Lind", ["April Lind"]),
        ("By Julie Ek and August Lind", ["Julie Ek", "August Lind"]),
        ("By Anna Lind April 5, 2021", ["Anna Lind"]),
        ("By Anna May 5 June 2020", ["Anna May"]),
        ("By April Lind Sept. 3, 2021", ["April Lind"]),
        ("By Anna Lind anna@news.example Mar 18, 2025", ["Anna Lind"]),
        ("von Anna Lind 5. August 2021", ["Anna Lind"]),
        ("By Sunday Lund", []),
        ("By Anna Lind Sunday", []),
        ("By Nwafora Sunday", ["Nwafora Sunday"]),  # a family is called so
        ("By Palm Sunday", []),
        ("By London Friday", []),
        ("Von Anna Lind Politische Korrespondentin", ["Anna Lind"]),
        ("By Anna von der Lind Reporter", ["Anna von der Lind"]),
        ("By Anna Maria Lind", ["Anna Maria Lind"]),
        ("Von Anker über Segel und Ruder bis Zoll", []),
        ("By Anna Lind Anna Lind", ["Anna Lind"]),
        ("By View All Posts", []),
        ("By Anna E. Lind", ["Anna E. Lind"]),
        ("Por Ana Lind y Bo Ek", ["Ana Lind", "Bo Ek"]),
        ("POR ANA LIND Y BO EK", ["ANA LIND", "BO EK"]),
        ("By Bo Ek, Anna Lind December", ["Bo Ek", "Anna Lind"]),
        ("Текст: Анна Линд", ["Анна Линд"]),
        ("Kolumne von Anna Lind", ["Anna Lind"]),
        ("Ein Gastbeitrag von Anna Lind", ["Anna Lind"]),
        ("Propos recueillis par Anna Lind", ["Anna Lind"]),
        ("Review by Anna Lind", ["Anna Lind"]),
        ("Interview mit Anna Lind", []),
        ("Autorka: Anna Lind", ["Anna Lind"]),
        ("Συντάκτης: **Άννα Λιντ** (Ιατρός)", ["Άννα Λιντ"]),
        ("By **Anna Lind**", ["Anna Lind"]),
        ("### By Anna Lind AND Bo Ek / LUND NEWS", ["Anna Lind", "Bo Ek"]),
        ("By Coastline Times01747", []),
        ("By The Lund Herald", []),
        ("By Anna Times", ["Anna Times"]),
        ("Por Lundpost.com São Paulo", []),
        ("By Anna Lind Health editor, Lund News website", ["Anna Lind"]),
        ("By Anna Lind Brown editor", ["Anna Lind Brown"]),  # a surname is no field
        ("By Anna LindThe Lund News", ["Anna Lind"]),
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    assert list(byline.names(line)) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anna Lind", "Anna Lind"),
        ("Anna Lind in Narvik", "Anna Lind"),
        ("Anna Lind, reporter", "Anna Lind"),
        ("Anna Lind, Senior Correspondent", "Anna Lind"),
        ("Victoria Falls, Zimbabwe", ""),
        ("Anna Lind in the middle of a storm", ""),
        ("Georgia Ports Authority", ""),
        ("Georgia Daily News", ""),
        ("Meet The Team", ""),
        ("North Korea", ""),
        ("Page Setup Details", ""),
        ("Anna Brown", "Anna Brown"),
        ("Андрей Линд", "Андрей Линд"),
        ("на сайте дано", ""),
    ],
)
def test_lines_that_are_a_name(line: str, name: str) -> None:
    assert byline.person(line) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Lind Anna Lind", ["Anna Lind"]),
        ("Par Anna Lind -", ["Anna Lind"]),
        ("Por Anna Lind @annalind", ["Anna Lind"]),
        ("Last Updated: January 7, 2025", []),
        ("Uppdaterad", []),
        ("Follow", []),
        ("Anna Lind Senior Politics Editor, Lund News", ["Anna Lind"]),
        ("Anna B. Lind News reporter @annalind", ["Anna B. Lind"]),
        ("Anna Lind, Bo Ek, reporters", ["Anna Lind", "Bo Ek", "reporters"]),
        ("Submitted", []),
        ("取材・文：林安奈", ["林安奈"]),
        ("著者：林安奈", ["林安奈"]),
    ],
)
def test_what_is_marked_as_an_authors(text: str, names: list[str]) -> None:
    assert list(byline.listed(text)) == names
