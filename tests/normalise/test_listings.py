"""What is listed below an article, and what is said of it: no part of its body."""

from __future__ import annotations

import pytest

from dateline import normalise
from dateline.normalise.lines.captions import is_caption, is_credit
from tests.seeds.reading import read

CONTEXT = normalise.Context(language="en")
HEADLINE = "Ferries stay in port as quay cracks"
BODY = (
    "The harbour of Lund closed on Tuesday after a storm, and ferries stayed in port for most of the day.",
    "Workers said the quay had been damaged by waves, and that repairs would take at least two weeks.",
    "The council wants to pay for them from its reserves, which the harbour master called a good idea.",
    "Nobody was hurt, but the owners of three boats told the council that they had lost all they had.",
)
OTHERS = (
    (
        "Board of Vik sells the old lighthouse",
        "Bo Ek",
        "May 2, 2021",
        "A diver has bought it, and he wants to live there with his family, as he told the board on Monday.",
    ),
    (
        "Bakers win the cup of the town again",
        "Anna Lind",
        "May 2, 2021",
        "It is the third year in which they have won it, and they want to keep it at the bakery in the old street.",
    ),
    (
        "School of Narvik gets a new roof",
        "Bo Ek",
        "May 1, 2021",
        "The old one let the rain in, as pupils had said often, and now it is made of copper that will turn green.",
    ),
)
SAID = (
    ("Bo Ek on May 5, 2021 at 4:47 pm said:", "I was there, and the waves were higher than the roof of my house."),
    ("Maria Holm on May 6, 2021 at 5:23 pm said:", "The quay should have been repaired long ago, as we all know."),
)


def body(*below: str) -> str:
    (seed,), _ = read("a.txt", "\n\n".join([HEADLINE, "By Anna Lind", "May 3, 2021", *BODY, *below]))
    return normalise.normalise(seed, CONTEXT).article.body


def test_articles_that_are_listed_below_with_their_dates_are_others() -> None:
    assert body(*(line for other in OTHERS for line in other)) == "\n\n".join(BODY)


@pytest.mark.parametrize(
    "below",
    [
        tuple(line for other in OTHERS[:2] for line in other),  # two may be parts of the article
        tuple(line for head, *_, lead in OTHERS for line in (head, lead)),  # nothing says whose, and when
    ],
)
def test_headings_of_the_article_s_own(below: tuple[str, ...]) -> None:
    assert below[-1] in body(*below)


def test_a_text_that_is_such_a_list_stays() -> None:
    parts = [line for other in (*OTHERS, (HEADLINE, "Anna Lind", "May 1, 2021", BODY[0])) for line in other]
    (seed,), _ = read("a.txt", "\n\n".join(parts))
    text = normalise.normalise(seed, CONTEXT).article.body
    assert all(other[3] in text for other in OTHERS)


def test_what_people_said_below_with_the_time_is_a_comment() -> None:
    several = (*SAID[0], *BODY[:3], BODY[3].replace("three", "four"))  # as long as an article
    assert body(*several, *SAID[1]) == "\n\n".join(BODY)
    assert SAID[0][1] in body(*SAID[0])  # once: a quotation, with its time
    assert "the mayor said:" in body(*("In the evening the mayor said:", BODY[0][4:], "At night he said:", BODY[1]))


@pytest.mark.parametrize(
    "text",
    ["Photograph: Anna Lind/Getty Images", "Anna Lind/Lund Times/Getty Images", "Anna Lind | Lund | Getty Images",
     "Image copyright Getty Images"],
)  # fmt: skip
def test_credits(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize("text", ["Image copyright notice", "Image copyright policy", "Photographs of the harbour"])
def test_no_credits(text: str) -> None:
    assert not is_credit(text)


def test_captions_that_say_so() -> None:
    assert is_caption("Image caption Boats at the pier of Lund after the storm")
    assert is_caption("The keeper of the harbour, Bo Ek. (Picture by Anna Lind)")
    assert is_caption("File photo. (Credit: Lund Pictures)")
    assert not is_caption("The company lost its good name (credit: nobody knows)")
    assert not is_caption("The prize of the town went to the Picture by Lund that nobody liked.")
    assert not is_caption("Image captions are written by the editors of the paper")
    assert not is_credit("Image caption Boats at the pier of Lund after the storm")


@pytest.mark.parametrize(
    ("line", "shows"),
    [
        ("The old pier in the harbour of Lund Anna Lind/Reuters", True),
        ("The old pier in the harbour Anna Lind / Getty Images", True),
        ("By our reporter in Lund Anna Lind/Reuters", False),
        ("The harbour is closed, says Anna Lind", False),
        ("What the pier costs in dollars/euros", False),
        ("Harbour of Lund Anna Lind/Tallinn", False),
    ],
)
def test_a_caption_may_run_into_its_credit(line: str, shows: bool) -> None:
    assert is_caption(line) == shows
