"""The nouns of the vocabulary: Role, Person, Country, Topic, Vocabulary. Values only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.model import When

FIRST_INDICATOR = 0x1F1E6  # REGIONAL INDICATOR SYMBOL LETTER A: https://unicode.org/reports/tr51/#Flags


class Role(Struct, frozen=True):
    """An office that a person held; an open end is None."""

    title: str
    since: When | None = None
    until: When | None = None
    shipped: bool = False  # true where Dateline's own data states it: it tags nobody by itself


class Person(Struct, frozen=True):
    """Who a name means."""

    name: str
    also: tuple[str, ...] = ()  # strong: each names this person wherever it stands
    weak: tuple[str, ...] = ()  # count beside a strong name, or where the corpus leaves one candidate
    nots: tuple[str, ...] = ()  # `not:` text in which a name above is somebody or something else
    roles: tuple[Role, ...] = ()
    wikidata: str = ""
    shipped: bool = False  # true where only Dateline's own data says so, not the site's

    @property
    def formerly(self) -> tuple[str, ...]:
        """Names under which a page may have stood: before the site said so, each was a person of its own."""
        return () if self.shipped else self.also


class Country(Struct, frozen=True):
    """A country or territory of ISO 3166-1, and Kosovo (XK)."""

    name: str  # as tags show it
    code: str  # ISO 3166-1 alpha-2
    also: tuple[str, ...] = ()  # official and old names, adjectives, demonyms
    weak: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()  # that name it alone; only where the site asks for cities
    namesakes: tuple[str, ...] = ()  # the same, of names that persons or organisations bear too
    formerly: tuple[str, ...] = ()  # names under which its page may have stood: the site has given it another

    @property
    def flag(self) -> str:
        """The emoji of its flag: the two regional indicators of its code, XK too; nothing without a code."""
        letters = self.code if len(self.code) == 2 and self.code.isascii() and self.code.isupper() else ""
        return "".join(chr(ord(letter) - ord("A") + FIRST_INDICATOR) for letter in letters)


class Topic(Struct, frozen=True):
    """A subject, by default a concept of the IPTC Media Topics."""

    name: str  # as tags show it
    code: str = ""  # medtop:20000598
    parent: str = ""  # the name of the broader topic
    definition: str = ""
    cues: Mapping[str, float] = field(default_factory=dict)  # term -> weight, above 0
    nots: tuple[str, ...] = ()  # `not:` text in which a cue above says nothing
    also: tuple[str, ...] = ()  # what it was called before: tags may still show that, and no text is searched for it

    @property
    def formerly(self) -> tuple[str, ...]:
        """As of countries."""
        return self.also


class Vocabulary(Struct, frozen=True):
    """All that tags may be, by name; the order is that of the files."""

    people: Mapping[str, Person] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    nobody: frozenset[str] = frozenset()  # names that the site's people.yaml says are no person
    dropped: tuple[Person, ...] = ()  # those of them whom Dateline ships as one

    @property
    def beside_people(self) -> tuple[Mapping[str, Country], Mapping[str, Topic]]:
        """What any page may say; of people, each one's own page does alone."""
        return self.countries, self.topics
