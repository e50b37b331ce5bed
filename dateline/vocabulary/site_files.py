"""Vocabulary + a site's people.yaml, countries.yaml, topics.yaml -> Vocabulary, and what is wrong.

An entry of the same name adds to the one that is there; `Name: nobody` (people) or `Name: off` takes a
name out; `shipped: off` at the top of a file drops all that Dateline ships of its kind.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dateline import yamlio
from dateline.model import Problem, When
from dateline.vocabulary import claims
from dateline.vocabulary.entries import Country, Person, Role, Topic, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NAME_KEYS = ("also", "weak", "not")
PERSON_KEYS = (*NAME_KEYS, "roles", "wikidata")
ROLE_KEYS = ("title", "from", "to")
COUNTRY_KEYS = (*NAME_KEYS, "code")
TOPIC_KEYS = ("code", "parent", "definition", "cues", "not")


def apply(vocabulary: Vocabulary, folder: Path, shown_as: str) -> tuple[Vocabulary, list[Problem]]:
    """Read the three files of `folder`, each where it is there."""
    problems: list[Problem] = []
    people, nobody = _PeopleFile(folder, shown_as, problems).read(vocabulary.people)
    countries = _CountriesFile(folder, shown_as, problems).read(vocabulary.countries)
    topics = _TopicsFile(folder, shown_as, problems).read(vocabulary.topics)
    return Vocabulary(people, countries, topics, nobody), sorted(problems)


class _File:
    """One vocabulary file: parsed, with every problem collected on the way."""

    name = ""
    off: tuple[str, ...] = ("off",)

    def __init__(self, folder: Path, shown_as: str, problems: list[Problem]) -> None:
        self.shown_as = f"{shown_as}/{self.name}"
        self.problems = problems
        self.document = self.parse(folder / self.name)
        value = self.document.value
        if value is not None and not isinstance(value, dict):
            self.wrong((), "V03", "is not a list of names", "Start each line with a name and a colon.")
        self.entries: dict[str, Any] = value if isinstance(value, dict) else {}
        self.drops_shipped = self.switched_off()

    def parse(self, path: Path) -> yamlio.Document:
        try:
            return yamlio.parse(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            pass
        except (OSError, UnicodeDecodeError) as error:
            self.problems.append(
                Problem(
                    self.shown_as,
                    0,
                    "V01",
                    f"cannot be read: {error}",
                    "Save it as UTF-8 text that you may read.",
                )
            )
        except yamlio.YamlError as error:
            hint = "Put names with a colon or a leading quote in double quotes; indent with spaces."
            self.problems.append(Problem(self.shown_as, error.line, "V02", f"is not YAML: {error.message}", hint))
        return yamlio.Document(None, {})

    def wrong(self, key: yamlio.Key, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown_as, self.document.line(*key), code, message, hint))

    def switched_off(self) -> bool:
        """True where `shipped: off` stands in the file."""
        if "shipped" not in self.entries:
            return False
        value = self.entries.pop("shipped")
        if value != "off":
            self.wrong(("shipped",), "V05", f"'shipped' is '{value}'", "Write `shipped: off`, or leave it out.")
        return bool(value == "off")

    def fields(self, keys: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any] | None]]:
        """Each entry's name and its fields; None for one that is taken out."""
        for name, value in self.entries.items():
            if value in self.off:
                yield name, None
            elif value is None:
                yield name, {}
            elif isinstance(value, dict):
                self.unknown((name,), value, keys)
                yield name, value
            else:
                hint = f"Write `{name}:` alone, `{name}: {self.off[0]}`, or `also: [...]` below it."
                self.wrong((name,), "V05", f"'{name}' is {_kind(value)}, not lines of `key: value`", hint)

    def unknown(self, key: yamlio.Key, value: dict[str, Any], known: tuple[str, ...]) -> None:
        for name in value:
            if name not in known:
                self.wrong(
                    (*key, name),
                    "V04",
                    f"unknown key '{name}' of '{key[0]}'",
                    f"Known keys: {', '.join(known)}.",
                )

    def text(self, fields: Mapping[str, Any], *key: str | int) -> str:
        value = fields.get(str(key[-1]))
        if value is None or isinstance(value, str):
            return (value or "").strip()
        self.wrong(
            key,
            "V05",
            f"'{key[-1]}' of '{key[0]}' is {_kind(value)}, not a text",
            f"Write `{key[-1]}: words`.",
        )
        return ""

    def texts(self, fields: Mapping[str, Any], *key: str | int) -> tuple[str, ...]:
        value = fields.get(str(key[-1]))
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(item.strip() for item in value)
        hint = f"Write `{key[-1]}: [one, another]`."
        self.wrong(key, "V05", f"'{key[-1]}' of '{key[0]}' is {_kind(value)}, not a list of texts", hint)
        return ()

    def matching(self, fields: Mapping[str, Any], name: str, key: str, pattern: str, like: str) -> str:
        value = self.text(fields, name, key)
        if value and not re.fullmatch(pattern, value):
            self.wrong((name, key), "V10", f"'{value}' is no {key} of '{name}'", f"Write one such as {like}.")
            return ""
        return value


class _PeopleFile(_File):
    name = "people.yaml"
    off = ("nobody", "off")

    def read(self, shipped: Mapping[str, Person]) -> tuple[dict[str, Person], frozenset[str]]:
        people = {} if self.drops_shipped else dict(shipped)
        nobody = set()
        for name, fields in self.fields(PERSON_KEYS):
            if fields is None:
                nobody.add(name)
                people.pop(name, None)
            else:
                people[name] = self.person(name, fields, people.get(name, Person(name)))
        self.problems += claims.find(people.values(), self.entries, self.document, self.shown_as)
        return people, frozenset(nobody)

    def person(self, name: str, fields: dict[str, Any], base: Person) -> Person:
        return replace(
            base,
            also=_joined(base.also, self.texts(fields, name, "also")),
            weak=_joined(base.weak, self.texts(fields, name, "weak")),
            nots=_joined(base.nots, self.texts(fields, name, "not")),
            roles=self.roles(name, fields.get("roles")) or base.roles,
            wikidata=self.matching(fields, name, "wikidata", r"Q[1-9]\d*", "Q57665") or base.wikidata,
            shipped=False,
        )

    def roles(self, name: str, value: Any) -> tuple[Role, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            hint = "Write `roles: [{title: Mayor, from: 2014-10-01, to: 2024-10-01}]`."
            self.wrong((name, "roles"), "V05", f"'roles' of '{name}' is {_kind(value)}, not a list", hint)
            return ()
        roles = (self.role(name, i, item) for i, item in enumerate(value))
        return tuple(role for role in roles if role)

    def role(self, name: str, i: int, item: Any) -> Role | None:
        key = (name, "roles", i)
        if not isinstance(item, dict):
            hint = "Write it as {title: Mayor, from: 2014-10-01, to: 2024-10-01}."
            self.wrong(key, "V05", f"a role of '{name}' is {_kind(item)}, not `title:` and dates", hint)
            return None
        self.unknown(key, item, ROLE_KEYS)
        title = self.text(item, *key, "title")
        if not title:
            self.wrong(key, "V08", f"a role of '{name}' has no title", "Add `title: Mayor of Narva`, say.")
            return None
        since, until = self.date(item, *key, "from"), self.date(item, *key, "to")
        if since and until and until < since:
            message = f"'{name}' ends as {title} ({until}) before the beginning ({since})"
            self.wrong(key, "V09", message, "Swap or correct `from` and `to`.")
            return None
        return Role(title, since, until)

    def date(self, fields: Mapping[str, Any], *key: str | int) -> When | None:
        text = self.text(fields, *key)
        try:
            return When.parse(text) if text else None
        except ValueError as error:
            message = f"{error} (`{key[-1]}` of '{key[0]}')"
            self.wrong(key, "V07", message, "Write 2021, 2021-05 or 2021-05-25.")
            return None


class _CountriesFile(_File):
    name = "countries.yaml"

    def read(self, shipped: Mapping[str, Country]) -> dict[str, Country]:
        countries = {} if self.drops_shipped else dict(shipped)
        names = {country.code: name for name, country in shipped.items()}
        for name, fields in self.fields(COUNTRY_KEYS):
            known = names.get(name, name)  # the key may be a country's code
            if fields is None:
                countries.pop(known, None)
                continue
            code = self.matching(fields, name, "code", r"[A-Z]{2}", "EE (ISO 3166-1 alpha-2)")
            base = countries.get(known) or Country(known, "")
            if not (code or base.code):
                hint = "Use the name that country pages show, or add `code:` with its two letters."
                self.wrong((name,), "V11", f"no country is called '{name}', and it has no code", hint)
                continue
            countries[known] = replace(
                base,
                code=code or base.code,
                also=_joined(base.also, self.texts(fields, name, "also")),
                weak=_joined(base.weak, self.texts(fields, name, "weak")),
                nots=_joined(base.nots, self.texts(fields, name, "not")),
            )
        self.problems += claims.find(countries.values(), self.entries, self.document, self.shown_as)
        return countries


class _TopicsFile(_File):
    name = "topics.yaml"

    def read(self, shipped: Mapping[str, Topic]) -> dict[str, Topic]:
        topics = {} if self.drops_shipped else dict(shipped)
        for name, fields in self.fields(TOPIC_KEYS):
            if fields is None:
                topics.pop(name, None)
                continue
            base = topics.get(name) or Topic(name)
            topics[name] = replace(
                base,
                code=self.text(fields, name, "code") or base.code,
                parent=self.text(fields, name, "parent") or base.parent,
                definition=self.text(fields, name, "definition") or base.definition,
                cues={**base.cues, **self.cues(name, fields.get("cues"))},
                nots=_joined(base.nots, self.texts(fields, name, "not")),
            )
        return self.without_bad_parents(topics)

    def cues(self, name: str, value: Any) -> dict[str, float]:
        """`cues: [term, ...]` (each of weight 1) or `cues: {term: weight, ...}`."""
        key = (name, "cues")
        if value is None:
            return {}
        if not isinstance(value, dict):
            return dict.fromkeys(self.texts({"cues": value}, *key), 1.0)
        found = {}
        for term, weight in value.items():
            try:
                found[term] = float(weight)
            except (TypeError, ValueError):
                message = f"the weight of cue '{term}' of '{name}' is {_kind(weight)}, not a number"
                self.wrong((*key, term), "V12", message, f"Write `{term}: 1`.")
        return found

    def without_bad_parents(self, topics: dict[str, Topic]) -> dict[str, Topic]:
        """The topics; a parent that is unknown, or that leads back to its child, is reported and dropped."""
        for name, topic in topics.items():
            seen, above = {name}, topic.parent
            while above in topics and above not in seen:
                seen.add(above)
                above = topics[above].parent
            if not above or (above in topics and above != name):
                continue  # a circle further up is reported where it is
            if above == name:
                self.wrong((name, "parent"), "V14", f"'{name}' is its own broader topic", "Break the circle.")
            elif above == topic.parent:
                hint = "Name a topic of this file or of the shipped scheme, or add it."
                self.wrong((name, "parent"), "V13", f"'{name}' has the unknown parent '{above}'", hint)
            else:
                continue
            topics[name] = replace(topic, parent="")
        return topics


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


def _kind(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a list"
    return "empty" if value is None else f"'{value}'"
