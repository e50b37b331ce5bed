"""Names in the cases of a language -> what they may be in the nominative, by the endings of given name and surname.

Where both change, they must be in one case and of one gender, and the given name must be one that the lists know; where
the last word alone changes (Estonian, Finnish, Hungarian), the surname must be known with and without its ending.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from dateline.tagging.people.lists.lexicon import fold, sections

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dateline.tagging.people.lists.lexicon import Lexicon

    Endings = tuple[tuple[str, tuple[str, ...]], ...]

# Gender, endings of the given name and of the surname, one row for each case; "a>" is a lost, "y>a|o" is y for a or o.
# The first ending of a surname that fits counts; "-" is a surname without an ending, which some have. Behind "?" only
# surnames of the lists count, for no other is likelier.
_CASES = {
    "pl": [
        ("m", "ka>ek a> ego>y iego>i", "iego>i ego>y ska>sk yka>yk ika>ik ka>k|ek? ńca>niec a> y>a i>a"),
        ("m", "owi> emu>y iemu>i", "iemu>i emu>y skowi>sk kowi>k|ek? owi>"),
        ("m", "kiem>ek|k iem> em> im>i ym>y", "im>i ym>y skiem>sk ykiem>yk ikiem>ik kiem>k|ek? em> ą>a"),
        ("m", "u> ie> rze>r", "im>i ym>y u> ie> dzie>d|da? rze>r"),
        ("f", "y>a i>a|ia|ja", "iej>a ej>a y>a i>a -"),
        ("f", "ę>a ą>a", "ą>a ę>a -"),
    ],
    "cs": [
        ("m",
         "rla>rel vla>vel ňka>něk sca>sco ra>r|er la>l|el ka>ek|k a>|o e>",
         "ého>ý ího>í ka>k|ek? ela>el era>er ora>or ara>ar la>l|el? ra>r|er? a>|o y>a e>e|?"),
        ("m", "ovi> u> i>", "ému>ý ímu>í ovi>|a|o? u> i>"),
        ("m", "em>", "ým>ý ím>í kem>k|ek? lem>l|el? em>|o ou>a"),
        ("f", "y>a ě>a e>a|e u>a ou>a i>e í>e", "ové>ová ovou>ová é>á ou>á -"),
    ],
    "sk": [
        ("m", "rla>rel|rol vla>vel|vol ňka>něk ka>ek|k a>", "ého>ý eho>y ka>k|ek? a>|o u>a"),
        ("m", "ovi>", "ému>ý emu>y ovi>|a|o?"),
        ("m", "om>", "ým>ý ym>y kom>k|ek? om>|a|o?"),
        ("f", "y>a e>a u>a ou>a i>a", "ovej>ová ovú>ová ovou>ová ej>á ú>á ou>á -"),
    ],
    "hr": [
        ("m", "a>|ar|o|e", "oga>i og>i eg>i enka>enko a>|o e>a"),
        ("m", "u>|ar|o|e", "om>i em>i enku>enko u>|o i>a"),
        ("m", "rom>ar|r|ro om> em>", "im>i enkom>enko om>|a|o? em>"),
        ("f", "e>a i>a u>a om>a", "ke>ka koj>ka ku>ka kom>ka e>a u>a om>a -"),
    ],
    "sl": [
        ("m", "a>", "ega>i a>|o e>a"),
        ("m", "u>", "emu>i u>|o"),
        ("m", "om> em>", "im>i om>|o em>"),
        ("f", "e>a i>a o>a", "e>a i>a o>a -"),
    ],
    "uk": [
        ("m", "а>|о я>й|ь|", "ого>ий ска>ск енка>енко ка>ко|к? а> я>ь|й? и>а"),
        ("m", "ові>|о еві>ь| єві>й у>|о ю>й|ь", "ому>ий кові>ко|к? ку>ко|к? ові> у> ю>ь|й?"),
        ("m", "ом>|о єм>й ем>ь|", "им>ий енком>енко ом> ем>ь єм>й ою>а"),
        ("f", "и>а і>а|я ї>я у>а ю>я ою>а єю>я", "ої>а ій>а ою>а у>а и>а і>а -"),
    ],
    "ru": [
        ("m", "а> я>й|ь", "ского>ский цкого>цкий ого>ий|ой? его>ий а> я>ь|й? ы>а"),
        ("m", "у> ю>й|ь", "скому>ский цкому>цкий ому>ий|ой? ему>ий у> ю>ь|й? е>а"),
        ("m", "ом> ем>ь|й", "им>ий овым>ов евым>ев иным>ин ым>|ый? ом> ем>ь|й? ой>а"),
        ("f", "ы>а и>а|я|ь е>а|я у>а ю>я ой>а ей>я", "ской>ская скую>ская ой>а у>а ы>а е>а -"),
    ],
    "lt": [
        ("m", "iaus>ius io>is o>as aus>us", "io>is o>as aus>us os>a"),
        ("m", "iui>ius|is ui>as ejui>ejus", "iui>is ui>as ai>a"),
        ("m", "ių>ius į>is ą>as ų>us", "į>is ą>as|a? ų>us"),
        ("m", "iumi>ius umi>us iu>is u>as", "iumi>ius umi>us iu>is u>as a>a"),
        ("f", "os>a ai>a ą>a", "ės>ė ei>ė ę>ė os>a ai>a ą>a"),
        ("f", "ės>ė ei>ė ę>ė", "ės>ė ei>ė ę>ė os>a ai>a ą>a"),
    ],
    "lv": [
        ("m", "ja>is a>s am>s", "ja>is|js? a>s am>s as>a"),
        ("m", "im>is u>s|is", "im>is u>s|is|a? i>is|e|i?"),
        ("f", "as>a ai>a u>a", "as>a ai>a u>a es>e ei>e i>e"),
        ("f", "es>e ei>e i>e", "as>a ai>a u>a es>e ei>e i>e"),
    ],
    "el": [
        ("m", "ου>ος ο>ος η>ης α>ας", "ου>ος|ου? ο>ος η>ης α>ας -"),
        ("f", "ας>α ης>η", "-"),
    ],
}  # fmt: skip
REMEMBERED = 50_000  # words: the same come again and again
LIKE = {"bs": "hr", "sr": "hr"}
# Of the last word alone. An ending with "!" leaves no doubt where the lists do not know the surname with it.
_LAST = {
    "et": "lega!>el iga!> iga!>i aga!>a ega!>|e oga!>o uga!>u öga!>ö õiga!>õi ile!> ile!>i ale!>a ele!>|e ole!>o "
    "ilt!> ilt!>i alt!>a elt!>|e isse!> asse!>a il> al>a el>|e is> ist> as>a es>|e st>s li>el i> e> a> u> ks>",
    "fi": "osen!>onen isen!>inen asen!>anen äsen!>änen usen!>unen esen!>enen selle!>nen sella!>nen sesta!>nen "
    "ön!>ö än!>ä olle!>o alle!>a ille!> ille!>i olla!>o alla!>a illa!> illa!>i osta>o asta>a ista> ista>i "
    "in> an>a on>o un>u in>i en>e",
    "hu": "ival!>i óval!>ó nnal!>n lel!>l nnel!>n nak!> nek!> ról!> ről!> tól!> től!> val!> vel!> ban> ben> ot> et> t>",
}
_OBLIQUE = ("ého", "ému", "eho", "emu", "ego", "iemu", "ského", "skog", "ского", "скому", "ського", "ському", "ським")
_OF_MEN = ("ovi", "owi", "em", "ém", "ým", "ym", "ého", "ego", "им", "ым", "ом", "ому", "ого")
_OF_WOMEN = ("ové", "ovou", "ovej")
_UNCHANGED = "eéioóuyеиоуэю"  # with such an end many given names of others do not change: Joe Bidena


class Cases:
    """What names of one language may be in the nominative."""

    def __init__(self, lexicon: Lexicon, code: str) -> None:
        self._given, self._family, self._gender = lexicon.given, lexicon.family, lexicon.gender
        self._by_hand, self._nouns = sections("regions.txt")["given"], lexicon.classes["noun of slavic"]
        self._marks_women = code in ("cs", "sk")  # by -ová: Jana Lindová
        self._is_listed_apart = code == "ru"
        self._rows = _rows(LIKE.get(code, code))
        self._last = _last(code)

    def __bool__(self) -> bool:
        return bool(self._rows or self._last)

    def nominative(self, name: str, names: Collection[str], surnames: Collection[str]) -> str:
        """The name as it is cited; nothing where it is so already, or nobody knows.

        `names` and `surnames` are those of the article, folded: full ones, and single words.
        """
        given, *others = name.split(" ")
        if not others:
            return ""
        between, last = others[:-1], others[-1]
        known = self._is_given(given)
        if self._last:
            return self._of_last(" ".join([given, *between]), last, names, surnames) if known else ""
        found = list(self._both(given, between, last))
        told = next((each for each in found if fold(each) in names), "")
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
        return self._given.tier(fold(word)) in (1, 2)

    def _both(self, given: str, between: list[str], last: str) -> Iterator[str]:
        for gender, firsts, lasts in self._rows:
            for first in _without(given, firsts):
                if not self._is_given(first) or not self._bears(fold(first), gender):
                    continue
                middle = [next(filter(self._is_given, _without(word, firsts)), word) for word in between]
                yield from (" ".join([first, *middle, surname]) for surname in self._surnames(last, lasts))

    def _bears(self, given: str, gender: str) -> bool:
        """Whether a given name is one of a man or a woman, and no noun; Russian has a list of its own."""
        if given in self._by_hand:
            return self._gender(given) in (gender, "")
        return not self._is_listed_apart and given not in self._nouns and self._gender(given) in (gender, "")

    def _surnames(self, last: str, endings: Endings) -> Iterator[str]:
        """What a surname may be without the first ending that fits."""
        for ending, bases in endings:
            if not ending:
                if not last.endswith(_OF_MEN):
                    yield last
            elif _has_ending(last, ending):
                found = [last[: -len(ending)] + base.rstrip("?") for base in bases]
                if bases[-1].endswith("?"):
                    listed = [form for form in found if self._family.tier(fold(form))]
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
        forms = [(last[: -len(ending)] + base, sure) for ending, base, sure in self._last if _has_ending(last, ending)]
        for form, _ in forms:
            if fold(f"{before} {form}") in names or fold(form) in surnames:
                return f"{before} {form}"
        if self._family.tier(fold(last)):
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
            if sure and not base and _has_ending(word, fold(ending))
        }


@lru_cache(REMEMBERED)
def may_be(word: str, code: str) -> str:
    """Every word that a name's word may be in the nominative, where that is no part of it; and more."""
    rows = _rows(LIKE.get(code, code))
    endings = dict.fromkeys(pair for _, first, last in rows for pair in (*first, *last))
    pairs = [(ending, base.rstrip("?")) for ending, bases in endings for base in bases]
    pairs += [(ending, base) for ending, base, _ in _last(code)]
    return " ".join(word[: -len(ending)] + base for ending, base in pairs if ending and base and word.endswith(ending))


def _has_ending(word: str, ending: str) -> bool:
    return len(word) > len(ending) + 1 and word.endswith(ending)


def _without(word: str, endings: Endings) -> Iterator[str]:
    """What a word may be without each ending that fits."""
    for ending, bases in endings:
        if ending and len(word) > len(ending) + 1 and word.endswith(ending):
            yield from (word[: -len(ending)] + base for base in bases)


def _differs_in_accents(given: str, first: str) -> bool:
    """True for Annalenę and Annalena, which are one word where names are compared."""
    return given != first and fold(given) == fold(first)


@cache
def _rows(code: str) -> tuple[tuple[str, Endings, Endings], ...]:
    return tuple((gender, _endings(first), _endings(last)) for gender, first, last in _CASES.get(code, ()))


def _endings(row: str) -> Endings:
    pairs = (word.split(">") if ">" in word else ("", "") for word in row.split())
    return tuple((ending, tuple(bases.split("|"))) for ending, bases in pairs)


@cache
def _last(code: str) -> tuple[tuple[str, str, bool], ...]:
    pairs = (word.split(">") for word in _LAST.get(code, "").split())
    return tuple((ending.rstrip("!"), base, "!" in ending) for ending, bases in pairs for base in bases.split("|"))
