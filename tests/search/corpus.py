"""Articles of invented words in several languages, and a scan of them that needs no index."""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dateline.search.stems import stem
from dateline.search.words import SPACELESS, forms, runs
from tests.site.corpus import entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Entry
    from dateline.search import Text

STEMS = (
    *("harbour", "crane", "quay", "sanction", "communit", "elect", "develop", "general"),
    *("negotiat", "vessel", "cargo", "tariff", "anchor", "wharf", "buoy"),
)
ENDS = ("", "s", "ed", "ing", "ies", "y", "ion", "ions", "al", "ally", "ment", "ments", "er", "ers", "’s")
OTHERS = {
    "et": ["sadam", "sadamas", "sadamast", "laev", "laevad", "laeva", "kraana", "kraanad", "Õunapuu", "uus", "uued"],
    "ru": ["порт", "порта", "портов", "кран", "краны", "судно", "суда", "Зеленский", "договор", "договоры"],
    "ja": ["港湾都市", "東京会議", "新しい橋", "船舶", "会議"],
}


def entries(n: int, seed: int = 1) -> list[Entry]:
    """`n` articles; the same seed, the same articles."""
    dice = random.Random(seed)  # noqa: S311  an invented corpus, no secret
    invented = [stem + end for stem in STEMS for end in ENDS]
    invented += ["".join(dice.choices("abdeiklmnoprstuv", k=dice.randint(3, 9))) for _ in range(400)]
    found = []
    for i in range(n):
        language = dice.choice(["en", "en", "en", "", *OTHERS])
        own = OTHERS.get(language, [])
        body = "\n\n".join(
            " ".join(dice.choices(own, k=25) if own and dice.random() < 0.7 else dice.choices(invented, k=25)) + "."
            for _ in range(dice.randint(1, 4))
        )
        names = dice.sample(["Ada Õunapuu", "Bo Lind", "Estonia", "Finland", "harbour"], 2)
        date = f"{2015 + i * 9 // n}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}" if i % 17 else ""
        title = " ".join(dice.choices(invented, k=4)).capitalize() + f" {i}"
        found.append(
            entry(
                title,
                date,
                f"{body}\n\n{' and '.join(names)}.",
                language=language,
                source=f"Paper {i % 5}" * (i % 6 > 0),
            )
        )
    return found


class Scan:
    """Every document read for every query: what the index is held against."""

    def __init__(self, documents: Sequence[Text]) -> None:
        self.has: list[set[tuple[str, str]]] = []  # what each document is found by
        self.groups: dict[str, set[tuple[str, str]]] = defaultdict(set)  # form -> its stems, each in its language
        for document in documents:
            own = {
                pair
                for run in set(runs(f"{document.title}\n{document.text}"))
                for pair in _pairs(run, document.language)
            }
            self.has.append({group for _, group in own})
            for form, group in own:
                self.groups[form].add(group)

    def find(self, words: Sequence[str], opened: bool) -> list[int]:
        """The numbers of the documents that have every word, or another form of its stem in their own language.

        With `opened` the last word may also be the beginning of one. What shares a stem is asked of the whole
        corpus: a form counts in the languages in which it occurs.
        """
        hits = set(range(len(self.has)))
        for i, word in enumerate(words):
            if opened and i == len(words) - 1:
                good = {group for form, own in self.groups.items() if form.startswith(word) for group in own}
            else:
                good = self.groups.get(word, set())
            hits &= {number for number, own in enumerate(self.has) if not own.isdisjoint(good)}
        return sorted(hits)


@cache
def _pairs(run: str, language: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    """A run's forms, each with the stem that it counts for."""
    whole = list(forms(run))
    if len(whole) == 1 and not SPACELESS.search(whole[0]):
        return ((whole[0], (language, stem(run, language))),)
    return tuple((form, ("", form)) for form in whole)
