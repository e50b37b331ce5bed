"""Names in the cases of a language -> what they may be in the nominative, by the endings of given name and surname.

Where both change, they must be in one case and of one gender, and the given name must be one that the lists know; where
the last word alone changes (Estonian, Finnish, Hungarian), the surname must be known with and without its ending.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dateline.tagging.people.lists import naturalised
from dateline.tagging.people.lists.lexicon import fold, sections
from dateline.tagging.people.together import endings
from dateline.tagging.people.together.endings import has_ending

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.together.endings import Endings

_OBLIQUE = ("ého", "ému", "eho", "emu", "ego", "iemu", "ského", "skog", "ского", "скому", "ського", "ському", "ським")
_OF_MEN = ("ovi", "owi", "em", "ém", "ým", "ym", "ého", "ego", "им", "ым", "ом", "ому", "ого")
_OF_WOMEN = ("ové", "ovou", "ovej")
_MARKED = ("ова", "ева", "ёва", "ина", "ына", "ая")  # a woman's surname in Russian, where it has a form of its own
_VOWELS = "aeiouyõäöü"
_UNCHANGED = "eéioóuyеиоуэю"  # with such an end many given names of others do not change: Joe Lindena


class Cases:
    """What names of one language may be in the nominative."""

    def __init__(self, lexicon: Lexicon, code: str) -> None:
        self.code, self._lexicon = code, lexicon
        self._family, self._gender = lexicon.family, lexicon.gender
        self._by_hand, self._nouns = sections("regions.txt")["given"], lexicon.classes["noun of slavic"]
        self._marks_women = code in ("cs", "sk")  # by -ová: Jana Lindová
        self._is_listed_apart = code == "ru"
        self._rows = endings.rows(code)
        self._last = endings.last(code)

    def __bool__(self) -> bool:
        return bool(self._rows or self._last)

    def nominative(
        self, name: str, names: Collection[str], surnames: Collection[str], *, is_titled: bool = False
    ) -> str:
        """The name as it is cited; nothing where it is so already, or nobody knows.

        `names` and `surnames` are those of the article, folded: full ones, and single words. `is_titled`: an office
        stands before it, so that a given name counts that few of the country have.
        """
        given, *others = name.split(" ")
        if not others:
            return ""
        between, last = others[:-1], others[-1]
        known = self._is_given(given)
        if self._last:
            return self._of_last(" ".join([given, *between]), last, names, surnames) if known else ""
        found = list(self._both(given, between, last, is_titled=is_titled))
        told = next((each for each in found if fold(each) in names), "")
        told = told or next(self._unlisted(given, between, last, names, surnames), "")
        if not known:
            told = told or next((each for each in found if fold(each.split()[-1]) in surnames), "")
        if last.endswith(_OBLIQUE):  # no nominative, whatever the given name may be
            told = told or next((each for each in found if each.split()[-1] != last), "")
        told = told or next((each for each in found if _differs_in_accents(given, each.split()[0])), "")
        if not told and self._marks_women and self._gender(fold(given)) == "f" and not last.endswith(("á", "ová")):
            of_men = (each for each in found if self._gender(fold(each.split()[0])) != "f")  # Jana Lindy is Jan Linda
            told = "" if self._family.tier(fold(last)) else next(of_men, "")
        if known and not told and last.endswith(_OF_WOMEN):
            return name[: name.rindex("ov")] + "ová"
        if told or known:
            changes = any(map(self._is_given, chain.from_iterable(_without(given, row[1]) for row in self._rows)))
            unchanged = known and not told and given[-1] in _UNCHANGED and not changes
            return told or (self._of_surname(name, last, names, surnames) if unchanged else "")
        if listed := [each for each in found if self._family.tier(fold(each.split()[-1]))]:
            return listed[0]
        return found[0] if found and not self._family.tier(fold(last)) else ""

    def _is_given(self, word: str) -> bool:
        return naturalised.tier(fold(word), self.code, self._lexicon) in (1, 2)

    def _both(self, given: str, between: list[str], last: str, *, is_titled: bool) -> Iterator[str]:
        for gender, firsts, lasts in self._rows:
            for first in _without(given, firsts):
                if not self._is_given(first) or not self._bears(fold(first), gender, is_titled=is_titled):
                    continue
                middle = [next(filter(self._is_given, _without(word, firsts)), word) for word in between]
                yield from (" ".join([first, *middle, surname]) for surname in self._surnames(last, lasts))

    def _unlisted(
        self, given: str, between: list[str], last: str, names: Collection[str], surnames: Collection[str]
    ) -> Iterator[str]:
        """Of a given name on no list: where the article has the whole name in the nominative, or a man's surname."""
        is_woman = self._gender(fold(given)) == "f" and last.endswith(_MARKED)
        for gender, firsts, lasts in self._rows:
            for first in [*_without(given, firsts), *([given] if given[-1] in _UNCHANGED else [])]:
                is_noun = not self._nouns.isdisjoint((fold(given), fold(first)))  # жена, жен
                is_stem = self._is_listed_apart and given.startswith(first) and gender == "m"
                is_stem = is_stem and not (is_woman or is_noun)
                for surname in self._surnames(last, lasts):
                    name = " ".join([first, *between, surname])
                    alone = is_stem and surname != last and fold(surname) in surnames
                    if (first, surname) != (given, last) and (fold(name) in names or alone):
                        yield name

    def _bears(self, given: str, gender: str, *, is_titled: bool) -> bool:
        """Whether a given name is one of a man or a woman, and no noun; Russian has a list of its own."""
        if given in self._by_hand:
            return self._gender(given) in (gender, "")
        is_titled = is_titled and gender == "m"  # of women the ends are those of nouns: глава Лиги Наций
        may_be = (is_titled or not self._is_listed_apart) and given not in self._nouns
        return may_be and self._gender(given) in (gender, "")

    def _surnames(self, last: str, those: Endings) -> Iterator[str]:
        """What a surname may be without the first ending that fits."""
        for ending, bases in those:
            if not ending:
                if not last.endswith(_OF_MEN) and (bases != (endings.VOWEL,) or last[-1] in _UNCHANGED):
                    yield last
            elif has_ending(last, ending):
                found = [last[: -len(ending)] + base.rstrip("?") for base in bases]
                if bases[-1].endswith("?"):
                    listed = [form for form in found if naturalised.is_family(fold(form), self.code, self._lexicon)]
                    found = listed if len(listed) == 1 else []
                yield from found
                return

    def _of_surname(self, name: str, last: str, names: Collection[str], surnames: Collection[str]) -> str:
        """A name of which the surname alone changes, where something tells that it does."""
        before = name[: -len(last)]
        if self._family.tier(fold(last)):
            return ""
        for _, _, lasts in self._rows:
            for surname in self._surnames(last, lasts):
                folded = fold(surname)
                if surname != last and (
                    fold(before + surname) in names or folded in surnames or self._family.tier(folded)
                ):
                    return before + surname
        return ""

    def _of_last(self, before: str, last: str, names: Collection[str], surnames: Collection[str]) -> str:
        those = [
            (last[: -len(ending)] + _whole(last, ending, base), sure)
            for ending, base, sure in self._last
            if has_ending(last, ending)
        ]
        forms = [(form, sure) for form, sure in those if form != last]
        for form, _ in forms:
            if fold(f"{before} {form}") in names or fold(form) in surnames:
                return f"{before} {form}"
        is_steady = fold(last) in surnames and not any(fold(form) in surnames for form, _ in forms)
        if self._family.tier(fold(last)) or (is_steady and not any(sure for _, sure in forms)):
            return ""
        cased = self._in_cases(surnames)
        listed = next((form for form, _ in forms if fold(form) in cased and fold(last) not in cased), "")
        listed = listed or next((form for form, _ in forms if self._family.tier(fold(form))), "")
        told = listed or next((form for form, sure in forms if sure), "")
        return f"{before} {told}" if told else ""

    def _in_cases(self, surnames: Iterable[str]) -> set[str]:
        """What the single words of the article may be, where these have an ending that leaves no doubt."""
        return {
            word[: -len(fold(ending))] + fold(base)
            for word in surnames
            for ending, base, sure in self._last
            if sure and not base and has_ending(word, fold(ending))
        }


def _without(word: str, those: Endings) -> Iterator[str]:
    """What a word may be without each ending that fits."""
    for ending, bases in those:
        if ending and len(word) > len(ending) + 1 and word.endswith(ending):
            yield from (word[: -len(ending)] + base for base in bases)


def _whole(last: str, ending: str, base: str) -> str:
    """What stands for an ending; an i before it is the case's behind a consonant, and behind a vowel the name's own.

    Lindiga is of Lind, Lindõiga of Lindõi.
    """
    return base if ending[0] != "i" or base[:1] == "i" or last[-len(ending) - 1] not in _VOWELS else f"i{base}"


def _differs_in_accents(given: str, first: str) -> bool:
    """True for Annalenę and Annalena, which are one word where names are compared."""
    return given != first and fold(given) == fold(first)
