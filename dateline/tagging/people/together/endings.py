"""The endings of names in the cases of a language, and what stands for them in the nominative."""

from __future__ import annotations

from functools import cache, lru_cache

Endings = tuple[tuple[str, tuple[str, ...]], ...]  # an ending, and what may stand in its place

# Gender, endings of the given name and of the surname, one row for each case; "a>" is a lost, "y>a|o" is y for a or o.
# The first ending of a surname that fits counts; "-" is a surname without an ending, which some have, and "~" one that
# ends in a vowel and never changes. Behind "?" only surnames of the lists count, for no other is likelier.
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
        ("m", "а> я>й|ь", "ского>ский цкого>цкий ого>ий|ой? его>ий а> я>ь|й? ы>а ~"),
        ("m", "у> ю>й|ь", "скому>ский цкому>цкий ому>ий|ой? ему>ий у> ю>ь|й? е>а"),
        ("m", "ом> ем>ь|й", "им>ий овым>ов евым>ев иным>ин ым>|ый? ом> ем>ь|й? ой>а ~"),
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
        ("m", "ja>is a>s am>s", "ja>is|js? ņa>ņš a>s ņam>ņš am>s as>a"),
        ("m", "im>is u>s|is i>is", "im>is ņu>ņš u>s|is|a? i>is|e|i?"),
        ("f", "as>a ai>a u>a", "as>a ai>a u>a es>e ei>e i>e"),
        ("f", "es>e ei>e i>e", "as>a ai>a u>a es>e ei>e i>e"),
    ],
    "el": [
        ("m", "ου>ος ο>ος η>ης α>ας", "ου>ος|ου? ο>ος η>ης α>ας -"),
        ("f", "ας>α ης>η", "-"),
    ],
}  # fmt: skip
VOWEL = "~"
_REMEMBERED = 50_000  # words: the same come again and again
_LIKE = {"bs": "hr", "sr": "hr"}
# Of the last word alone. An ending with "!" leaves no doubt where the lists do not know the surname with it.
_LAST = {
    "et": "lega!>el iga!> iga!>i aga!>a ega!>|e oga!>o uga!>u öga!>ö õiga!>õi ile!> ile!>i ale!>a ele!>|e ole!>o "
    "ilt!> ilt!>i alt!>a elt!>|e isse!> asse!>a il> al>a el>|e is> ist> as>a es>|e st>s li>el i> e> a> u> ks>",
    "fi": "ksen!>s kselle!>s kselta!>s ksesta!>s yiä!>yi öä!>ö "
    "osen!>onen isen!>inen asen!>anen äsen!>änen usen!>unen esen!>enen selle!>nen sella!>nen sesta!>nen "
    "ön!>ö än!>ä olle!>o alle!>a ille!> ille!>i olla!>o alla!>a illa!> illa!>i osta>o asta>a ista> ista>i "
    "in> an>a on>o un>u in>i en>e",
    "hu": "ival!>i óval!>ó nnal!>n lel!>l nnel!>n nak!> nek!> ról!> ről!> tól!> től!> val!> vel!> ban> ben> ot> et> t>",
}


@lru_cache(_REMEMBERED)
def may_be(word: str, code: str) -> str:
    """Every word that a name's word may be in the nominative, where that is no part of it; and more."""
    endings = dict.fromkeys(pair for _, given, surname in rows(code) for pair in (*given, *surname))
    pairs = [(ending, base.rstrip("?")) for ending, bases in endings for base in bases]
    pairs += [(ending, base) for ending, base, _ in last(code)]
    return " ".join(word[: -len(ending)] + base for ending, base in pairs if ending and base and word.endswith(ending))


def has_ending(word: str, ending: str) -> bool:
    """Whether it ends so, and is more than that."""
    return len(word) > len(ending) + 1 and word.endswith(ending)


@cache
def rows(code: str) -> tuple[tuple[str, Endings, Endings], ...]:
    """For each case of a language: m or f, the endings of the given name, those of the surname."""
    cases = _CASES.get(_LIKE.get(code, code), ())
    return tuple((gender, _endings(given), _endings(surname)) for gender, given, surname in cases)


def _endings(row: str) -> Endings:
    pairs = (word.split(">") if ">" in word else ("", VOWEL if word == VOWEL else "") for word in row.split())
    return tuple((ending, tuple(bases.split("|"))) for ending, bases in pairs)


@cache
def last(code: str) -> tuple[tuple[str, str, bool], ...]:
    """Where the last word alone changes: an ending, what may stand for it, whether it leaves no doubt."""
    pairs = (word.split(">") for word in _LAST.get(code, "").split())
    return tuple((ending.rstrip("!"), base, "!" in ending) for ending, bases in pairs for base in bases.split("|"))
