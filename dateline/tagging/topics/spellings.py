"""A cue term -> the ways it is spelled: plural, American and British."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
)
_TO_AMERICAN = dict(_PAIRS)
_TO_BRITISH = {american: british for british, american in _PAIRS}
_BRITISH = re.compile(rf"(?<![a-z])(?:{'|'.join(_TO_AMERICAN)})")
_AMERICAN = re.compile(rf"(?<![a-z])(?:{'|'.join(_TO_BRITISH)})(?!me)")  # program, not programme


def variants(term: str) -> Iterator[str]:
    """The term as given, then its other spellings, each with its plural."""
    for spelling in dict.fromkeys((term, _american(term), _british(term))):
        yield spelling
        if plural := _plural(spelling):
            yield plural
        if "'" in spelling:
            yield spelling.replace("'", "’")


def _american(term: str) -> str:
    return _BRITISH.sub(lambda match: _TO_AMERICAN[match[0]], term)


def _british(term: str) -> str:
    return _AMERICAN.sub(lambda match: _TO_BRITISH[match[0]], term)


def _plural(term: str) -> str:
    """The plural of the last word, or nothing where the term is one already, or no word."""
    if not term[-1].isalpha() or term.endswith(("s", "ing", "ed")) or len(term) < 3:
        return ""
    if term.endswith("y") and term[-2] not in "aeiou":
        return f"{term[:-1]}ies"
    return f"{term}es" if term.endswith(("ch", "sh", "x", "z")) else f"{term}s"
