"""Cities of a vocabulary, as they stand in an article -> those that say where it plays ("in Mosul")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from dateline.tagging.countries.contexts import in_headline, word_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.tagging.countries.contexts import Contexts
    from dateline.tagging.countries.lexicon import Hit
    from dateline.vocabulary import Vocabulary

_PLACED = frozenset({"in", "In", "near", "Near", "outside", "around", "across", "throughout", "downtown", "inside"})
_SIDE = frozenset({"central", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "of"})
_BASED = re.compile(r"-(?:based|born|area|bound)\b")
_DATELINE = re.compile(r"(?:, [A-Z][a-z]+\.? \d{1,2})?(?:,? \([A-Z]| ?[—–] | -{1,2} )")
_CAPITAL_AFTER = re.compile(r"[ \u00a0]&?[A-ZÀ-Þ]|['’]s?\b|-[A-Z]")
_HOME = "US"  # of the states after a comma: Austin, Texas


class Seen(Struct, frozen=True):
    """A city's name in one of an article's texts."""

    part: Literal["title", "body"]
    hit: Hit
    text: str  # of that part
    next_code: str = ""  # of the country whose name comes next: Valencia, Venezuela


class Cities:
    """The cities of all countries and what must stand around them; says nothing where the vocabulary has none."""

    def __init__(self, vocabulary: Vocabulary, contexts: Contexts, words: dict[str, Any]) -> None:
        """`words`: the lists of `cities` in contexts.yaml."""
        self._contexts = contexts
        self._codes = {name: country.code for country in vocabulary.countries.values() for name in country.cities}
        self._namesakes = {name for country in vocabulary.countries.values() for name in country.namesakes}
        self._codes |= {name: country.code for country in vocabulary.countries.values() for name in country.namesakes}
        pacts = "|".join(map(re.escape, words["after"]))
        self._pact_after = re.compile(rf"(?:['’]s)?[ \u00a0](?:[a-z]+[ \u00a0])?(?:{pacts})\b", re.IGNORECASE)

    def __contains__(self, form: str) -> bool:
        return form in self._codes

    def named(self, seen: Iterable[Seen]) -> list[Seen]:
        """Those at which the city itself is named; a name that is a person's or a town's once is so everywhere."""
        those = [one for one in seen if not self._is_another_thing(one)]
        strangers = {one.hit.form.text for one in those if self._is_stranger(one)}
        open_ones = [one for one in those if one.hit.form.text not in strangers]
        placed = {one.hit.form.text for one in open_ones if self._is_placed(one)}
        return [one for one in open_ones if one.hit.form.text not in self._namesakes or one.hit.form.text in placed]

    def _is_another_thing(self, one: Seen) -> bool:
        """True for "the Geneva convention", "Milan Street"."""
        hit, text = one.hit, one.text
        return bool(self._pact_after.match(text, hit.end)) or self._contexts.is_on_street(hit, text)

    def _is_stranger(self, one: Seen) -> bool:
        """True for "Aleppo, Pa.", "Valencia, Venezuela", "Anna Berlin"."""
        hit, text = one.hit, one.text
        code = self._codes[hit.form.text]
        if one.next_code and one.next_code != code:
            return True
        if self._contexts.is_in_state(hit, text):
            return code != _HOME
        if in_headline(text, hit.start):
            return False
        return self._contexts.is_name(word_before(text, hit.start))

    def _is_placed(self, one: Seen) -> bool:
        """True for "in London", "London-based", "LONDON (Reuters) -"; not for "in London Grammar", "in Austin's"."""
        hit, text = one.hit, one.text
        if _BASED.match(text, hit.end):
            return True
        begins = hit.start == text.rfind("\n", 0, hit.start) + 1 or text[hit.start : hit.end].isupper()
        if begins and _DATELINE.match(text, hit.end):
            return True
        if _CAPITAL_AFTER.match(text, hit.end):
            return False
        word = word_before(text, hit.start)
        if word in _SIDE:
            return word != "of" or bool(
                re.search(r"\b(?:city|town|port|capital|suburb|streets) of\Z", text[: hit.start - 1])
            )
        return word in _PLACED
