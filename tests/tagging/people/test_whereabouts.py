"""Languages without prepositions: a place in a case behind a name is no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.tagging import Document, Tagger
from dateline.tagging.people.stretches import whereabouts

if TYPE_CHECKING:
    from dateline.tagging.people.lists import lexicon

ESTONIAN = """{} Nad vaatasid plaane, mis on sügisest saati valmis, ja tahavad nüüd teada, kas see on seda väärt."""
LATVIAN = """{} Viņi apskatīja plānus, kas ir gatavi kopš rudens, un tagad grib zināt, vai tas ir tā vērts."""


@pytest.mark.parametrize(
    ("code", "word", "is_place"),
    [
        ("et", "Kiievis", True),
        ("et", "Varssavist", True),
        ("et", "Tallinnas", True),
        ("et", "Soomes", True),
        ("et", "Londonisse", True),
        ("et", "Soome", False),
        ("et", "Karis", False),
        ("et", "Matisse", False),  # which also is what is in Mati
        ("et", "Lindalis", False),
        ("fi", "Brysselissä", True),
        ("fi", "Helsingissä", True),
        ("fi", "Lindalissa", False),
        ("lt", "Vilniuje", True),
        ("lt", "Kijeve", True),
        ("lv", "Kijivā", False),  # in no list
        ("lv", "Rīgā", True),
        ("lv", "Rīga", False),
        ("hu", "Kijevben", True),
        ("de", "Kiievis", False),
    ],
)
def test_a_place_in_its_case(words: lexicon.Lexicon, code: str, word: str, is_place: bool) -> None:
    assert whereabouts.is_place(word, code, words) == is_place


@pytest.mark.parametrize(
    ("text", "said", "people"),
    [
        (ESTONIAN, "President Alar Lind Kiievis: ainult see on tõsi.", {"Alar Lind"}),
        (ESTONIAN, "Sadamast rääkis Katrin Lind Brüsselis oma kõnes.", {"Katrin Lind"}),
        (ESTONIAN, "President Karis Kiievis: ainult see on tõsi.", set()),
        (ESTONIAN, "Sadamast rääkis Alar Karis oma kõnes.", {"Alar Karis"}),
        (LATVIAN, "Par ostu runāja Edgars Lindiņš Rīgā.", {"Edgars Lindiņš"}),
    ],
)
def test_it_is_no_part_of_the_name(tagger: Tagger, text: str, said: str, people: set[str]) -> None:
    (tags,) = tagger.decide([tagger.read(Document("a", text.format(said)))])
    assert {tag.name for tag in tags if tag.facet == "people"} == people
