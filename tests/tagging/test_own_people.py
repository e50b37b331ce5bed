"""A text that has no word of somebody's names reads the same, whatever the vocabulary says of them."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from anyascii import anyascii
from hypothesis import example, given
from hypothesis import strategies as st

from dateline import vocabulary
from dateline.model import When
from dateline.tagging import Document, OwnPeople
from dateline.tagging.people.own.concerned import fold
from dateline.tagging.people.reader import PersonReader
from dateline.vocabulary import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.vocabulary import Vocabulary

SHIPPED = max(shipped.load("en").people.values(), key=lambda person: (len(person.also), person.name))
FILES = (
    "",
    "Jaan Tamm:\n",
    "Jaan Tamm:\n  also: [J. Tamm, Jaan “the Oak” Tamm]\n  weak: [Tamm]\n",
    "Ada Õunapuu:\n  also: [Ada Ounapuu-Kask]\n",
    "Siân O’Neil:\n  weak: [O’Neil]\n  not: [Siân O’Neil Hall]\n",
    "Jaan Tamm:\n  also: [The harbour]\nAda Õunapuu:\n  also: [Jaan Tamm-Kask]\n",
    "Straße Ørsted:\n  also: [strasse orsted, Leo XIII]\n",
    "Siân O’Neil: nobody\nJAAN TAMM: nobody\n",
    f"{SHIPPED.name}: off\n",
    "Ada Õunapuu:\n  roles: [{title: President of Latvia, from: 2019}]\n",
    "Ada Õunapuu:\n  roles: [{title: Prime Minister of Latvia, from: 2019}]\n",
    "Jaan Tamm:\n  roles: [{title: Prime Minister of Estonia, from: 2019}]\n"
    "Ada Õunapuu:\n  roles: [{title: Latvian president, from: 2019}]\n",
    "Jaan Tamm:\n  roles: [{title: Secretary of Defence of Côte d’Ivoire, from: 2019}]\n",
    "Jaan Tamm:\n  roles: [{title: NATO chief, from: 2019}]\n",
)
PIECES = (
    "President Jaan Tamm opened it.",
    "J. Tamm’s speech was long, said Tamm.",
    'Jaan "the Oak" Tamm came.',
    "JAAN TAMM AND ADA ÕUNAPUU MEET",
    "Ada Ounapuu said so; Õunapuu did too.",
    "Ada Õunapuu-Kask left.",
    "Siân O'Neil spoke at Siân O’Neil Hall.",
    "The harbour and the strasse orsted are closed, said Straße Ørsted.",
    "Pope Leo XIII wrote to Mr O’Neil.",
    "Nobody was there.",
    "The Latvian president spoke with the president of Estonia.",
    "They asked the Estonian prime minister of Latvia, a developing country.",
    "It was for the Latvian\u00a0PM to say, and the NATO chief agreed.",
    "COTE D'IVOIRE'S DEFENSE SECRETARY came with the secretary of defense of Côte d'Ivoire.",
    "The prime minister of Latvia’s president was a joke.",
    *(f"{name} spoke of {SHIPPED.name.rpartition(' ')[2]}." for name in SHIPPED.also),
)
TEXTS = [*PIECES, *(" ".join(two) for two in pairwise(PIECES))]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> list[Vocabulary]:
    found = []
    for text in FILES:
        folder: Path = tmp_path_factory.mktemp("vocabulary")
        (folder / "people.yaml").write_text(text, encoding="utf-8")
        words, problems = vocabulary.load(folder)
        assert [problem for problem in problems if problem.severity == "error"] == []
        found.append(words)
    return found


def test_where_nobody_of_them_is_named_they_change_nothing(known: list[Vocabulary]) -> None:
    own = [OwnPeople(words) for words in known]
    readers = [PersonReader(words) for words in known]
    read = [[reader.read(Document("", text, date=When(2020, 5, 5))) for text in TEXTS] for reader in readers]
    skipped = 0
    for (one, other), (number, text) in product(combinations(range(len(known)), 2), enumerate(TEXTS)):
        if own[one].rest == own[other].rest and own[one].in_text([text]) == own[other].in_text([text]):
            assert read[one][number] == read[other][number], (FILES[one], FILES[other], text)
            skipped += 1
    assert skipped > len(TEXTS)


def test_a_head_with_escapes_may_name_anybody(known: list[Vocabulary]) -> None:
    own = OwnPeople(known[1])
    plain, escaped = "---\ntitle: Rain\n---\n\nIt's wet.\n", '---\ntitle: "J\\u0061an Tamm"\n---\n\nIt is wet.\n'
    assert own.in_article(plain) == ""
    assert own.in_article(escaped) == own.whole
    assert own.in_article(plain, "Jaan Tamm") == own.in_text(["Jaan Tamm"]) != ""


@given(st.text(st.characters() | st.sampled_from("aé’`“\u0301\u0323ﬁ")))
@example("e\u0323\u0301 E\u0301’s Ärger, naïve ﬁnds, Тамм, 李, \ud83d")
def test_a_text_is_folded_as_each_of_its_letters_is(text: str) -> None:
    letters = normalize("NFKD", text.replace("’", "'"))
    each = [anyascii(letter) for letter in letters if not "\u0300" <= letter <= "\u036f"]
    assert fold(text) == "".join(each).replace("`", "'").lower()
