"""Mailboxes: where one message ends and the next begins."""

from __future__ import annotations

import pytest

from tests.seeds.reading import TEXT, TITLE, read

ASCTIME = "From a@example.org Tue May 25 16:17:00 2021"


def message(title: str, text: str = TEXT) -> str:
    return f"From: Lund News <a@example.org>\nSubject: {title}\nDate: Tue, 25 May 2021 16:17:00 +0300\n\n{text}\n"


@pytest.mark.parametrize(
    "line",
    [
        ASCTIME,
        "From 1234567890@xxx Tue May 25 16:17:00 +0000 2021",
        "From - Tue May 25 16:17:00 2021",
        f"{ASCTIME} +0300",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_message_is_a_record(line: str, end: str) -> None:
    box = "\n".join(f"{line}\n{message(title)}" for title in (TITLE, "Two", "Three"))
    found, problems = read("a.mbox", box.replace("\n", end))
    assert problems == []
    assert [(seed.record, seed.fields["title"], seed.first_line) for seed in found] == [
        (0, TITLE, 1),
        (1, "Two", 10),
        (2, "Three", 19),
    ]
    assert {seed.text.strip() for seed in found} == {TEXT}
    assert found[0].fields == {"title": TITLE, "date": "2021-05-25T16:17", "source": "Lund News"}


def test_a_sentence_may_begin_with_from() -> None:
    text = (
        "From the harbour to the town it is a mile.\n\n>From 1990 to 2021\n\nIt was here:\nFrom a ship of 2021\n\nEnd."
    )
    (seed,), _ = read("a.mbox", f"{ASCTIME}\n{message(TITLE, text)}")
    assert seed.text.strip() == text.replace(">From", "From")


@pytest.mark.parametrize(
    ("box", "codes", "articles"),
    [
        (message(TITLE), ["S39"], 0),
        (f"x\n\n{ASCTIME}\n{message(TITLE)}", ["S39"], 0),
        (f"{ASCTIME}\nSubject: a\n\n", ["S27"], 0),
        (f"{ASCTIME}\nSubject: a\n\n\n{ASCTIME}\n{message(TITLE)}\n{ASCTIME}\nSubject: b\n\n", ["S27"], 1),
    ],
)
def test_what_is_no_message_is_one_problem(box: str, codes: list[str], articles: int) -> None:
    found, problems = read("a.mbox", box)
    assert ([problem.code for problem in problems], len(found)) == (codes, articles)
    assert all(problem.hint for problem in problems)


def test_a_mailbox_as_apple_mail_exports_it() -> None:
    (seed,), problems = read("Letters.mbox/mbox", f"{ASCTIME}\n{message(TITLE)}")
    assert (seed.fields["title"], problems) == (TITLE, [])
