"""Texts to the words that find them, and words to their stems."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.search import words
from dateline.search.stems import ALGORITHMS, stem, stemmer
from dateline.search.words import fold, runs, terms

CASES = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_terms(case: dict[str, Any]) -> None:
    assert case["terms"] == terms(case["text"], ends=not case.get("query"))


@given(st.text())
def test_folding_once_is_folding_twice_and_case_does_not_matter(text: str) -> None:
    for run in runs(text):
        assert fold(fold(run)) == fold(run)
        if fold(run) and len(run.upper()) == len(run.lower()) == len(run):
            assert set(terms(run.upper())) & set(terms(run.lower()))


@given(st.text())
def test_every_term_of_a_text_is_found_when_typed(text: str) -> None:
    assert set(terms(text, ends=False)) <= set(terms(text))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("sanction", "sanctions", "sanctioned")),
        ("en", ("communities", "community")),
        ("en", ("dying", "die")),
        ("de", ("Häuser", "Häusern")),
        ("et", ("sadam", "sadamas")),
        ("ru", ("порт", "порта", "портов")),
        ("fr", ("élections", "élection")),
        ("xx", ("word", "Word")),
    ],
)
def test_forms_of_one_word_share_a_stem(language: str, words: tuple[str, ...]) -> None:
    assert len({stem(word, language) for word in words}) == 1


def test_words_with_digits_and_unknown_languages_keep_their_form() -> None:
    assert stem("F35s", "en") == "f35s"
    assert stem("running", "tlh") == "running"


@pytest.mark.parametrize("language", ALGORITHMS)
def test_every_named_algorithm_exists(language: str) -> None:
    assert stemmer(language) is not None


def test_no_mark_stands_where_none_is_looked_for() -> None:
    looked = {code for plane in words.PLANES for code in plane}
    missed = [code for code in range(sys.maxunicode + 1) if code not in looked]
    assert not any(unicodedata.category(chr(code)).startswith("M") for code in missed)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Conor O'Brannigan and Ann D’Souza’s", ["OBrannigan", "DSouza"]),
        ("Port-au-O'Ree, DALL'ORTO", ["ORee", "DALLORTO"]),
        ("Shi'ites in Sana'a read the Qur`an", ["Shiites", "Sanaa", "Quran"]),
        ("I'll, He'd, Don't, They're, We've, I'm, Ann's, L'homme, d'Ivoire, qu'il, 'Tis, rock'n'roll, '90s", []),
        ("'Quoted' and 5'10\" and O' Ree", []),
    ],
)
def test_names_are_filed_without_their_apostrophe_too(text: str, names: list[str]) -> None:
    assert sorted(words.joined(text)) == sorted(names)
