"""What recurs at the edges of many articles of one source is set aside; what an article says itself stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import normalise
from dateline.config import Config
from dateline.model import Seed
from dateline.normalise.body import repetition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Draft

PLACES = ("harbour", "market", "station", "library", "theatre", "museum", "castle", "bridge", "garden", "school")
FOOT = "Tips and letters to the desk on the third floor"
FOOTER_SENTENCE = "The desk is open all day."
NOTICE = (
    "This paper belongs to its readers, who elect its board every spring, and who alone decide what becomes of "
    "whatever it earns in a year."
)


def article(place: str, last: str = FOOT, first: str = "") -> str:
    return (
        f"{first}The {place} opens again after a year\n\n"
        f"The council opened the {place} again on Monday, a year after the flood had closed it, the mayor said.\n\n"
        f"Workers from three towns had put new stones and new windows into the {place} since the spring.\n\n{last}\n"
    )


def drafts(texts: Sequence[str], folder: str = "paper", config: Config | None = None) -> list[Draft]:
    found = [Seed(f"{folder}/{i}.txt", "0", text) for i, text in enumerate(texts)]
    context = normalise.context(config or Config(), found)
    return [normalise.normalise(seed, context) for seed in found]


def reasons(made: Draft, text: str) -> list[str]:
    return [item.reason for item in made.set_aside if item.text == text]


def is_kept(made: Draft, text: str) -> bool:
    return text in made.article.body


@pytest.mark.parametrize(
    ("line", "times", "of", "goes"),
    [
        (NOTICE, 5, 10, True),
        (NOTICE, 4, 4, False),  # four updates of one story share their background
        (FOOTER_SENTENCE, 3, 10, True),
        (FOOTER_SENTENCE, 2, 10, False),
        (FOOTER_SENTENCE, 3, 60, False),  # "The case continues."
    ],
)
def test_how_often_is_often_enough(line: str, times: int, of: int, goes: bool) -> None:
    texts = [
        article(f"{PLACES[i % 10]} no. {i}", line if i < times else f"It rained on day {i} too.") for i in range(of)
    ]
    first = drafts(texts)[0]
    assert is_kept(first, line) is not goes
    if goes:
        assert reasons(first, line) == [f"repeated in {5 if times > 4 else 3} or more articles of paper"]


def test_the_reason_names_no_source_where_none_is_known() -> None:
    found = [Seed(f"{i}.txt", "0", article(place)) for i, place in enumerate(PLACES)]
    context = normalise.context(Config(), found)
    assert reasons(normalise.normalise(found[0], context), FOOT) == ["repeated in 10 or more articles"]


def test_the_same_article_again_is_no_repetition() -> None:
    texts = [article("harbour", NOTICE) + "\n" * i for i in range(9)]
    assert all(is_kept(made, NOTICE) for made in drafts(texts))


def test_what_recurs_in_the_midst_of_the_text_stays() -> None:
    middle = "Nobody was hurt."
    inside = "\n\n".join(f"Then the {place} was opened by the mayor and the guests looked at it." for place in PLACES)
    texts = [article(place).replace(FOOT, f"{inside}\n\n{middle}\n\n{inside}\n\n{inside}") for place in PLACES]
    assert all(is_kept(made, middle) for made in drafts(texts))


def test_a_headline_that_returns_stays_a_headline() -> None:
    weekly = "What the council did this week"
    texts = [article(place).replace(f"The {place} opens again after a year", weekly) for place in PLACES]
    others = [article(place) for place in PLACES[3:]]
    assert drafts(texts[:3] + others)[0].article.title == weekly
    assert [made.article.title for made in drafts(texts)] == [weekly] * len(PLACES)


def test_the_name_of_the_paper_above_every_article_is_no_headline() -> None:
    masthead = "All the news of our three small towns"
    made = drafts([article(place, first=f"{masthead}\n\n") for place in PLACES])
    assert [one.article.title for one in made] == [f"The {place} opens again after a year" for place in PLACES]


def test_a_new_seed_changes_what_is_known_of_few_others() -> None:
    seeds = [Seed(f"paper/{i}.txt", "0", article(place)) for i, place in enumerate(PLACES)]
    seeds += [Seed(f"other/{i}.txt", "0", article(place)) for i, place in enumerate(PLACES[:2])]
    new = Seed("other/new.txt", "0", article("cinema"))
    before, after = (normalise.context(Config(), found) for found in (seeds, [*seeds, new]))
    changed = {seed.path for seed in seeds if before.of(seed).digest() != after.of(seed).digest()}
    assert changed == {"other/0.txt", "other/1.txt"}


@pytest.mark.parametrize(
    ("seed", "source"),
    [
        (
            Seed("a.csv", "0", "x", 0, "export", {"source": "Lund News", "url": "https://www.lund.example/a"}),
            "Lund News",
        ),
        (Seed("a.csv", "0", "x", 0, "export", {"url": "https://www.Lund.example:80/a"}), "lund.example"),
        (Seed("lund/a.txt", "0", "x"), "lund"),
        (Seed("exports/a.csv", "0", "x", 0, "export"), "exports/a.csv"),
        (Seed("pile.zip", "0", "x", 0, fields={"member": "lund/a.txt"}), "pile.zip/lund"),
        (Seed("pile.zip", "0", "x", 0, fields={"member": "inner.zip!lund/a.txt"}), "pile.zip/inner.zip/lund"),
    ],
)
def test_what_an_article_is_compared_with(seed: Seed, source: str) -> None:
    assert repetition.trace(seed).source == source


DATED = (
    "Harbour closes for a month\n\n{}\n\nThe council closed the harbour for a month on Monday, the mayor said.\n\n"
    "News {}.\n"
)


def test_other_articles_of_the_folder_prove_how_a_date_is_written() -> None:
    texts = [DATED.format(date, i) for i, date in enumerate(["03/04/2021", "25/04/2021", "04/04/2021"])]
    assert [str(made.article.date) for made in drafts(texts)] == ["2021-04-03", "2021-04-25", "2021-04-04"]


def test_where_other_articles_disagree_a_date_is_kept_to_what_is_sure() -> None:
    texts = [DATED.format(date, i) for i, date in enumerate(["03/04/2021", "25/04/2021", "04/25/2021"])]
    assert [str(made.article.date) for made in drafts(texts)] == ["2021", "2021-04-25", "2021-04-25"]
    decided = drafts(texts, config=Config(date_order="mdy"))
    assert str(decided[0].article.date) == "2021-03-04"


def test_a_second_date_of_the_same_text_proves_it() -> None:
    text = DATED.format("03/04/2021", 1) + "\nUpdated: 13/04/2021\n"
    assert str(drafts([text, DATED.format("04/25/2021", 2)])[0].article.date) == "2021-04-03"
