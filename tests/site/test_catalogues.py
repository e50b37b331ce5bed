"""Every word of the interface is there in every language, and fits in its place."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from msgspec.structs import replace

from dateline import site
from dateline.data.make import catalogues
from dateline.site.words.language import Language
from tests.site.corpus import CONFIG, VOCABULARY, corpus

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUES = sorted(catalogues.FOLDER.glob("*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s|%(?!\()")
TEXT = re.compile(r">([^<>]+)<")
NO_WORDS = re.compile(r"<(code|pre|script)\b.*?</\1>", re.DOTALL)
every_language = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


def test_these_languages_are_there() -> None:
    assert {path.stem for path in CATALOGUES} >= {"de", "et", "ru"}


@every_language
def test_every_message_is_translated_and_no_other(path: Path) -> None:
    catalogue = catalogues.read(path)
    wanted = {words if isinstance(words, str) else words[0] for words in catalogues.messages()}
    there = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id}
    assert there == wanted, "run `python -m dateline.data.make.catalogues`"
    assert catalogues.missing(catalogue) == []


@every_language
def test_placeholders_are_the_same(path: Path) -> None:
    for message in catalogues.read(path):
        if not message.id:
            continue
        asked = PLACEHOLDER.findall(message.id if isinstance(message.id, str) else message.id[1])
        for said in [message.string] if isinstance(message.string, str) else message.string:
            assert sorted(PLACEHOLDER.findall(said)) == sorted(asked), said


@every_language
def test_as_many_forms_as_the_language_counts_with(path: Path) -> None:
    catalogue = catalogues.read(path)
    for message in catalogue:
        if isinstance(message.id, tuple):
            assert len(message.string) == catalogue.num_plurals
    kinds = {Locale.parse(path.stem).plural_form(n) for n in range(200)}
    assert catalogue.num_plurals == len(kinds)


@every_language
def test_a_catalogue_stands_as_the_program_writes_it(path: Path, tmp_path: Path) -> None:
    catalogues.write(catalogues.renewed(catalogues.read(path)), tmp_path / path.name)
    assert (tmp_path / path.name).read_text("utf-8") == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["1 article", "2 articles", "5 articles", "21 articles", "1,234 articles"]),
        ("de", ["1 Artikel", "2 Artikel", "5 Artikel", "21 Artikel", "1.234 Artikel"]),
        ("et", ["1 artikkel", "2 artiklit", "5 artiklit", "21 artiklit", "1234 artiklit"]),
        ("ru", ["1 статья", "2 статьи", "5 статей", "21 статья", "1234 статьи"]),
    ],
)
def test_numbers_take_the_form_that_the_language_asks_for(tag: str, said: list[str]) -> None:
    language = Language(tag)
    found = [language.number_of("%(n)s article", "%(n)s articles", n) for n in (1, 2, 5, 21, 1234)]
    assert [words.replace("\xa0", "") for words in found] == said


def test_a_language_without_a_catalogue_speaks_english_and_a_dialect_its_language() -> None:
    assert Language("fr").text("People") == "People"
    assert Language("de-AT").text("People") == "Personen"


def test_countries_go_by_their_names_in_the_language() -> None:
    assert Language("et").country("EE", "Estonia") == "Eesti"
    assert Language("et").country("", "Atlantis") == "Atlantis"
    assert Language("en").country("TR", "Türkiye") == "Türkiye"


@every_language
def test_no_english_sentence_is_left_on_a_page(path: Path) -> None:
    translated = {
        message.id: message.string
        for message in catalogues.read(path)
        if isinstance(message.id, str) and message.id and message.id != message.string
    }
    config = replace(CONFIG, title="Harbour", language=path.stem)
    own = {entry.article.section for entry in corpus()}
    for where, content in site.build(corpus(), config, VOCABULARY):
        if where.endswith(".html"):
            words = {unescape(text).strip() for text in TEXT.findall(NO_WORDS.sub("", content.decode()))}
            assert (words & translated.keys()) - own == set(), where
