"""Scene -> for each of its quotes the place where its speaker stands, by a rule of the language.

Three places are looked at: behind the closing mark, in the reporter's words before the opening one, and at the
beginning of their sentence. Where two of them disagree and nothing decides, nobody is found.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from dateline.quotes import subjects
from dateline.quotes.forms import QUOTE
from dateline.quotes.found import Found, found_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.quotes.forms import Form
    from dateline.quotes.grammar import Grammar
    from dateline.quotes.marks import Span
    from dateline.quotes.scene import Scene

_FAR = 500  # characters of a sentence that are looked at on either side of a quote
_COMPLEMENT = 120  # characters between a verb and the quote: "told reporters in Paris on Monday that"
_LONG = 7  # blanks in a quote that is no title
_SHORT = 3  # the same where a verb of speech and a name stand behind it
_VERBS = 3  # of a sentence that are tried
_LEAD = re.compile(r"\s?,?\s*[–—-]?\s*")
_TIED = ",?!…—–-"  # how a quote ends that a verb follows
_ENDED = "?!…"  # how a quote ends behind which another sentence may begin
_INNER = "’'”\" "  # marks of a quote in a quote


def behind(scene: Scene, grammar: Grammar, number: int) -> Found | None:
    """“…,” she said."""
    span = scene.spans[number]
    line = scene.shadow.find("\n", span.outer_end)
    end = min(scene.sentence_end(span.outer_end + 1), span.outer_end + _FAR, line if line >= 0 else len(scene.text))
    if number + 1 < len(scene.spans):
        end = min(end, scene.spans[number + 1].outer_start)
    last = scene.text[span.start : span.end].rstrip(_INNER)[-1:]
    tail = scene.shadow[span.outer_end : end].lstrip()
    tied = last in _TIED or tail[:1] in (",", "—", "–", "-") or (last == "." and tail[:1].islower())
    untied = not tied and last.isalnum() and _opens(scene, span)
    if not tied and not untied:
        return None
    at = _begin(scene, span.outer_end, end)
    found = ending(scene, grammar, at, end)
    words = scene.text.count(" ", span.start, span.end)
    if untied and words < (_SHORT if found and found.kind == "name" else _LONG):
        return None
    if found:
        return found
    for verb in islice(grammar.verb.compiled.finditer(scene.shadow, at, end), _VERBS):
        if last in _ENDED and grammar.onward.compiled.match(scene.shadow, verb.end()):
            return None
        for form in grammar.after.up_to_verb:
            match = form.pattern.fullmatch(scene.shadow, at, verb.start())
            if match and (tied or form.kind != "role") and (found := found_by(grammar, form, match, verb.end())):
                return found
    return None


def ending(scene: Scene, grammar: Grammar, at: int, end: int) -> Found | None:
    """… said Ann Example, … according to Ann Example."""
    for form in grammar.after.others:
        if found := at_once(scene, grammar, form, at, end):
            return found
    return None


def at_once(scene: Scene, grammar: Grammar, form: Form, at: int, end: int) -> Found | None:
    """The speaker by a form that begins right there."""
    match = form.match(scene.shadow, at, end)
    return found_by(grammar, form, match, match.end()) if match else None


def _opens(scene: Scene, span: Span) -> bool:
    """Whether a quote without a stop opens its sentence: the stop may have been forgotten."""
    begins = scene.text[span.start : span.end].lstrip("[(¿¡")[:1]
    return begins.isupper() and scene.sentence(span.outer_start) == span.outer_start


def _begin(scene: Scene, at: int, end: int) -> int:
    """Where the words behind a closing mark begin."""
    lead = _LEAD.match(scene.shadow, at, end)
    return lead.end() if lead else at


def before(scene: Scene, grammar: Grammar, number: int) -> Found | None:
    """She said: “…” and She said it was “…”."""
    span = scene.spans[number]
    low = max(scene.sentence(_introduced(scene, span)), span.outer_start - _FAR)
    if number and scene.spans[number - 1].outer_end > low:
        low = _begin(scene, scene.spans[number - 1].outer_end, span.outer_start)
    verbs = [
        verb
        for verb in grammar.verb.compiled.finditer(scene.shadow, low, span.outer_start)
        if verb.start() == low or not verb.group()[0].isupper()  # and not the United States, or the Morning Post
    ]
    if not verbs:
        return _opening(scene, grammar, low, span)
    verb, told = verbs[-1], None
    at = verb.start()
    shadow = scene.shadow
    if shadow[at].isupper():  # Adds Ann Example: “…”
        shadow = f"{shadow[:at]}{shadow[at].lower()}{shadow[at + 1 :]}"
    for form in grammar.before.others:
        match = form.match(shadow, at, span.outer_start)
        if match and match.start("who") == match.end("who") and not _is_bare(scene, grammar, low, verb):
            continue
        tie = _tie(scene, grammar, match.end(), span) if match else None
        if match and tie is not None and (found := found_by(grammar, form, match, match.end(), spoken=tie)):
            if found.kind != "role":
                return found
            told = told or found  # sagte der Minister: “…”, but Ann Example sagte der Zeitung: “…”
    tie = _tie(scene, grammar, verb.end(), span)
    if tie is None or not (tie or grammar.reporting.compiled.fullmatch(verb.group())):
        return told
    found = up_to(scene, grammar, low, at, spoken=tie)
    if grammar.doing and verb.group().endswith(grammar.doing) and (found is None or found.kind == "role"):
        found = subjects.alone(scene, grammar, low, at, spoken=tie) or found
    return found if found and (found.kind != "role" or told is None) else told


def _is_bare(scene: Scene, grammar: Grammar, low: int, verb: re.Match[str]) -> bool:
    """Whether a verb that reports speech has no subject before it: it opens its sentence."""
    reports = grammar.reporting.compiled.fullmatch(verb.group()) is not None
    return reports and grammar.bare.compiled.fullmatch(scene.shadow, low, verb.start()) is not None


def _introduced(scene: Scene, span: Span) -> int:
    """Where the words before a quote end: in the line before, if a colon or comma ends it and the quote begins one."""
    behind = span.outer_start
    while behind and scene.shadow[behind - 1].isspace():
        behind -= 1
    line = scene.shadow.find("\n", behind, span.outer_start)
    return behind - 1 if behind and line >= 0 and scene.shadow[behind - 1] in ":," else span.outer_start


def indirect(scene: Scene, grammar: Grammar, low: int, high: int) -> Found | None:
    """Who speaks in a sentence without a quote: Ann Example said that it was late."""
    verb = grammar.reporting.compiled.search(scene.shadow, low, high)
    if verb is None or QUOTE in scene.shadow[low : verb.start()]:
        return None
    for form in grammar.before.up_to_verb:
        match = form.pattern.fullmatch(scene.shadow, low, verb.start())
        if match:
            later = _named_behind(scene, grammar, verb, high) if form.kind == "role" and grammar.noun_first else None
            return later or found_by(grammar, form, match, verb.end())
    return None


def _named_behind(scene: Scene, grammar: Grammar, verb: re.Match[str], high: int) -> Found | None:
    """Whose name stands behind a verb, where its object is the first: Lo stesso ha detto Anna Modello."""
    named = (form for form in grammar.before.others if form.kind == "name")
    return next((found for form in named if (found := at_once(scene, grammar, form, verb.start(), high))), None)


def _opening(scene: Scene, grammar: Grammar, low: int, span: Span) -> Found | None:
    """According to Ann Example, it was “…”."""
    for form in grammar.opening:
        match = form.match(scene.shadow, low, span.outer_start)
        if match and ":" not in scene.shadow[match.end() : span.outer_start]:
            tie = _tie(scene, grammar, match.end() + 1, span)
            return None if tie is None else found_by(grammar, form, match, match.end(), spoken=tie)
    return _just_before(scene, grammar, low, span)


def _just_before(scene: Scene, grammar: Grammar, low: int, span: Span) -> Found | None:
    """In May, according to Ann Example, “…”."""
    for form in grammar.after.others:
        at = scene.shadow.rfind(f", {form.lead} ", low, span.outer_start) + 2 if form.lead else 1
        match = form.match(scene.shadow, at, span.outer_start) if at > 1 else None
        if match and scene.shadow[match.end() : span.outer_start].strip(", ") == "":
            return found_by(grammar, form, match, match.end(), spoken=False)
    return None


def _tie(scene: Scene, grammar: Grammar, at: int, span: Span) -> bool | None:
    """What lies between a verb and the quote.

    True where it ties the two, False where the quote is a part of the reporter's sentence, None where the verb may
    not govern it.
    """
    between = grammar.bound.compiled.sub("", scene.shadow[at : span.outer_start].rstrip(), count=1)
    if len(between) > _COMPLEMENT or QUOTE in between:
        return None
    if not between or between[-1] == ":":
        return None if grammar.another.compiled.search(between) else True
    if grammar.breaks.compiled.search(between.rstrip(",—–-")):
        return None
    if between[-1] in ",—–-" or grammar.binder.compiled.fullmatch(between):
        return True
    return None if scene.whose(at, span.outer_start) else False


def up_to(scene: Scene, grammar: Grammar, low: int, verb: int, *, spoken: bool) -> Found | None:
    """The speaker between the beginning of the sentence and a verb: nearest to the verb first."""
    starts = [low, *(match.end() for match in grammar.clause.compiled.finditer(scene.shadow, low, verb))]
    starts.reverse()
    named = [form for form in grammar.before.up_to_verb if form.kind != "role"]
    roles = [form for form in grammar.before.up_to_verb if form.kind == "role"]
    found = _clause(scene, grammar, named, starts, verb, spoken)
    if found:
        return found
    rule = grammar.before.up_to_verb[0].rule if grammar.before.up_to_verb else ""
    who = next(
        (match for match in grammar.relative.compiled.finditer(scene.shadow, low, verb) if match.end() == verb), None
    )
    if who:
        return Found("name", who.start("who"), who.end("who"), rule, spoken, verb)
    if grammar.joined.compiled.fullmatch(scene.shadow, low, verb):
        return subjects.found(scene, grammar, low, rule, spoken=spoken)
    if match := grammar.described.compiled.fullmatch(scene.shadow, low, verb):
        return Found("name", match.start("who"), match.end("who"), rule, spoken, verb)
    return _clause(scene, grammar, roles, starts, verb, spoken)


def _clause(
    scene: Scene, grammar: Grammar, forms: Sequence[Form], starts: Sequence[int], verb: int, spoken: bool
) -> Found | None:
    for form in forms:
        for start in starts:
            match = form.pattern.fullmatch(scene.shadow, start, verb)
            paired = match and grammar.paired.compiled.search(scene.shadow, max(0, start - 60), start)
            if match and not paired and (found := found_by(grammar, form, match, verb, spoken=spoken)):
                return found
    return None
