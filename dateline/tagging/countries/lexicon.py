"""Vocabulary + forms.json -> Lexicon: text -> the places at which a form of a country's name stands."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING, Any

import ahocorasick
from msgspec import Struct

from dateline.characters import apart
from dateline.tagging import abroad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.vocabulary import Vocabulary

SHORTEST_SHOUTED = 4  # letters; a shorter name in capitals (CHAD is four) is an abbreviation of something else
_BEGIN = re.compile(r"[A-Za-z]++(?=[ '-]|\Z)")
_BLANKS = "\n\t\u00a0\u202f\u2009"  # one character each: offsets stay


class Form(Struct, frozen=True):
    """One way of naming a country, or a phrase that hides one."""

    text: str
    kind: str  # name, adjective, demonym, part, prefix, capital, seat, city, weak; not: the phrase hides what is in it
    code: str = ""


class Hit(Struct, frozen=True):
    """A form as it stands in a text."""

    form: Form
    start: int
    end: int


class Lexicon:
    """Every form of every country of a vocabulary, found in one pass; the leftmost and longest form wins."""

    def __init__(
        self, vocabulary: Vocabulary, shipped: dict[str, Any], texts: Iterable[str] | None = None, tongue: str = ""
    ) -> None:
        """`texts`: of no others anything will be asked, so that forms that stand in none of them are left out.

        `tongue` is the language of the texts, if that is not English.
        """
        found: dict[str, dict[str, Form]] = defaultdict(dict)  # with blanks for signs -> as written -> form
        hidden = (Form(text, "not") for text in abroad.hidden(tongue))  # first: Oman is "own" in Finnish
        every = chain(hidden, forms_of(vocabulary, shipped), in_tongue(vocabulary, tongue))
        for form in every if texts is None else beginning_in(texts, every):
            for spelling in spellings(form):
                found[apart(spelling)].setdefault(spelling, form)
        self._automaton = ahocorasick.Automaton()
        for words, forms in found.items():  # as whole words, which takes half the time
            self._automaton.add_word(f" {words} ", (len(words), forms))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Hit]:
        """The hits of `text`, in its order; none overlaps another."""
        if not len(self._automaton):
            return []
        plain = _plain(text)
        found = []
        for last, (length, forms) in self._automaton.iter(f" {apart(plain)} "):
            start, end = last - 1 - length, last - 1
            form = forms.get(plain[start:end])
            if form and _stands_alone(text, start, end):
                found.append((start, -end, form))
        found.sort(key=lambda item: item[:2])
        hits, free = [], 0
        for start, minus_end, form in found:
            if start >= free:
                free = -minus_end
                hits.append(Hit(form, start, free))
        return [hit for hit in hits if hit.form.kind != "not"]


def _plain(text: str) -> str:
    for blank in _BLANKS:  # str.translate takes twenty times as long
        text = text.replace(blank, " ")
    return text


def beginning_in(texts: Iterable[str], forms: Iterable[Form]) -> Iterator[Form]:
    """Those that may stand in one of the texts: a word of these must begin them, in capitals or not, in plural or not.

    All that begin with anything but letters of ASCII are kept: capitals of others may be two letters.
    """
    words = {word for text in texts for word in apart(_plain(text)).lower().split()}
    words.update([word[:-1] for word in words if word.endswith("s")])
    for form in forms:
        begin = _BEGIN.match(form.text)
        if begin is None or begin[0].lower() in words:
            yield form


def shipped_forms() -> dict[str, Any]:
    """What forms.json says: {"forms": {code: {form: kind}}, "contexts": {...}}."""
    file = resources.files("dateline.data").joinpath("countries", "forms.json")
    value: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return value


def forms_of(vocabulary: Vocabulary, shipped: dict[str, Any]) -> Iterator[Form]:
    """The site's own forms first, so that they win over a shipped form of another country."""
    countries = vocabulary.countries.values()
    for country in countries:
        yield from (Form(text, "not") for text in country.nots)
        kinds = shipped["forms"].get(country.code, {})
        yield from (Form(text, "name", country.code) for text in (country.name, *country.also) if text not in kinds)
        yield from (Form(text, "weak", country.code) for text in country.weak)
    for country in countries:
        capitals = {text for text, kind in shipped["forms"].get(country.code, {}).items() if kind == "capital"}
        cities = (text for text in (*country.cities, *country.namesakes) if text not in capitals)
        yield from (Form(text, "city", country.code) for text in cities)
    yield from (Form(text, "not") for text in shipped["contexts"]["not"])
    contested = {form for entry in shipped["contexts"]["contested"] for form in entry["forms"]}
    for country in countries:
        strong = {country.name, *country.also}
        for text, kind in shipped["forms"].get(country.code, {}).items():
            if text in strong or kind in ("capital", "seat", "prefix") or text in contested:
                yield Form(text, kind, country.code)


def in_tongue(vocabulary: Vocabulary, tongue: str) -> Iterator[Form]:
    """What the countries and their people are called in another language than English."""
    names = abroad.names(tongue)
    codes = [country.code for country in vocabulary.countries.values()]
    yield from (Form(text, "name", code) for code in codes for text in names.get(code, ()))
    yield from (Form(text, "adjective", code) for code, text in abroad.adjectives(tongue))


def spellings(form: Form) -> Iterable[str]:
    """The form as written, with a typographic apostrophe, and as headlines have it; a hiding phrase in plural too."""
    plain = {form.text, form.text.replace("'", "’")}
    if form.kind == "not":
        plain |= {f"{text}s" for text in plain}
        plain |= {" ".join(word[:1].upper() + word[1:] for word in text.split(" ")) for text in plain}
    if len(form.text) < SHORTEST_SHOUTED or form.kind == "prefix":
        return plain
    return plain | {text.upper() for text in plain}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True where a form, which no letter or digit touches, is no part of a web address or a handle."""
    if start and text[start - 1] in "_@#":
        return False
    if end < len(text):
        after = text[end]
        if after in "_@$":  # US$ is money
            return False
        if after == "." and text[end - 1] != "." and text[end + 1 : end + 2].islower():
            return False
    return True
