"""Where an article ends, although paragraphs come after it."""

from __future__ import annotations

import pytest

from dateline.normalise.body import broken_off, first_look, tails, zones
from dateline.normalise.lines.line import make

LEAD = "The council closed the harbour for a month on Monday, so that divers can look at its wall for the first time."
SAYS = "I have lived in this harbour for all of my life and never has anybody looked at that wall before."
DOUBTED, SURELY, TEASER = first_look.MODEL, first_look.SURELY, "teaser of another article"
AFTER = broken_off.AFTER


def comments(texts: list[str], labels: list[str], odd: float = 0.5) -> list[int]:
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    tails.mark_comments(lines, labels, [odd] * len(lines), first_look.BODY, first_look.OPEN)
    return [i for i, label in enumerate(labels) if label == tails.COMMENTS]


@pytest.mark.parametrize("opens", ["Comments (2)", "3 thoughts on “Harbour closes”", "Komentarze", "2 Ergänzungen"])
def test_from_the_line_that_says_so_all_are_comments(opens: str) -> None:
    texts = [LEAD, LEAD, LEAD, opens, "Gull, 3 May 2021 at 10:15", SAYS, "Reply", "Tern, 3 May 2021 at 10:20", SAYS]
    assert comments(texts, ["", "", "", DOUBTED, "", "", DOUBTED, "", ""]) == [3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "texts",
    [
        ["Comments", "3 May 2021, 10:15", LEAD, "Reply", LEAD],  # nothing stands above
        [LEAD, LEAD, LEAD, "Comments", SAYS, SAYS],  # no dates and buttons between
        [LEAD, LEAD, LEAD, "Comments", "3 May 2021, 10:15", "Share", *[LEAD] * 4],  # the article comes below the button
        [LEAD, LEAD, LEAD, "The board comments on its plan", "10:15 A diver", SAYS, "10:20 A sailor", SAYS],
    ],
)
def test_a_word_of_comments_alone_proves_nothing(texts: list[str]) -> None:
    assert comments(texts, [""] * len(texts)) == []


def test_a_line_that_says_how_many_follow_is_enough_below_a_longer_article() -> None:
    said = ["2 Ergänzungen", "1. Nobody knows that wall.", f"2. {SAYS}"]
    assert comments([*[LEAD] * 9, *said], [""] * 12) == [9, 10, 11]
    assert comments([*[LEAD] * 3, *said], [""] * 6) == []
    assert comments([*[LEAD] * 9, "Ergänzungen", *said[1:]], [""] * 12) == []


def test_a_box_of_comments_within_the_article_does_not_end_it() -> None:
    texts = [LEAD, LEAD, LEAD, "Comments (2)", SAYS, "Gull, 3 May 2021 at 10:15", "Reply", *[LEAD] * 3]
    assert comments(texts, [""] * len(texts), 2.0) == []
    assert comments(texts, [""] * len(texts), 0.5) == [*range(3, 10)]


OTHER = "A farmer who lost both his cows in a wood found them on Sunday in a barn that nobody had opened for years."


def others(texts: list[str]) -> list[int]:
    labels = [TEASER if text.startswith("More ") else "" for text in texts]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    tails.mark_others(lines, labels, first_look.BODY, first_look.OPEN)
    return [i for i, label in enumerate(labels) if label == TEASER and not texts[i].startswith("More ")]


def test_headlines_with_paragraphs_below_the_article_are_other_articles() -> None:
    more = ["More from Lund", "Farmer finds his cows", OTHER]
    assert others([LEAD, LEAD, LEAD, *more]) == [4, 5]
    assert others([LEAD, LEAD, LEAD, more[0], f"MALM (The Agency) - {OTHER}", f"2 hours agoVIK (AG) - {OTHER}"]) == [
        4,
        5,
    ]


@pytest.mark.parametrize(
    "texts",
    [
        [LEAD, LEAD, LEAD, "More from Lund", "Farmer finds his cows", OTHER, OTHER],  # the article goes on
        [LEAD, LEAD, LEAD, "More from Lund", "What the wall is like", LEAD],  # and so it does here
        [LEAD, LEAD, "More from Lund", "Farmer finds his cows", OTHER],
        [LEAD, LEAD, LEAD, "More from Lund", *["Farmer finds his cows", OTHER] * 4],
        [LEAD, LEAD, LEAD, "More from Lund: Farmer finds his cows in a barn", "A barn", OTHER],
    ],
)
def test_a_box_of_other_articles_within_one_does_not_end_it(texts: list[str]) -> None:
    assert others(texts) == []


def listed(texts: list[str]) -> list[int]:
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    labels = [""] * len(texts)
    tails.mark_listed(lines, labels, first_look.BODY, first_look.OPEN)
    return [i for i, label in enumerate(labels) if label == TEASER]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([LEAD, *[f"Board buys boat {n} (2012-1-17 11:08:{n}0)" for n in range(1, 4)]], [1, 2, 3]),
        ([LEAD, "Board buys a boat 3/5/2021", "Menu", "Town sells its wall 2/5/2021", "Divers go 1/5/2021"], [1, 3, 4]),
        ([*[LEAD] * 3, "Board buys a new bo...", "Town sells its wa…", f"{LEAD[:-1]} and then..."], [3, 4, 5]),
        ([LEAD, *[f"Board buys boat {n} 3/5/2021" for n in range(1, 3)]], []),
        ([LEAD, *[f"3/5/2021 Board buys boat {n}" for n in range(1, 4)]], []),
        ([LEAD, *[f"{LEAD} It was 3/5/202{n}" for n in range(1, 4)]], []),
        ([*[LEAD] * 3, "He waited...", "And waited...", LEAD, "And waited..."], []),
        ([LEAD, "He waited...", "And waited...", "And waited..."], []),
    ],
)
def test_headlines_with_dates_behind_them_or_cut_off_are_other_articles(texts: list[str], found: list[int]) -> None:
    assert listed(texts) == found


def ends(size: int, labels: list[str], word: str, below: int) -> int:
    """The index of the last paragraph, where `size` lines stand between three paragraphs and `below` others."""
    texts = [*[LEAD * 3] * 3, *[f"{word} {n}" for n in range(size)], *[SAYS] * below]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    return zones.span(lines, ["", "", "", *(labels * size)[:size], *[""] * below])[1]


@pytest.mark.parametrize(
    ("size", "labels", "word", "below", "last"),
    [
        (24, [DOUBTED, "", TEASER], "Board buys a new boat", 1, 2),
        (90, [DOUBTED, "", SURELY], "Board buys a new boat", 1, 2),
        (24, [DOUBTED, "", SURELY], "Board buys a new boat", 1, 27),
        (12, [DOUBTED, "", TEASER], "Board buys a new boat", 1, 15),
        (24, [DOUBTED, "", TEASER], "Board buys a new boat", 6, 32),
        (24, ["", "", "", "", TEASER], "Board buys a new boat", 1, 27),
        (90, [DOUBTED, "", SURELY], "| 3.7 | 1.4 | 2.8 |", 1, 93),
    ],
)
def test_little_prose_below_a_long_run_of_furniture_is_none_of_the_article(
    size: int, labels: list[str], word: str, below: int, last: int
) -> None:
    assert ends(size, labels, word, below) == last


def test_what_follows_such_a_run_is_set_aside() -> None:
    texts = [LEAD * 3, "Board buys a new boat", "More news", SAYS, "Town sells its wall again"]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    guess = first_look.Guess(lines, ["", "", TEASER, "", ""], [1.0] * 5)
    assert zones.settle(guess, 0, 0, None).labels[3:] == (AFTER, AFTER)
    assert zones.settle(guess, 0, 3, None).labels[3:] == ("", "")
