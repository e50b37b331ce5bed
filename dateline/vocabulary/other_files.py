"""countries.yaml and topics.yaml + the entries that are there -> countries, topics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dateline.tools.wording import kind_of
from dateline.vocabulary import claims
from dateline.vocabulary.entries import Country, Topic
from dateline.vocabulary.files import VocabularyFile, joined, renamed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

OWN_CODES = "AA|Q[M-Z]|X[A-Z]|ZZ"  # that ISO 3166-1 leaves to its users
HEAVIEST = 100.0  # weight of a cue
COUNTRY_KEYS = ("name", "also", "weak", "not", "code")
TOPIC_KEYS = ("name", "code", "parent", "definition", "strong", "cues", "weak", "not")
WEIGHTS = {"strong": 3.0, "cues": 1.0, "weak": 0.3}  # what a term of each list counts, as in the shipped topics


class CountriesFile(VocabularyFile):
    name = "countries.yaml"

    def read(self, shipped: Mapping[str, Country]) -> dict[str, Country]:
        countries = {} if self.drops_shipped else dict(shipped)
        names = {country.code: name for name, country in shipped.items()}
        for name, fields in self.fields(COUNTRY_KEYS):
            known = names.get(name, name)  # the key may be a country's code
            if fields is None:
                countries.pop(known, None)
                continue
            code = self.code(fields, name, known, names)
            base = countries.get(known) or Country(known, "")
            if not (code or base.code):
                hint = "Use the name that country pages show, or add `code:` with its two letters."
                if "code" not in fields:  # else what is wrong with that has been said
                    self.wrong((name,), "V11", f"no country is called '{name}', and it has no code", hint)
                continue
            shown = self.called(fields, name, known, countries)
            countries = renamed(countries, known, shown)
            countries[shown] = replace(
                base,
                name=shown,
                code=code or base.code,
                formerly=joined(base.formerly, (known,) if shown != known else ()),
                also=joined(joined(base.also, (known,) if shown != known else ()), self.texts(fields, name, "also")),
                weak=joined(base.weak, self.texts(fields, name, "weak")),
                nots=joined(base.nots, self.texts(fields, name, "not")),
            )
        self.problems += claims.find(countries.values(), self.keys, self.document, self.shown_as)
        return countries

    def code(self, fields: dict[str, Any], name: str, known: str, names: Mapping[str, str]) -> str:
        """The code that an entry states; `names` are those of the shipped countries by code."""
        code = self.matching(fields, name, "code", r"[A-Z]{2}", "EE (ISO 3166-1 alpha-2)")
        if code and code not in names and not re.fullmatch(OWN_CODES, code):
            hint = "Use the country's own; XA to XZ and QM to QZ are free for what has none."
            self.wrong((name, "code"), "V18", f"'{code}' of '{name}' is no code of ISO 3166-1", hint)
            return ""
        if code and names.get(code, known) != known and not self.drops_shipped:
            hint = f"Write `{names[code]}:` or `{code}:` to change that country."
            self.wrong((name, "code"), "V19", f"'{code}' of '{name}' is the code of '{names[code]}'", hint)
            return ""
        return code


class TopicsFile(VocabularyFile):
    name = "topics.yaml"

    def read(self, shipped: Mapping[str, Topic]) -> dict[str, Topic]:
        topics, off, new_names = {} if self.drops_shipped else dict(shipped), set(), {}
        for name, fields in self.fields(TOPIC_KEYS):
            if fields is None:
                off.add(name)
                topics.pop(name, None)
                continue
            base = topics.get(name) or Topic(name)
            shown = self.called(fields, name, name, topics)
            if shown != name:
                new_names[name] = shown
            topics = renamed(topics, name, shown)
            topics[shown] = replace(
                base,
                name=shown,
                also=joined(base.also, (name,) if shown != name else ()),
                code=self.text(fields, name, "code") or base.code,
                parent=self.text(fields, name, "parent") or base.parent,
                definition=self.text(fields, name, "definition") or base.definition,
                cues={term: weight for term, weight in {**base.cues, **self.cues(name, fields)}.items() if weight > 0},
                nots=joined(base.nots, self.texts(fields, name, "not")),
            )
        for name, topic in topics.items():
            if topic.parent in new_names:
                topics[name] = replace(topic, parent=new_names[topic.parent])
        return self.without_bad_parents(self.without_branches(topics, off))

    def without_branches(self, topics: dict[str, Topic], off: Collection[str]) -> dict[str, Topic]:
        """The topics but for those below one that is off; what the file itself speaks of stays."""
        kept = dict(topics)
        while off:
            off = {name for name, topic in kept.items() if topic.parent in off and name not in self.keys}
            kept = {name: topic for name, topic in kept.items() if name not in off}
        return kept

    def cues(self, name: str, fields: dict[str, Any]) -> dict[str, float]:
        """The terms of `strong`, `cues` and `weak` with their weights; `cues` may state them, 0 to take one out."""
        found: dict[str, float] = {}
        for key, weight in WEIGHTS.items():
            value = fields.get(key)
            if key == "cues" and isinstance(value, dict):
                stated = {term: self.weight(name, term, number) for term, number in value.items()}
            else:
                stated = dict.fromkeys(self.texts(fields, name, key), weight)
            for term, number in stated.items():
                found.setdefault(term, number)
        return found

    def weight(self, name: str, term: str, value: Any) -> float:
        try:
            weight = float(value)
        except (TypeError, ValueError):
            message = f"the weight of cue '{term}' of '{name}' is {kind_of(value)}, not a number"
            self.wrong((name, "cues", term), "V12", message, f"Write `{term}: 1`.")
            return 0.0
        if not 0 <= weight <= HEAVIEST:
            message = f"the weight of cue '{term}' of '{name}' is {value}, not from 0 to {HEAVIEST:g}"
            hint = f"Write `{term}: 1`, 3 for a strong cue, 0 to take one out; what a cue hides in goes under `not`."
            self.wrong((name, "cues", term), "V20", message, hint)
            return 0.0
        return weight

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
                hint = "Name another topic as its parent, or take the line out."
                self.wrong((name, "parent"), "V14", f"'{name}' is its own broader topic", hint)
            elif above == topic.parent:
                hint = "Name a topic of this file or of the shipped scheme, or add it."
                self.wrong((name, "parent"), "V13", f"'{name}' has the unknown parent '{above}'", hint)
            else:
                continue
            topics[name] = replace(topic, parent="")
        return topics
