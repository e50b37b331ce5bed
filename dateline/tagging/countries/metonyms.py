"""A capital and the words around it -> does it stand for the government there ("Moscow said"), or for the city?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.tagging.countries.lexicon import Hit

REACH = 40  # characters before a capital that are looked at

_LISTING = frozenset({", ", " and ", ", and "})
_S = r"[ \u00a0]"
_MODAL = (
    rf"(?:has|have|had|would|will|could|must|should|may|might){_S}"
    rf"(?:(?:also|not|never|repeatedly|already|long|been){_S})?"
)
_BETWEEN = re.compile(rf"\bbetween{_S}(?:the{_S})?\Z")
_BETWEEN_AND = re.compile(rf"\bbetween\b[^.;]{{0,30}}{_S}and{_S}\Z")
_AND_POWER = re.compile(rf"{_S}and{_S}(?:the{_S})?(?:NATO|EU|European Union|West|United Nations|UN)\b")
_IN_PLACE = re.compile(rf"\b(?:in|at|from|near|outside|of|to|around){_S}\Z")


class Metonyms:
    """The `metonyms` lists of contexts.yaml, ready to be asked."""

    def __init__(self, words: dict[str, Any]) -> None:
        one = {key: f"(?:{'|'.join(map(re.escape, terms))})" for key, terms in words.items()}
        self._acts = re.compile(
            rf"{_S}(?:also{_S})?(?:"
            rf"(?:said|says|say|told|wants?|wanted|sought|saw|sees|sent)\b"
            rf"|{_MODAL}(?:{one['acts']}\w*|said|sought)\b"
            rf"|(?:is|was|remains){_S}{one['moods']}\b"
            rf"|{one['acts']}(?:s|es|ies|ed|ied|d)?\b)"
        )
        self._together = re.compile(rf"{_S}{one['together']}\b")
        self._owns = re.compile(rf"['’]s?{_S}(?:\w+{_S})?{one['owns']}\b")
        self._led = re.compile(rf"-{one['suffixes']}\b")
        self._dealt_with = re.compile(
            rf"(?:\b{one['dealings']}{_S}(?:with|and)|\b(?:sanctions?|tariffs|embargo){_S}(?:against|on)|\bpressure{_S}(?:on|from)"
            rf"|\b{one['received']}{_S}(?:of|from)|\b{one['done by']}{_S}by"
            rf"|\b{one['done to']}(?:e|es|ed|ing|s)?|\btold"
            rf"|\b(?:loyal|hostile|close|allied|friendly){_S}to|\bpro-|\banti-){_S}?\Z",
            re.IGNORECASE,
        )

    def stands_for_government(self, text: str, start: int, end: int, *, before_power: bool, after_power: bool) -> bool:
        """True where the city acts, owns a policy, or is dealt with.

        `before_power`, `after_power`: a country or capital stands on the other side of "and"
        ("between Moscow and Kyiv").
        """
        before = text[max(0, start - REACH) : start]
        if self._acts.match(text, end):
            return not _IN_PLACE.search(before)
        if self._owns.match(text, end) or self._led.match(text, end) or self._dealt_with.search(before):
            return True
        if _BETWEEN.search(before) and (after_power or _AND_POWER.match(text, end)):
            return True
        return before_power and bool(_BETWEEN_AND.search(before))

    def governs_in_list(self, hits: list[Hit], i: int, text: str) -> bool:
        """True for each capital of "London and Paris said", "Rome and Bern signed", "ties with Ankara and Baku"."""
        first, last = _listed(hits, i, text)
        if first == last:
            return False
        start, end = hits[first].start, hits[last].end
        if self._together.match(text, end):
            return not _IN_PLACE.search(text, max(0, start - REACH), start)
        return self.stands_for_government(text, start, end, before_power=False, after_power=False)

    @staticmethod
    def is_place_in_list(hits: list[Hit], i: int, text: str) -> bool:
        """True for Berlin in "staff in London, Paris and Berlin said"."""
        first, _ = _listed(hits, i, text)
        start = hits[first].start
        return first < i and bool(_IN_PLACE.search(text, max(0, start - REACH), start))


def _listed(hits: list[Hit], i: int, text: str) -> tuple[int, int]:
    """The first and the last of the capitals that stand in one list with this one: "London, Paris and Berlin said"."""
    first = last = i
    while last + 1 < len(hits) and _is_next_in_list(hits[last], hits[last + 1], text):
        last += 1
    while first > 0 and _is_next_in_list(hits[first - 1], hits[first], text):
        first -= 1
    return first, last


def _is_next_in_list(hit: Hit, following: Hit, text: str) -> bool:
    return hit.form.kind == following.form.kind == "capital" and text[hit.end : following.start] in _LISTING
