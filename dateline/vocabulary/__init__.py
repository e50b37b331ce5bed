"""The vocabulary that Dateline ships + content/vocabulary/*.yaml -> Vocabulary, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.vocabulary import shipped
from dateline.vocabulary.absent import FILES, gone, misnamed
from dateline.vocabulary.entries import Country, Person, Role, Topic, Vocabulary
from dateline.vocabulary.other_files import CountriesFile, TopicsFile
from dateline.vocabulary.people_file import PeopleFile

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Problem

__all__ = ["FILES", "STOPS", "Country", "Person", "Role", "Topic", "Vocabulary", "gone", "load"]
# Codes of problems with a whole file: without it tags would be other ones.
STOPS = frozenset(["V01", "V02", "V03", "V23", "V24"])


def load(
    folder: Path, shown_as: str = "content/vocabulary", language: str = "en", *, cities: bool = False
) -> tuple[Vocabulary, list[Problem]]:
    """What Dateline ships, changed by the people.yaml, countries.yaml and topics.yaml of `folder`.

    An entry of the same name adds to the one that is there; `Name: nobody` (people) or `Name: off` takes a name
    out; `shipped: off` at the top of a file drops all that Dateline ships of its kind. Countries are named in
    `language` (BCP 47); with `cities`, large cities name them too. A file that is not there changes nothing, unless
    another stands there that seems to be meant; a mistake is reported, and the entry or value in which it stands is
    left out.
    """
    base = shipped.load(language, cities=cities)
    problems = sorted(set(misnamed(folder, shown_as).values()))
    people, nobody = PeopleFile(folder, shown_as, problems).read(base.people)
    countries = CountriesFile(folder, shown_as, problems).read(base.countries)
    topics = TopicsFile(folder, shown_as, problems).read(base.topics)
    dropped = tuple(person for name, person in base.people.items() if name in nobody)
    return Vocabulary(people, countries, topics, nobody, dropped), sorted(problems)
