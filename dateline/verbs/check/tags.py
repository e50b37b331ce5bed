"""Names in tag lists that nobody knows, and what may be meant by them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping  # noqa: TC003  msgspec reads the types of a Struct
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from dateline.model import Problem
from dateline.vocabulary import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.corpus import Corpus
    from dateline.verbs.check.file import File
    from dateline.vocabulary import Country, Topic

ALIKE = 0.75  # of the letters of two names, at least, where one may be a slip for the other: `difflib`
CODES = {"people": "T11", "countries": "T12", "topics": "T13"}
SINGULAR = {"people": "person", "countries": "country", "topics": "topic"}


class Names(Struct):
    """Those of one facet."""

    known: frozenset[str]  # that a tag list may be expected to hold
    meant: Mapping[str, str]  # in small letters, what else a tag is called -> its name, where that is one
    _near: dict[str, str] = field(default_factory=dict)

    def near(self, name: str) -> str:
        """A known one that looks like it; empty: none. Of a corpus most names come again and again."""
        if name not in self._near:
            found = difflib.get_close_matches(name, sorted(self.known), n=1, cutoff=ALIKE)
            self._near[name] = found[0] if found else ""
        return self._near[name]

    def several(self, name: str, facet: str) -> str:
        """The names that one with commas may be made of, as the items of a list; empty: it is no such one."""
        parts = [part.strip() for part in name.split(",")]
        if len(parts) == 1 or not all(parts):
            return ""
        if facet == "people":  # each a whole name, and not "Kask, Mari" or "Mari Kask, Jr."
            return ", ".join(parts) if all(" " in part for part in parts) else ""
        return ", ".join(parts) if any(part in self.known or part.casefold() in self.meant for part in parts) else ""


def names(made: Corpus) -> dict[str, Names]:
    """Of each facet of which a person can write unknown ones."""
    words = made.vocabulary
    found = {tag.name for entry in made.entries for tag in entry.tags if tag.by == "machine" and tag.facet == "people"}
    return {
        "people": _names({*words.people, *found}, words.people),
        "countries": _names({*words.countries}, words.countries),
        "topics": _names({*words.topics}, words.topics),
    }


def _names(known: set[str], called: Mapping[str, Person | Country | Topic]) -> Names:
    meant: dict[str, set[str]] = {}
    codes = {it.code.casefold(): {it.name} for it in called.values() if not isinstance(it, Person) and it.code}
    for names_of in ("also", "weak"):  # a strong name goes before a weak one; topics have none of these
        found: dict[str, set[str]] = {}
        for name, it in called.items():
            for other in getattr(it, names_of, ()):
                found.setdefault(other.casefold(), set()).add(name)
        meant = found | meant
    meant = codes | meant
    alone = {other: min(of) for other, of in meant.items() if len(of) == 1}
    return Names(frozenset(known), alone | {name.casefold(): name for name in sorted(known)})


def unknown(file: File, facets: Mapping[str, Names]) -> Iterator[Problem]:
    """A name that a person wrote into a tag list is one that the vocabulary, or another article, knows."""
    for tag in file.entry.tags:
        if tag.by == "machine" or tag.facet == "sources" or tag.name in facets[tag.facet].known:
            continue
        line, code = file.line(tag.facet), CODES[tag.facet]
        if name := facets[tag.facet].meant.get(tag.name.casefold()):
            hint = f"Write '{name}', so that both stand on one page."
            yield Problem(file.path, line, code, f"'{tag.name}' is another name of '{name}'", hint, "warning")
            continue
        near = facets[tag.facet].near(tag.name)
        several = "" if near else facets[tag.facet].several(tag.name, tag.facet)
        hint = f"Did you mean '{near}'? " if near else ""
        hint += f"If these are several, each is an item of the list: `{tag.facet}: [{several}]`. " if several else ""
        hint += f"If it is right, give it an entry in content/vocabulary/{tag.facet}.yaml."
        message = f"unknown {SINGULAR[tag.facet]} '{tag.name}'"
        severity: Literal["warning", "note"] = "warning" if near or several or tag.facet != "people" else "note"
        yield Problem(file.path, line, code, message, hint, severity)
