"""Traces of a whole corpus -> the people of each article: who a name means is decided once, over all of them.

A surname alone joins a full name of another article only where something more than the surname agrees: a title
(President), an office held at the article's date, or other people and countries that both articles name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log1p
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.model import Tag
from dateline.tagging import generations
from dateline.tagging.document import Sight, Who
from dateline.tagging.generations import Generations, core
from dateline.tagging.people import names
from dateline.tagging.people.own import roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import When
    from dateline.tagging.document import Figure, Named, Trace
    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.vocabulary import Person, Vocabulary

LEAD = 400  # characters in which a name counts as one of the lead
# What must agree besides the surname; a title, an office at the date, two or three companions count 1 each:
NEEDED = 0.4  # where the article itself shows a person (President Tamm)
NEEDED_IN_DOUBT = 1.0  # where it does not (the Kabila government)
_MARGIN = 0.7  # by which the best bearer of a surname must lead: twice the articles, or one more agreement


class Identity(Struct):
    """Somebody whom the corpus or the vocabulary knows by full name."""

    name: str = ""
    articles: set[int] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)
    cues: set[str] = field(default_factory=set)  # words of titles and descriptions, in lower case
    person: Person | None = None

    def take(self, other: Identity) -> None:
        """Count what is known of `other` for this one."""
        self.articles |= other.articles
        self.spellings.update(other.spellings)
        self.cues |= other.cues


class PeopleOfCorpus:
    """Built once from all traces; then asked of each who its figures are."""

    def __init__(self, vocabulary: Vocabulary, traces: Sequence[Trace], lexicon: Lexicon) -> None:
        """`lexicon` says which surnames are too common for one to own, and which given names men or women bear."""
        self._lexicon = lexicon
        self._traces = traces
        self._identities: dict[names.Words, Identity] = {}
        self._keys: dict[str, names.Words] = {}  # of the vocabulary's people, by name
        self._key_of = Generations(vocabulary, traces).key_of
        for person in vocabulary.people.values():
            key = self._keys[person.name] = self._key_of(person.name)
            self._identities[key] = Identity(person.name, person=person)
        for number, trace in enumerate(traces):
            for figure in trace.figures:
                if not isinstance(figure, str) and (figure.known or figure.score > 0):
                    self._meet(number, figure)
        self._join_fuller_forms()
        self._bearers = self._by_surname()
        self._company: dict[int, set[str]] = {}  # of the identities of which it was asked
        self._named: dict[names.Words, str] = {}
        self._sure: dict[tuple[str, str], Who] = {}  # full names, as their own article and the vocabulary have them
        self._strange: set[Sight | str] = set()  # see `_is_strange`
        people = vocabulary.people
        self._codes = {self._name(key, name): people[name].wikidata for name, key in self._keys.items()}

    def who(self, trace: Trace) -> Named:
        """Whom those figures of a trace mean that mean anybody."""
        company, strange = None, self._strange
        found = []
        for place, each in enumerate(trace.figures):
            if each in strange or (isinstance(each, str) and self._is_strange(each)):  # as most are
                continue
            figure = Sight(each) if isinstance(each, str) else each
            who = self._sure.get((figure.name, figure.known)) if figure.score > 0 else None
            if who is None:
                company = _company(trace) if company is None else company
                name, rule = self._who(figure, trace.date, company)
                if not name:
                    continue
                who = Who(name, rule, self._codes.get(name, ""))
                if figure.score > 0 and len(self._key(figure)) > 1:  # a full name means the same in every article
                    self._sure[figure.name, figure.known] = who
            found.append((place, who))
        return tuple(found)

    def _is_strange(self, name: str) -> bool:
        """Does a name mean nobody wherever it is in doubt? Then it is passed over from now on."""
        key = self._key_of(name)
        if self._is_vouched(key) if len(key) > 1 else self._bearers.get(key[0] if key else ""):
            return False
        self._strange.add(name)
        return True

    def _is_vouched(self, key: names.Words) -> bool:
        """Does the vocabulary or an article know somebody of this full name?"""
        identity = self._identities.get(key)
        return identity is not None and bool(identity.person or identity.articles)

    def _meet(self, number: int, figure: Sight) -> None:
        """Somebody whom an article shows to be a person, or whom the vocabulary knows."""
        key = self._key(figure)
        if len(key) < 2:
            return
        identity = self._identities.get(key)
        if identity is None:
            identity = self._identities[key] = Identity()
        identity.articles.add(number)
        if len(core(figure.name)) > 1:
            identity.spellings[figure.name] += 1
        for cue in figure.cues:
            identity.cues.update(cue.lower().split())

    def _key(self, figure: Sight) -> names.Words:
        return self._keys.get(figure.known) or self._key_of(figure.name)

    def _join_fuller_forms(self) -> None:
        """Make one of a short name and the only fuller form that there is of it.

        Angela Merkel is Angela Dorothea Merkel; Ben Bella is Ahmed Ben Bella.
        """
        fuller: dict[names.Words, set[names.Words]] = defaultdict(set)
        for key in self._identities:
            if len(key) > 2:
                fuller[(key[0], key[-1])].add(key)
                if key[-2] == names.SON:
                    fuller[key[-2:]].add(key)
        for short, longs in fuller.items():
            if len(longs) == 1 and short in self._identities:
                long = longs.pop()
                one, other = self._identities[short], self._identities[long]
                if short[0] == names.SON != long[0]:
                    one.spellings.clear()  # a surname is no name to be shown
                if other.person and not one.person:
                    one, other = other, one
                one.take(other)
                self._identities[short] = self._identities[long] = one

    def _by_surname(self) -> dict[str, list[names.Words]]:
        bearers: dict[str, list[names.Words]] = defaultdict(list)
        for key, identity in {id(identity): (key, identity) for key, identity in self._identities.items()}.values():
            weak = identity.person.weak if identity.person else ()
            for surname in dict.fromkeys(map(generations.surname, (key, *map(core, weak)))):
                bearers[surname].append(key)
        return bearers

    def _who(self, figure: Sight, date: When | None, company: frozenset[str]) -> tuple[str, str]:
        """The canonical name and the rule; an empty name for nobody."""
        if figure.known:
            return self._name(self._key(figure), figure.name), ""
        key = self._key(figure)
        if len(key) > 1:
            if figure.score > 0 or (figure.score == 0 and self._is_vouched(key)):
                return self._name(key, figure.name), "" if figure.score > 0 else "people.corpus"
            return "", ""
        bearer = self._bearer(figure, key[0] if key else "", date, company)
        if bearer:
            return self._name(bearer, figure.name), "people.corpus"
        if figure.score <= 0:
            return "", ""
        regal = next((cue.split()[-1] for cue in figure.cues if names.is_regal(cue.split()[-1])), "")
        return (f"{regal.capitalize()} {figure.name}", "") if regal else (figure.name, "people.surname-only")

    def _name(self, key: names.Words, written: str) -> str:
        identity = self._identities.get(key)
        if identity is None:
            return written
        name = self._named.get(key)
        if name is None:
            name = self._named[key] = self._canonical(identity)
        return name

    def _canonical(self, identity: Identity) -> str:
        if identity.name and not (identity.person and identity.person.shipped and identity.spellings):
            return identity.name
        # Of two that are as common the one with accents, which many write without
        return min(identity.spellings, key=lambda name: (-identity.spellings[name], -len(name), name.isascii(), name))

    def _bearer(self, figure: Sight, surname: str, date: When | None, company: frozenset[str]) -> names.Words | None:
        """Whom a surname alone means, where one of its bearers leads and something besides the surname agrees."""
        ranked = sorted(
            ((self._fit(key, figure, date, company), key) for key in self._bearers.get(surname, ())),
            reverse=True,
        )
        if not ranked or ranked[0][0] <= 0:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        return ranked[0][1]

    def _fit(self, key: names.Words, figure: Sight, date: When | None, company: frozenset[str]) -> float:
        """How much besides the surname agrees; 0 where nothing does, or too little for a name in doubt."""
        identity, surname = self._identities[key], generations.surname(key)
        gender = self._lexicon.gender(generations.given(key))
        if gender and any(names.gender_of_title(cue) not in ("", gender) for cue in figure.cues):
            return 0.0  # Mrs Clinton is not Bill
        if key[0] != surname and not identity.person and any(names.is_regal(cue.split()[-1]) for cue in figure.cues):
            return 0.0  # King Harald is not Henry Harald
        cues = {word for cue in figure.cues for word in cue.lower().split()}
        agreement = 1.0 if cues & identity.cues else 0.0
        if identity.person:
            agreement += roles.fit(identity.person.roles, cues, date, company)
            agreement += not identity.person.shipped  # the curator says that the corpus is about this person
        if identity.articles:
            shared = len((company & self._company_of(identity)) - {figure.name})
            agreement += min(1.0, 0.4 * shared)
            if not self._lexicon.is_common(surname) and len(self._bearers[surname]) == 1:
                agreement += 0.5
        if agreement < (NEEDED if figure.score > 0 else NEEDED_IN_DOUBT):
            return 0.0
        return agreement + (0.5 + 0.5 * log1p(len(identity.articles)) if identity.articles else 0.0)

    def _company_of(self, identity: Identity) -> set[str]:
        """The countries and surnames of the articles that name somebody in full."""
        found = self._company.get(id(identity))
        if found is None:
            found = self._company[id(identity)] = set().union(*(_company(self._traces[n]) for n in identity.articles))
        return found


def tags(figures: Sequence[Figure], decided: Named) -> tuple[Tag, ...]:
    """The people of one reading, the strongest first."""
    found: dict[str, list[tuple[Figure, Who]]] = defaultdict(list)
    for place, who in decided:
        found[who.name].append((figures[place], who))
    return tuple(sorted((_tag(name, those) for name, those in found.items()), key=lambda tag: -tag.weight))


def _tag(name: str, figures: Sequence[tuple[Figure, Who]]) -> Tag:
    mentions = sorted(
        (m if m.name == name else replace(m, name=name) for figure, _ in figures for m in figure.mentions),
        key=lambda mention: (mention.part == "body", mention.start),
    )
    rule = next((who.rule for _, who in figures if who.rule), "") if all(who.rule for _, who in figures) else ""
    weight = float(len(mentions)) + sum(2.0 for m in mentions[:1] if m.part == "title" or m.start < LEAD)
    return Tag("people", name, figures[0][1].code, weight, tuple(mentions), rule=rule)


def _company(trace: Trace) -> frozenset[str]:
    people = [each.name for each in trace.figures if not isinstance(each, str) and each.score > 0]
    return frozenset([*people, *trace.countries])
