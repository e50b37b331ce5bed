"""Names as tuples of folded words: which may be one person's."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import filterfalse

from dateline.tagging.people.lists import lexicon

Words = tuple[str, ...]  # folded; ("joe", "biden")

_NICKNAME = re.compile(r"(?<= )(?:[\"“‘'][^\"”’']+[\"”’']|\([^()]+\))(?= )")
_WORDS = lexicon.sections()
# The numbers by which rulers and popes of one name are told apart, 2 to 39: a lone I, V or X is an initial
_NUMBERS = frozenset(
    f"{tens}{ones}"
    for tens in ("", "x", "xx", "xxx")
    for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
) - {"", "i", "v", "x"}
SUFFIXES = _WORDS["suffix"] | _NUMBERS
_JUNIOR = frozenset(["jr", "jr."])
_SENIOR = frozenset(["sr", "sr."])
_ARTICLES = _WORDS["prefix"] - {"abu", "abd", "bin", "ben"}
SON = "ben"  # a given name more often than "son of": Ben Roe, but Ahmed Ben Bella too; no name is without it
_PARTICLES = _WORDS["particle"] - {"abu", "abd", SON, "mac", "mc", "san", "st"}
_NOT_OF_CORE = SUFFIXES | _PARTICLES
_REMEMBERED = 50_000  # words of which the spelling is kept
_INITIALS = re.compile("[b-df-hj-np-tv-xz]{2,3}")  # written together; with a vowel it may be a name: Jo, Al
_SHORTEST = 4  # letters of a word that may be spelt in several ways
# Of names that are written in other letters: Mahmoud and Mahmud, Zelenskyy and Zelensky, Djibril and Jibril
_SPELT = (("ou", "u"), ("oo", "u"), ("dj", "j"), ("q", "k"), ("ye", "e"), ("y", "i"))
_TWICE = re.compile(r"([^\W\d_])\1+")
_MOHAMMED = re.compile("m[ou]h?amm?[aeu]d")
_SHORT_FORMS = dict(pair.split("=") for pair in _WORDS["short form"])  # bill -> william


def words_of(name: str) -> Words:
    """The folded words of a written name; a nickname in quotes tells nobody apart."""
    if not name.isascii() or "'" in name or '"' in name or "(" in name:
        name = _NICKNAME.sub(" ", name)
    return tuple([lexicon.fold(word).rstrip(",") for word in name.split()])


def core(words: Words) -> Words:
    """Without Jr and the like, without particles in its middle, articles (al-) taken off.

    A number stays where nothing else tells its bearer apart: Leo XIII, but not William Gates III.
    """
    if len(words) == 1:
        return (bare(words[0]),)
    if _NOT_OF_CORE.isdisjoint(words) and "-" not in "".join(words):
        return words  # as nearly all are
    kept = [bare(word) for word in words if word not in SUFFIXES]
    if len(kept) == 1 and words[-1] in _NUMBERS:
        return (kept[0], words[-1])
    return tuple(word for i, word in enumerate(kept) if word not in _PARTICLES or (i == 0 and len(kept) == 1)) or words


def surname(words: Words) -> str:
    """The word of a core by which others call its bearer: leo of Leo XIII."""
    return words[0] if len(words) == 2 and words[1] in _NUMBERS else words[-1]


def is_junior(words: Words) -> bool:
    """True for a name that tells its bearer from an elder one: Martin Luther King Jr."""
    return len(words) > 1 and words[-1] in _JUNIOR


def is_senior(words: Words) -> bool:
    """True for a name that tells its bearer from a younger one: Martin Luther King Sr."""
    return len(words) > 1 and words[-1] in _SENIOR


def is_child_of(words: Words, other: Words) -> bool:
    """True for Jaan bin Ants Tamm and Ants Tamm: the name of somebody's parent stands within it."""
    at = len(words) - len(other)
    ends_with = at > 1 and len(other) > 1 and words[at:] == other
    return ends_with and words[at - 1] in _WORDS["son of"] and other[0] not in _WORDS["particle"]


def is_number(folded: str) -> bool:
    """True for a ruler's or pope's: xiii."""
    return folded in _NUMBERS


def gender_of_title(title: str) -> str:
    """ "f", "m", or nothing where the title is not of a woman or of a man alone."""
    word = lexicon.fold(title).rpartition(" ")[2].rstrip(".")
    return "f" if word in _WORDS["of a woman"] else "m" if word in _WORDS["of a man"] else ""


def is_regal(title: str) -> bool:
    """True for the titles that a single name completes: Prince Harry, Mother Teresa."""
    return lexicon.fold(title) in _WORDS["regal"]


def bare(word: str) -> str:
    """assad of al-assad; the word itself where it has no article."""
    if "-" not in word:
        return word
    article, _, rest = word.partition("-")
    return rest if article in _ARTICLES and len(rest) > 1 else word


def may_be_one(a: Words, b: Words) -> bool:
    """True where one core can be a shorter or fuller form of the other: never on a surname alone."""
    if len(a) > len(b):
        a, b = b, a
    if len(a) < 2:
        return False
    if a == b:
        return True
    last, other = a[-1], b[-1]
    if last == other or (last[0] == other[0] and spelling(last) == spelling(other)):
        return _given_agree(a[:-1], b[:-1])
    # Never on initials alone: Maria Kask is neither M K Tamm nor Maria K. Tamm
    return len(b) > len(a) and not set(a).isdisjoint(b) and _is_within(a, tuple(filterfalse(_is_initial, b)))


@lru_cache(_REMEMBERED)
def spelling(word: str) -> str:
    """What all spellings of a folded word have in common; the word itself where it is short."""
    if len(word) < _SHORTEST or word in _NUMBERS:
        return word
    if _MOHAMMED.fullmatch(word):
        return "mohamed"
    for written, plain in _SPELT:
        word = word.replace(written, plain)
    return _TWICE.sub(r"\1", word)


def long_form(word: str) -> str:
    """william for bill; the word itself where it is short for none."""
    return _SHORT_FORMS.get(word, word)


def _is_within(short: Words, long: Words) -> bool:
    """The words of the shorter in their order among those of the longer.

    An initial stands for a name only where none before it is left out: Ben Tamm is not Lyndon B. Tamm.
    """
    at = 0
    for place, word in enumerate(short):
        while at < len(long):
            other, at = long[at], at + 1
            if _agree(word, other) and (at == place + 1 or not (_is_initial(word) or _is_initial(other))):
                break
        else:
            return False
    return True


def _is_initial(word: str) -> bool:
    return len(word) == 1 or (len(word) == 2 and word[1] == ".")


def _given_agree(short: Words, long: Words) -> bool:
    if len(short) == 1 and _INITIALS.fullmatch(short[0]) and len(long) == len(short[0]):
        return all(word.startswith(letter) for word, letter in zip(long, short[0], strict=True))  # LK Advani
    return _is_within(short, long) or (len(short) == 1 and _agree(short[0], long[0]))


def _agree(a: str, b: str) -> bool:
    """Equal, an initial of it (j. ~ james), or a short form (bill ~ william)."""
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if a.rstrip(".") and len(a.rstrip(".")) == 1:
        return b.startswith(a[0])
    if a.endswith(".") and len(a) == 4:  # initials: j.k.
        return b == a or b.rstrip(".") == a[0]
    if a[0] == b[0] and spelling(a) == spelling(b):
        return True  # two spellings of what is written in other letters at home: Mahmoud, Mahmud
    return _SHORT_FORMS.get(a, a) == _SHORT_FORMS.get(b, b)
