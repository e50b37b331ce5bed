"""One line -> the reason why its words alone say that it is no part of an article, or nothing.

Words are the weakest evidence: each pattern is held against the line's shape (how long it is, whether it is a
sentence) by whoever asks. The words are data: dateline/data/furniture.yaml.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.normalise.lines.captions import CAPTION, is_caption, is_credit, is_of_years
from dateline.normalise.lines.line import REMEMBERED, SHORT, URL
from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    # number of the reason, literal pieces of which one has to be there, pattern: a substring is found faster
    _List = tuple[int, list[str], re.Pattern[str]]

_LITERAL = re.compile(r"(?<!\\)[^\W\d_]{3,}")  # the letters of a pattern that stand for themselves
_OPTIONAL = re.compile(r"\([^()]*\)\??|[^)]\?")  # the parts of a pattern of which one, or none, has to be there
_NUMBERS_ONLY = re.compile(r"[\W\d_]*")
_COUNT = re.compile(
    r"\W*\d[\d.,]*\s?[km]?\+?\W*(?:shares?|comments?|views?|likes?|reads?|followers?|fans|retweets?|"
    r"min(?:utes?)?(?: read)?|"
    r"kommentare?r?|kommentarer|comentarios?|comentários?|commentaires?|commenti|reacties|partages|teilen|"
    r"комментари\w+|просмотр\w+|評論|コメント|댓글)\W*",
    re.IGNORECASE,
)
_AT = re.compile(  # where a picture is: "(Logo: https://lund.example/1.png)"
    r"(?:\(?(?:photos?|logo|image)\s*[-–:]|\(to (?:view|see|download|hear) [^()]{2,80}:)\s*https?://\S+(?: ?\))?",
    re.IGNORECASE,
)
DOTS = 3  # between what is listed in one line
NOTICE_LENGTH = 400  # characters: a longer line is prose that speaks of cookies, newsletters or rights


def reason(text: str) -> str:
    """In words for the reader; empty where the words say nothing against the line."""
    return _remembered(text) if len(text) <= SHORT else _reason(text, _anywhere())


def reasons(texts: Sequence[str]) -> list[str]:
    """The same of each line of a text. A word that the text does not have is not looked for in its lines."""
    folded = "\n".join([text for text in texts if SHORT < len(text) <= NOTICE_LENGTH]).casefold()
    met = [(number, [stem for stem in stems if stem in folded], words) for number, stems, words in _anywhere()]
    lists = [one for one in met if one[1]]
    return [_remembered(text) if len(text) <= SHORT else _reason(text, lists) for text in texts]


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str) -> str:
    """Of a short line, which may well stand in other texts too."""
    return _reason(text, _anywhere())


def _reason(text: str, lists: Iterable[_List]) -> str:
    if _NUMBERS_ONLY.fullmatch(text):
        return "counter" if any(map(str.isdigit, text)) else "separator"
    if URL.fullmatch(text) or ("://" in text and _AT.fullmatch(text)):
        return "link"
    if _COUNT.fullmatch(text):
        return "counter"
    if is_credit(text):
        return "rights notice" if is_of_years(text) else "photo credit"
    if is_caption(text):
        return CAPTION
    if text.count(" · ") >= DOTS or text.count(" • ") >= DOTS:
        return "page furniture"  # tags, or sections
    if "{{" in text and len(re.sub(r"\{\{.*?\}\}", "", text)) < len(text) / 2:
        return "page furniture"
    return _named(text, lists) if len(text) <= NOTICE_LENGTH else ""


@cache
def _reasons() -> tuple[str, ...]:
    return tuple(_table())


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = files("dateline.data").joinpath("furniture.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = yamlio.parse(text).value
    return table


def _named(text: str, lists: Iterable[_List]) -> str:
    """The reason for which the line's words are on one of the lists."""
    if match := _whole().match(text):
        return _reasons()[int((match.lastgroup or "r0")[1:])]
    folded = text.casefold()
    for number, stems, pattern in lists:
        if any([stem in folded for stem in stems]) and pattern.search(text):
            return _reasons()[number]
    return ""


@cache
def _whole() -> re.Pattern[str]:
    """One alternation for all that is matched from the start of a line. The group's number is that of the reason."""
    branches = []
    for number, forms in enumerate(_table().values()):
        parts = []
        if alone := forms.get("alone"):
            parts.append(rf"(?:{'|'.join(alone)})\W*$")
        if opening := forms.get("opening"):
            parts.append(rf"(?:{'|'.join(opening)})\s*(?:[:>»›|→]|…|\.\.\.|$)")
        if leading := forms.get("leading"):
            parts.append(rf"(?:{'|'.join(leading)})\s+(?-i:[^\W\d_a-zà-ÿа-яё]|[\"'“„«‘])")
        if parts:
            branches.append(f"(?P<r{number}>{'|'.join(parts)})")
    return re.compile(rf"\W*(?:{'|'.join(branches)})", re.IGNORECASE)


def is_sure(text: str) -> bool:
    """Whether the words of a line that has a reason are enough, however much it looks like a paragraph."""
    return len(text) <= NOTICE_LENGTH and bool(_sure().fullmatch(text))


@cache
def _sure() -> re.Pattern[str]:
    words = [word for forms in _table().values() for word in forms.get("surely", ())]
    return re.compile(rf"\W*(?:{'|'.join(words)})\W*", re.IGNORECASE)


@cache
def _anywhere() -> tuple[_List, ...]:
    """What a line may say anywhere."""
    found = []
    for number, forms in enumerate(_table().values()):
        if words := forms.get("anywhere"):
            pieces = [_LITERAL.findall(_OPTIONAL.sub(" ", word.casefold())) for word in words]
            stems = [max(found, key=len, default="") for found in pieces]
            found.append((number, stems, re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)))
    return tuple(found)


def classes(tokens: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Of words those that are of some class, with their classes; each is a hint, and no more."""
    beginnings = _weighed()
    return {token: found for token in tokens if token[:2] in beginnings and (found := _classes(token))}


@lru_cache(maxsize=20_000)
def _classes(token: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _weighed()[token[:2]] if pattern.fullmatch(token))


@cache
def _weighed() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """First two letters of a word -> (class, pattern) of what begins so: nearly all words are none of it."""
    words = [(name, word) for name, forms in _table().items() for word in forms.get("weigh", ())]
    found: defaultdict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
    for name, word in words:
        found[word[:2]].append((name, re.compile(word, re.IGNORECASE)))
    return found
