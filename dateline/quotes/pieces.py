"""The lists of a language file -> pieces of patterns: who may speak, and what stands between a speaker and the verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dateline.quotes.alternation import any_of
from dateline.quotes.forms import DASHES, KINDS, NAME, QUOTE, Form, Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PERSON = rf"{NAME}++(?!['’´`]|-\w)"  # no possessive
WORD = rf"[^\W\d_{NAME}{QUOTE}][\w.’'&/-]*+"  # possessive: a word is taken whole or not at all
PLAIN = rf"[^\W\d_{NAME}{QUOTE}][\w’'-]*+"
_PERFECT = "+"  # before a form that an auxiliary must precede
_NUMBER = r"\d[\w.-]*+"
_DOT = r"(?:(?<=\b[A-Z])|(?<=\b[A-Z]\w)|(?<=\b[A-Z]\w\w))\."  # of an initial or an abbreviation
_ROLE = rf"[^\s,.;:!?()–—{QUOTE}](?:[^,.;:!?()–—\n{QUOTE}]|{_DOT}){{0,80}}"
BRACKET = r"\s\([^()\n]{1,60}\)"  # (R-Texas)
_SHORT = r"(?:\s\([A-Z][^()\n]{0,40}\))?"  # the World Health Organization (WHO) doctor Ann Example
ASIDE = rf",\s(?:[^.!?;:{QUOTE}\n]|{_DOT}){{1,200}}?,"  # , the minister of trade,


class Pieces(Struct, frozen=True):
    """What the slots of a form stand for."""

    speaker: Mapping[Kind, str]
    verb: str
    adverbs: str
    trailing: str  # adverbs behind a verb
    tail: str  # what may stand between a speaker and the verb
    open_tail: str  # the same without its second comma, where nothing but the speaker stands before it
    participle: str  # of a verb, its adverbs before it
    unnamed: str  # behind a verb without a subject
    end: str  # behind a speaker: no verb of whom the name would be the subject
    apposed: str  # before a name that no verb ties: not "according to a friend of hers, Ann Example went home"
    alone: Mapping[Kind, str]  # behind a speaker: nobody else spoke with the bearer of the name

    def place(self, forms: Mapping[str, str | list[str]], *, behind: bool = False) -> Place:
        """Every form of a place for every kind of speaker, names first; one rule may have several forms.

        `behind`: a quote stands at once before it.
        """
        listed = [
            (rule, form) for rule, value in forms.items() for form in ([value] if isinstance(value, str) else value)
        ]
        each = [(rule, form, kind) for kind in KINDS for rule, form in listed if _may_be(kind, form)]
        return Place(
            tuple(self._up_to_verb(rule, kind, behind) for rule, form, kind in each if form == "{speaker} {verb}"),
            tuple(self._form(rule, form, kind) for rule, form, kind in each if form != "{speaker} {verb}"),
        )

    def _up_to_verb(self, rule: str, kind: Kind, behind: bool) -> Form:
        tail = rf"(?:{self.tail}|{self.open_tail})" if behind and kind == "name" else self.tail
        return Form(rule, kind, rf"(?P<who>{self.speaker[kind]}){tail}\s{self.adverbs}")

    def _form(self, rule: str, form: str, kind: Kind) -> Form:
        """The pattern of a form such as "{verb} {speaker}"."""
        before, slot, behind = form.partition("{speaker}")
        if not slot:
            return Form(rule, kind, rf"(?P<who>)(?i:{self._plain(form)}){self.unnamed}")
        end = rf"{self.tail}\s{self._plain(behind.strip())}" if behind.strip() else rf"{self.alone[kind]}(?=\W|$)"
        if behind == "{end}":
            end = self.end
        lead = self._plain(before)
        if kind == "name" and not behind and "{verb}" not in form:
            lead += self.apposed
        first = before.partition("{")[0].split(" ")[0]
        return Form(rule, kind, rf"{lead}(?P<who>{self.speaker[kind]}){end}", first)

    def _plain(self, words: str) -> str:
        escaped = re.escape(words).replace(r"\ ", r"\s").replace(r"\{participle\}", self.participle)
        escaped = escaped.replace(r"\{adverbs\}", self.trailing)
        return escaped.replace(r"\{verb\}", rf"{self.adverbs}{self.verb}")


def _may_be(kind: Kind, form: str) -> bool:
    """Which speakers may stand in a form: behind a hyphen, or left out, a pronoun alone; before an end, no role."""
    if kind == "pronoun":
        return True
    return "{speaker}" in form and "-{speaker}" not in form and not (kind == "role" and "{end}" in form)


def speakers(data: Mapping[str, Any], words: Mapping[str, list[str]]) -> tuple[dict[Kind, str], str]:
    """Kind -> the pattern of a speaker: a name and what describes its bearer, a pronoun, any other words.

    Then `Pieces.apposed`.
    """
    each = word(words)
    elided = any_of(each for each in words["determiners"] if not each[-1].isalpha())  # l'actrice
    determiner = rf"(?:(?:{any_of(words['determiners'])}\b|{NAME}+['’]s?)\s|\b{elided})"
    office = (
        rf"(?:{each}\s){{0,6}}?{any_of(words['offices'])}\s{any_of(words['linking'])}\s(?:{each}\s|and\s|the\s){{1,6}}?"
    )
    plain = rf"(?:{WORD}|{NAME}++(?:['’]s?)?|{_NUMBER})"
    described = rf"{determiner}(?:{plain}\s){{0,8}}?{plain},\s"
    person = rf"{PERSON}(?:{BRACKET})?"
    held = rf"(?:[A-Z][\w.’'&/-]*+\s(?:{any_of(words['pairing'])}\s|{any_of(words['linking'])}\s)?){{1,8}}?"
    held += any_of(words["offices"])  # Department of Roads and Bridges Director Ann Example
    titles = rf"(?:{determiner})?(?:{each},?{_SHORT}\s){{0,8}}?"
    kind = rf"\b{any_of([*words['people'], *words['offices']])}\b"
    double = rf"(?:(?:{determiner})?{PLAIN}\s{any_of(words['pairing'])}\s(?={kind}\s))?"  # the actor and director
    name = rf"(?:{described}(?:{each}\s){{0,4}}?{person},?|{double}(?:{office}|{titles}|{held}\s){person})"
    apposed = rf"(?!{described}(?:{each}\s){{0,4}}?{NAME}++\s(?!\())"
    pronouns = [*data["pronouns"], *words["others"]]
    pronoun = any_of([*pronouns, *(each.capitalize() for each in pronouns)])  # She said: “…”
    return {"name": name, "pronoun": rf"\b{pronoun}", "role": _ROLE}, apposed


def word(words: Mapping[str, list[str]]) -> str:
    """A word that may describe the bearer of the name that follows."""
    others = (
        rf"(?:{any_of(words['stops'])}|{any_of(finite(words['verbs']))})"  # apart, so that capitals share what follows
    )
    return rf"(?:{NAME}+['’]s?|(?!{others}\b){WORD}|{_NUMBER})"


def adverb(words: Mapping[str, list[str]]) -> str:
    """One of a list, or any word with such an end."""
    plain = [word.replace("_", " ") for word in words["adverbs"] if not word.startswith("-")]
    ends = [word[1:] for word in words["adverbs"] if word.startswith("-")]
    ended = rf"|(?!{any_of(words['no_adverbs'])}\b)[a-z]+{any_of(ends)}" if ends else ""
    return rf"(?:{any_of(plain)}{ended})"


def tail(words: Mapping[str, list[str]]) -> str:
    proper = r"[^\W\d_a-z][\w.’'-]*+"
    country = rf"(?:,\s{proper}(?:\s{proper})?,)?"  # of the University of Lund in Lund, Sweden, said
    affiliation = rf",?\s{any_of(words['belonging'])}(?:\s[\w.’'&-]++){{1,8}}?(?:{country}|{BRACKET})"
    return rf"(?:{ASIDE}|{affiliation})?"


def unnamed(words: Mapping[str, list[str]]) -> str:
    """What stands behind a verb without a subject: the end, or words that name nobody: añadió en la radio."""
    somebody = rf"{NAME}|\b{any_of(words['people'])}\b|[A-ZÀ-Þ][\w’'-]*+\s[A-ZÀ-Þ]"
    nobody = rf",?\s{any_of(words['stops'])}\b(?![^.;:{QUOTE}\n]*(?:{somebody}))"
    doing = rf",\s\w+{any_of(words['doing'])}\b"  # added, pointing at the bridge
    return rf"(?=[.;:]|\Z|,\s?(?:{QUOTE}|\Z)|\s{DASHES}|{nobody}|{doing})"


def open_tail(words: Mapping[str, list[str]]) -> str:
    """A comma and a description that none ends: “…,” Ann Example, its minister for trade added."""
    somebody = any_of([*words["people"], *words["offices"]])
    return rf",\s(?:{any_of(words['determiners'])}|{somebody})(?:\s[\w’'&-]++){{1,8}}?"


def end(words: Mapping[str, list[str]], verb: str) -> str:
    """What stands behind a name that has no verb but one of speech: “…”. Così Anna Modello, a Roma."""
    on = rf"\s{any_of([*words['linking'], *words['belonging'], *words['relative']])}\b"
    return rf"(?=[.;:]|\Z|,?{on}|{ASIDE}(?:\Z|{on}|\s{verb}\b)|\s{verb}\b|,\s[^,\n]*\Z)"


def incised(words: Mapping[str, list[str]], verb: str, participle: str, *, inverts: bool) -> str:
    """The reporter's words between commas, or between dashes: , a-t-elle dit, · – ha aggiunto il sindaco –

    `inverts`: a pronoun may stand behind its verb and a hyphen.
    """
    pronoun = any_of([*words["pronouns"], *words["others"]])
    inverted = rf"(?:{verb}-(?:t-)?{pronoun}|{any_of(words['auxiliaries'])}-(?:t-)?{pronoun}\s{participle})\b|"
    capital = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]*+)"
    named = rf"{verb}\s(?:{word(words)}\s){{0,4}}?{capital}(?:\s{capital}){{0,3}}"
    between = {
        ",": rf"[,?!]\s(?:{inverted if inverts else ''}{named})(?:\s[^,.;:!?\n«»“”]{{1,60}})?(?:[,.]\s*|\Z)",
        "–": rf"(?:\s{DASHES}\s?|{DASHES}\s)(?:{adverb(words)}\s)?{verb}\b"
        rf"[^;:!?\n«»“”–—]{{0,160}}?(?:\s{DASHES}|{DASHES}\s)[.,;]?\s*",
    }
    return "|".join(between[sign] for sign in words["within"] if sign in between)


def dialogue(words: Mapping[str, list[str]], verb: str) -> str:
    """The reporter's words in a paragraph of speech that a dash begins: up to another dash, or to its end."""
    return rf"\s{DASHES}\s?(?:{adverb(words)}\s)?{verb}\b[^\n–—]*?(?:(?:\s{DASHES}|{DASHES}(?=[.,;:]?\s))[.,;:]?\s|\Z)"


def told(words: Mapping[str, list[str]]) -> str:
    """Those who are told, between a verb and the speaker: papers and such, no people."""
    plain = [word for word in words["to"] if word[-1].isalpha()]
    elided = [word.replace("_", " ") for word in words["to"] if not word[-1].isalpha()]  # à l'agence, all'agenzia
    to = rf"(?:{any_of(plain)}\s|{any_of(elided)})"
    somebody = rf"(?i:{any_of([*words['people'], *words['offices']])})"
    name = r"[A-ZÀ-Þ][\w.-]*+"
    of = rf"(?:\s{any_of(words['linking'])}(?=\s{name}))?+"  # ai microfoni di Radio Esempio
    paper = rf"{any_of(words['hearers'])}{of}(?:\s{name}){{0,3}}+"
    return rf"{to}(?:{any_of(words['determiners'])}\s)?(?:{paper}|(?!{somebody}\b){name})"


def finite(forms: Iterable[str]) -> list[str]:
    """Those that need no auxiliary."""
    return [form for form in forms if not form.startswith(_PERFECT)]


def participles(forms: Iterable[str]) -> list[str]:
    """Those that do."""
    return [form.removeprefix(_PERFECT) for form in forms if form.startswith(_PERFECT)]


def verb(forms: Sequence[str], words: Mapping[str, list[str]]) -> str:
    """Any form of a verb, a participle with its auxiliary and an adverb between them: a déclaré, a aussi déclaré."""
    perfect = participles(forms)
    if not perfect:
        return any_of(forms)
    auxiliary = rf"{any_of(words['auxiliaries'])}\s(?:{adverb(words)}\s)?"
    return rf"(?:{any_of(finite(forms))}|{auxiliary}{any_of(perfect)})"


def spelled(words: Iterable[str]) -> list[str]:
    """Each with either sign for an apostrophe."""
    return [spelling for word in words for spelling in dict.fromkeys((word, word.replace("'", "’")))]


def verbs(lines: Iterable[str]) -> list[str]:
    """Every form of every line; a form of several words stands between commas."""
    found: list[str] = []
    for line in lines:
        for part in line.split(","):
            found += [part.strip()] if "," in line and " " in part.strip() else part.split()
    return spelled(found)
