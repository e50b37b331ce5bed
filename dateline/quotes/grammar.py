"""dateline/data/quotes/*.yaml -> Grammar: the words and forms of one language, as compiled patterns."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dateline.quotes import pieces
from dateline.quotes.alternation import any_of
from dateline.quotes.forms import NAME, QUOTE, Form, Kind, Pattern, Place
from dateline.quotes.pieces import ASIDE, PERSON, PLAIN, WORD
from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Mapping

_LISTS = (
    "adverbs no_adverbs clauses times stops determiners offices linking belonging pairing definite others relative "
    "leading quoting joining binding breaks qualifiers people dotted works auxiliaries to hearers agents doing carriers"
)
_OTHERS = "verbs beside forms pronouns honorifics abbreviations sizes title_case noun_first cases within dialogue"
KEYS = frozenset(f"{_LISTS} {_OTHERS}".split())


class Grammar(Struct, frozen=True):
    """The rules of one language."""

    after: Place  # behind the closing mark
    before: Place  # in the reporter's words before the opening mark
    opening: tuple[Form, ...]  # at the beginning of the sentence
    sequel: tuple[Form, ...]  # at the beginning of the sentence behind the quote
    verb: Pattern
    onward: Pattern  # behind a verb: it governs what follows, and not a quote before it
    reporting: Pattern  # the verbs that report indirect speech too
    named_report: Pattern  # a name or another word in capitals, then such a verb
    clause: Pattern  # behind a match, a clause may begin
    subject: Pattern  # a name at the beginning of a sentence
    fronted: Pattern  # other words, a comma and a name: On Monday, Ann Example
    possessive: Pattern  # Ann Example's bridge
    pronoun_subject: Pattern
    label: Pattern  # a name and a colon, from the beginning of the line
    paired: Pattern  # up to a name: "Ann Example and"
    adverb: Pattern
    bare: Pattern  # what may stand before a verb whose subject is left out: Y luego añadió
    leading: Pattern  # words before the subject of a sentence that say nothing of it: But Ann Example
    relative: Pattern  # up to a verb: a name, then "who"
    described: Pattern  # up to a verb: a name at the beginning of the sentence, and a description without its end
    carriers: frozenset[str]  # things that say something: a letter saying
    doing: tuple[str, ...]  # ends of verbs that take the subject of the sentence: saying
    joined: Pattern  # up to a verb: no speaker, but the one of the clause before ("…, and added")
    binder: Pattern  # "that" before a quote
    quoted: Pattern  # the words for one who speaks end with whom he quotes: the paper quoted Ann Example
    bound: Pattern  # a comma that such a word must have before it
    another: Pattern  # a verb in two words, behind a comma: somebody else's clause
    breaks: Pattern  # what may begin another clause between a verb and a fragment
    people: Pattern
    agents: tuple[str, ...]  # ends of words for people: frontman
    nobody: frozenset[str]  # words that do not begin the words for a speaker
    title: Pattern  # the words before a name that describe its bearer
    aside: Pattern  # such words behind it
    apposed: Pattern  # up to a name: a title with its article, The minister of trade, Ann Example
    foreign: frozenset[str]  # words of no title
    linking: frozenset[str]
    dotted: frozenset[str]
    works: frozenset[str]
    pronouns: Mapping[str, str]  # word -> "f", "m" or "any"
    honorifics: Mapping[str, str]  # word -> "f" or "m"
    definite: frozenset[str]
    pairing: frozenset[str]
    abbreviations: Mapping[str, str]
    qualifiers: frozenset[str]
    title_case: bool
    noun_first: bool  # "minister" is the first word of a title, as in French, and not the last one
    cases: bool  # a name in another form than its bearer's is not the subject
    within: str  # the dash that sets the reporter's words apart within the marks, behind a comma as in Russian
    incised: Pattern | None  # such words between commas, or between dashes without a comma
    dialogue: Pattern | None  # such words behind a dash in a paragraph that another one begins
    sizes: Mapping[str, int]  # least numbers of words


@cache
def load(language: str) -> Grammar | None:
    """The rules for a BCP 47 language; None where there are none."""
    code = language.partition("-")[0].lower()
    if not code.isalpha():
        return None
    file = files("dateline.data").joinpath("quotes", f"{code}.yaml")
    return compile_rules(yamlio.parse(file.read_text(encoding="utf-8")).value) if file.is_file() else None


def compile_rules(data: Mapping[str, Any]) -> Grammar:
    """The rules as patterns; ValueError names the keys that a language file lacks or has too many."""
    wrong = sorted(data.keys() ^ KEYS)
    if wrong:
        raise ValueError(f"a language file lacks these keys, or has them too many: {', '.join(wrong)}")
    words = {key: pieces.spelled(value.split()) for key, value in data.items() if isinstance(value, str)}
    clauses = [*words["clauses"], *(word.capitalize() for word in words["clauses"])]
    for key in ("determiners", "stops", "offices"):  # they stand at beginnings and in titles, too
        words[key] += [word.capitalize() for word in words[key]]
    words["pronouns"] = list(data["pronouns"])
    reporting, beside = words["verbs"], words["beside"] = pieces.verbs(data["verbs"]), pieces.verbs(data["beside"])
    either = [*reporting, *beside]
    verb = rf"\b{pieces.verb(either, words)}\b(?!['’])"  # and not the member states' budget
    said = pieces.verb(reporting, words)
    speaker, apposed = pieces.speakers(data, words)
    adverb = pieces.adverb(words)
    adverbs = rf"(?:(?:,\s)?\b{adverb}\b,?\s)*"
    behind = rf"(?:{adverb}|{pieces.told(words)})" if words["to"] else adverb
    trailing = rf"(?:(?:,?\s{behind}\b)+,?)?"
    alone = rf"(?!,?\s{any_of(words['pairing'])}\s(?:[\w.]+\s){{0,6}}{NAME})"
    participle = adverbs + any_of(pieces.participles(either))
    nobody_else: Mapping[Kind, str] = {"name": alone, "pronoun": "", "role": ""}
    built = pieces.Pieces(
        speaker,
        verb,
        adverbs,
        trailing,
        pieces.tail(words),
        pieces.open_tail(words),
        participle,
        pieces.unnamed(words),
        pieces.end(words, pieces.verb(either, words)),
        apposed,
        nobody_else,
    )
    forms: Mapping[str, Mapping[str, str | list[str]]] = data["forms"]
    person = speaker["name"]
    people = {*data["pronouns"], *words["others"], *words["determiners"]}
    inverts = "-{speaker}" in str(forms)
    front = any_of(word for word in words["stops"] if word[:1].isupper() and word.lower() not in people)
    return Grammar(
        after=built.place(forms["after"], behind=True),
        before=built.place(forms["before"]),
        opening=built.place(forms.get("opening", {})).others,
        sequel=built.place(forms.get("sequel", {})).others,
        verb=Pattern(verb, re.IGNORECASE),
        onward=Pattern(rf":|\s{any_of([*data['pronouns'], *words['others'], *words['binding']])}\s"),
        reporting=Pattern(rf"\b{said}\b", re.IGNORECASE),
        named_report=Pattern(rf"\b[A-ZÀ-ÞА-Я][\w'’-]+\s{said}\b"),
        clause=Pattern(rf"[,;:–—]\s|[{QUOTE}]\s?|\b{any_of([*clauses, *words['times']])}\s|{verb}\s"),
        subject=Pattern(rf"(?P<who>{person}){alone}"),
        fronted=Pattern(
            rf"{front}\b[^{NAME}{QUOTE},.;:!?\n]*+(?:,\s[^{NAME}{QUOTE},.;:!?\n]++)?,\s(?P<who>{person}){alone}(?=,?\s[a-zA-Z])"
        ),
        possessive=Pattern(rf"(?:{WORD}\s)?(?P<who>{NAME}++)['’]s?\s[a-z]"),
        label=Pattern(rf"(?:[–—•*-]\s?)?(?P<who>{person})(?:{pieces.BRACKET}|,\s[^:\n{NAME}{QUOTE}]{{1,80}})?\s?:\s?"),
        pronoun_subject=Pattern(rf"(?P<who>{speaker['pronoun']})\b"),
        paired=Pattern(rf"{NAME}['’s]*,?\s{any_of(words['pairing'])}\s\Z"),
        relative=Pattern(rf"(?P<who>{PERSON})(?:{ASIDE[:-1]})?,?\s{any_of(words['relative'])}\s{adverbs}"),
        bare=Pattern(rf"(?:{any_of([*words['leading'], *words['joining']])},?\s)?{adverbs}"),
        leading=Pattern(rf"{any_of(words['leading'])},?\s"),
        described=Pattern(rf"(?P<who>{person}){pieces.open_tail(words)}\s{adverbs}"),
        carriers=frozenset(words["carriers"]),
        doing=tuple(words["doing"]),
        joined=Pattern(rf"(?:.*\s)?{any_of(words['joining'])}\s{adverbs}|.*,\s", re.DOTALL),
        binder=Pattern(rf"(?:.*\s)?{any_of(words['binding'])}\s?", re.DOTALL),
        quoted=Pattern(rf"\b{any_of(words['quoting'])}\s(?:{pieces.word(words)}\s){{0,3}}?(?P<who>{PERSON})\Z"),
        bound=Pattern(rf"\A,(?=\s{any_of(words['binding'])}\b)"),
        another=Pattern(rf",\s.*\b{any_of(words['auxiliaries'])}\s", re.DOTALL),
        breaks=Pattern(rf"[,;:]|\b{any_of(words['breaks'])}\b", re.IGNORECASE),
        agents=tuple(words["agents"]),
        people=Pattern(rf"\b{any_of([*words['people'], *words['offices']])}\b", re.IGNORECASE),
        nobody=frozenset([*words["stops"], *words["clauses"], *words["adverbs"]])
        - {*words["others"], *words["determiners"]},
        title=Pattern(rf"(?:{pieces.word(words)}\s)+\Z"),
        aside=Pattern(rf",\s(?:{any_of(words['determiners'])}\s)?(?P<words>{PLAIN}(?:\s{PLAIN}){{0,9}}+)[,.;]"),
        apposed=Pattern(
            rf"\b(?:{any_of([*words['definite'], *map(str.capitalize, words['definite'])])}(?:\s|(?<=['’])))"
            rf"(?P<words>{any_of(words['people'])}\b(?:\s{PLAIN}){{0,9}}?),?\s\Z"
        ),
        foreign=frozenset([*words["stops"], *words["determiners"], *words["pairing"]])
        - {*words["linking"], *words["definite"]},
        linking=frozenset(words["linking"]),
        adverb=Pattern(adverb),
        dotted=frozenset(words["dotted"]),
        works=frozenset(words["works"]),
        pronouns=data["pronouns"],
        honorifics={word: gender for gender, value in data["honorifics"].items() for word in value.split()},
        pairing=frozenset(words["pairing"]),
        definite=frozenset(words["definite"]),
        abbreviations=data["abbreviations"],
        qualifiers=frozenset(words["qualifiers"]),
        title_case=data["title_case"] == "true",
        noun_first=data["noun_first"] == "true",
        cases=data["cases"] == "true",
        within="—" if "—" in words["within"] else "",
        incised=Pattern(apart) if (apart := pieces.incised(words, verb, participle, inverts=inverts)) else None,
        dialogue=Pattern(pieces.dialogue(words, verb)) if data["dialogue"] == "true" else None,
        sizes={key: int(value) for key, value in data["sizes"].items()},
    )
