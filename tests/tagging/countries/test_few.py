"""The first articles are read with the forms that may stand in them alone: they must come to the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dateline import vocabulary
from dateline.tagging import Document
from dateline.tagging.countries import CountryReader
from dateline.tagging.countries.lexicon import Form, Lexicon, beginning_in, forms_of, shipped_forms, spellings
from dateline.tagging.sparing import FEW
from dateline.tools import yamlio
from dateline.vocabulary import Country, Vocabulary

CASES = yamlio.parse((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")).value
NO_FILES = Path(__file__).parent / "no-such-folder"


def missed(form: Form) -> list[str]:
    """Spellings of a form in which it is not found."""
    return [text for text in spellings(form) if not list(beginning_in([text], [form]))]


def test_every_shipped_form_is_found_in_each_spelling() -> None:
    for language in ("en", "et", "de"):
        words = vocabulary.load(NO_FILES, language=language, cities=True)[0]
        assert [text for form in forms_of(words, shipped_forms()) for text in missed(form)] == []


@given(st.text("aSßéİı'’- .1", min_size=1, max_size=6).map(str.strip).filter(bool), st.sampled_from(["not", "name"]))
def test_any_form_is_found_in_each_spelling(text: str, kind: str) -> None:
    assert missed(Form(text, kind)) == []


def test_the_first_articles_get_what_any_later_one_gets() -> None:
    words = vocabulary.load(NO_FILES)[0]
    documents = [Document("", case["text"], case.get("title", "")) for group in CASES for case in CASES[group]]
    late = CountryReader(words)
    for _ in range(FEW):
        late.read(Document("", "Nothing."))
    readers = [CountryReader(words) for _ in range(0, len(documents), FEW)]
    found = [readers[number // FEW].read(document) for number, document in enumerate(documents)]
    assert found == [late.read(document) for document in documents]


def test_a_lexicon_of_some_texts_finds_in_them_what_a_whole_one_finds() -> None:
    atlantis = Country(
        "Atlantis", "AA", ("d'Atlantis", "Ænland", "Atlantean"), nots=("Atlantean stone", "atlantis rising")
    )
    words = Vocabulary(countries={"Atlantis": atlantis})
    text = "ATLANTIS, d’Atlantis and Ænland;\nAtlantean Stones, Atlantis Rising, atlantean, ATLANTEAN"
    found = Lexicon(words, shipped_forms()).find(text)
    assert found == Lexicon(words, shipped_forms(), [text]).find(text)
    assert [hit.form.text for hit in found] == ["Atlantis", "d'Atlantis", "Ænland", "Atlantean"]
