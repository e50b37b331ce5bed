"""What the path of a raw file says: its date, and a headline in plain words."""

from __future__ import annotations

import pytest

from dateline.normalise.dating import file_name


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2021-05-25-300 boats of Lund are sold.txt", "2021-05-25"),
        ("20210525-300-boats.txt", "2021-05-25"),
        ("20210525.txt", "2021-05-25"),
        ("harbour_20210525_3.txt", "2021-05-25"),
        ("20210525T1617.txt", "2021-05-25"),
        ("2021-05-25-16-17.txt", "2021-05-25"),
        ("25.05.2021-12 boats.txt", "2021-05-25"),
        ("harbour/2021-05-25/3.txt", "2021-05-25"),
        ("harbour/2021/05/25/3.txt", "2021-05-25"),
        ("2021/5/25/3.txt", "2021-05-25"),
        ("2021/05/25/2020-01-02.txt", "2020-01-02"),
        ("harbour/2021/05/3.txt", ""),  # a month alone may be when it was saved
        ("harbour/2021/13/25/3.txt", ""),
        ("2021-05-251 boats.txt", ""),
        ("20210525161700.txt", ""),  # when an archive took its copy
        ("20211325.txt", ""),
        ("120210525.txt", ""),
        ("page-20210525ab.txt", ""),
        ("page-b20210525.txt", ""),
    ],
)
def test_the_date_in_a_path(path: str, date: str) -> None:
    found = file_name.date(path)
    assert (found.when.date if found else "") == date


@pytest.mark.parametrize(
    ("path", "headline"),
    [
        ("2021-05-25-300 boats of Lund are sold.txt", "300 boats of Lund are sold"),
        ("2021-05-25 300 boats of Lund are sold.txt", "300 boats of Lund are sold"),
        ("2021-05-25-003 Boats of Lund are sold.txt", "Boats of Lund are sold"),
        ("20210525 Boats of Lund are sold.txt", "Boats of Lund are sold"),
        ("003 Boats of Lund are sold.txt", "Boats of Lund are sold"),
        ("300-boats-of-lund-are-sold.txt", ""),
    ],
)
def test_the_headline_in_a_path(path: str, headline: str) -> None:
    assert file_name.headline(path) == headline
