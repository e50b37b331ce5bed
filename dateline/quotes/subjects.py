"""A sentence -> its subject: the name at its beginning, before which nothing but a title stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.quotes.forms import NAME
from dateline.quotes.found import Found

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from dateline.quotes.grammar import Grammar
    from dateline.quotes.scene import Scene

_OF_WHAT = 2  # words behind an office: minister of trade, but not: minister of trade visited


def subject(scene: Scene, grammar: Grammar, low: int) -> re.Match[str] | None:
    """The name at the beginning of a sentence, where nothing before it but a title can be its bearer's."""
    match = grammar.subject.compiled.match(scene.shadow, low)
    if match is None:
        return None
    before = scene.shadow[low : scene.shadow.rfind(NAME, low, match.end("who"))].rstrip(NAME).split()
    # "Somebody visited Ann Example": with a name that nobody tagged, a verb would stand where a title may stand
    return match if not before or not before[-1].islower() or is_title(grammar, before) else None


def is_title(grammar: Grammar, words: Sequence[str]) -> bool:
    """Whether words before a name end with a title: fire chief, minister for women, frontman."""
    office = next((i for i in range(len(words) - 1, -1, -1) if _is_somebody(grammar, words[i])), None)
    if office is None:
        return False
    rest = [word for word in words[office + 1 :] if word not in grammar.definite]
    return not rest or (rest[0] in grammar.linking and len(rest) == _OF_WHAT)


def _is_somebody(grammar: Grammar, word: str) -> bool:
    return word.endswith(grammar.agents) or grammar.people.compiled.fullmatch(word) is not None


def found(scene: Scene, grammar: Grammar, low: int, rule: str, *, spoken: bool) -> Found | None:
    """The one at the beginning of the sentence: Ann Example welcomed it, saying: “…”."""
    match = subject(scene, grammar, low)
    if match:
        return Found("name", match.start("who"), match.end("who"), rule, spoken, match.end())
    match = grammar.pronoun_subject.compiled.match(scene.shadow, low)
    return Found("pronoun", match.start("who"), match.end("who"), rule, spoken, match.end()) if match else None


def alone(scene: Scene, grammar: Grammar, low: int, verb: int, *, spoken: bool) -> Found | None:
    """The subject of a sentence, where it names nobody else before a verb: Ann Example left the room saying: “…”"""
    match = subject(scene, grammar, low) or grammar.fronted.compiled.match(scene.shadow, low)
    if match is None or match.end() > verb or NAME in scene.shadow[match.end("who") : verb]:
        return None
    words = scene.shadow[match.end("who") : verb].split()
    if words and words[-1] in grammar.carriers:
        return None
    rule = grammar.before.up_to_verb[0].rule
    return Found("name", match.start("who"), match.end("who"), rule, spoken, verb)
