"""Names as tuples of folded words: which may be one person's."""

from __future__ import annotations

from dateline.tagging.people.lexicon import fold

Words = tuple[str, ...]  # folded; ("joe", "biden")

SUFFIXES = frozenset(
    [
        "jr",
        "jr.",
        "sr",
        "sr.",
        "ii",
        "iii",
        "iv",
        "v",
        "v.",
        "phd",
        "md",
        "esq",
        "obe",
        "cbe",
        "mbe",
        "kbe",
        "qc",
        "kc",
        "ret",
    ]
)
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ar", "at", "ad", "an", "az"})
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "los",
        "las",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "ter",
        "ten",
    ]
)
# Short forms of English given names that do not begin like the long one.
_SHORT_FORMS = {
    "bill": "william", "will": "william", "billy": "william", "bob": "robert", "bobby": "robert", "rob": "robert",
    "dick": "richard", "rick": "richard", "rich": "richard", "jim": "james", "jimmy": "james", "jack": "john",
    "johnny": "john", "joe": "joseph", "mike": "michael", "mick": "michael", "ted": "edward", "ed": "edward",
    "tony": "anthony", "tom": "thomas", "tommy": "thomas", "liz": "elizabeth", "beth": "elizabeth", "peggy": "margaret",
    "maggie": "margaret", "kate": "katherine", "kathy": "katherine", "chuck": "charles", "charlie": "charles", "hank": "henry",
    "harry": "henry", "sasha": "alexander", "alex": "alexander", "volodya": "vladimir", "nick": "nicholas", "andy": "andrew",
    "dave": "david", "dan": "daniel", "danny": "daniel", "ben": "benjamin", "sam": "samuel", "steve": "steven", "ken": "kenneth",
    "ron": "ronald", "don": "donald", "larry": "lawrence", "jerry": "gerald", "gerry": "gerald", "chris": "christopher",
    "matt": "matthew", "greg": "gregory", "jeff": "jeffrey", "pat": "patrick", "pete": "peter", "phil": "philip", "ray": "raymond",
    "tim": "timothy", "vic": "victor", "walt": "walter", "sue": "susan", "jenny": "jennifer", "jen": "jennifer", "debbie": "deborah",
    "becky": "rebecca", "vicky": "victoria", "sandy": "alexandra", "trish": "patricia", "barb": "barbara", "abe": "abraham",
}  # fmt: skip


def words_of(name: str) -> Words:
    """The folded words of a written name."""
    return tuple(fold(word).rstrip(",") for word in name.split())


def core(words: Words) -> Words:
    """Without Jr and the like, without particles in its middle, articles (al-) taken off."""
    if len(words) == 1:
        return (bare(words[0]),)
    kept = [bare(word) for word in words if word not in SUFFIXES]
    return tuple(word for i, word in enumerate(kept) if word not in _PARTICLES or (i == 0 and len(kept) == 1)) or words


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
    if a[-1] == b[-1]:
        return _given_agree(a[:-1], b[:-1])
    return len(b) > len(a) and _is_within(a, b)


def _is_within(short: Words, long: Words) -> bool:
    """The words of the shorter in their order among those of the longer."""
    rest = iter(long)
    return all(any(_agree(word, other) for other in rest) for word in short)


def _given_agree(short: Words, long: Words) -> bool:
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
    return _SHORT_FORMS.get(a, a) == _SHORT_FORMS.get(b, b)
