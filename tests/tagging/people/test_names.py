"""Which two names may be one person's."""

from __future__ import annotations

import pytest

from dateline.tagging.people import names


def may_be_one(one: str, other: str) -> bool:
    first, second = names.core(names.words_of(one)), names.core(names.words_of(other))
    found = names.may_be_one(first, second)
    assert names.may_be_one(second, first) == found
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lyndon Tamm", "Lyndon B. Tamm"),
        ("L. Tamm", "Lyndon B. Tamm"),
        ("Lyndon Ben Tamm", "Lyndon B. Tamm"),
        ("Edgar Tamm", "J. Edgar Tamm"),
        ("Lamar Tamm", "Quentin Lamar Tamm"),
        ("Bill Tamm", "William Tamm"),
        ("LK Tamm", "Lal Krishna Tamm"),
        ("Lee Kask", "Lee Kask Tamm"),
        ("Lee Kask", "Lee K. Kask Tamm"),
    ],
)
def test_a_shorter_and_a_fuller_name_may_be_one(one: str, other: str) -> None:
    assert may_be_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ben Tamm", "Lyndon B. Tamm"),
        ("B. Tamm", "Lyndon B. Tamm"),
        ("J. Tamm", "Mary Jane Tamm"),
        ("Lee Agnew", "Lee A. Tamm"),
        ("Lee Agnew", "Lee A. Tamm Jr."),
        ("Mari Kask", "M. K. Tamm"),
        ("Ali Baker", "James A. Baker"),
        ("Lee Kask", "Lee Tamm"),
    ],
)
def test_an_initial_is_no_name_that_stands_elsewhere(one: str, other: str) -> None:
    assert not may_be_one(one, other)
