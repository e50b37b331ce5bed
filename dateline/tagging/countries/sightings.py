"""Hits of countries' names in a text -> sightings: what each is there, a country, somebody, a town or a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from dateline.tagging.countries.contexts import in_capitals, word_before
from dateline.tagging.countries.lexicon import Hit  # noqa: TC001  msgspec reads the types of a Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.tagging.countries.contexts import Contexts
    from dateline.tagging.countries.metonyms import Metonyms

Part = Literal["title", "body"]
_PRONOUN_BEFORE = re.compile(
    r"\b(?:CONTACT|ABOUT|FOLLOW|JOIN|OF|WITH|FOR|TO|FROM|GIVE|HELP|LET|TELL|CALL|EMAIL|AMONG|BETWEEN|ALL|LETS|MAKES?|BY)"
    r"[ \u00a0]\Z"
)
_LOCATED = frozenset({"in", "In", "into", "across", "throughout", "inside", "within", "neighbouring", "neighboring"})


class Sighting(Struct, frozen=True):
    """A hit with the text in which it stands, and what is thought of it so far."""

    part: Part
    hit: Hit
    stranger: bool = False  # a person, a school or a town of that name
    elsewhere: bool = False  # neither a country nor evidence of a stranger: a language, a city
    doubtful: bool = False  # a capital that persons are named after, a turkey: counts where its country is sure


class Sightings:
    """What a hit is, by the words around it."""

    def __init__(self, contexts: Contexts, metonyms: Metonyms) -> None:
        self._contexts = contexts
        self._metonyms = metonyms

    def of(self, part: Part, text: str, hits: list[Hit], whole: str) -> list[Sighting]:
        found = []
        for i, hit in enumerate(hits):
            kind = hit.form.kind
            if kind == "capital":
                named_so = hit.form.text in self._contexts.surnames or hit.form.text in self._contexts.given_names
                doubtful = named_so and not self._metonyms.governs_in_list(hits, i, text)
                found.append(Sighting(part, hit, elsewhere=not self._governs(hits, i, text), doubtful=doubtful))
            elif kind == "city":
                found.append(Sighting(part, hit, elsewhere=True))
            elif kind == "prefix":
                found.append(Sighting(part, hit, elsewhere=text[hit.end : hit.end + 1] not in ("-", "–")))
            elif kind in ("seat", "weak"):
                found.append(Sighting(part, hit))
            else:
                found.append(self._sighting(part, hit, text, whole, found))
        return found

    def _sighting(self, part: Part, hit: Hit, text: str, whole: str, found: list[Sighting]) -> Sighting:
        if self._contexts.is_place(hit, text) or (
            self._contexts.is_person(hit, text) and not _is_next_to_its_city(hit, found)
        ):
            return Sighting(part, hit, stranger=True)
        language = self._contexts.is_language(hit, text, after_language=_is_next_to_language(hit, found))
        elsewhere = language or self._contexts.is_food(hit, text) or _is_pronoun(hit, text)
        name = hit.form.text
        return Sighting(
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


def without_strangers(seen: list[Sighting], texts: Mapping[Part, str]) -> list[Sighting]:
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


def _is_next_to_language(hit: Hit, found: list[Sighting]) -> bool:
    """True for Spanish in "in English and Spanish"."""
    if not found or not found[-1].elsewhere or found[-1].hit.form.kind not in ("adjective", "part"):
        return False
    return hit.start - found[-1].hit.end <= len(", and ")


def _is_next_to_its_city(hit: Hit, found: list[Sighting]) -> bool:
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
