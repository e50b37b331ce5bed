"""A machine that keeps changing its mind: every field and tag depends on `mind` and on the seed."""

from collections.abc import Sequence
from typing import Any, Self

from dateline import tagging, vocabulary
from dateline.model import Article, Draft, Mention, Seed, Tag, When

PEOPLE = ("Ann Lee", "Bo Ek", "Cy Orr", "Di Fox")
mind = {"version": 0}  # what the machine thinks depends on it


def fake_normalise(seed: Seed, _: Any) -> Draft:
    """A machine whose every field changes with its version and with the seed."""
    version = mind["version"]
    title, _, text = seed.text.partition("\n")
    article = Article(
        title=f"{title} v{version % 3}",
        body=f"{text.strip()} v{version % 2}",
        date=When(2000 + version % 4),
        source=f"Source {version % 2}" if version % 3 else "",
        place=f"Place {version % 2}" if version % 5 == 0 else "",
        author=("Machine",) if version % 2 else (),
        title_derived=version % 2 == 1,
        seed=seed.path,
    )
    return Draft(article, {})


class FakeTagger:
    """Tags that change with the version, the text and the vocabulary, which has the last word on names."""

    def __init__(self, words: vocabulary.Vocabulary) -> None:
        self.words = words

    def read_all(self, documents: Sequence[tagging.Document]) -> list[tagging.Reading]:
        return [tagging.Reading(one.key, one.date, topics=self.tags(one)) for one in documents]

    def people(self, _: Sequence[tagging.Trace]) -> Self:
        return self

    def who(self, _: tagging.Trace) -> tagging.Named:
        return ()

    def tags(self, document: tagging.Document) -> tuple[Tag, ...]:
        start = (len(document.text) + mind["version"]) % len(PEOPLE)
        written = [PEOPLE[start], PEOPLE[(start + 2) % len(PEOPLE)], *self.words.people]
        whole = {other: person.name for person in self.words.people.values() for other in person.also}
        names = dict.fromkeys(whole.get(name, name) for name in written if name not in self.words.nobody)
        return tuple(Tag("people", name, mentions=(Mention("people", name, "x", 0, 1, "fake"),)) for name in names)
