"""Texts -> the words that they say, as numbers: forms of words, in groups that share a stem."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import partial
from itertools import count, groupby
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from dateline.search.shards import alphabetical
from dateline.search.stems import stem, stemmer
from dateline.search.words import SPACELESS, forms, joined, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

# How much a word says of a document, in three levels: said, said much, said in the title. "Much" is the part of
# BM25 that counts within a document (k1 1.5, b .75). Its average length is a constant here, a news article's, so
# that one article more does not change what the index says of all others.
LEVELS = 3
K1, B, LENGTH = 1.5, 0.75, 500
MUCH = 0.6  # of 1: three times in 500 words, twice in 250
LONGEST = 64  # characters of a form; what is longer is not a word, and nobody types it
NUMBERS = "i"  # of arrays: four bytes each
SEVERAL = -1  # in the place of the one group of a word


class Said(Struct, frozen=True):
    """The words of one document, by their numbers."""

    words: array[int]
    much: array[int]  # groups
    titled: array[int]  # groups

    @classmethod
    def of(cls, packed: Iterable[bytes]) -> Self:
        return cls(*(array(NUMBERS, numbers) for numbers in packed))

    def packed(self) -> tuple[bytes, bytes, bytes]:
        return self.words.tobytes(), self.much.tobytes(), self.titled.tobytes()


class _Words(dict[str, int]):
    """Words of one language, as they stand in texts, to their numbers; one that was never met gets the next."""

    def __init__(self, meet: Callable[[str], int]) -> None:
        self._meet = meet

    def __missing__(self, run: str) -> int:
        number = self[run] = self._meet(run)
        return number


class Terms:
    """Every word that was ever met, numbered as it came, and the group in which it is found.

    A group has the forms that share a stem in a language, or one form alone, whose language is empty. The numbers
    are not to be seen in the index.
    """

    def __init__(
        self,
        words: Iterable[tuple[str, str]] = (),
        groups: Iterable[tuple[str, str]] = (),
        group_of: Iterable[int] = (),
        several: Mapping[int, Sequence[int]] | None = None,
    ) -> None:
        self.words = list(words)  # language, and the word as it stands
        self.groups = list(groups)  # language and stem, or no language and the form
        self.group_of = list(group_of)  # by word
        self.several = dict(several or {})  # word -> its groups, where it has not one but several, or none
        self._groups = {group: number for number, group in enumerate(self.groups)}
        self._words: dict[str, _Words] = {}
        for language, own in groupby(enumerate(self.words), lambda pair: pair[1][0]):
            self._of(language).update((word[1], number) for number, word in own)

    def read(self, title: str, text: str, language: str) -> Said:
        """What a document says."""
        numbers, group_of = self._of(language).__getitem__, self.group_of.__getitem__
        heading, said = (list(map(numbers, [*runs(each), *joined(each)])) for each in (title, text))
        titled = self.groups_of(set(heading))
        counts = Counter(map(group_of, said))
        if counts.pop(SEVERAL, 0):
            counts.update(group for word in said for group in self.several.get(word, ()))
        room = K1 * (1 - B + B * len(said) / LENGTH)
        least = next(n for n in count(1) if n >= MUCH * (n + room))
        much = {group for group, n in counts.items() if n >= least and group not in titled}
        return Said(*(array(NUMBERS, found) for found in ({*heading, *said}, much, titled)))

    def levels(self, said: Said) -> tuple[set[int], ...]:
        """The groups that a document has, by level."""
        return self.groups_of(said.words).difference(said.much, said.titled), set(said.much), set(said.titled)

    def groups_of(self, words: Collection[int]) -> set[int]:
        """The groups in which any of these words is found."""
        groups = set(map(self.group_of.__getitem__, words))
        if SEVERAL in groups:
            groups.remove(SEVERAL)
            groups.update(group for word in words for group in self.several.get(word, ()))
        return groups

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every word and each of its groups."""
        yield from enumerate(self.group_of)
        yield from ((word, group) for word, groups in self.several.items() for group in groups)

    def form(self, word: int, group: int) -> str:
        """The form of a word that is in a group."""
        language, stem = self.groups[group]
        return next(iter(forms(self.words[word][1]))) if language else stem

    def _of(self, language: str) -> _Words:
        found = self._words.get(language)
        if found is None:
            found = self._words[language] = _Words(partial(self._meet, language))
        return found

    def _meet(self, language: str, run: str) -> int:
        number = len(self.words)
        groups = list(dict.fromkeys(self._file(language, run)))
        self.words.append((language, run))
        self.group_of.append(groups[0] if len(groups) == 1 else SEVERAL)
        if len(groups) != 1:
            self.several[number] = groups
        return number

    def _file(self, language: str, run: str) -> Iterator[int]:
        """The groups of a word."""
        whole = list(forms(run))
        for form in whole:
            if form and len(form) <= LONGEST:
                alone = len(whole) == 1 and not SPACELESS.search(form)
                key = (language, stem(run, language)) if alone and stemmer(language) else ("", form)
                number = self._groups.setdefault(key, len(self.groups))
                if number == len(self.groups):
                    self.groups.append(key)
                yield number


def spread(forms: Iterable[str]) -> str:
    """`communi|ties|ty`: what the forms of a group begin with, then their ends; a single form as it is."""
    ordered = sorted(forms, key=alphabetical)
    if len(ordered) == 1:
        return ordered[0]
    first, last = ordered[0], ordered[-1]
    same = next((i for i, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    return "|".join([first[:same], *(form[same:] for form in ordered)])


def gathered(named: str) -> list[str]:
    """The forms of such a line, in their order."""
    head, *ends = named.split("|")
    return [head + end for end in ends] or [head]
