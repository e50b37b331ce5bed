"""German, where every noun has a capital -> which words at the ends of a run are no part of the name in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.tagging.people.lists.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon

# How nouns end for what somebody is: Attentäter Jan Lindner, Polizeisprecherin Eva Lindner; folded.
_SOMEBODY = re.compile(
    r"(?:(?<!theat)(?<!cent)(?<!uf)er|or|ar|eur)(?:s|n|en)?\Z"
    r"|(?:ist|ast|(?<!m)ent|(?<!aur)ant|nom|graf|log|idat|omat|oldat|krat|okat|prinz)(?:en)?\Z"
    r"|(?:er|or|ar|eur|ist|ast|ent|ant|nom|graf|log|idat|omat|oldat|krat|okat|wirt|chef|kolleg|expert|zeug)in(?:nen)?\Z"
    r"|(?:oge|osse|kollege|experte|zeuge)n?\Z|(?:arzt|anwalt|rat|wirt|mann|freund|sohn|chef|star|konig)e?s?\Z"
    r"|(?:arztin|anwaltin|ratin|freundin)(?:nen)?\Z|(?:frau|vater|mutter|bruder|schwester|tochter|profi)s?\Z"
)
# With a capital behind a name in lines without a sentence, and no part of it: Jan Lindner Pressesprecher; folded.
_BEHIND = re.compile(
    r"heute|gestern|uhr|\w*(?:sprecher|redakteur|korrespondent|minister|prasident|direktor|leiter)(?:in)?"
)


def first(words: Sequence[str], start: int, lexicon: Lexicon) -> int:
    """The number of a run's first word that may be part of a name, not before `start`.

    A given name behind a noun for what its bearer is, or behind the Von of a byline, begins it.
    """
    tier, nouns = lexicon.given.tier, lexicon.classes["noun of german"]
    folded = [fold(word) for word in words]
    for number in range(start + 1, len(words) - 1):
        if tier(folded[number - 1]) == 1:
            break  # Peter Alexander Lindner
        if tier(folded[number]) == 1 and folded[number] not in nouns and _SOMEBODY.search(folded[number - 1]):
            return number
    if words[start] == "Von" and len(words) - start > 2 and tier(folded[start + 1]):
        return start + 1
    return start


def is_behind(word: str) -> bool:
    """Whether a name's last word is none of it."""
    return _BEHIND.fullmatch(fold(word)) is not None
