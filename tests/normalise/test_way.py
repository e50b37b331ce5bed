"""Lines that tell the way to a page, above its headline."""

from __future__ import annotations

import pytest

from dateline.normalise.lines.line import key, make
from dateline.normalise.texts import way

HEADLINE = "Harbour closes for a month"


@pytest.mark.parametrize(
    "text",
    [
        "You are here: Home",
        "Sie sind hier: Startseite",
        "當前位置：首頁 >> 今日 >> 港口",
        "您当前的位置 ：新闻中心",
        "Вы здесь: Главная",
        "Lund » News",
        "Paper > News > Lund and its harbour",
        "The Lund Paper The Lund Paper",
        "News Feed, Harbour, Lund, Anna Lind, Divers, The Wall",
        "Lund - Harbour - Divers - Ferries - Storms of the winter",
        "Home> Health>Index: Harbours",
        "Home | News | Lund | Contact",
    ],
)
def test_a_way(text: str) -> None:
    assert way.is_one(text)


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE,
        "Harbour closes for a month » The Lund Paper",
        "« Le port » : « il ferme » dit-elle",
        "Lund – Vik 3:1",
        "Harbour closes | Lund | The Paper",
        "Lund, Vik, Narvik, Bergen, Oslo share one ferry",
        "Lund - Vik - Narvik - the new ferry sails",
        "You are here to stay, board tells divers",
        "Location, location and divers: the town grows",
    ],
)
def test_no_way(text: str) -> None:
    assert not way.is_one(text)


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (["Lund » News", HEADLINE], [HEADLINE]),
        (["Lund » News"], ["Lund » News"]),
        ([f"Home News {HEADLINE}", HEADLINE], [HEADLINE]),
        ([f"At the quay: {HEADLINE}", HEADLINE], [HEADLINE]),
        ([HEADLINE, HEADLINE], [HEADLINE, HEADLINE]),
        (["The new boat", "Town sells the new boat"], ["The new boat", "Town sells the new boat"]),
        (["1. Board buys a boat", "2. Town sells a wall", HEADLINE], [HEADLINE]),
        (["1. Board buys a boat", HEADLINE], ["1. Board buys a boat", HEADLINE]),
    ],
)
def test_what_is_left(texts: list[str], left: list[str]) -> None:
    lines = [make(number, text, 1) for number, text in enumerate(texts, 1)]
    found = way.without(lines, [key(text) for text in texts], range(len(texts)))
    assert [texts[i] for i in found] == left
