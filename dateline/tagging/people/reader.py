"""Document -> figures: the people that one article names, and those who may be."""

from __future__ import annotations

import json
from functools import partial
from importlib import resources
from math import fsum
from typing import TYPE_CHECKING

from dateline.model import Mention
from dateline.tagging import tongue
from dateline.tagging.document import Figure
from dateline.tagging.people import candidates, names
from dateline.tagging.people.lists import lexicon
from dateline.tagging.people.own import offices
from dateline.tagging.people.own.known import KnownNames
from dateline.tagging.people.stretches import bylines, foreign
from dateline.tagging.people.together import company, couples, eponyms, firms, fold, inflection, relations, tails

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.tagging.document import Document
    from dateline.vocabulary import Vocabulary

    Weights = Mapping[str, float]

_DECLINED = 1.0  # log-odds of a given name that stands in a case with its surname; the weights are of English
_IN_OFFICE = 1.5  # log-odds of the surname of a head of state or government alone, where few others bear it
UNSURE = -9.0  # log-odds of an office that several may hold: nobody, whatever the corpus says


class PersonReader:
    """Reads one article at a time; built once, for all of them."""

    def __init__(self, vocabulary: Vocabulary, authors: bool = False) -> None:
        """`authors` counts those whom bylines and credits name; they are metadata by default."""
        countries = vocabulary.countries.values()
        words = lexicon.load([c.name for c in countries], [name for c in countries for name in c.also])
        self.lexicon = words
        self._collector = candidates.Collector(words, authors)
        text = resources.files("dateline.data").joinpath("people", "weights.json").read_text(encoding="utf-8")
        weights = json.loads(text)
        self._many: Weights = weights["multi"]
        self._one: Weights = weights["single"]
        self._known = KnownNames(vocabulary)
        self._offices = offices.Offices(vocabulary)

    def read(self, document: Document, code: str | None = None) -> tuple[Figure, ...]:
        """Everybody whom the article names, in the order of the text; also those whom it leaves in doubt.

        `code` is that of its language, where somebody has asked `tongue` already.
        """
        code = tongue.of(document.text, document.language) if code is None else code
        language = foreign.Foreign(self.lexicon, code) if code else None
        found = self._collector.collect(document.text, document.title, language)
        texts: dict[candidates.Part, str] = {"title": document.title, "body": document.text}
        if language:
            is_titled = partial(_is_titled, language, texts)
            inflection.settle(found, language.code, self._collector.shape, self.lexicon, self._known.strong, is_titled)
        tails.drop(found, self.lexicon)
        relations.relate(found)
        eponyms.drop(found, document.text)
        firms.drop(found, document.text)
        for part, text in texts.items():
            candidates.correct(found, text, part, self._known.find(text))
        couples.complete(found, self._known.strong.keys(), texts, self.lexicon.gender)
        chosen = [candidate for words, candidate in found.items() if words not in self._known.nobody]
        scores = {candidate.words: self.score(candidate) for candidate in chosen}
        company.settle(chosen, texts, scores)
        for candidate in chosen:
            is_sure = language is None or language.is_sure(candidate.core, candidate.words, candidate.features)
            if not is_sure or candidates.stands_in_a_headline_alone(candidate):
                scores[candidate.words] = min(scores[candidate.words], UNSURE)
        known = {c.words: self._known.strong[c.words] for c in chosen if c.words in self._known.strong}
        figures = fold.fold(chosen, scores, known, self._known.weak, self.lexicon)
        return (*figures, *self._in_office(document, texts, figures))

    def _in_office(
        self, document: Document, texts: Mapping[candidates.Part, str], figures: Iterable[Figure]
    ) -> Iterator[Figure]:
        """Who is named by an office alone; with a score below 0, its possible holders as cues, where that is unsure."""
        for part, text in texts.items():
            for held in self._offices.find(text, document.date):
                named = [(m.start, m.end) for figure in figures for m in figure.mentions if m.part == part]
                credited = bylines.find(text) if part == "body" else []
                if offices.beside(text, held, named) or any(c.start <= held.start < c.end for c in credited):
                    continue
                written = text[held.start : held.end]
                name = held.names[0] if held.sure else written
                mention = Mention("people", name, written, held.start, held.end, offices.RULE, part)
                if held.sure:
                    yield Figure(name, (mention,), fold.SURE, known=name)
                else:
                    yield Figure(name, (mention,), UNSURE, cues=held.names)

    def score(self, candidate: candidates.Candidate) -> float:
        """The log-odds that it is a person: the sum of the weights of its features."""
        declined = _DECLINED if foreign.DECLINED in candidate.features else 0.0
        several = len(candidate.core) > 1 and not names.is_number(candidate.core[-1])  # Leo XIII is one name
        weights = self._many if several else self._one
        held = 0.0 if several or not self._is_of_office(candidate.core[0]) else _IN_OFFICE
        # `sum` would hang on the order of the set, which differs from run to run
        return fsum([weights["bias"], declined, held, *[weights.get(feature, 0.0) for feature in candidate.features]])

    def _is_of_office(self, surname: str) -> bool:
        """Whether somebody who leads a country is called so, and few others are: Kaljulaid, and not Wong or Kyle."""
        lexicon = self.lexicon
        return surname in self._known.in_office and not (lexicon.is_common(surname) or surname in lexicon.given)


def _is_titled(
    language: foreign.Foreign, texts: Mapping[candidates.Part, str], candidate: candidates.Candidate
) -> bool:
    return any(language.has_office_before(texts[place.part], place.start) for place in candidate.places)
