"""What deserves a person's eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import vocabulary
from dateline.tagging import Document, Tagger, review

if TYPE_CHECKING:
    from pathlib import Path


def look(tagger: Tagger, *texts: str, least: int = 3) -> dict[str, list[review.Finding]]:
    readings = [tagger.read(Document(str(number), text)) for number, text in enumerate(texts)]
    found: dict[str, list[review.Finding]] = {}
    for finding in review.findings(readings, tagger.decide(readings), least):
        found.setdefault(finding.kind, []).append(finding)
    return found


def test_spellings_of_one_name_are_proposed_as_one(tagger: Tagger) -> None:
    found = look(
        tagger,
        "The engineer Sergei Petrenko arrived.",
        "The engineer Sergey Petrenko left.",
        "The engineer Sergey Petrenko is back.",
        "The engineer Oleg Petrenko was never there.",
    )
    assert [finding.names for finding in found["variants"]] == [("Sergey Petrenko", "Sergei Petrenko")]
    assert found["variants"][0].paste == ("Sergey Petrenko:\n  also: [Sergei Petrenko]",)
    assert found["variants"][0].articles == ("1", "2", "0")


def test_a_surname_that_two_bear(tagger: Tagger) -> None:
    found = look(tagger, "The engineer Margit Lepik won.", "The painter Toomas Lepik lost.", "Mrs Lepik was happy.")
    assert [finding.names for finding in found["surname"]] == [("Lepik", "Margit Lepik", "Toomas Lepik")]
    assert found["surname"][0].paste[0] == "Margit Lepik:\n  weak: [Lepik]"


def test_a_recurring_name_that_became_nobody(tagger: Tagger) -> None:
    texts = ["They left for the Vardo Lagoon.", "It is a day to the Vardo Lagoon.", "Snow lay on the Vardo Lagoon."]
    found = look(tagger, *texts)
    assert [(finding.names, finding.paste) for finding in found["nobody"]] == [
        (("Vardo Lagoon",), ("Vardo Lagoon:", "Vardo Lagoon: nobody"))
    ]
    assert "nobody" not in look(tagger, *texts, least=4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergei", "sergey"),
        ("assad", "asad"),
        ("yushchenko", "juschenko"),
        ("muhammad", "mohammed"),
        ("zelensky", "selensky"),
    ],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert review.sound(one) == review.sound(other)


@pytest.mark.parametrize(("one", "other"), [("clinton", "clifton"), ("maria", "mario"), ("ivan", "igor")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert review.sound(one) != review.sound(other)


PASTED = {
    "nobody": ["They left for the Vardo Lagoon.", "It is a day to the Vardo Lagoon.", "Snow lay on the Vardo Lagoon."],
    "variants": ["The engineer Sergei Petrenko arrived.", "The engineer Sergey Petrenko left."],
    "surname": ["The engineer Margit Lepik won.", "The painter Toomas Lepik lost.", "Mrs Lepik was happy."],
    "surname of nobody": ["Mrs Lepik was happy."],
    "once": ["In the end Kuusk Metsalu said he would go."],
    "country": ["Moscow said it would respond. The Kremlin did not."],
    "country of a city": ["The fire in Tallinn was put out by noon."],
    "quotes": ['The wrestler Dwayne "The Stone" Jonson won.', "The wrestler Dwayne Jonsen lost."],
}


@pytest.mark.parametrize("kind", PASTED)
def test_each_line_to_paste_ends_the_question(kind: str, tmp_path: Path) -> None:
    """Each alternative, pasted by itself into the file that the finding is about, is read and makes it go."""
    documents = [Document(str(number), text) for number, text in enumerate(PASTED[kind])]
    found = [f for f in _findings(tmp_path / "none", documents) if f.kind == kind.split()[0] or kind == "quotes"]
    assert found or kind == "quotes"
    for number, (finding, paste) in enumerate((f, p) for f in found for p in f.paste):
        folder = tmp_path / str(number)
        folder.mkdir()
        name = "countries.yaml" if finding.kind == "country" else "people.yaml"
        (folder / name).write_text(f"{paste}\n", encoding="utf-8")
        left = [f for f in _findings(folder, documents) if f.kind == finding.kind]
        assert finding.names not in [f.names for f in left], paste


def _findings(folder: Path, documents: list[Document]) -> list[review.Finding]:
    words, problems = vocabulary.load(folder, cities=True)
    assert problems == []
    tagger = Tagger(words)
    readings = tagger.read_all(documents)
    return review.findings(readings, tagger.decide(readings))
