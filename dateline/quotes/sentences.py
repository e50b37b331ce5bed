"""A sentence that quotes nothing -> who speaks in it, and whom it is about, where either is one alone."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from dateline.quotes import speech, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.quotes.found import Found
    from dateline.quotes.grammar import Grammar
    from dateline.quotes.scene import Scene

_VERBS = 4  # of a sentence that are tried
_DATELINE = re.compile(r"[A-ZÀ-Þ]{2}[^\n–—]{0,50}?\s[–—-]{1,2}\s")


def speaker(scene: Scene, grammar: Grammar, low: int, high: int) -> Found | None:
    """Who speaks in a sentence, wherever that is said: The bridge was unsafe, said Ann Example."""
    low = _subject_begins(scene, grammar, low)
    found = speech.indirect(scene, grammar, low, high)
    if found:
        return found
    met = list(_speakers(scene, grammar, low, high))
    if [each.kind for each in met] == ["pronoun"]:
        return met[0]
    names = {mention.name for each in met if (mention := scene.whose(each.start, each.end))}
    return met[0] if len(names) == 1 and all(each.kind == "name" for each in met) else None


def adds(scene: Scene, grammar: Grammar, at: int) -> bool:
    """Whether nothing but words such as "and then", and a colon, stand in the sentence before a quote."""
    lead = scene.shadow[scene.sentence(at) : at].rstrip()
    return lead.endswith(":") and grammar.bare.compiled.fullmatch(f"{lead[:-1].rstrip()} ") is not None


def _subject_begins(scene: Scene, grammar: Grammar, low: int) -> int:
    """But Ann Example …"""
    leading = _DATELINE.match(scene.shadow, low) or grammar.leading.compiled.match(scene.shadow, low)
    return leading.end() if leading else low


def _speakers(scene: Scene, grammar: Grammar, low: int, high: int) -> Iterator[Found]:
    """Behind each verb of speech that a comma parts from what is said, or before it; behind such words as "according
    to"."""
    shadow = scene.shadow
    for form in grammar.opening:
        if found := speech.at_once(scene, grammar, form, low, high):
            yield found
            break  # forms for names come first
    for verb in islice(grammar.reporting.compiled.finditer(shadow, low, high), _VERBS):
        parted = shadow[low : verb.start()].rstrip().endswith(",")
        found = speech.ending(scene, grammar, verb.start(), high) if parted else None
        if found := found or speech.up_to(scene, grammar, low, verb.start(), spoken=False):
            yield found
    for form in grammar.after.others:
        at = shadow.find(form.lead, low, high) if form.lead else -1
        if at >= 0 and (found := speech.ending(scene, grammar, at, high)):
            yield found


def about(scene: Scene, grammar: Grammar, low: int) -> re.Match[str] | None:
    """The name that is its subject: at its beginning, behind what stands there instead, or as somebody's own matter."""
    low = _subject_begins(scene, grammar, low)
    match = subjects.subject(scene, grammar, low) or grammar.fronted.compiled.match(scene.shadow, low)
    if match:
        return match
    own = grammar.possessive.compiled.match(scene.shadow, low)
    end = scene.sentence_end(low)
    if own is None or grammar.people.compiled.search(scene.shadow, low, end):
        return None
    return None if grammar.reporting.compiled.search(scene.shadow, low, end) else own
