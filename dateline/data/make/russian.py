"""A Russian word -> its forms, by its ending alone: for lists, where a form that does not exist does no harm."""

from __future__ import annotations

# Ending -> what stands in its place in the cases of both numbers. The first that fits counts.
ENDINGS = {
    "ия": "ия ии ию ией ий иям иями иях",
    "ие": "ие ия ию ием ии ий иям иями иях",
    "ый": "ый ого ому ым ом ая ой ую ое ые ых ыми",
    "ский": "ский ского скому ским ском ская ской скую ское ские ских скими",
    "а": "а ы и е у ой ей ам ами ах -",
    "я": "я и е ю ей ям ями ях",
    "о": "о а у ом е ам ами ах -",
    "ь": "ь я ю ем е и ей ям ями ях ью",
    "й": "й я ю ем е и ев ям ями ях",
    "": "- а у ом ем е ы и ов ей ам ами ах",
}


def forms(word: str) -> list[str]:
    """`word`, which stands in the nominative, then its other forms; of several words, or capitals, only itself."""
    if " " in word or not word.isalpha() or word.isupper() or not "а" <= word[-1].lower() <= "я":
        return [word]
    ending = next(ending for ending in ENDINGS if word.endswith(ending))
    stem = word.removesuffix(ending)
    return list(dict.fromkeys([word, *(stem + other.strip("-") for other in ENDINGS[ending].split())]))
