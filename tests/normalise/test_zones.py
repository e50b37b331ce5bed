"""What becomes of lines once the headline is known."""

from __future__ import annotations

import pytest

from dateline.normalise.body import first_look, zones
from dateline.normalise.lines.line import make

PARAGRAPH = "The council closed the harbour for a month on Monday, so that divers can look at its wall."
MODEL = first_look.MODEL


def test_where_nothing_is_left_the_longest_paragraph_is_the_article() -> None:
    texts = [
        "A lock in the address tells that the page is an official one of the town of Lund.",
        "Harbour closes for a month",
        "Menu",
        f"{PARAGRAPH} {PARAGRAPH}",
        PARAGRAPH,
        "Contact",
        PARAGRAPH.replace("council", "board"),
        f"Cookies help us. {PARAGRAPH * 3}",
    ]
    labels = ["", "", MODEL, MODEL, MODEL, MODEL, MODEL, "cookie or consent notice"]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    layout = zones.settle(first_look.Guess(lines, labels, [-1.0] * len(lines)), 0, 0, 1)
    assert [i for i, label in enumerate(layout.labels) if not label] == [3, 4]
    assert (layout.opening, layout.closing) == (3, 4)


def test_a_sentence_of_two_words_right_above_the_text_goes_with_it() -> None:
    texts = ["Harbour closes for a month", "Menu", "This afternoon.", PARAGRAPH]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    layout = zones.settle(first_look.Guess(lines, ["", MODEL, MODEL, ""], [-1.0] * len(lines)), 3, 3, 0)
    assert layout.labels == ("headline", "section label", "", "")


def test_the_longer_form_of_a_caption_above_it_is_one_too() -> None:
    shows = "Divers look at the wall of the harbour of Lund on Monday"
    last = PARAGRAPH.replace("council", "board")
    texts = [PARAGRAPH, f"{shows}. The storm broke it in January and nobody knows how", f"{shows}. Photo: Bo Ek", last]
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    layout = zones.settle(first_look.Guess(lines, ["", "", "photo caption", ""], [1.0] * 4), 0, 3, None)
    assert layout.labels == ("", "photo caption", "photo caption", "")
    other = [PARAGRAPH, "Nobody knows how the storm broke it in January", texts[2], last]
    lines = [make(number, text, 1) for number, text in enumerate(other, 1)]
    layout = zones.settle(first_look.Guess(lines, ["", "", "photo caption", ""], [1.0] * 4), 0, 3, None)
    assert layout.labels[1] == ""


@pytest.mark.parametrize("text", ["mok", "(phy)", "—anl", "dpa/lby", "PAP/koc/ ula/ako", "abc/AFP"])
def test_how_somebody_signs_below_the_last_paragraph(text: str) -> None:
    assert after(text) == "sign-off"


@pytest.mark.parametrize("text", ["Harbour news in the town", "AC/DC", "No.", "The end of it/that"])
def test_what_nobody_signs_with(text: str) -> None:
    assert after(text) != "sign-off"


def after(text: str) -> str:
    lines = [make(1, PARAGRAPH, 1), make(2, text, 0)]
    return zones.settle(first_look.Guess(lines, ["", ""], [1.0, 1.0]), 0, 0, None).labels[1]
