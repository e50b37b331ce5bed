"""A number -> a made-up news article, always the same: what the benchmarks build from.

Article i hangs on the seed and on i alone, so a small corpus is the beginning of a large one. Lengths, tags and
Markdown are spread as news has them: 300 to 900 words in paragraphs, now and then a heading, a list, a link or a
quotation; names, countries and topics by Zipf's law; ten years of dates.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from babel import Locale

from dateline.addresses import slugify

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
FIRST_DAY, DAYS = date(2015, 1, 1), 3652
PEOPLE, WORDS = 2000, 8000
FIRST_NAMES = "Ada Anna Boris Carla David Elena Erik Fatima Grace Hana Ivan Jane Karl Leila Maria Nadia Olga Peter"
LAST_NAMES = "and berg chen dorf elm fors gren holm ides jans kov lind mar nov os pet quist ros sand tamm ul vik wes"
ENDS = "a er es in o ov son ski ton ez"
SYLLABLES = "ba be con da de en for ga in la li mo na no per ra re sa si ta te ti un ver"
SUFFIXES = "al ance ate ed er ing ion ity ly ment ness ous s tion ure"
COMMON = (
    "the of and to in a is that for it as was with be by on not this are or from at which but have an had they were "
    "all can has there been if more when will would who so no out up its about than them then some could these may "
    "new also after over any other most between through must before because years now even under against during "
    "where how people country state public week month year party leader talks report plan policy law court election "
    "support crisis attack security market growth prices bank rate budget trade company union strike energy oil gas "
    "power water food hospital research technology project community city border region north south east west"
)
SUBJECTS = (
    "politics economy elections diplomacy war security trade energy climate health technology science education "
    "justice migration media culture sport religion agriculture environment finance banking inflation labour housing "
    "transport aviation space crime corruption terrorism sanctions defence protest parliament courts taxation"
)
SOURCES = (
    "The Morning Wire",
    "Evening Ledger",
    "Continental News",
    "Harbour Gazette",
    "Public Radio One",
    "Metro Post",
)


@dataclass(frozen=True, slots=True)
class News:
    """One article."""

    number: int
    title: str
    day: date
    source: str
    summary: str
    people: tuple[str, ...]
    countries: tuple[str, ...]
    topics: tuple[str, ...]
    body: str

    @property
    def name(self) -> str:
        """Of its file, without a suffix."""
        return f"{self.day}-{slugify(self.title)}-{self.number:06}"


class Newsroom:
    """Words and names to write with; made once."""

    def __init__(self, seed: int = 7) -> None:
        self.seed = seed
        chance = random.Random(seed)  # noqa: S311  the same corpus every time, no secret
        firsts, middles, ends = FIRST_NAMES.split(), LAST_NAMES.split(), ENDS.split()
        lasts = [f"{middle}{end}".title() for middle in middles for end in ends]
        self.topics = SUBJECTS.split()
        self.people = chance.sample([f"{first} {last}" for first in firsts for last in lasts], PEOPLE)
        territories = Locale("en").territories
        self.countries = sorted(name for code, name in territories.items() if len(code) == 2 and code.isalpha())[:195]
        made = {chance.choice(SYLLABLES.split()) for _ in range(WORDS)}
        while len(made) < WORDS:
            parts = chance.choices(SYLLABLES.split(), k=chance.randint(1, 3))
            made.add("".join(parts) + chance.choice(SUFFIXES.split()))
        self.words = [*dict.fromkeys(COMMON.split()), *sorted(made - set(COMMON.split()))]
        self._zipf = {n: list(accumulate(1 / (rank + 3) ** 0.9 for rank in range(n))) for n in self._sizes()}

    def _sizes(self) -> set[int]:
        return {len(self.people), len(self.countries), len(self.topics), len(self.words)}

    def article(self, number: int) -> News:
        """The article of a number."""
        return _Writer(self, random.Random(self.seed * 1_000_003 + number), number).article()  # noqa: S311  as above

    def some(self, chance: random.Random, of: Sequence[T], count: int) -> list[T]:
        """So many, by Zipf's law."""
        return chance.choices(of, cum_weights=self._zipf[len(of)], k=count)


class _Writer:
    def __init__(self, room: Newsroom, chance: random.Random, number: int) -> None:
        self.room, self.chance, self.number = room, chance, number
        self.people = self._tags(room.people, 6)
        self.countries = self._tags(room.countries, 5)
        self.topics = self._tags(room.topics, 4)

    def _tags(self, of: Sequence[str], most: int) -> tuple[str, ...]:
        count = min(self.chance.randint(1, most), self.chance.randint(1, most))
        return tuple(dict.fromkeys(self.room.some(self.chance, of, count)))

    def article(self) -> News:
        chance = self.chance
        left = int(chance.triangular(300, 900, 520))
        blocks: list[str] = []
        while left > 0:
            size = chance.randint(35, 75)
            blocks += self.block(size)
            left -= size
        return News(
            number=self.number,
            title=self.phrase(chance.randint(6, 11)).capitalize(),
            day=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
            source=chance.choice(SOURCES),
            summary=self.phrase(chance.randint(16, 28)).capitalize() + ".",
            people=self.people,
            countries=self.countries,
            topics=self.topics,
            body="\n\n".join(blocks),
        )

    def phrase(self, count: int) -> str:
        return " ".join(self.room.some(self.chance, self.room.words, count))

    def block(self, size: int) -> list[str]:
        roll = self.chance.random()
        if roll < 0.05:
            return [f"## {self.phrase(4).capitalize()}", self.paragraph(size)]
        if roll < 0.08:
            return ["\n".join(f"- {self.phrase(9).capitalize()}." for _ in range(4))]
        if roll < 0.12:
            return [f"> {self.paragraph(size)}"]
        return [self.paragraph(size)]

    def paragraph(self, size: int) -> str:
        sentences = []
        while size > 0:
            length = self.chance.randint(9, 26)
            sentences.append(self.sentence(length))
            size -= length
        return " ".join(sentences)

    def sentence(self, length: int) -> str:
        words = self.phrase(length).capitalize()
        person, country = self.chance.choice(self.people), self.chance.choice(self.countries)
        forms = (
            (0.12, f"“{words},” said {person}."),
            (0.20, f"{words}, {person} said in {country}."),
            (0.26, f"{words} and **{self.phrase(2)}** in {country}."),
            (0.30, f"{words}, [{self.phrase(3)}](https://www.example.com/{self.number}/{slugify(words)})."),
        )
        roll = self.chance.random()
        return next((text for limit, text in forms if roll < limit), f"{words}.")
