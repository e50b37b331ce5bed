"""An Estonian word, by its nominative, genitive and partitive -> its forms: for lists.

`minister/ministri/ministrit/ministrite/ministreid`: the last two are of many; all behind the genitive may be left out.
The other cases are the genitive and an ending, but nothing in the nominative tells what its genitive is.
"""

from __future__ import annotations

ENDINGS = ("", "s", "st", "sse", "le", "l", "lt", "ks", "ni", "na", "ta", "ga")  # behind the genitive of either number


def forms(word: str) -> list[str]:
    """The nominative, then its other forms; of a word that is given in one form, only that."""
    nominative, *rest = word.split("/")
    if not rest:
        return [nominative]
    genitive, *others = rest
    partitive, of_many = others[:1], others[1:2]
    found = [nominative, *partitive, f"{genitive}d", *(genitive + ending for ending in ENDINGS)]
    found += [each + ending for each in of_many for ending in ENDINGS]
    found += others[2:]
    return list(dict.fromkeys(found))
