"""Document -> Mentions of countries: names, adjectives, demonyms, and capitals that stand for a government."""

from __future__ import annotations

import re
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from dateline.model import Mention
from dateline.tagging import tongue
from dateline.tagging.countries.cities import Cities, Seen
from dateline.tagging.countries.contested import Contested, Towns
from dateline.tagging.countries.contexts import Contexts, in_capitals, word_before
from dateline.tagging.countries.lexicon import Form, Hit, Lexicon, shipped_forms
from dateline.tagging.countries.metonyms import Metonyms
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
_PRONOUN_BEFORE = re.compile(
    r"\b(?:CONTACT|ABOUT|FOLLOW|JOIN|OF|WITH|FOR|TO|FROM|GIVE|HELP|LET|TELL|CALL|EMAIL|AMONG|BETWEEN|ALL|LETS|MAKES?|BY)"
    r"[ \u00a0]\Z"
)
LOCAL_WORDS_FOR_CITIES = (
    2  # measured on local papers: one fewer loses little more, one more lets twice as many towns in
)
_HOME = "US"  # where most towns with a country's name lie: naming it says nothing
_LOCATED = frozenset({"in", "In", "into", "across", "throughout", "inside", "within", "neighbouring", "neighboring"})


class _Sighting(Struct, frozen=True):
    """A hit with the text in which it stands, and what is thought of it so far."""

    part: Literal["title", "body"]
    hit: Hit
    stranger: bool = False  # a person, a school or a town of that name
    elsewhere: bool = False  # neither a country nor evidence of a stranger: a language, a city
    doubtful: bool = False  # a capital that persons are named after, a turkey: counts where its country is sure


class CountryReader:
    """Reads one article at a time; built once, for all of them. About 0.2 ms for 400 words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        shipped = shipped_forms()
        self._of_language: dict[str, Sparing[Lexicon]] = {}  # by the code of a language; English has none
        self._make = partial(Lexicon, vocabulary, shipped)
        self._many = False
        self._contexts = Contexts(shipped["contexts"])
        self._contested = Contested(shipped["contexts"]["contested"])
        self._metonyms = Metonyms(shipped["contexts"]["metonyms"])
        self._towns = Towns(shipped["contexts"]["towns"])
        self._cities = Cities(vocabulary, self._contexts, shipped["contexts"]["cities"])
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
        code = tongue.of(document.text) if code is None else code
        texts: dict[Literal["title", "body"], str] = {"title": document.title, "body": document.text}
        find = self._lexicon(document, code).find
        whole = f"{document.title}\n{document.text}"
        seen = [
            sighting
            for part, text in texts.items()
            if text
            for sighting in self._sightings(part, text, find(text), whole)
        ]
        if not seen:
            return ()
        kept = self._without_towns(_without_strangers(seen, texts), whole)
        codes = self._codes(kept, whole)
        strong = {code for sighting, code in codes if sighting.hit.form.kind != "weak"}
        codes = [found for found in codes if found[0].hit.form.kind != "weak" or found[1] in strong]
        if cities := self._cities_of(seen, codes, texts, whole):
            codes = sorted([*codes, *cities], key=lambda found: (found[0].part == "body", found[0].hit.start))
        return tuple(self._mention(sighting, code, texts) for sighting, code in codes)

    def _sightings(self, part: Literal["title", "body"], text: str, hits: list[Hit], whole: str) -> list[_Sighting]:
        found = []
        for i, hit in enumerate(hits):
            kind = hit.form.kind
            if kind == "capital":
                named_so = hit.form.text in self._contexts.surnames or hit.form.text in self._contexts.given_names
                doubtful = named_so and not self._metonyms.governs_in_list(hits, i, text)
                found.append(_Sighting(part, hit, elsewhere=not self._governs(hits, i, text), doubtful=doubtful))
            elif kind == "city":
                found.append(_Sighting(part, hit, elsewhere=True))
            elif kind == "prefix":
                found.append(_Sighting(part, hit, elsewhere=text[hit.end : hit.end + 1] not in ("-", "–")))
            elif kind in ("seat", "weak"):
                found.append(_Sighting(part, hit))
            else:
                found.append(self._sighting(part, hit, text, whole, found))
        return found

    def _sighting(
        self, part: Literal["title", "body"], hit: Hit, text: str, whole: str, found: list[_Sighting]
    ) -> _Sighting:
        if self._contexts.is_place(hit, text) or (
            self._contexts.is_person(hit, text) and not _is_next_to_its_city(hit, found)
        ):
            return _Sighting(part, hit, stranger=True)
        language = self._contexts.is_language(hit, text, after_language=_is_next_to_language(hit, found))
        elsewhere = language or self._contexts.is_food(hit, text) or _is_pronoun(hit, text)
        name = hit.form.text
        return _Sighting(
            part, hit, elsewhere=elsewhere, doubtful=name in self._contexts.common_nouns and _is_noun_too(name, whole)
        )

    def _governs(self, hits: list[Hit], i: int, text: str) -> bool:
        hit = hits[i]
        if self._contexts.is_name(word_before(text, hit.start)):
            return False  # George Washington, Real Madrid
        before = i > 0 and text[hits[i - 1].end : hit.start].strip() == "and"
        after = i + 1 < len(hits) and text[hit.end : hits[i + 1].start].strip() in ("and", "and the")
        if self._metonyms.stands_for_government(text, hit.start, hit.end, before_power=before, after_power=after):
            return not self._metonyms.is_place_in_list(hits, i, text)
        return self._metonyms.governs_in_list(hits, i, text)

    def _without_towns(self, kept: list[_Sighting], whole: str) -> list[_Sighting]:
        """Local news that names Peru names a town; news of the world names two countries, or one in two ways."""
        if not any(sighting.hit.form.text in self._towns for sighting in kept):
            return kept
        foreign = {s.hit.form.code for s in kept if s.hit.form.text not in self._towns} - {_HOME}
        if foreign or not self._towns.is_local(whole):
            return kept
        return [sighting for sighting in kept if sighting.hit.form.text not in self._towns]

    def _codes(self, kept: list[_Sighting], whole: str) -> list[tuple[_Sighting, str]]:
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
        seen: list[_Sighting],
        countries: list[tuple[_Sighting, str]],
        texts: dict[Literal["title", "body"], str],
        whole: str,
    ) -> list[tuple[_Sighting, str]]:
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
            (_Sighting(one.part, _as_city(one.hit)), one.hit.form.code)
            for one in named
            if one.hit.form.code in codes or one.hit.form.code == _HOME or not local
        ]

    def _mention(self, sighting: _Sighting, code: str, texts: dict[Literal["title", "body"], str]) -> Mention:
        hit = sighting.hit
        words = texts[sighting.part][hit.start : hit.end]
        return Mention("countries", self._names[code], words, hit.start, hit.end, _RULES[hit.form.kind], sighting.part)


def _as_city(hit: Hit) -> Hit:
    """A capital that stands for no government is a city like another."""
    return Hit(Form(hit.form.text, "city", hit.form.code), hit.start, hit.end)


def _without_strangers(seen: list[_Sighting], texts: dict[Literal["title", "body"], str]) -> list[_Sighting]:
    """What names a country; where a name is a person's or a town's once, it is theirs all through the article,
    unless the country is named otherwise too or the words place something in it."""
    strangers = {sighting.hit.form.text for sighting in seen if sighting.stranger}
    open_ones = [sighting for sighting in seen if not sighting.stranger]
    vouched = {
        s.hit.form.code
        for s in open_ones
        if s.hit.form.text not in strangers
        and not s.doubtful
        and not (s.elsewhere and s.hit.form.kind in ("capital", "city"))
    }
    among_powers = any(s.hit.form.kind == "capital" and not s.elsewhere and not s.doubtful for s in open_ones)
    kept = []
    for sighting in open_ones:
        hit = sighting.hit
        in_doubt = hit.form.text in strangers or (
            sighting.doubtful and not (hit.form.kind == "capital" and among_powers)  # Washington accused Moscow
        )
        if sighting.elsewhere:
            continue
        if not in_doubt or hit.form.code in vouched or _is_located(hit, texts[sighting.part]):
            kept.append(sighting)
    return kept


def _is_next_to_language(hit: Hit, found: list[_Sighting]) -> bool:
    """True for Spanish in "in English and Spanish"."""
    if not found or not found[-1].elsewhere or found[-1].hit.form.kind not in ("adjective", "part"):
        return False
    return hit.start - found[-1].hit.end <= len(", and ")


def _is_next_to_its_city(hit: Hit, found: list[_Sighting]) -> bool:
    """True for Greece in "at Athens Greece"."""
    if not found or found[-1].hit.form.kind not in ("capital", "city"):
        return False
    return found[-1].hit.form.code == hit.form.code and hit.start - found[-1].hit.end <= len(", ")


def _is_noun_too(name: str, text: str) -> bool:
    """True where the text has the name in small letters too: the capital may be that of a sentence or a headline."""
    return re.search(rf"\b{re.escape(name.lower())}s?\b", text) is not None


def _is_located(hit: Hit, text: str) -> bool:
    """True for "in Jordan", not for "in Jordan's film"."""
    return text[hit.end : hit.end + 1] not in ("'", "’") and word_before(text, hit.start) in _LOCATED


def _is_pronoun(hit: Hit, text: str) -> bool:
    """True for US in a line of capitals after a word that takes "us"."""
    if hit.form.text != "US" or not _PRONOUN_BEFORE.search(text, max(0, hit.start - 12), hit.start):
        return False
    return in_capitals(text, hit.start)
