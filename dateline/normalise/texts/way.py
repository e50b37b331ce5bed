"""Lines above an article -> without those that tell the way to its page: "You are here: Home » News » Harbour".

Such a line often ends with the headline, which then stands by itself too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lines.line import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

SAYS = 16  # letters of a headline that is asked for at the end of another line
FEW = 4  # words of a line with one arrow that is no headline: "Lund » News"
NUMBERED = 2  # lines with different numbers are a list: "4. Harbour closes"
_ARROW = re.compile(r"\s(?:»|›|→|>{1,2}|::)\s|(?<=\w)>(?=\s?\w)")
BARS = 3  # from which on a line is a menu: "Home | News | Lund | Contact"
COMMAS = 4  # from which on a line of nothing but names lists what an article is about
_HERE = re.compile(
    r"\W*(?:you are here|sie (?:befinden sich|sind) hier|vous êtes ici|(?:usted )?estás? (?:aquí|en)|"
    r"você está (?:aqui|em)|sei (?:qui|in)|jesteś (?:tutaj|w)|du är här|du er her|olet tässä|вы здесь|ви тут|"
    r"您?(?:的)?(?:当前|當前|现在|現在|所在)的?位置)\s*(?:[:：>»]|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,2})[.)] ")


def without(lines: Sequence[Line], keys: Sequence[str], heads: Sequence[int]) -> list[int]:
    """Those of the lines `heads` that may be headlines; all of them where none is left."""
    left = [i for i in heads if not is_one(lines[i].text)]
    said = {keys[i] for i in left if len(keys[i]) >= SAYS}
    left = [i for i in left if not any(len(one) < len(keys[i]) and keys[i].endswith(one) for one in said)]
    numbers = {found[1] for i in left if (found := _NUMBER.match(lines[i].text))}
    if len(numbers) >= NUMBERED:
        left = [i for i in left if not _NUMBER.match(lines[i].text)]
    return left or list(heads)


def ends_with(text: str, headline: str) -> bool:
    """Whether a line tells the way to a page of this headline: "Home > News > Harbour closes"."""
    return len(_ARROW.findall(text)) > 1 and text.endswith(headline) and len(headline) >= SAYS


def is_one(text: str) -> bool:
    """Whether a line tells the way to a page, lists subjects, or says the same twice, as a masthead does."""
    if _HERE.match(text) or text.count("|") >= BARS or text.count(" - ") > BARS:
        return True
    arrows = len(_ARROW.findall(text)) if "«" not in text else 0
    said = words(text)
    if text.count(",") >= COMMAS and not any(word[0].islower() for word in said) and text[-1].isalnum():
        return True
    half = len(said) // 2
    return arrows > 1 or (arrows == 1 and len(said) <= FEW) or (half > 0 and said[:half] == said[half:])
