"""people.yaml + the people that are there -> people, and the names that are nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dateline.model import When
from dateline.tools.wording import kind_of
from dateline.vocabulary import claims, terms
from dateline.vocabulary.entries import Person, Role
from dateline.vocabulary.files import VocabularyFile, joined, renamed

if TYPE_CHECKING:
    from collections.abc import Mapping

PERSON_KEYS = ("name", "also", "weak", "not", "roles", "wikidata")
ROLE_KEYS = ("title", "from", "to")


class PeopleFile(VocabularyFile):
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
                shown = self.called(fields, name, name, people)
                base = people.get(name, Person(name))
                base = replace(base, name=shown, also=joined(base.also, (name,) if shown != name else ()))
                people = renamed(people, name, shown)
                people[shown] = self.person(name, fields, base)
        self.problems += claims.find(people.values(), self.keys, self.document, self.shown_as)
        self.problems += terms.overlaps(people.values(), self.document, self.shown_as)
        self.not_both(people, nobody)
        return people, frozenset(nobody)

    def not_both(self, people: Mapping[str, Person], nobody: set[str]) -> None:
        """A name that is nobody's cannot be somebody's."""
        for person in people.values():
            for name in person.also:
                if name in nobody:
                    hint = f"Take one of the two out; `off` instead of `nobody` only drops what is shipped as '{name}'."
                    self.wrong((name,), "V17", f"'{name}' is nobody, and names '{person.name}'", hint)

    def person(self, name: str, fields: dict[str, Any], base: Person) -> Person:
        return replace(
            base,
            also=joined(base.also, self.texts(fields, name, "also")),
            weak=joined(base.weak, self.texts(fields, name, "weak")),
            nots=joined(base.nots, self.texts(fields, name, "not")),
            roles=self.roles(name, fields.get("roles")) or base.roles,
            wikidata=self.matching(fields, name, "wikidata", r"Q[1-9]\d*", "Q42") or base.wikidata,
            shipped=False,
        )

    def roles(self, name: str, value: Any) -> tuple[Role, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            hint = "Write `roles: [{title: Mayor, from: 2014-10-01, to: 2024-10-01}]`."
            self.wrong((name, "roles"), "V05", f"'roles' of '{name}' is {kind_of(value)}, not a list", hint)
            return ()
        roles = (self.role(name, i, item) for i, item in enumerate(value))
        return tuple(role for role in roles if role)

    def role(self, name: str, i: int, item: Any) -> Role | None:
        key = (name, "roles", i)
        if not isinstance(item, dict):
            hint = "Write it as {title: Mayor, from: 2014-10-01, to: 2024-10-01}."
            self.wrong(key, "V05", f"a role of '{name}' is {kind_of(item)}, not `title:` and dates", hint)
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
