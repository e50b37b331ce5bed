"""A word of Italian or Dutch -> it and its plural, where the end of the word tells that: for lists."""

from __future__ import annotations

# The longest first. Italian -o and -a are left out, for adjectives end so too, and Dutch -e; plurals in -s stand in the
# lists.
ENDINGS = {
    "it": (
        ("zione", "zioni"),
        ("sione", "sioni"),
        ("trice", "trici"),
        ("vista", "viste"),
        ("mento", "menti"),
        ("tore", "tori"),
        ("ista", "isti"),
        ("ggio", "ggi"),
        ("ense", "ensi"),
        ("nte", "nti"),
        ("ale", "ali"),
    ),
    "nl": (
        ("schap", "schappen"),
        ("teit", "teiten"),
        ("heid", "heden"),
        ("ing", "ingen"),
        ("ist", "isten"),
        ("ant", "anten"),
        ("ent", "enten"),
    ),
}
SHORTEST = 2  # letters before the ending: ring and male are no such words


def forms(language: str, word: str) -> list[str]:
    """The word, then its plural; of more words than one, of a name and of a word with no such ending, only itself."""
    if " " in word or not word.islower():
        return [word]
    found = next(((end, plural) for end, plural in ENDINGS[language] if word.endswith(end)), None)
    if found is None or len(word) < len(found[0]) + SHORTEST:
        return [word]
    return [word, word.removesuffix(found[0]) + found[1]]
