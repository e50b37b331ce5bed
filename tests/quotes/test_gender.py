"""What a full name says of its bearer's sex."""

import pytest

from dateline.quotes import gender


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Example", "f"),
        ("J. Anna Example", "f"),
        ("Anna", ""),
        ("Robert Example", "m"),
        ("Róbert Example", "m"),
        ("Анна Пример", "f"),
        ("Qux Example", ""),
        ("A. Example", ""),
        ("", ""),
    ],
)
def test_of(name: str, expected: str) -> None:
    assert gender.of(name) == expected
