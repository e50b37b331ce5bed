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

from dateline import yamlio
from dateline.normalise.lines import REMEMBERED, SHORT, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    # number of the reason, literal pieces of which one has to be there, pattern: a substring is found faster
    _List = tuple[int, list[str], re.Pattern[str]]

CAPTION = "photo caption"
_LITERAL = re.compile(r"(?<!\\)[^\W\d_]{3,}")  # the letters of a pattern that stand for themselves
_OPTIONAL = re.compile(r"\([^()]*\)\??|[^)]\?")  # the parts of a pattern of which one, or none, has to be there
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NUMBERS_ONLY = re.compile(r"[\W\d_]*")
_COUNT = re.compile(
    r"\W*\d[\d.,]*\s?[km]?\+?\W*(?:shares?|comments?|views?|likes?|reads?|followers?|fans|retweets?|"
    r"min(?:utes?)?(?: read)?|"
    r"kommentare?r?|kommentarer|comentarios?|comentários?|commentaires?|commenti|reacties|partages|teilen|"
    r"комментари\w+|просмотр\w+|評論|コメント|댓글)\W*",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:(?:file |stock )?(?:photo|foto|image|picture|bild|imagem?|imagen|immagine|zdjęcie|фото|kuva|fotograf[ií]a|"
    r"illustration|graphic|infographic|video|credits?|caption|copyright|source|quelle|bron|kilde|källa|fuente|fonte|"
    r"источник|джерело|źródło|zdroj|πηγή|lähde|allikas|kaynak|sursa|izvor)"
    r"s?(?: credits?| sources?| by| via| courtesy(?: of)?| nachweis)?)\s*(?:[:/|©]|\bby\b|\bvia\b)\s*\S.{0,80}",
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(
    r"^\W*(?:photo|foto|image|picture|bild|фото|credits?)s?(?: credits?| by)?\s*[:/|©]\s*", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b|&copy;)", re.IGNORECASE)
_OF_YEARS = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b|&copy;)[\s©(c)]*\d{4}", re.IGNORECASE)  # of all that is there
_AGENCY_CREDIT = re.compile(
    r"(?:[\w.'’ -]{2,40}/)?\s*(?:AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|dpa|DPA|Getty(?: Images)?|GETTY|Shutterstock|"
    r"Alamy|"
    r"Bloomberg|Xinhua|TASS|ANSA|NTB|TT|PAP|APA|Keystone|imago(?: images)?|picture alliance|Unsplash|Pixabay|Wikimedia)"
    r"(?:\s*/\s*[\w.'’ -]{2,40})?"
)
_CAPTIONED = re.compile(  # what a caption ends with: who made, or owns, its picture
    r"(?:(?<=[.!?…”\"»)\]])|\s[-–—|/]|\s)\s*[(\[]?"
    r"(?:(?i:photo|foto|image|picture|bild|bildquelle|imagem|imagen|immagine|zdjęcie|фото|kuva|fotograf[ií]a|illustration)s?"
    r"(?i:\s(?:credits?|by|via|courtesy(?: of)?))?\s*[:/|©]\s?[^\s.][^.?!]{1,60}\.?|©\s?[^\s\d][^.?!]{1,60}|"
    r"(?:AP|AFP|EPA|Reuters|REUTERS|PA) (?:[Pp]hoto|Images?)\b[^.?!]{0,50}|[Pp]hoto by [A-Z][^.?!]{2,60}|"
    r"(?<=[.!?…])(?:/ ?[Pp]hotos? |/ ?[Ff]otos? )[A-Z][^.?!/]{1,40}|"
    r"(?:IMAGO|imago|AFP|AP|EPA|REUTERS|Reuters|Getty|GETTY|Unsplash|Shutterstock) ?/ ?[^\W\d][^.?!/]{2,40}|"
    r"[\[(][^()\[\].]{2,40}/ ?(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty Images)|"
    r"(?:(?<=[.!?…”\"»)\]] )|(?<=[|–—] ))[A-Z][^\s.?!/|]+(?: [A-Z][^\s.?!/|]+){0,3} ?/ ?"
    r"(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty Images|PA(?: Wire| Media| Images)?|TT|NTB|APA|ANSA|AAP|PAP|TASS|"
    r"[A-Z]\w+ (?:News )?Agency)(?: [Vv]ia [A-Z][\w ]{2,25})?"
    r"[.|\s]{0,3}|"
    r"(?<= \()(?<![.!?…”\"»] \()(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty Images|Getty)(?=\)$)|"
    r"(?<=[.!?…”\"»)\]] )(?:AP|AFP|EPA|EFE|dpa|Reuters|REUTERS|Getty Images|Shutterstock))[)\]]?$"
)
_OF_CREDITS = (":", "/", "|", "©", "hoto", "mage", "PA ")  # what every form above has, but for the last one
_AGENCIES = ("AP", "AFP", "EPA", "EFE", "dpa", "Reuters", "REUTERS", "Images", "Shutterstock", "Getty")
_OF_ARCHIVE = re.compile(  # what a caption ends with where its picture is an older one, or shows something like it
    r"(?:^|[.!?…”\"»)\]/|–—-] ?|[(\[])(?:(?:arkiv|archiv|symbol|genre|illustrations?)(?:bild|foto|photo)(?:er)?|"
    r"illustrasjonsfoto|kuvituskuva|arkistokuva|archieffoto|illustratiefoto|ilustrační foto|"
    r"(?:file|stock|archive|representational|representative) (?:photo|image|picture|pic|photograph)|"
    r"(?:foto|imagen|imagem|fotografía|immagine) (?:de archivo|de arquivo|d['’]archivio|di repertorio|"
    r"ilustrativ[ao])|"
    r"(?:photo|image) d['’](?:archives?|illustration)|"
    r"(?:zdjęcie|fot\.|foto) (?:ilustracyjn[ae]|archiwaln[ae]|poglądowe)|(?:архивное|иллюстративное) фото|"
    r"фото из архива)\W{0,3}$",
    re.IGNORECASE,
)
_OF_ARCHIVES = (  # how all of them end
    *(
        "bild",
        "bilder",
        "foto",
        "fotoer",
        "photo",
        "photograph",
        "picture",
        "pic",
        "image",
        "kuva",
        "archivo",
        "arquivo",
    ),
    *("archivio", "ilustrativa", "ilustrativo", "repertorio", "archive", "archives", "illustration", "ilustracyjne"),
    *("ilustracyjna", "archiwalne", "archiwalna", "poglądowe", "фото", "архива"),
)
_TELLS = re.compile(r"\b(?:said|told|added)\b")  # a paragraph under which an agency signs; a caption shows
_CAPTION_LENGTH = 300  # characters
_DOUBLE = 60  # characters of a line that says the same twice
_CREDIT_LENGTH = 90  # characters of a line's end in which a credit is looked for
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
    if URL.fullmatch(text):
        return "link"
    if _COUNT.fullmatch(text):
        return "counter"
    if is_credit(text):
        return "rights notice" if _OF_YEARS.match(text) else "photo credit"
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


def is_credit(text: str) -> bool:
    """Whether the line names who made, or owns, the picture beside it."""
    if len(text) > 120:
        return False
    if _COPYRIGHT.match(text):
        return True
    return bool(_CREDIT.fullmatch(text) and not URL.search(text)) or bool(_AGENCY_CREDIT.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether the line says what a picture shows, and ends with its credit."""
    if len(text) > _CAPTION_LENGTH:
        return False
    start = max(0, len(text) - _CREDIT_LENGTH)
    end = text[start:]
    may_be = any([sign in end for sign in _OF_CREDITS]) or end.rstrip(") ").endswith(_AGENCIES)
    found = _CAPTIONED.search(text, start) if may_be else None
    if " - " in text and _is_double(text):
        return True
    if found is None and end.rstrip(" .)]").casefold().endswith(_OF_ARCHIVES) and _OF_ARCHIVE.search(text, start):
        return True
    return found is not None and not (found[0].strip("()[] ") in _AGENCIES and _TELLS.search(text))


def _is_double(text: str) -> bool:
    """Whether a line says the same twice: what the picture is called, and what stands below it."""
    half = len(text) // 2
    at = text.find(" - ", half - 4, half + 6)
    return at > 0 and len(text) >= _DOUBLE and key(text[:at]) == key(text[at:])


def credited(text: str) -> str:
    """The names in a credit line, without the word "photo" and the sign before them."""
    return _CREDIT_LABEL.sub("", text).strip(" .:|©()")
