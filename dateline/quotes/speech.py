"""Scene -> for each of its quotes the place where its speaker stands, by a rule of the language.

Three places are looked at: behind the closing mark, in the reporter's words before the opening one, and at the
beginning of their sentence. Where two of them disagree and nothing decides, nobody is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.quotes.grammar import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.quotes.grammar import Form, Grammar, Kind
    from dateline.quotes.marks import Span
    from dateline.quotes.scene import Scene

_FAR = 500  # characters of a sentence that are looked at on either side of a quote
_COMPLEMENT = 120  # characters between a verb and the quote: "told reporters in Paris on Monday that"
_TIED = ",?!…—–-"  # how a quote ends that a verb follows


@dataclass(frozen=True, slots=True)
class Found:
    """Where a speaker stands: `start` and `end` of the words, and how they name somebody."""

    kind: Kind
    start: int
    end: int
    rule: str
    spoken: bool = True  # a comma, a colon or "that" ties the quote to its verb
    stop: int = 0  # where the words about the speaker end


def behind(scene: Scene, grammar: Grammar, number: int) -> Found | None:
    """“…,” she said."""
    span = scene.spans[number]
    end = min(scene.sentence_end(span.outer_end + 1), span.outer_end + _FAR)
    if number + 1 < len(scene.spans):
        end = min(end, scene.spans[number + 1].outer_start)
    last = scene.text[span.end - 1 : span.end]
    tail = scene.shadow[span.outer_end : end].lstrip()
    if not (last in _TIED or tail[:1] in (",", "—", "–") or (last == "." and tail[:1].islower())):
        return None
    for form in grammar.after:
        match = form.pattern.match(scene.shadow, span.outer_end, end)
        if match:
            return _found(form, match.start("who"), match.end("who"), match.end())
    return None


def before(scene: Scene, grammar: Grammar, number: int) -> Found | None:
    """She said: “…” and She said it was “…”."""
    span = scene.spans[number]
    low = max(scene.sentence(span.outer_start), span.outer_start - _FAR)
    if number and scene.spans[number - 1].outer_end > low:
        low = scene.spans[number - 1].outer_end
    verbs = list(grammar.verb.finditer(scene.shadow, low, span.outer_start))
    if not verbs:
        return _opening(scene, grammar, low, span)
    verb = verbs[-1]
    for form in grammar.from_verb:
        match = form.pattern.match(scene.shadow, verb.start(), span.outer_start)
        if match and (tie := _tie(scene, grammar, match.end(), span)) is not None:
            return _found(form, match.start("who"), match.end("who"), match.end(), spoken=tie)
    tie = _tie(scene, grammar, verb.end(), span)
    if tie is None or not (tie or grammar.reporting.fullmatch(verb.group())):
        return None
    return _up_to(scene, grammar, low, verb.start(), tie)


def _opening(scene: Scene, grammar: Grammar, low: int, span: Span) -> Found | None:
    """According to Ann Example, it was “…”."""
    for form in grammar.opening:
        match = form.pattern.match(scene.shadow, low, span.outer_start)
        if match:
            tie = _tie(scene, grammar, match.end() + 1, span)
            return None if tie is None else _found(form, match.start("who"), match.end("who"), match.end(), spoken=tie)
    return None


def _tie(scene: Scene, grammar: Grammar, at: int, span: Span) -> bool | None:
    """What lies between a verb and the quote: True where it ties them, False where the quote is a part of the
    sentence, None where the verb may not govern it."""
    between = scene.shadow[at : span.outer_start].rstrip()
    if len(between) > _COMPLEMENT or QUOTE in between:
        return None
    words = between.rstrip(",:—–-").strip()
    if between[-1:] == ":" or not between:
        return True
    if between[-1:] in (",", "—", "–", "-"):
        return True if not grammar.breaks.search(words) else None
    if grammar.breaks.search(words):
        return None
    if grammar.binder.fullmatch(between):
        return True
    return None if scene.whose(at, span.outer_start) else False


def _up_to(scene: Scene, grammar: Grammar, low: int, verb: int, tie: bool) -> Found | None:
    """The speaker between the beginning of the sentence and a verb."""
    starts = [low, *(match.end() for match in grammar.clause.finditer(scene.shadow, low, verb))]
    for form in grammar.up_to_verb:
        if form.kind == "role":
            break
        for start in reversed(starts):
            match = form.pattern.fullmatch(scene.shadow, start, verb)
            if match and not grammar.paired.search(scene.shadow, max(low, start - 60), start):
                return _found(form, match.start("who"), match.end("who"), verb, spoken=tie)
    rule = grammar.up_to_verb[0].rule
    who = grammar.relative.search(scene.shadow, low, verb)
    if who and who.end() == verb:
        return Found("name", who.start("who"), who.end("who"), rule, tie, verb)
    if grammar.joined.fullmatch(scene.shadow, low, verb):
        return next(_subjects(scene, grammar, low, rule, tie), None)
    for form in grammar.up_to_verb:
        for start in reversed(starts):
            if form.kind == "role" and (match := form.pattern.fullmatch(scene.shadow, start, verb)):
                return _found(form, match.start("who"), match.end("who"), verb, spoken=tie)
    return None


def _subjects(scene: Scene, grammar: Grammar, low: int, rule: str, tie: bool) -> Iterator[Found]:
    """The one at the beginning of the sentence: Ann Example welcomed it, saying: “…”."""
    for kind, pattern in (("name", grammar.subject), ("pronoun", grammar.pronoun_subject)):
        match = pattern.match(scene.shadow, low)
        if match:
            yield Found("name" if kind == "name" else "pronoun", match.start("who"), match.end("who"), rule, tie)


def _found(form: Form, start: int, end: int, stop: int, *, spoken: bool = True) -> Found:
    return Found(form.kind, start, end, form.rule, spoken, stop)
