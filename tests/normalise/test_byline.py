"""A short line -> the names of those who wrote the article."""

from __future__ import annotations

import pytest

from dateline.normalise import byline


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
    ],
)
def test_lines_that_are_a_name(line: str, name: str) -> None:
    assert byline.person(line) == name
