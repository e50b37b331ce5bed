"""Document -> Mentions of countries: names, adjectives, demonyms, and capitals that stand for a government."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from dateline.model import Mention
from dateline.tagging import tongue
from dateline.tagging.countries.cities import Cities, Seen
from dateline.tagging.countries.contested import Contested, Towns
from dateline.tagging.countries.contexts import Contexts
from dateline.tagging.countries.lexicon import Form, Hit, Lexicon, shipped_forms
from dateline.tagging.countries.metonyms import Metonyms
from dateline.tagging.countries.sightings import Part, Sighting, Sightings, without_strangers
from dateline.tagging.sparing import Sparing

if TYPE_CHECKING:
    from dateline.tagging.document import Document
    from dateline.vocabulary import Vocabulary

_RULES = {
    "name": "countries.name",
    "adjective": "countries.adjective",
    "prefix": "countries.adjective",
    "demonym": "countries.demonym",
    "part": "countries.part",
    "capital": "countries.metonym",
    "seat": "countries.metonym",
    "city": "countries.city",
    "weak": "countries.weak",
}
# Measured on local papers: one fewer loses little more, one more lets twice as many towns in.
LOCAL_WORDS_FOR_CITIES = 2
_HOME = "US"  # where most towns with a country's name lie: naming it says nothing


class CountryReader:
    """Reads one article at a time; built once, for all of them. About 0.2 ms for 400 words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        shipped = shipped_forms()
        self._of_language: dict[str, Sparing[Lexicon]] = {}  # by the code of a language; English has none
        self._make = partial(Lexicon, vocabulary, shipped)
        self._many = False
        contexts = Contexts(shipped["contexts"])
        self._contested = Contested(shipped["contexts"]["contested"])
        self._sightings = Sightings(contexts, Metonyms(shipped["contexts"]["metonyms"]))
        self._towns = Towns(shipped["contexts"]["towns"])
        self._cities = Cities(vocabulary, contexts, shipped["contexts"]["cities"])
        self._names = {country.code: country.name for country in vocabulary.countries.values()}

    def expect_many(self) -> None:
        """Many articles will come."""
        self._many = True
        for lexicons in self._of_language.values():
            lexicons.expect_many()

    def _lexicon(self, document: Document, code: str) -> Lexicon:
        """What finds the forms of countries in the article's language."""
        lexicons = self._of_language.get(code)
        if lexicons is None:
            lexicons = self._of_language[code] = Sparing(partial(self._make, tongue=code))
            if self._many and not code:
                lexicons.expect_many()
        return lexicons.of(document.title, document.text)

    def read(self, document: Document, code: str | None = None) -> tuple[Mention, ...]:
        """Every mention of a country, the title's first, in the order of the text.

        `code` is that of the article's language, where somebody has asked `tongue` already.
        """
        code = tongue.of(document.text, document.language) if code is None else code
        texts: dict[Part, str] = {"title": document.title, "body": document.text}
        find = self._lexicon(document, code).find
        whole = f"{document.title}\n{document.text}"
        seen = [
            sighting
            for part, text in texts.items()
            if text
            for sighting in self._sightings.of(part, text, find(text), whole)
        ]
        if not seen:
            return ()
        kept = self._without_towns(without_strangers(seen, texts), whole)
        codes = self._codes(kept, whole)
        strong = {code for sighting, code in codes if sighting.hit.form.kind != "weak"}
        codes = [found for found in codes if found[0].hit.form.kind != "weak" or found[1] in strong]
        if cities := self._cities_of(seen, codes, texts, whole):
            codes = sorted([*codes, *cities], key=lambda found: (found[0].part == "body", found[0].hit.start))
        return tuple(self._mention(sighting, code, texts) for sighting, code in codes)

    def _without_towns(self, kept: list[Sighting], whole: str) -> list[Sighting]:
        """Local news that names Peru names a town; news of the world names two countries, or one in two ways."""
        if not any(sighting.hit.form.text in self._towns for sighting in kept):
            return kept
        foreign = {s.hit.form.code for s in kept if s.hit.form.text not in self._towns} - {_HOME}
        if foreign or not self._towns.is_local(whole):
            return kept
        return [sighting for sighting in kept if sighting.hit.form.text not in self._towns]

    def _codes(self, kept: list[Sighting], whole: str) -> list[tuple[Sighting, str]]:
        """Each sighting with its code; contested forms are decided by the rest of the article."""
        decided: dict[str, str] = {}
        found = []
        for sighting in kept:
            form = sighting.hit.form
            code = form.code
            if form.kind not in ("capital", "seat", "weak") and form.text in self._contested:
                if form.text not in decided:
                    decided[form.text] = self._contested.decide(form.text, whole)
                code = decided[form.text]
            if code in self._names:
                found.append((sighting, code))
        return found

    def _cities_of(
        self,
        seen: list[Sighting],
        countries: list[tuple[Sighting, str]],
        texts: dict[Part, str],
        whole: str,
    ) -> list[tuple[Sighting, str]]:
        """The cities that say where the article plays; in local news, foreign ones only with their country."""
        taken = {(sighting.part, sighting.hit.start) for sighting, _ in countries}
        cities = []
        for one, after in zip_longest(seen, seen[1:]):
            hit, text = one.hit, texts[one.part]
            if hit.form.text in self._cities and (one.part, hit.start) not in taken:
                next_code = after.hit.form.code if after and text[hit.end : after.hit.start] == ", " else ""
                cities.append(Seen(one.part, hit, text, next_code))
        named = self._cities.named(cities) if cities else []
        codes = {code for _, code in countries}
        local = bool(named) and self._towns.is_local(whole, LOCAL_WORDS_FOR_CITIES)
        return [
            (Sighting(one.part, _as_city(one.hit)), one.hit.form.code)
            for one in named
            if one.hit.form.code in codes or one.hit.form.code == _HOME or not local
        ]

    def _mention(self, sighting: Sighting, code: str, texts: dict[Part, str]) -> Mention:
        hit = sighting.hit
        words = texts[sighting.part][hit.start : hit.end]
        return Mention("countries", self._names[code], words, hit.start, hit.end, _RULES[hit.form.kind], sighting.part)


def _as_city(hit: Hit) -> Hit:
    """A capital that stands for no government is a city like another."""
    return Hit(Form(hit.form.text, "city", hit.form.code), hit.start, hit.end)
