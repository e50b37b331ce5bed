"""A cue term -> the ways it is spelled: plural, American and British."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.characters import apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

# British -> American beginnings of words. Both ways are tried.
_PAIRS = (
    ("defence", "defense"),
    ("offence", "offense"),
    ("licence", "license"),
    ("labour", "labor"),
    ("colour", "color"),
    ("favour", "favor"),
    ("honour", "honor"),
    ("neighbour", "neighbor"),
    ("behaviour", "behavior"),
    ("harbour", "harbor"),
    ("rumour", "rumor"),
    ("tumour", "tumor"),
    ("humour", "humor"),
    ("armour", "armor"),
    ("flavour", "flavor"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("metre", "meter"),
    ("kilometre", "kilometer"),
    ("epicentre", "epicenter"),
    ("multicentre", "multicenter"),
    ("programme", "program"),
    ("organis", "organiz"),
    ("privatis", "privatiz"),
    ("naturalis", "naturaliz"),
    ("demilitaris", "demilitariz"),
    ("decarbonis", "decarboniz"),
    ("radicalis", "radicaliz"),
    ("stabilis", "stabiliz"),
    ("canonis", "canoniz"),
    ("immunis", "immuniz"),
    ("capitalis", "capitaliz"),
    ("standardis", "standardiz"),
    ("synchronis", "synchroniz"),
    ("paediat", "pediat"),
    ("paedophil", "pedophil"),
    ("palaeo", "paleo"),
    ("archaeolog", "archeolog"),
    ("leukaemia", "leukemia"),
    ("haemo", "hemo"),
    ("orthopaed", "orthoped"),
    ("councillor", "councilor"),
    ("counsellor", "counselor"),
    ("traveller", "traveler"),
    ("travelling", "traveling"),
    ("jewellery", "jewelry"),
    ("fertiliser", "fertilizer"),
    ("aluminium", "aluminum"),
    ("tyre", "tire"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("fibre", "fiber"),
    ("sceptic", "skeptic"),
    ("artefact", "artifact"),
    ("judgement", "judgment"),
    ("enrolment", "enrollment"),
    ("manoeuvre", "maneuver"),
    ("carmaker", "automaker"),
    ("ageing", "aging"),
    ("cancelled", "canceled"),
    ("grey", "gray"),
    ("diarrhoea", "diarrhea"),
)
_TO_AMERICAN = dict(_PAIRS)
_TO_BRITISH = {american: british for british, american in _PAIRS}
_BRITISH = re.compile(rf"(?<![a-z])(?:{'|'.join(_TO_AMERICAN)})")
_FROM_AMERICAN = re.compile(rf"(?<![a-z])(?:{'|'.join(_TO_BRITISH)})")
_AMERICAN = re.compile(rf"{_FROM_AMERICAN.pattern}(?!me)")  # program, not programme

LATIN = "\u024f"  # the last of its letters, but for those with signs that are seldom seen

# A first word that is no more than letters of ASCII, the first or all of them capitals.
_PLAIN = re.compile(r"(?:[A-Za-z][a-z]*+|[A-Z]++)(?=[ '-]|\Z)")


def variants(term: str) -> Iterator[str]:
    """The term as given, then its other spellings, each with its plural; in other letters than Latin ones, itself."""
    if term[:1] > LATIN and term[0].isalpha():
        yield term
        return
    for spelling in dict.fromkeys((term, _american(term), _british(term))):
        yield spelling
        if plural := _plural(spelling):
            yield plural
        if "'" in spelling:
            yield spelling.replace("'", "’")


def beginning(terms: Iterable[str], words: AbstractSet[str], first: AbstractSet[str]) -> list[str]:
    """Those of which a spelling may begin with one of these words, whose `first_words` are `first`; no blank one."""
    return [
        term
        for term in terms
        if (match[0].lower() in first if (match := _PLAIN.match(term)) else _begins(term.strip(), words))
    ]


def first_words(words: AbstractSet[str]) -> set[str]:
    """In small letters, the first words of all terms of which a spelling begins with one of these, as far as plain.

    A plain one is spelled in another way only at its beginning, or behind its capital, and at its end.
    """
    found = set(words)
    found.update([word[:-1] for word in found if word.endswith("s")])
    found.update([word[:-1] for word in found if word.endswith("e")], [f"{w[:-2]}y" for w in found if w.endswith("ie")])
    for text in (" ".join(found), " ".join([f"{word[:1]}.{word[1:]}" for word in found])):
        for other in (_american(text), _british(text), _british(text, _FROM_AMERICAN)):
            found.update(other.replace(".", "").split(" "))
    return found


def _begins(term: str, words: AbstractSet[str]) -> bool:
    spelled = [apart(spelling.lower()).split(None, 1)[:1] for spelling in (variants(term) if term else ())]
    return any(not word or word[0] in words for word in spelled)


def _american(term: str) -> str:
    return _BRITISH.sub(lambda match: _TO_AMERICAN[match[0]], term)


def _british(term: str, american: re.Pattern[str] = _AMERICAN) -> str:
    return american.sub(lambda match: _TO_BRITISH[match[0]], term)


def _plural(term: str) -> str:
    """The plural of the last word, or nothing where the term is one already, or no word."""
    if not term[-1].isalpha() or term.endswith(("s", "ing", "ed")) or len(term) < 3:
        return ""
    if term.endswith("y") and term[-2] not in "aeiou":
        return f"{term[:-1]}ies"
    return f"{term}es" if term.endswith(("ch", "sh", "x", "z")) else f"{term}s"
