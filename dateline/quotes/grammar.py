"""dateline/data/quotes/*.yaml -> Grammar: the words and forms of one language, as compiled patterns.

The patterns run over a shadow of the text, of the same length, in which every character of a person's name is
NAME and every character of a quote, its marks included, is QUOTE.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from dateline.quotes.alternation import any_of
from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME, QUOTE = "\ue000", "\ue001"
Kind = Literal["name", "pronoun", "role"]
KINDS: tuple[Kind, ...] = ("name", "pronoun", "role")  # in the order in which they are tried

_LISTS = (
    "adverbs clauses times stops determiners offices linking belonging pairing definite others relative joining "
    "binding breaks qualifiers people dotted works"
)
KEYS = frozenset(
    (*_LISTS.split(), "verbs", "beside", "forms", "pronouns", "honorifics", "abbreviations", "sizes", "title_case")
)
_PERSON = rf"{NAME}++(?!['’´`]|-\w)"  # no possessive
_WORD = rf"[^\W\d_{NAME}{QUOTE}][\w.’'&/-]*+"  # possessive: a word is taken whole or not at all
_PLAIN = rf"[^\W\d_{NAME}{QUOTE}][\w’'-]*+"
_NUMBER = r"\d[\w.-]*+"
_DOT = r"(?:(?<=\b[A-Z])|(?<=\b[A-Z]\w)|(?<=\b[A-Z]\w\w))\."  # of an initial or an abbreviation
_ROLE = rf"[^\s,.;:!?()–—{QUOTE}](?:[^,.;:!?()–—\n{QUOTE}]|{_DOT}){{0,80}}"
_BRACKET = r"\s\([^()\n]{1,60}\)"  # (R-Texas)
_ASIDE = rf",\s(?:[^.!?;:{QUOTE}\n]|{_DOT}){{1,200}}?,"  # , the minister of trade,


class Pattern(Struct, frozen=True, dict=True):
    """Compiled when it is first needed: all patterns of a language take 100 ms, and few articles need all."""

    source: str
    flags: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)


class Form(Struct, frozen=True, dict=True):
    """A place where a speaker stands: its pattern matches from its beginning on, and has the group `who`."""

    rule: str
    kind: Kind
    source: str
    lead: str = ""  # the word with which it begins, where that is always the same

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first needed."""
        return re.compile(self.source)

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The place, where it begins at `start`."""
        return self.pattern.match(text, start, end) if text.startswith(self.lead, start) else None


class Place(Struct, frozen=True):
    """The forms of one place: those that a verb ends are matched fully by the words up to it."""

    up_to_verb: tuple[Form, ...]
    others: tuple[Form, ...]


class Grammar(Struct, frozen=True):
    """The rules of one language."""

    after: Place  # behind the closing mark
    before: Place  # in the reporter's words before the opening mark
    opening: tuple[Form, ...]  # at the beginning of the sentence
    verb: Pattern
    onward: Pattern  # behind a verb: it governs what follows, and not a quote before it
    reporting: Pattern  # the verbs that report indirect speech too
    clause: Pattern  # behind a match, a clause may begin
    subject: Pattern  # a name at the beginning of a sentence
    fronted: Pattern  # other words, a comma and a name: On Monday, Ann Example
    possessive: Pattern  # Ann Example's bridge
    pronoun_subject: Pattern
    paired: Pattern  # up to a name: "Ann Example and"
    relative: Pattern  # up to a verb: a name, then "who"
    joined: Pattern  # up to a verb: no speaker, but the one of the clause before ("…, and added")
    binder: Pattern  # "that" before a quote
    breaks: Pattern  # what may begin another clause between a verb and a fragment
    people: Pattern
    nobody: frozenset[str]  # words that do not begin the words for a speaker
    title: Pattern  # the words before a name that describe its bearer
    aside: Pattern  # such words behind it
    linking: frozenset[str]
    adverbs: frozenset[str]
    dotted: frozenset[str]
    works: frozenset[str]
    pronouns: Mapping[str, str]  # word -> "f" or "m"
    honorifics: Mapping[str, str]  # word -> "f" or "m"
    definite: frozenset[str]
    pairing: frozenset[str]
    abbreviations: Mapping[str, str]
    qualifiers: frozenset[str]
    title_case: bool
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
    words = {key: value.split() for key, value in data.items() if isinstance(value, str)}
    for key in ("determiners", "stops", "offices"):  # they stand at beginnings and in titles, too
        words[key] += [word.capitalize() for word in words[key]]
    reporting, beside = words["verbs"], words["beside"] = _verbs(data["verbs"]), _verbs(data["beside"])
    verb = rf"\b{any_of([*reporting, *beside])}\b(?!['’])"  # and not the member states' budget
    speaker = _speakers(data, words)
    adverbs = rf"(?:(?:,\s)?\b{any_of(words['adverbs'])}\b,?\s)*"
    alone = rf"(?!,?\s{any_of(words['pairing'])}\s(?:[\w.]+\s){{0,6}}{NAME})"
    pieces = _Pieces(speaker, verb, adverbs, _tail(words), {"name": alone, "pronoun": "", "role": ""})
    forms: Mapping[str, Mapping[str, str]] = data["forms"]
    person = speaker["name"]
    people = {*data["pronouns"], *words["others"], *words["determiners"]}
    front = any_of(word for word in words["stops"] if word[:1].isupper() and word.lower() not in people)
    return Grammar(
        after=pieces.place(forms["after"]),
        before=pieces.place(forms["before"]),
        opening=pieces.place(forms.get("opening", {})).others,
        verb=Pattern(verb, re.IGNORECASE),
        onward=Pattern(rf":|\s{any_of([*data['pronouns'], *words['others'], *words['binding']])}\s"),
        reporting=Pattern(rf"\b{any_of(reporting)}\b", re.IGNORECASE),
        clause=Pattern(rf"[,;:–—]\s|[{QUOTE}]\s?|\b{any_of([*words['clauses'], *words['times']])}\s|{verb}\s"),
        subject=Pattern(rf"(?P<who>{person}){alone}"),
        fronted=Pattern(
            rf"{front}\b[^{NAME}{QUOTE},.;:!?\n]*+(?:,\s[^{NAME}{QUOTE},.;:!?\n]++)?,\s(?P<who>{person}){alone}(?={_ASIDE}|\s[a-z])"
        ),
        possessive=Pattern(rf"(?:{_WORD}\s)?(?P<who>{NAME}++)['’]s?\s[a-z]"),
        pronoun_subject=Pattern(rf"(?P<who>{speaker['pronoun']})\b"),
        paired=Pattern(rf"{NAME}['’s]*,?\s{any_of(words['pairing'])}\s\Z"),
        relative=Pattern(rf"(?P<who>{_PERSON})(?:{_ASIDE[:-1]})?,?\s{any_of(words['relative'])}\s{adverbs}"),
        joined=Pattern(rf"(?:.*\s)?{any_of(words['joining'])}\s{adverbs}|.*,\s", re.DOTALL),
        binder=Pattern(rf"(?:.*\s)?{any_of(words['binding'])}\s?", re.DOTALL),
        breaks=Pattern(rf"[,;:]|\b{any_of(words['breaks'])}\b", re.IGNORECASE),
        people=Pattern(rf"\b{any_of([*words['people'], *words['offices']])}\b", re.IGNORECASE),
        nobody=frozenset([*words["stops"], *words["clauses"], *words["adverbs"]])
        - {*words["others"], *words["determiners"]},
        title=Pattern(rf"(?:{_word(words)}\s)+\Z"),
        aside=Pattern(rf",\s(?:{any_of(words['determiners'])}\s)?(?P<words>{_PLAIN}(?:\s{_PLAIN}){{0,9}}+)[,.;]"),
        linking=frozenset(words["linking"]),
        adverbs=frozenset(words["adverbs"]),
        dotted=frozenset(words["dotted"]),
        works=frozenset(words["works"]),
        pronouns=data["pronouns"],
        honorifics={word: gender for gender, value in data["honorifics"].items() for word in value.split()},
        pairing=frozenset(words["pairing"]),
        definite=frozenset(words["definite"]),
        abbreviations=data["abbreviations"],
        qualifiers=frozenset(words["qualifiers"]),
        title_case=data["title_case"] == "true",
        sizes={key: int(value) for key, value in data["sizes"].items()},
    )


class _Pieces(Struct, frozen=True):
    """What the slots of a form stand for."""

    speaker: Mapping[Kind, str]
    verb: str
    adverbs: str
    tail: str  # what may stand between a speaker and the verb
    alone: Mapping[Kind, str]  # behind a speaker: nobody else spoke with the bearer of the name

    def place(self, forms: Mapping[str, str]) -> Place:
        """Every form of a place for every kind of speaker, names first."""
        each = [(rule, form, kind) for kind in KINDS for rule, form in forms.items()]
        return Place(
            tuple(self._up_to_verb(rule, kind) for rule, form, kind in each if form == "{speaker} {verb}"),
            tuple(self._form(rule, form, kind) for rule, form, kind in each if form != "{speaker} {verb}"),
        )

    def _up_to_verb(self, rule: str, kind: Kind) -> Form:
        pattern = rf"(?P<who>{self.speaker[kind]}){self.tail}\s{self.adverbs}"
        return Form(rule, kind, pattern)

    def _form(self, rule: str, form: str, kind: Kind) -> Form:
        """The pattern of a form such as "{verb} {speaker}"."""
        before, _, behind = form.partition("{speaker}")
        end = rf"{self.tail}\s{self._plain(behind.strip())}" if behind.strip() else rf"{self.alone[kind]}(?=\W|$)"
        lead = self._plain(before.strip()) + r"\s" if before.strip() else ""
        first = before.split(" ")[0]
        return Form(rule, kind, rf"{lead}(?P<who>{self.speaker[kind]}){end}", "" if "{" in first else first)

    def _plain(self, words: str) -> str:
        escaped = re.escape(words).replace(r"\ ", r"\s")
        return escaped.replace(r"\{verb\}", rf"{self.adverbs}{self.verb}")


def _speakers(data: Mapping[str, Any], words: Mapping[str, list[str]]) -> dict[Kind, str]:
    """Kind -> the pattern of a speaker: a name and what describes its bearer, a pronoun, any other words."""
    word = _word(words)
    determiner = rf"(?:{any_of(words['determiners'])}\b|{NAME}+['’]s?)"
    office = (
        rf"(?:{word}\s){{0,6}}?{any_of(words['offices'])}\s{any_of(words['linking'])}\s(?:{word}\s|and\s|the\s){{1,6}}?"
    )
    plain = rf"(?:{_WORD}|{NAME}++(?:['’]s?)?|{_NUMBER})"
    described = rf"{determiner}\s(?:{plain}\s){{0,8}}?{plain},\s"
    person = rf"{_PERSON}(?:{_BRACKET})?"
    name = (
        rf"(?:{described}(?:{word}\s){{0,4}}?{person},?|(?:{office}|(?:{determiner}\s)?(?:{word},?\s){{0,8}}?){person})"
    )
    pronouns = [*data["pronouns"], *words["others"]]
    pronoun = any_of([*pronouns, *(each.capitalize() for each in pronouns)])  # She said: “…”
    return {"name": name, "pronoun": rf"\b{pronoun}", "role": _ROLE}


def _word(words: Mapping[str, list[str]]) -> str:
    """A word that may describe the bearer of the name that follows."""
    others = rf"(?:{any_of(words['stops'])}|{any_of(words['verbs'])})"  # apart, so that capitals share what follows
    return rf"(?:{NAME}+['’]s?|(?!{others}\b){_WORD}|{_NUMBER})"


def _tail(words: Mapping[str, list[str]]) -> str:
    proper = r"[^\W\d_a-z][\w.’'-]*+"
    country = rf"(?:,\s{proper}(?:\s{proper})?,)?"  # of the University of Lund in Lund, Sweden, said
    affiliation = rf",?\s{any_of(words['belonging'])}(?:\s[\w.’'&-]++){{1,8}}?{country}"
    return rf"(?:{_ASIDE}|{affiliation})?"


def _verbs(lines: Iterable[str]) -> list[str]:
    """Every form of every line; a form of several words stands between commas."""
    found: list[str] = []
    for line in lines:
        for part in line.split(","):
            found += [part.strip()] if "," in line and " " in part.strip() else part.split()
    return found
