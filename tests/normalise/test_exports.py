"""Records of exports and Markdown files: what the format states comes before what the text says."""

from __future__ import annotations

import pytest

from dateline import normalise
from dateline.config import Config
from dateline.model import Seed
from dateline.normalise import accounting

TITLE = "Harbour closes for a month"
TEXT = (
    f"{TITLE}\n\nThe council closed the harbour for a month on Monday, so that divers can look at the wall.\n\n"
    "Read more: something else\n\nThe ferry to the islands will leave from the old pier until the end of the month."
)


def record(number: int = 0, text: str = TEXT, **fields: str) -> Seed:
    return Seed("a.csv", "0", text, number, "export", fields)


def test_stated_fields() -> None:
    seed = record(
        title=f"{TITLE} &amp; more",
        date="Tue, 25 May 2021 16:17:00 +0300",
        url="https://www.example.org/a",
        author="By Anna Lind and Bo Ek",
        language="en-GB",
    )
    made = normalise.normalise(seed, normalise.Context())
    article = made.article
    assert (article.title, str(article.date), article.source) == (f"{TITLE} & more", "2021-05-25T16:17", "example.org")
    assert (article.author, article.language, article.record) == (("Anna Lind", "Bo Ek"), "en", 0)
    assert made.evidence["title"].rule == "stated.title"
    assert accounting.lost(seed, made) == []


def test_a_second_copy_of_the_headline_goes_and_the_middle_stays() -> None:
    made = normalise.normalise(record(title=TITLE), normalise.Context())
    assert [item.reason for item in made.set_aside] == ["second copy of the headline"]
    assert "Read more: something else" in made.article.body


def test_other_rows_prove_how_a_date_is_written() -> None:
    seeds = [record(0, date="03/04/2021"), record(1, date="25/04/2021")]
    alone = normalise.normalise(seeds[0], normalise.context(Config(), seeds[:1])).article.date
    together = normalise.normalise(seeds[0], normalise.context(Config(), seeds)).article.date
    assert (str(alone), str(together)) == ("2021", "2021-04-03")


def test_html_in_a_field() -> None:
    html = "<p>The council closed the <a href='https://example.org/b'>harbour</a>.</p><script>x()</script><ul><li>One</li></ul>"
    seed = record(0, html, title=TITLE)
    made = normalise.normalise(seed, normalise.Context())
    assert made.article.body == "The council closed the [harbour](https://example.org/b).\n\n- One"
    assert accounting.lost(seed, made) == []


def test_markdown_stays_as_it_is() -> None:
    text = f"# {TITLE}\n\nThe council *closed* the harbour.\n\n- one\n- two\n"
    seed = Seed("2021-05-25-harbour.md", "0", text, format="markdown")
    made = normalise.normalise(seed, normalise.Context())
    assert (made.article.title, str(made.article.date)) == (TITLE, "2021-05-25")
    assert made.article.body == "The council *closed* the harbour.\n\n- one\n- two"
    assert accounting.lost(seed, made) == []


FEED = "The post Harbour closes for a month while divers look at the wall appeared first on Lund News."
LETTER = "Lund Letters is a reader-supported publication. To receive new posts, consider becoming a free subscriber."


@pytest.mark.parametrize("mark", ["{}\n\n", "<p>{}</p>"])
def test_what_a_feed_sets_below_each_article(mark: str) -> None:
    said = TEXT.split("\n\n")[1:]
    text = "".join(map(mark.format, (said[0], LETTER, said[2], FEED)))
    seed = record(text=text, title=TITLE)
    made = normalise.normalise(seed, normalise.Context())
    assert made.article.body == f"{said[0]}\n\n{said[2]}"
    assert accounting.lost(seed, made) == []


def test_the_beginning_of_a_text_with_the_number_of_its_signs() -> None:
    seed = record(text="The council closed the harbour for a month on Monday, so that div… [+2113 chars]", title=TITLE)
    made = normalise.normalise(seed, normalise.Context())
    assert made.article.body == "The council closed the harbour for a month on Monday, so that div…"
    assert accounting.lost(seed, made) == []
