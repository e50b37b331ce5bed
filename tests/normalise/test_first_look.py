"""What lines look like, where the model doubts those at the ends of an article."""

from __future__ import annotations

import pytest

from dateline.normalise.body import first_look, transcripts
from dateline.normalise.lines.line import make
from dateline.normalise.texts import spoken

PEOPLE = ("Fishermen", "Divers", "Neighbours", "Skippers")
LEAD = "The council closed the harbour for a month on Monday, so that divers can look at its wall."
DOUBTED, SAID, FURNITURE = first_look.MODEL, first_look.SURELY, "newsletter or subscription box"


def look(texts: list[str], odds: list[float]) -> list[str]:
    """The labels of lines that the model judges so, and whose words say nothing."""
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    labels = [FURNITURE if "newsletter" in text else "" for text in texts]
    for i, odd in enumerate(odds):
        if odd < first_look.SHORT_SENTENCE and not labels[i]:
            labels[i] = SAID if odd < first_look.CERTAIN else DOUBTED
    first_look._keep_at_the_edges(lines, labels, odds)
    return labels


@pytest.mark.parametrize(
    ("texts", "odds", "labels"),
    [
        ([LEAD, LEAD], [-1.2, 1.0], ["", ""]),
        ([LEAD, LEAD], [-1.8, 1.0], [DOUBTED, ""]),
        (["Harbour news", LEAD], [-1.2, 1.0], [DOUBTED, ""]),
        ([LEAD, "Nobody was hurt.", "The wall stands."], [1.0, -2.4, -1.0], ["", "", ""]),
        ([LEAD, "Nobody was hurt."], [1.0, -3.0], ["", SAID]),
        ([LEAD, LEAD], [1.0, -3.0], ["", ""]),
        ([LEAD, LEAD], [1.0, -3.4], ["", SAID]),
        ([LEAD, "Anna Lind", "Nobody was hurt."], [1.0, -1.0, -1.0], ["", DOUBTED, DOUBTED]),
        ([LEAD, "Read our newsletter today.", "Nobody was hurt."], [1.0, -1.0, -1.0], ["", FURNITURE, DOUBTED]),
        ([*[LEAD] * 6, "Nobody was hurt."], [*[1.0] * 6, -1.0], [*[""] * 6, DOUBTED]),
        ([*[LEAD] * 7], [*[1.0] * 6, -1.2], [""] * 7),
        ([*[LEAD] * 7], [*[1.0] * 6, -1.7], [*[""] * 6, DOUBTED]),
        ([*[LEAD] * 6, f"Share your own tips: {LEAD}"], [*[1.0] * 6, -1.2], [*[""] * 6, DOUBTED]),
        (["Nobody was hurt."], [-1.0], [DOUBTED]),
    ],
)
def test_lines_at_the_ends(texts: list[str], odds: list[float], labels: list[str]) -> None:
    assert look(texts, odds) == labels


CUT = f"{LEAD} Nobody was hurt when the wall broke, said the board, which has known of the hole in it since the sum"


@pytest.mark.parametrize(
    ("texts", "labels", "kept"),
    [
        ([LEAD, CUT], ["", DOUBTED], True),
        (["Harbour closes", CUT], [DOUBTED, DOUBTED], True),
        ([LEAD, CUT], ["", SAID], False),
        ([LEAD, CUT, "Harbour"], ["", DOUBTED, DOUBTED], True),
        (["Harbour", CUT, "Lund", LEAD], [DOUBTED, DOUBTED, DOUBTED, ""], False),
        ([LEAD, "Nobody was hurt when the wall bro"], ["", DOUBTED], False),
        ([LEAD, f"{CUT} Click to share"], ["", DOUBTED], False),
        ([LEAD, " ".join(["Harbour News", "Lund Boats"] * 10)], ["", DOUBTED], False),
        ([CUT], [DOUBTED], False),
    ],
)
def test_a_long_last_line_that_breaks_off_is_a_paragraph(texts: list[str], labels: list[str], kept: bool) -> None:
    first_look._keep_cut([make(number, text, 1) for number, text in enumerate(texts, 1)], labels)
    assert (labels[1:2] == [""]) is kept


def test_an_item_of_a_sentence_that_is_broken_into_lines_stays_within_it() -> None:
    texts = [LEAD, "protect the wall;", "mend what the storm broke;", "build a pier.", "Board buys a boat", LEAD]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    labels = ["", "", DOUBTED, "", "", ""]
    first_look._keep_between_paragraphs(lines, labels, [0.0] * 6)
    assert labels[2] == ""
    labels = ["", "", "", "", DOUBTED, ""]
    first_look._keep_between_paragraphs(lines, labels, [0.0] * 6)
    assert labels[4] == DOUBTED


@pytest.mark.parametrize(("below", "label"), [(LEAD, "date"), ("The harbour master was there, and signed it.", "")])
def test_a_date_above_a_second_copy_of_the_text_is_when_it_was_published(below: str, label: str) -> None:
    others = [f"{LEAD} {word} were asked, and most of them said that it would be done by autumn." for word in PEOPLE]
    texts = [LEAD, *others, "14:13 GMT 28.04.2023", below, *others]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    assert first_look.by_line(lines, "en", "").labels[len(others) + 1] == label


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Dickensson, 31, admitted the stolen boats and an unrelated offence.", True),
        ("Andersson, 31, admitted the stolen boats and an unrelated offence.", False),  # of whom nothing is told
        ("Dickensson, 31, was at the fair for film lovers in another city.", False),
        ("Captains admitted the stolen boats and an unrelated offence.", False),
    ],
)
def test_the_last_paragraph_goes_on_with_somebody_of_whom_the_text_tells(last: str, kept: bool) -> None:
    told = f"{LEAD} The captains and Karl Dickensson admitted that the boats were stolen, an offence in the city."
    texts = [*[told] * 6, "Charges admitted", last]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    labels = [*[""] * 7, DOUBTED]
    first_look._keep_at_the_edges(lines, labels, [*[2.0] * 6, 0.0, -1.8])
    assert (labels[-1] == "") is kept


def test_whose_something_is_counts_as_who() -> None:
    assert set(spoken.content("Aguirre’s tales")) & spoken.vocabulary([make(1, "Mayor Aguirre told them.", 0)])
    assert set(spoken.content("Aguirre tells")) & spoken.vocabulary([make(1, "It is Aguirre's boat.", 0)])


@pytest.mark.parametrize(
    ("headline", "kept"),
    [("Two captains lost on Lake Lund are named", True), ("Harbour board asks for witnesses", False)],
)
def test_a_first_sentence_that_captions_say_again_is_no_slogan(headline: str, kept: bool) -> None:
    said = "TWO captains who were lost in the storm on Lake Lund have been named."
    lines = [make(number, text, 1) for number, text in enumerate([headline, said, LEAD, said, "1", said], 1)]
    labels = [""] * 6
    first_look._set_aside_slogans(lines, labels)
    assert (labels[1] == "") is kept


@pytest.mark.parametrize(
    ("turns", "said", "kept"),
    [
        (("ANNA LIND: Good morning.", "BO EK: Hello.", "LIND: So to speak."), "I'm Anna.", True),
        (("ANNA LIND: Good morning.", "BO EK: Hello.", "LIND: So to speak."), "Top leaderboard", False),
        (("ANNA LIND: Good morning.", "BO EK: Hello.", "LIND: So to speak."), "Read our newsletter.", False),
        (("ANNA LIND: Good morning.", "Bo Ek: Hello.", "Lind: So to speak."), "I'm Anna.", False),
    ],
)
def test_short_sentences_in_a_transcript_are_said(turns: tuple[str, ...], said: str, kept: bool) -> None:
    lines = [make(number, text, 1) for number, text in enumerate([turns[0], said, *turns[1:]], 1)]
    labels = ["", DOUBTED, "", ""]
    transcripts.keep(lines, labels, "", first_look.OPEN)
    assert (labels[1] == "") is kept


@pytest.mark.parametrize(
    ("labels", "kept"),
    [(["", "", "", DOUBTED, SAID], True), (["", "", DOUBTED, DOUBTED, SAID], False), (["", "", "", "date", ""], False)],
)
def test_the_rest_of_a_list_of_which_most_is_the_article_s(labels: list[str], kept: bool) -> None:
    items = [make(number, f"• Boat number {number}", 0) for number in range(1, 6)]
    given = list(labels)
    first_look._keep_items(items, given, 0)
    assert (given == [""] * 5) is kept
